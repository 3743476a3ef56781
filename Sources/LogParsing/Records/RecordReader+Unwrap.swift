import Glibc
import LogModel

extension RecordReader {
  /// Finds the record that a scope holds or is, and adds its event, or the events of several records.
  ///
  /// The first that applies: arrays of records, an event of the provider itself, a wrapper around one,
  /// text that is JSON, plain text behind a known wrapper, the object itself.
  func emit(_ index: Int32, into batch: inout EventBatch) {
    let scope = unsafe scope(index)
    if unsafe isControlMessage(scope) { return }
    if unsafe scope.pointee.word(3) & fields.arrayMask != 0
      || (index == 0 && context.pointee.recordArrayCount > 0),
      unsafe emitArrays(of: index, scope, into: &batch)
    {
      return
    }
    if unsafe isProviderEvent(scope) { return finish(record: index, into: &batch) }
    let isInnermost = unsafe scope.pointee.level >= WalkContext.maximumLevel
    if !isInnermost {
      if unsafe scope.pointee.wrappers != 0 || scope.pointee.holds(fields.event.nested),
        unsafe emitWrapped(of: index, scope, into: &batch)
      {
        return
      }
      if unsafe emitEmbedded(of: index, scope, into: &batch) { return }
    }
    if let text = unsafe plainText(of: scope) {
      return unsafe finish(plainText: text, envelope: index, into: &batch)
    }
    finish(record: index, into: &batch)
  }

  /// An object with string `type` and one of `date`, `log_id`, `details`.
  func isProviderEvent(_ scope: UnsafeMutablePointer<Scope>) -> Bool {
    unsafe scope.pointee.holds(fields.type.nested)
      && scope.pointee.slots[fields.type.nested].kind != .number
      && scope.pointee.seen & (SeenKeys.date | SeenKeys.logID | SeenKeys.details) != 0
  }

  // MARK: Wrappers

  private func emitWrapped(
    of number: Int32, _ scope: UnsafeMutablePointer<Scope>, into batch: inout EventBatch
  ) -> Bool {
    let wrappers = unsafe scope.pointee.wrappers
    let holdsEvent = unsafe scope.pointee.holds(fields.event.nested)
    var candidates = automaton.wrapperPaths(of: wrappers)
    if holdsEvent { candidates |= automaton.eventPath }
    while candidates != 0 {
      let wrapper = unsafe automaton.wrapperPaths[candidates.trailingZeroBitCount]
      candidates &= candidates - 1
      guard let content = unsafe content(of: wrapper, in: scope) else {
        // `event` may hold the record as text; its turn is here and not among the other texts.
        if case .auth0EventOrData = wrapper.condition, holdsEvent,
          unsafe emitText(fields.event.nested, of: number, scope, into: &batch)
        {
          return true
        }
        continue
      }
      let found = unsafe self.scope(content)
      let isRecord =
        switch wrapper.condition {
        case .always: true
        case .auth0Event: unsafe isProviderEvent(found)
        case .auth0EventOrData:
          unsafe isProviderEvent(found) || found.pointee.seen & SeenKeys.data != 0
        }
      if isRecord {
        emit(content, into: &batch)
        return true
      }
    }
    return false
  }

  /// The scope of what a wrapper path leads to; the dotted key before the nested one.
  private func content(
    of wrapper: WrapperPath, in scope: UnsafeMutablePointer<Scope>
  ) -> Int32? {
    if let dotted = wrapper.dotted, let child = unsafe child(dotted, of: scope) { return child }
    guard let first = wrapper.first, let outer = unsafe child(first, of: scope) else { return nil }
    guard let second = wrapper.second else { return outer }
    return unsafe child(second, of: self.scope(outer))
  }

  private func child(_ edge: Int32, of scope: UnsafeMutablePointer<Scope>) -> Int32? {
    guard unsafe scope.pointee.wrappers & (1 << UInt32(edge)) != 0 else { return nil }
    return unsafe scope.pointee.children[Int(edge)]
  }

  // MARK: Embedded text

  private func emitEmbedded(
    of index: Int32, _ scope: UnsafeMutablePointer<Scope>, into batch: inout EventBatch
  ) -> Bool {
    let masks = fields.embeddedMasks
    guard unsafe scope.pointee.word(0) & masks.text != 0 || scope.pointee.word(3) & masks.facts != 0
    else { return false }
    let isOTLP = unsafe scope.pointee.seen & SeenKeys.openTelemetry != 0
    for slot in fields.embedded where unsafe scope.pointee.holds(slot) {
      if !isOTLP, slot == fields.bodyText.nested || slot == fields.bodyText.dotted { continue }
      if unsafe emitText(slot, of: index, scope, into: &batch) { return true }
    }
    return false
  }

