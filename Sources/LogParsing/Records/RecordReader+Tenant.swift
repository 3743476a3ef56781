import Glibc
import LogModel

extension RecordReader {
  /// The tenant of a record, from the record outward; none when nothing names one.
  func tenant(from record: Int32, in batch: inout EventBatch) -> ArenaSlice {
    if fields.hasOverrides, let found = unsafe overrideSlot(.tenantOverride, from: record) {
      return unsafe store(text(found.slot, in: found.scope), in: &batch)
    }
    var index = record
    while index >= 0 {
      let scope = unsafe scope(index)
      if let slot = unsafe firstSlot(of: fields.tenant, in: scope) {
        return unsafe store(text(slot, in: scope), in: &batch)
      }
      if let found = unsafe indirectTenant(of: scope, in: &batch) { return found }
      index = unsafe scope.pointee.parent
    }
    guard let name = options.defaultTenant else { return .none }
    let slice = ArenaSlice(offset: UInt32(batch.arena.count), count: UInt32(name.count))
    batch.arena.append(contentsOf: name)
    return slice
  }

  /// What comes behind the plain paths: names that stand inside other values.
  private func indirectTenant(
    of scope: UnsafeMutablePointer<Scope>, in batch: inout EventBatch
  ) -> ArenaSlice? {
    let isEvent = unsafe isProviderEvent(scope)
    if isEvent, unsafe equals(text(fields.type.nested, in: scope), "gd_tenant_update"),
      let name = unsafe text(of: fields.responseName, in: scope)
    {
      return unsafe store(name, in: &batch)
    }
    if let path = unsafe text(of: fields.requestPath, in: scope),
      let parts = unsafe GuardianPath(path), let name = unsafe parts.tenant
    {
      scratch.removeAll(keepingCapacity: true)
      unsafe GuardianPath.appendDecoded(name, to: &scratch)
      return unsafe scratch.withUnsafeBufferPointer { unsafe store($0, in: &batch) }
    }
    let host = unsafe text(of: fields.hostname, in: scope)
    if let host = unsafe host, let label = unsafe providerLabel(of: host) {
      return unsafe store(label, in: &batch)
    }
    if let source = unsafe text(of: fields.source, in: scope),
      let name = unsafe partnerTenant(of: source)
    {
      return unsafe store(name, in: &batch)
    }
    // A custom domain: the host is all that names the tenant.
    if isEvent, let host = unsafe text(of: fields.hostname, in: scope) {
      return unsafe store(host, in: &batch)
    }
    if let label = unsafe text(of: fields.sourceLabel, in: scope) {
      return unsafe store(label, in: &batch)
    }
    return nil
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
    if end - first > 37, unsafe source[end - 37] == UInt8(ascii: "-"),
      [9, 14, 19, 24].allSatisfy({ unsafe source[end - 37 + $0] == UInt8(ascii: "-") })
    {
      end -= 37
    }
    return end > first ? unsafe UnsafeBufferPointer(rebasing: source[first..<end]) : nil
  }
}
