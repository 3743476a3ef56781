import LogModel

extension RecordReader {
  /// Reads the fields of a record and adds its event.
  ///
  /// What it is, the first that applies: *other* (an event of the provider that is not about MFA), *error*
  /// (it has a code, or its type is a failure), *normal*.
  func finish(record: Int32, into batch: inout EventBatch) {
    let scope = unsafe scope(record)
    var event = Event(line: facts.line)
    var isFailure = false
    if unsafe isProviderEvent(scope) {
      switch unsafe EventTypes.outcome(ofUTF8: text(fields.type.nested, in: scope)) {
      case .failure: isFailure = true
      case .neutral, .success: break
      case nil:
        event.recordClass = .other
        return add(&event, record: record, to: &batch)
      }
    }
    if let found = unsafe findCode(of: record, scope, isFailure: isFailure) {
      unsafe set(found, in: &event, &batch)
    } else if isFailure {
      event.recordClass = .error
      event.codeKind = .event
      unsafe event.code = store(text(fields.type.nested, in: scope), in: &batch)
    }
    add(&event, record: record, to: &batch)
  }

  /// Adds the event of a plain line of text behind a header or in a wrapper.
  func finish(
    plainText text: UnsafeBufferPointer<UInt8>, envelope: Int32, into batch: inout EventBatch
  ) {
    var event = Event(line: facts.line)
    if options.searchesText, let index = unsafe CodeSearch.code(in: text) {
      unsafe set(.guardian(index), in: &event, &batch)
    }
    add(&event, record: envelope, isPlainText: true, to: &batch)
  }