  /// Adds the records of a text, if it is JSON text.
  private func emitText(
    _ slot: Int, of index: Int32, _ scope: UnsafeMutablePointer<Scope>,
    into batch: inout EventBatch
  ) -> Bool {
    if slot == fields.journalMessage.nested, case .array = unsafe scope.pointee.slots[slot].kind {
      scratch.removeAll(keepingCapacity: true)
      unsafe JournalMessage.append(raw(slot, in: scope), to: &scratch)
      return emitJSON(scratch, envelope: index, into: &batch)
    }
    let text = unsafe raw(slot, in: scope)
    guard unsafe isString(slot, in: scope), unsafe mayBeJSON(text) else { return false }
    let buffer = nextEmbeddedText()
    if case .plainString = unsafe scope.pointee.slots[slot].kind {
      unsafe buffer.replace(with: text)
    } else {
      unsafe buffer.replace(withDecoded: text)
    }
    return emitJSON(in: buffer, envelope: index, into: &batch)
  }

  /// Whether the first byte that is no blank can begin an object or an array.
  private func mayBeJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<bytes.count {
      switch unsafe bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\\"): return true
      case 0x20: continue
      default: return false
      }
    }
    return false
  }

  /// The buffer for a text inside the text at hand.
  private func nextEmbeddedText() -> TextBuffer {
    // Not appended to in place: then the runtime would watch over every access.
    if embeddedDepth == embeddedTexts.count { embeddedTexts = embeddedTexts + [TextBuffer()] }
    return embeddedTexts[embeddedDepth]
  }

  /// Adds the records of a text that is one JSON object, or an array with an object in it.
  ///
  /// - Returns: False, and nothing is added, when the text is anything else.
  func emitJSON(_ text: [UInt8], envelope: Int32, into batch: inout EventBatch) -> Bool {
    let buffer = nextEmbeddedText()
    buffer.replace(with: text)
    return emitJSON(in: buffer, envelope: envelope, into: &batch)
  }

  private func emitJSON(
    in buffer: TextBuffer, envelope: Int32, into batch: inout EventBatch
  ) -> Bool {
    guard unsafe memchr(buffer.start, Int32(UInt8(ascii: "{")), buffer.count) != nil else {
      return false
    }
    embeddedDepth += 1
    let scopes = unsafe context.pointee.scopeCount
    let wasEmbedded = unsafe context.pointee.isEmbedded
    let wasRepaired = unsafe context.pointee.isRepaired
    unsafe context.pointee.isEmbedded = true
    unsafe context.pointee.recordArrayCount = 0
    defer {
      embeddedDepth -= 1
      unsafe context.pointee.scopeCount = scopes
      unsafe context.pointee.isEmbedded = wasEmbedded
      unsafe context.pointee.failure = nil
    }
    let start = unsafe Walker.blanks(Bytes(buffer.start), context)
    let end = unsafe Bytes(buffer.start + buffer.count)
    switch unsafe start[0] {
    case UInt8(ascii: "{"):
      if let found = unsafe Walker.record(start, parent: envelope, depth: 1, context),
        unsafe Walker.blanks(found.end, context) == end
      {
        unsafe emit(found.scope, into: &batch)
        return true
      }
    case UInt8(ascii: "["):
      if let last = unsafe Walker.value(start, depth: 0, context),
        unsafe Walker.blanks(last, context) == end,
        unsafe emitElements(start + 1, until: last, envelope: envelope, into: &batch).objects > 0
      {
        return true
      }
    default: break
    }
    unsafe context.pointee.isRepaired = wasRepaired
    return false
  }

  // MARK: Plain text

  /// The text of a wrapper that carries plain lines of an application; nil for all other objects.
  private func plainText(of scope: UnsafeMutablePointer<Scope>) -> UnsafeBufferPointer<UInt8>? {
    if unsafe scope.pointee.seen & SeenKeys.docker != 0,
      unsafe scope.pointee.holds(fields.stream.nested),
      unsafe scope.pointee.holds(fields.log.nested),
      unsafe isString(fields.log.nested, in: scope)
    {
      return unsafe text(fields.log.nested, in: scope)
    }
    guard unsafe scope.pointee.seen & SeenKeys.journal != 0,
      unsafe scope.pointee.holds(fields.journalMessage.nested)
    else { return nil }
    let slot = fields.journalMessage.nested
    guard unsafe scope.pointee.slots[slot].kind == .array else {
      return unsafe text(slot, in: scope)
    }
    scratch.removeAll(keepingCapacity: true)
    unsafe JournalMessage.append(raw(slot, in: scope), to: &scratch)
    guard !scratch.isEmpty else { return nil }
    scratchText.replace(with: scratch)
    return unsafe UnsafeBufferPointer(start: scratchText.start, count: scratchText.count)
  }
}
