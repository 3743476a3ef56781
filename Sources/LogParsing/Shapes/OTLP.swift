import LogModel

/// OTLP JSON (`resourceLogs[].scopeLogs[].logRecords[]`): attributes are lists of keys and values.
///
/// Each log record is a scope whose own keys are noted as always; its attributes are noted as if they
/// were dotted keys of the record. The attributes of the resource make an envelope around it.
/// Source: open-telemetry/opentelemetry-proto, `examples/logs.json`.
extension RecordReader {
  func emitResourceLogs(
    _ array: UnsafeBufferPointer<UInt8>, envelope: Int32, into batch: inout EventBatch
  ) {
    let wasEmbedded = unsafe context.pointee.isEmbedded
    unsafe context.pointee.isEmbedded = true
    let line = facts.line
    defer {
      unsafe context.pointee.isEmbedded = wasEmbedded
      facts.line = line
    }
    guard let start = array.baseAddress else { return }
    var counted = unsafe start
    unsafe forEachElement(of: start) { resourceLog in
      let scopes = unsafe context.pointee.scopeCount
      defer { unsafe context.pointee.scopeCount = scopes }
      guard let resource = unsafe openScope(parent: envelope, base: resourceLog) else { return }
      if let attributes = unsafe member("resource", of: resourceLog)
        .flatMap({ unsafe member("attributes", of: $0) })
      {
        unsafe noteAttributes(attributes, in: resource, node: 0)
      }
      guard let scopeLogs = unsafe member("scopeLogs", of: resourceLog) else { return }
      unsafe forEachElement(of: scopeLogs) { scopeLog in
        guard let records = unsafe member("logRecords", of: scopeLog) else { return }
        unsafe forEachElement(of: records) { record in
          let inner = unsafe context.pointee.scopeCount
          defer { unsafe context.pointee.scopeCount = inner }
          if !wasEmbedded { facts.line += unsafe lineFeeds(from: counted, to: record) }
          unsafe counted = unsafe record
          guard unsafe record[0] == UInt8(ascii: "{"),
            let found = unsafe Walker.record(record, parent: resource, depth: 1, context)
          else { return }
          let scope = unsafe self.scope(found.scope)
          unsafe scope.pointee.wrappers = 0
          if let attributes = unsafe member("attributes", of: record) {
            unsafe noteAttributes(attributes, in: found.scope, node: 0)
          }
          if let values = unsafe member("body", of: record)
            .flatMap({ unsafe member("kvlistValue", of: $0) })
            .flatMap({ unsafe member("values", of: $0) })
          {
            unsafe noteAttributes(values, in: found.scope, node: 0)
          }
          unsafe emit(found.scope, into: &batch)
        }
      }
    }
  }

  private func openScope(parent: Int32, base: Bytes) -> Int32? {
    unsafe Walker.openScope(base: base, parent: parent, context)
  }

  /// Notes `[{"key": "user.id", "value": {"stringValue": "x"}}]` as keys of a scope.
  private func noteAttributes(_ array: Bytes, in scope: Int32, node: Int32) {
    unsafe forEachElement(of: array) { element in
      guard let key = unsafe member("key", of: element), unsafe key[0] == UInt8(ascii: "\""),
        let value = unsafe member("value", of: element), unsafe value[0] == UInt8(ascii: "{")
      else { return }
      // {"stringValue": X}: the only member of the value, whatever its name says of the type.
      guard let inner = unsafe firstMember(of: value) else { return }
      if unsafe inner[0] == UInt8(ascii: "{") {
        guard let values = unsafe member("values", of: inner),
          let next = unsafe Walker.node(of: key, in: node, context)
        else { return }
        return unsafe noteAttributes(values, in: scope, node: next)
      }
      _ = unsafe Walker.noteValue(inner, key: key, node: node, scope: scope, context)
    }
  }

  // MARK: Looking into text whose grammar was checked

  private func forEachElement(of array: Bytes, _ body: (Bytes) -> Void) {
    guard unsafe array[0] == UInt8(ascii: "[") else { return }
    var place = unsafe Walker.blanks(array + 1, context)
    while unsafe place[0] != UInt8(ascii: "]") {
      unsafe body(place)
      guard let end = unsafe Walker.value(place, depth: 0, context) else { return }
      unsafe place = unsafe Walker.blanks(end, context)
      if unsafe place[0] == UInt8(ascii: ",") {
        unsafe place = unsafe Walker.blanks(place + 1, context)
      }
    }
  }

  /// The value of the last member of that name.
  private func member(_ name: StaticString, of object: Bytes) -> Bytes? {
    var found: Bytes?
    unsafe forEachMember(of: object) { key, count, value in
      if unsafe equals(UnsafeBufferPointer(start: key, count: count), name) {
        unsafe found = unsafe value
      }
    }
    return unsafe found
  }

  private func firstMember(of object: Bytes) -> Bytes? {
    var found: Bytes?
    unsafe forEachMember(of: object) { _, _, value in
      if unsafe found == nil { unsafe found = unsafe value }
    }
    return unsafe found
  }

  private func forEachMember(of object: Bytes, _ body: (Bytes, Int, Bytes) -> Void) {
    guard unsafe object[0] == UInt8(ascii: "{") else { return }
    var place = unsafe Walker.blanks(object + 1, context)
    while unsafe place[0] == UInt8(ascii: "\"") {
      guard let end = unsafe Walker.value(place, depth: 0, context) else { return }
      let colon = unsafe Walker.blanks(end, context)
      let value = unsafe Walker.blanks(colon + 1, context)
      unsafe body(place + 1, end - place - 2, value)
      guard let next = unsafe Walker.value(value, depth: 0, context) else { return }
      unsafe place = unsafe Walker.blanks(next, context)
      if unsafe place[0] == UInt8(ascii: ",") {
        unsafe place = unsafe Walker.blanks(place + 1, context)
      }
    }
  }
}