  private func set(_ code: FoundCode, in event: inout Event, _ batch: inout EventBatch) {
    event.recordClass = .error
    switch unsafe code {
    case .guardian(let index):
      event.codeKind = .guardian
      event.catalogueIndex = Int16(index)
      event.code = ArenaSlice(
        offset: UInt32(batch.arena.count), count: UInt32(CodeSearch.names[index].count))
      batch.arena.append(contentsOf: CodeSearch.names[index])
    case .foreign(let slot, let scope, let isNumber):
      let bytes = unsafe text(slot, in: scope)
      event.codeKind =
        unsafe isNumber || bytes.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) ? .provider : .other
      unsafe event.code = store(bytes, in: &batch)
    }
  }

  /// Reads what every record has, from the record outward, and adds the event.
  ///
  /// Of plain text, `record` is the envelope around it.
  private func add(
    _ event: inout Event, record: Int32, isPlainText: Bool = false, to batch: inout EventBatch
  ) {
    if let time = time(from: record, in: &batch) {
      event.time = time
      event.hasTime = true
    }
    if options.findsIDs { event.id = id(from: record, in: &batch) }
    // A comparison would call a function: `==` of another module's enumeration is not inlined.
    switch event.recordClass {
    case .other, .duplicate: break
    case .normal:
      event.tenant = tenant(from: record, in: &batch)
      if options.methods == .ofAll {
        event.method = method(from: record, isPlainText: isPlainText, code: -1, in: &batch)
      }
    case .error:
      event.tenant = tenant(from: record, in: &batch)
      event.user = user(from: record, in: &batch)
      if options.methods != .ofNone {
        event.method = method(
          from: record, isPlainText: isPlainText, code: event.catalogueIndex, in: &batch)
      }
    }
    batch.events.append(event)
  }

  /// Copies a text into the batch.
  func store(
    _ bytes: UnsafeBufferPointer<UInt8>, in batch: inout EventBatch
  ) -> ArenaSlice {
    let slice = ArenaSlice(offset: UInt32(batch.arena.count), count: UInt32(bytes.count))
    unsafe batch.arena.append(contentsOf: bytes)
    return slice
  }

  // MARK: Fields that are looked for from the record outward

  private func time(from record: Int32, in batch: inout EventBatch) -> EventTime? {
    if fields.hasOverrides, let found = unsafe overrideSlot(.timeOverride, from: record),
      let time = unsafe time(found.slot, in: found.scope, record: record).time
    {
      return time
    }
    var index = record
    while index >= 0 {
      let scope = unsafe scope(index)
      var bits = unsafe scope.pointee.word(fields.time.word) & fields.time.mask
      while bits != 0 {
        let slot = fields.time.word << 6 | bits.trailingZeroBitCount
        let found = unsafe time(slot, in: scope, record: record)
        if let time = found.time {
          if found.isAssumedUTC { batch.lines.assumedUTC += 1 }
          return time
        }
        bits &= bits - 1
      }
      index = unsafe scope.pointee.parent
    }
    if let time = facts.time { return time }
    return logIDTime(from: record)
  }

  /// The time in a slot; a long one of an envelope is read once for all its records.
  @inline(__always)
  private func time(
    _ slot: Int, in scope: UnsafeMutablePointer<Scope>, record: Int32
  ) -> (time: EventTime?, isAssumedUTC: Bool) {
    guard unsafe raw(slot, in: scope).count > EnvelopeMemo.shortest,
      unsafe scope != self.scope(record)
    else { return unsafe time(slot, in: scope) }
    let key = unsafe EnvelopeMemo.Key(scope: scope.pointee.number, place: slot)
    if case .time(let time, let isAssumedUTC)? = envelopes[key] { return (time, isAssumedUTC) }
    let found = unsafe time(slot, in: scope)
    envelopes[key] = .time(found.time, isAssumedUTC: found.isAssumedUTC)
    return found
  }

  @inline(__always)
  private func time(
    _ slot: Int, in scope: UnsafeMutablePointer<Scope>
  ) -> (time: EventTime?, isAssumedUTC: Bool) {
    let kind = unsafe scope.pointee.slots[slot].kind
    guard kind != .array else { return (nil, false) }
    let bytes = unsafe text(slot, in: scope)
    guard let start = bytes.baseAddress else { return (nil, false) }
    if kind == .number { return unsafe (TimestampParser.number(start, count: bytes.count), false) }
    // Copied out and in: an access that lasts through a call would be kept book of, which cost 3 % of a run.
    var minute = recentMinute
    let time = unsafe minute.time(start, count: bytes.count)
    recentMinute = minute
    guard let time else {
      return (nil, false)
    }
    let isAssumedUTC =
      unsafe kind == .plainString && !TimestampParser.tellsOffset(start, count: bytes.count)
    return (time, isAssumedUTC)
  }

  private func logIDTime(from record: Int32) -> EventTime? {
    // `log_id` is the first path of its group.
    let slot = fields.id.word << 6 | fields.id.mask.trailingZeroBitCount
    var index = record
    while index >= 0 {
      let scope = unsafe scope(index)
      // 56 digits, at most six bytes each when they are written as escapes.
      if unsafe scope.pointee.holds(slot), unsafe isString(slot, in: scope),
        unsafe raw(slot, in: scope).count <= 56 * 6
      {
        let bytes = unsafe text(slot, in: scope)
        if let start = bytes.baseAddress,
          let time = unsafe TimestampParser.logIDTime(start, count: bytes.count)
        {
          return time
        }
      }
      index = unsafe scope.pointee.parent
    }
    return nil
  }

  private func user(from record: Int32, in batch: inout EventBatch) -> ArenaSlice {
    if fields.hasOverrides, let found = unsafe overrideSlot(.userOverride, from: record) {
      return unsafe store(found.slot, in: found.scope, record: record, into: &batch)
    }
    var index = record
    while index >= 0 {
      let scope = unsafe scope(index)
      if let slot = unsafe firstSlot(of: fields.user, in: scope) {
        return unsafe store(slot, in: scope, record: record, into: &batch)
      }
      index = unsafe scope.pointee.parent
    }
    return .none
  }

  /// What tells one delivery of a record from other records.
  private func id(from record: Int32, in batch: inout EventBatch) -> ArenaSlice {
    var index = record
    while index >= 0 {
      let scope = unsafe scope(index)
      var bits = unsafe scope.pointee.word(fields.id.word) & fields.id.mask
      while bits != 0 {
        let slot = fields.id.word << 6 | bits.trailingZeroBitCount
        // `id` by itself may be anything; on an envelope of a delivery it is the event's.
        let isEventID =
          unsafe slot != fields.plainID.nested
          || index != record || scope.pointee.seen & SeenKeys.envelopeID != 0
        if isEventID {
          return unsafe store(slot, in: scope, record: record, into: &batch)
        }
        bits &= bits - 1
      }
      index = unsafe scope.pointee.parent
    }
    return .none
  }
}

extension RecordReader {
  /// The time that Docker gave a line.
  func dockerTime(of scope: UnsafeMutablePointer<Scope>) -> EventTime? {
    guard let slot = unsafe firstSlot(of: fields.time, in: scope) else { return nil }
    return unsafe time(slot, in: scope).time
  }
}
