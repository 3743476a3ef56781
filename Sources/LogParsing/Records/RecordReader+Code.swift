import LogModel

/// A code that was found in a record.
@unsafe enum FoundCode {
  /// One of the 33, by its index in the catalogue.
  case guardian(Int)
  /// Any other, as it stands in a slot.
  case foreign(slot: Int, scope: UnsafeMutablePointer<Scope>, isNumber: Bool)
}

extension RecordReader {
  /// The code of a record: from its paths, else from its texts when it reports a failure.
  func findCode(
    of record: Int32, _ scope: UnsafeMutablePointer<Scope>, isFailure: Bool
  ) -> FoundCode? {
    if fields.hasOverrides, let found = unsafe overrideSlot(.codeOverride, from: record) {
      return unsafe code(found.slot, in: found.scope)
    }
    var bits = unsafe scope.pointee.word(fields.code.word) & fields.code.mask
    var foreign: FoundCode?
    // One of the 33 beats a foreign code at an earlier path.
    while bits != 0 {
      let slot = fields.code.word << 6 | bits.trailingZeroBitCount
      bits &= bits - 1
      let found = unsafe code(slot, in: scope)
      if case .guardian = unsafe found { return unsafe found }
      if unsafe foreign == nil { unsafe foreign = unsafe found }
    }
    if let foreign = unsafe foreign { return unsafe foreign }
    guard options.searchesText, unsafe holdsText(scope),
      unsafe isFailure || scope.pointee.seen & SeenKeys.error != 0
        || LogLevel.isWarningOrAbove(record, self)
    else { return nil }
    return unsafe codeInTexts(of: scope)
  }

  private func code(_ slot: Int, in scope: UnsafeMutablePointer<Scope>) -> FoundCode {
    if unsafe scope.pointee.slots[slot].kind == .number {
      return unsafe .foreign(slot: slot, scope: scope, isNumber: true)
    }
    if let index = unsafe CodeCatalogue.index(ofUTF8: text(slot, in: scope)) {
      return unsafe .guardian(index)
    }
    return unsafe .foreign(slot: slot, scope: scope, isNumber: false)
  }

  private func holdsText(_ scope: UnsafeMutablePointer<Scope>) -> Bool {
    unsafe scope.pointee.word(fields.text.word) & fields.text.mask != 0
      || scope.pointee.seen & SeenKeys.openTelemetry != 0
  }

  private func codeInTexts(of scope: UnsafeMutablePointer<Scope>) -> FoundCode? {
    var bits = unsafe scope.pointee.word(fields.text.word) & fields.text.mask
    while bits != 0 {
      let slot = fields.text.word << 6 | bits.trailingZeroBitCount
      bits &= bits - 1
      if unsafe isString(slot, in: scope),
        let index = unsafe CodeSearch.code(in: text(slot, in: scope))
      {
        return unsafe .guardian(index)
      }
    }
    // OTLP's text of a log record.
    guard unsafe scope.pointee.seen & SeenKeys.openTelemetry != 0,
      let text = unsafe text(of: fields.bodyText, in: scope)
    else { return nil }
    return unsafe CodeSearch.code(in: text).map { unsafe .guardian($0) }
  }
}
