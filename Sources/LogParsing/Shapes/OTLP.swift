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
    defer { unsafe context.pointee.isEmbedded = wasEmbedded }
    guard let start = array.baseAddress else { return }
    unsafe forEachElement(of: start) { resourceLog in
      let scopes = unsafe context.pointee.scopeCount
      defer { unsafe context.pointee.scopeCount = scopes }
      guard let resource = unsafe openScope(parent: envelope, base: resourceLog) else { return }
      // The resource stands beside its records, not around them as one more level.
      unsafe self.scope(resource).pointee.level -= 1
      if let attributes = unsafe member("resource", of: resourceLog)
        .flatMap({ unsafe member("attributes", of: $0) })
      {
        unsafe noteAttributes(attributes, in: resource, node: 0, own: (0, 0, 0, 0, 0))
      }
      guard let scopeLogs = unsafe member("scopeLogs", of: resourceLog) else { return }
      unsafe forEachElement(of: scopeLogs) { scopeLog in
        guard let records = unsafe member("logRecords", of: scopeLog) else { return }
        unsafe forEachElement(of: records) { record in
          let inner = unsafe context.pointee.scopeCount
          defer { unsafe context.pointee.scopeCount = inner }
          guard unsafe record[0] == UInt8(ascii: "{"),
            let found = unsafe Walker.record(record, parent: resource, depth: 1, context)
          else { return }
          let scope = unsafe self.scope(found.scope)
          unsafe scope.pointee.wrappers = 0
          unsafe scope.pointee.seen |= SeenKeys.openTelemetry
          // The body's text is the record's message; an attribute of that name does not replace it.
          let message = UInt64(1) << UInt64(fields.message.nested & 63)
          let isMessage = unsafe self.slot(fields.bodyText, in: scope) != nil
          if let attributes = unsafe member("attributes", of: record) {
            var own = unsafe scope.pointee.present
            if isMessage { own.0 |= message }
            unsafe noteAttributes(attributes, in: found.scope, node: 0, own: own)
          }
          if let values = unsafe member("body", of: record)
            .flatMap({ unsafe member("kvlistValue", of: $0) })
            .flatMap({ unsafe member("values", of: $0) })
          {
            var own = unsafe scope.pointee.present
            if isMessage { own.0 |= message }
            unsafe noteAttributes(values, in: found.scope, node: 0, own: own)
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
  ///
  /// `own` is what the record says itself, which attributes do not change.
  private func noteAttributes(_ array: Bytes, in scope: Int32, node: Int32, own: SlotBits) {
    unsafe forEachElement(of: array) { element in
      guard let key = unsafe member("key", of: element), unsafe key[0] == UInt8(ascii: "\""),
        let value = unsafe member("value", of: element), unsafe value[0] == UInt8(ascii: "{")
      else { return }
      guard let inner = unsafe typedValue(of: value) else { return }
      if unsafe inner[0] == UInt8(ascii: "{") {
        guard let values = unsafe member("values", of: inner),
          let next = unsafe Walker.node(of: key, in: node, context)
        else { return }
        return unsafe noteAttributes(values, in: scope, node: next, own: own)
      }
      unsafe Walker.noteValue(
        inner, key: key, node: node, scope: scope, keeping: own, context)
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
      if unsafe isName(key, count: count, name) {
        unsafe found = unsafe value
      }
    }
    return unsafe found
  }

  /// Whether a key is the name, after unescaping.
  private func isName(_ key: Bytes, count: Int, _ name: StaticString) -> Bool {
    let bytes = unsafe UnsafeBufferPointer(start: key, count: count)
    guard unsafe bytes.contains(UInt8(ascii: "\\")) else { return unsafe equals(bytes, name) }
    var text: [UInt8] = []
    unsafe StringDecoder.append(key, count: count, to: &text)
    return unsafe text.withUnsafeBufferPointer { unsafe equals($0, name) }
  }

  /// The value in `{"stringValue": X}`, `{"intValue": "1"}` and so on.
  private func typedValue(of object: Bytes) -> Bytes? {
    var found: Bytes?
    unsafe forEachMember(of: object) { key, count, value in
      for name in OTLPTypes.names where unsafe isName(key, count: count, name) {
        unsafe found = unsafe value
      }
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

/// The names that tell the type of an OTLP value.
private enum OTLPTypes {
  static let names: [StaticString] = [
    "stringValue", "intValue", "doubleValue", "boolValue", "arrayValue", "kvlistValue",
    "bytesValue",
  ]
}
