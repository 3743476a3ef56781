import LogModel

extension ReferenceFields {
  /// The code of the record; only the payload tells it, never an envelope.
  var code: (kind: CodeKind, code: [UInt8])? {
    switch found.payload {
    case .text(let text):
      guard options.textSearch, let code = ReferenceCodes.search(text) else { return nil }
      return (.guardian, code)
    case .object(let object):
      return code(in: object, at: extra(.code)) ?? code(in: object, at: ReferencePaths.code)
        ?? codeInTexts(of: object) ?? failureType
    }
  }

  /// One of the 33 at any of the paths, else the first other code.
  private func code(
    in object: ReferenceObject, at paths: [String]
  ) -> (kind: CodeKind, code: [UInt8])? {
    var foreign: (kind: CodeKind, code: [UInt8])?
    for value in paths.flatMap(object.values) {
      guard let text = value.name else { continue }
      if value.string != nil, let code = ReferenceCodes.guardian(text) { return (.guardian, code) }
      if foreign == nil { foreign = (ReferenceCodes.foreignKind(value), text) }
    }
    return foreign
  }

  private func codeInTexts(of object: ReferenceObject) -> (kind: CodeKind, code: [UInt8])? {
    guard options.textSearch, reportsFailure(object) else { return nil }
    for path in ReferencePaths.text {
      for text in object.values(at: path).compactMap(\.string) {
        if let code = ReferenceCodes.search(text) { return (.guardian, code) }
      }
    }
    return nil
  }

  private func reportsFailure(_ object: ReferenceObject) -> Bool {
    failureType != nil || isLoud || ["error", "err"].contains { isFilled(object[$0]) }
  }

  private func isFilled(_ value: ReferenceJSON?) -> Bool {
    switch value {
    case nil, .null, .bool(false): false
    case .bool(true), .number: true
    case .string(let text): !text.isEmpty
    case .array(let elements): !elements.isEmpty
    case .object(let object): !object.members.isEmpty
    }
  }

  private var failureType: (kind: CodeKind, code: [UInt8])? {
    guard let type = eventType, ReferenceCodes.failureTypes.contains(type) else { return nil }
    return (.event, Array(type.utf8))
  }
}
