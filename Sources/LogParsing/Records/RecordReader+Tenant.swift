import Glibc
import LogModel

extension RecordReader {
  /// The tenant of a record, from the record outward; none when nothing names one.
  func tenant(from record: Int32, in batch: inout EventBatch) -> ArenaSlice {
    if fields.hasOverrides, let found = unsafe overrideSlot(.tenantOverride, from: record) {
      return unsafe store(found.slot, in: found.scope, record: record, into: &batch)
    }
    var index = record
    var isIndirect = false
    while index >= 0 {
      let scope = unsafe scope(index)
      if let slot = unsafe firstSlot(of: fields.tenant, in: scope) {
        return unsafe store(slot, in: scope, record: record, into: &batch)
      }
      if unsafe scope.pointee.word(3) & fields.indirectTenantMask != 0 { isIndirect = true }
      index = unsafe scope.pointee.parent
    }
    if isIndirect, let found = indirectTenant(from: record, in: &batch) { return found }
    guard let name = options.defaultTenant else { return .none }
    let slice = ArenaSlice(offset: UInt32(batch.arena.count), count: UInt32(name.count))
    batch.arena.append(contentsOf: name)
    return slice
  }

  /// Where a name stands inside another value; each is looked for from the record outward before the
  /// next one.
  private enum IndirectPlace: Int, CaseIterable {
    case updatedTenant, requestPath, providerHost, partnerSource, customDomain, sourceLabel
  }

  private func indirectTenant(from record: Int32, in batch: inout EventBatch) -> ArenaSlice? {
    for place in IndirectPlace.allCases {
      var index = record
      while index >= 0 {
        let scope = unsafe scope(index)
        if unsafe scope.pointee.word(3) & fields.indirectTenantMask != 0 {
          let found =
            index == record
            ? unsafe indirectTenant(at: place, of: scope, in: &batch)
            : unsafe name(-1 - place.rawValue, of: scope) {
              unsafe indirectTenant(at: place, of: scope, in: &batch)
            }
          if let found { return found }
        }
        index = unsafe scope.pointee.parent
      }
    }
    return nil
  }

  private func indirectTenant(
    at place: IndirectPlace, of scope: UnsafeMutablePointer<Scope>, in batch: inout EventBatch
  ) -> ArenaSlice? {
    switch place {
    case .updatedTenant:
      guard unsafe isProviderEvent(scope),
        unsafe equals(text(fields.type.nested, in: scope), "gd_tenant_update"),
        let name = unsafe text(of: fields.responseName, in: scope)
      else { return nil }
      return unsafe store(name, in: &batch)
    case .requestPath:
      guard let path = unsafe string(of: fields.requestPath, in: scope),
        let parts = unsafe GuardianPath(path), let name = unsafe parts.tenant
      else { return nil }
      scratch.removeAll(keepingCapacity: true)
      unsafe GuardianPath.appendDecoded(name, to: &scratch)
      return unsafe scratch.withUnsafeBufferPointer { unsafe store($0, in: &batch) }
    case .providerHost:
      guard let host = unsafe string(of: fields.hostname, in: scope),
        let label = unsafe providerLabel(of: host)
      else { return nil }
      return unsafe store(label, in: &batch)
    case .partnerSource:
      guard let source = unsafe string(of: fields.source, in: scope),
        let name = unsafe partnerTenant(of: source)
      else { return nil }
      return unsafe store(name, in: &batch)
    case .customDomain:
      // The host is all that names the tenant.
      guard unsafe isProviderEvent(scope), let host = unsafe string(of: fields.hostname, in: scope)
      else { return nil }
      return unsafe store(host, in: &batch)
    case .sourceLabel:
      guard let label = unsafe text(of: fields.sourceLabel, in: scope) else { return nil }
      return unsafe store(label, in: &batch)
    }
  }

  /// The first label of a host that ends in `.auth0.com`.
  private func providerLabel(
    of host: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    let suffix: StaticString = ".auth0.com"
    let rest = host.count - suffix.utf8CodeUnitCount
    guard rest > 0, let start = host.baseAddress,
      unsafe memcmp(start + rest, suffix.utf8Start, suffix.utf8CodeUnitCount) == 0
    else { return nil }
    let dot = unsafe host.firstIndex(of: UInt8(ascii: ".")) ?? rest
    return dot > 0 ? unsafe UnsafeBufferPointer(rebasing: host[0..<dot]) : nil
  }

  /// The tenant of EventBridge's `aws.partner/auth0.com/<tenant>-<uuid>/auth0.logs`.
  private func partnerTenant(
    of source: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    let prefix: StaticString = "aws.partner/auth0.com/"
    let first = prefix.utf8CodeUnitCount
    guard source.count > first, let start = source.baseAddress,
      unsafe memcmp(start, prefix.utf8Start, first) == 0
    else { return nil }
    var end = unsafe source[first...].firstIndex(of: UInt8(ascii: "/")) ?? source.count
    // A UUID is 36 characters with hyphens at fixed places, behind a hyphen of its own.
    guard end - first > 37, unsafe source[end - 37] == UInt8(ascii: "-"),
      [9, 14, 19, 24].allSatisfy({ unsafe source[end - 37 + $0] == UInt8(ascii: "-") })
    else { return nil }
    end -= 37
    return unsafe UnsafeBufferPointer(rebasing: source[first..<end])
  }
}
