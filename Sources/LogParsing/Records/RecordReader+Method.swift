import LogModel

extension RecordReader {
  /// The method of a record, normalised; none when nothing tells it.
  func method(
    from record: Int32, isPlainText: Bool, code: Int16, in batch: inout EventBatch
  ) -> ArenaSlice {
    if fields.hasOverrides, let found = unsafe overrideSlot(.methodOverride, from: record) {
      return unsafe name(-100, of: found.scope) {
        unsafe storeMethod(text(found.slot, in: found.scope), in: &batch)
      } ?? .none
    }
    for place in MethodPlace.allCases {
      var index = record
      while index >= 0 {
        let scope = unsafe scope(index)
        // An envelope's type is not the record's.
        if place == .eventType, isPlainText || index != record { break }
        let found =
          unsafe index == record || !isLong(place, in: scope)
          ? unsafe method(at: place, of: scope, in: &batch)
          : unsafe name(-10 - place.rawValue, of: scope) {
            unsafe method(at: place, of: scope, in: &batch)
          }
        if let found { return found }
        index = unsafe scope.pointee.parent
      }
    }
    guard code >= 0 else { return .none }
    let channel = CodeCatalogue.entries[Int(code)].channel
    return channel == "any" ? .none : store(word: channel, in: &batch)
  }

  /// What tells the method; each is looked for from the record outward before the next one.
  private enum MethodPlace: Int, CaseIterable {
    case authenticatorType, authenticatorID, requestPath, eventType, description, phone, word
  }

  /// Whether what tells the method there is so long that an envelope's is to be read once.
  ///
  /// To remember what is short, or is not there, takes longer than to look again: of a log of records in one
  /// envelope each, nearly half of a run that wants all methods.
  private func isLong(_ place: MethodPlace, in scope: UnsafeMutablePointer<Scope>) -> Bool {
    let slot =
      switch place {
      case .authenticatorType: unsafe slot(fields.authenticatorType, in: scope)
      case .authenticatorID: unsafe slot(fields.authenticatorID, in: scope)
      case .requestPath: unsafe slot(fields.requestPath, in: scope)
      case .description: unsafe slot(fields.description, in: scope)
      case .word: unsafe firstSlot(of: fields.method, in: scope)
      case .eventType, .phone: nil as Int?
      }
    return slot.map { unsafe raw($0, in: scope).count > EnvelopeMemo.shortest } ?? false
  }

  private func method(
    at place: MethodPlace, of scope: UnsafeMutablePointer<Scope>, in batch: inout EventBatch
  ) -> ArenaSlice? {
    switch place {
    case .authenticatorType:
      guard let type = unsafe text(of: fields.authenticatorType, in: scope) else { return nil }
      return unsafe storeMethod(type, in: &batch)
    case .authenticatorID:
      guard let id = unsafe text(of: fields.authenticatorID, in: scope),
        let bar = unsafe id.firstIndex(of: UInt8(ascii: "|")), bar > 0
      else { return nil }
      return unsafe storeMethod(UnsafeBufferPointer(rebasing: id[0..<bar]), in: &batch)
    case .requestPath:
      guard let path = unsafe text(of: fields.requestPath, in: scope),
        let parts = unsafe GuardianPath(path)
      else { return nil }
      return unsafe storeMethod(parts.method, in: &batch)
    case .eventType:
      guard unsafe isProviderEvent(scope),
        let method = unsafe EventTypes.lookup(ofUTF8: text(fields.type.nested, in: scope))?.method
      else { return nil }
      return store(word: method, in: &batch)
    case .description:
      guard let description = unsafe text(of: fields.description, in: scope),
        let word = unsafe bracket(at: description)
      else { return nil }
      return unsafe storeMethod(word, in: &batch)
    case .phone:
      guard
        unsafe slot(fields.authenticatorPhone, in: scope) != nil
          || slot(fields.enrollmentPhone, in: scope) != nil
      else { return nil }
      return store(word: "sms", in: &batch)
    case .word:
      guard let slot = unsafe firstSlot(of: fields.method, in: scope) else { return nil }
      return unsafe storeMethod(text(slot, in: scope), in: &batch)
    }
  }

  /// The word of a bracket at the end of a description: `Guardian - Enrollment complete (sms)`.
  private func bracket(
    at text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    guard let last = unsafe text.last, last == UInt8(ascii: ")"),
      let open = unsafe text.lastIndex(of: UInt8(ascii: "(")), open + 1 < text.count - 1
    else { return nil }
    return unsafe UnsafeBufferPointer(rebasing: text[(open + 1)..<(text.count - 1)])
  }

  private func storeMethod(
    _ word: UnsafeBufferPointer<UInt8>, in batch: inout EventBatch
  ) -> ArenaSlice {
    unsafe store(word: Method.normalised(String(decoding: word, as: UTF8.self)), in: &batch)
  }

  private func store(word: String, in batch: inout EventBatch) -> ArenaSlice {
    let slice = ArenaSlice(offset: UInt32(batch.arena.count), count: UInt32(word.utf8.count))
    batch.arena.append(contentsOf: word.utf8)
    return slice
  }
}
