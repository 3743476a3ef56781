import LogModel

/// Turns walked values into events: finds the record in its wrappers and reads its fields.
///
/// The way of a value: `emit` unwraps it step by step (FieldTable.wrappers, embedded text, arrays, OTLP)
/// until the innermost record is found, `finish` reads that record's fields, from the record outward
/// through the scopes around it.
@safe final class RecordReader {
  let options: ParserOptions
  let automaton: PathAutomaton
  let memory: ScopeMemory
  let fields: FieldRanges
  /// Decoded embedded texts, one for each level of embedding that is open.
  var embeddedTexts: [TextBuffer] = []
  var embeddedDepth = 0
  /// For one coded string at a time.
  var scratch: [UInt8] = []
  let scratchText = TextBuffer()
  var facts = LineFacts()
  var recentMinute = RecentMinute()
  /// Of the envelopes around the records of the batch at hand.
  var envelopes = EnvelopeMemo()
  /// Whether the records of the value at hand stand in lines of their own.
  var tracksLines = false
  /// Elements that end before this byte stand, even if their value's last line turns out to be broken.
  var settleLimit: Bytes?
  /// How many events of the batch come from such elements, or from values before.
  var settledEvents = 0
  /// Parts of Docker and CRI lines that wait for their end.
  let parts = PartJoiner()

  var context: Context { unsafe memory.context }

  init(options: ParserOptions) {
    self.options = options
    automaton = PathAutomaton(overrides: options.overrides)
    memory = ScopeMemory(automaton: automaton)
    fields = FieldRanges(automaton)
  }

  // MARK: Values of a scope

  func scope(_ index: Int32) -> UnsafeMutablePointer<Scope> {
    unsafe context.pointee.scopes + Int(index)
  }

  /// The text of a slot as it stands, without decoding.
  @inline(__always)
  func raw(
    _ slot: Int, in scope: UnsafeMutablePointer<Scope>
  ) -> UnsafeBufferPointer<UInt8> {
    let value = unsafe scope.pointee.slots[slot]
    return unsafe UnsafeBufferPointer(
      start: scope.pointee.base + Int(value.offset), count: Int(value.count))
  }

  /// The text of a slot, decoded; valid until the next coded text is read.
  @inline(__always)
  func text(
    _ slot: Int, in scope: UnsafeMutablePointer<Scope>
  ) -> UnsafeBufferPointer<UInt8> {
    let bytes = unsafe raw(slot, in: scope)
    guard unsafe scope.pointee.slots[slot].kind == .codedString else { return unsafe bytes }
    return unsafe decoded(bytes)
  }

  private func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    scratch.removeAll(keepingCapacity: true)
    if let start = bytes.baseAddress {
      unsafe StringDecoder.append(start, count: bytes.count, to: &scratch)
    }
    scratchText.replace(with: scratch)
    return unsafe UnsafeBufferPointer(start: scratchText.start, count: scratchText.count)
  }

  /// The slot of a fact that holds a value, the dotted key before the nested one; nil when none does.
  @inline(__always)
  func slot(_ fact: FactSlots, in scope: UnsafeMutablePointer<Scope>) -> Int? {
    if unsafe scope.pointee.holds(fact.dotted) { return fact.dotted }
    return unsafe scope.pointee.holds(fact.nested) ? fact.nested : nil
  }

  /// The text of a fact; nil when the scope has none.
  @inline(__always)
  func text(
    of fact: FactSlots, in scope: UnsafeMutablePointer<Scope>
  ) -> UnsafeBufferPointer<UInt8>? {
    guard let slot = unsafe slot(fact, in: scope),
      unsafe scope.pointee.slots[slot].kind != .array
    else { return nil }
    return unsafe text(slot, in: scope)
  }

  /// The text of a fact that must be a string; nil when the scope has none.
  func string(
    of fact: FactSlots, in scope: UnsafeMutablePointer<Scope>
  ) -> UnsafeBufferPointer<UInt8>? {
    guard let slot = unsafe slot(fact, in: scope), unsafe isString(slot, in: scope) else {
      return nil
    }
    return unsafe text(slot, in: scope)
  }

  /// Whether the slot holds a string (and not a number or an array).
  @inline(__always)
  func isString(_ slot: Int, in scope: UnsafeMutablePointer<Scope>) -> Bool {
    let kind = unsafe scope.pointee.slots[slot].kind
    return kind == .plainString || kind == .codedString
  }

  /// Drops the notes of values that do not end before a byte.
  func forgetNotes(of scope: UnsafeMutablePointer<Scope>, from limit: Bytes) {
    func kept(_ word: Int, _ bits: UInt64) -> UInt64 {
      var kept = bits
      for bit in 0..<64 where bits & (1 << UInt64(bit)) != 0 {
        let value = unsafe scope.pointee.slots[word << 6 | bit]
        if unsafe scope.pointee.base + Int(value.offset) + Int(value.count) > limit {
          kept &= ~(1 << UInt64(bit))
        }
      }
      return kept
    }
    for word in 0..<FieldSlots.words {
      unsafe scope.pointee.words[word] = unsafe kept(word, scope.pointee.words[word])
    }
  }

  /// The first value of a group in a scope, in the order of the field table.
  @inline(__always)
  func firstSlot(
    of range: FieldSlots.Range, in scope: UnsafeMutablePointer<Scope>
  ) -> Int? {
    let bits = unsafe scope.pointee.word(range.word) & range.mask
    return bits == 0 ? nil : range.word << 6 | bits.trailingZeroBitCount
  }

  /// The first value that the user's own paths of a field name, from the record outward.
  func overrideSlot(
    _ group: FieldTable.Group, from record: Int32
  ) -> (slot: Int, scope: UnsafeMutablePointer<Scope>)? {
    guard let slots = automaton.overrideSlots[group] else { return nil }
    var index = record
    while index >= 0 {
      let scope = unsafe scope(index)
      for slot in slots where unsafe scope.pointee.holds(slot) { return unsafe (slot, scope) }
      index = unsafe scope.pointee.parent
    }
    return nil
  }
}

/// The slot ranges and single slots that reading needs, looked up once.
struct FieldRanges {
  let code, text, time, logLevel, id, tenant, user, method: FieldSlots.Range
  let type, responseName, requestPath, hostname, source, sourceLabel: FactSlots
  let authenticatorType, authenticatorID, authenticatorPhone, enrollmentPhone: FactSlots
  let messageType, stream, log, message, journalMessage, event, logs, logEvents: FactSlots
  let resourceLogs, description, body, bodyText: FactSlots
  /// The slots of the texts that may be an embedded record, in the order in which they are tried.
  let embedded: [Int]
  /// The presence word and bits of everything that can lead to another record.
  let arrayMask: UInt64
  let indirectTenantMask: UInt64
  let embeddedMasks: (text: UInt64, facts: UInt64)
  let hasOverrides: Bool
  /// The slots of log levels whose numbers count on the scale of OTLP or of syslog.
  let severityNumber, priority: FactSlots
  let syslogSeverity: FactSlots
  /// The place of `id`, which is an event's id only on an envelope.
  let plainID: FactSlots

  init(_ automaton: PathAutomaton) {
    let slots = automaton.slots
    func fact(_ path: String) -> FactSlots { slots.slots(of: path, in: .facts) }
    func bit(_ fact: FactSlots) -> UInt64 { 1 << UInt64(fact.nested & 63) }
    code = slots.range(of: .code)
    text = slots.range(of: .text)
    time = slots.range(of: .time)
    logLevel = slots.range(of: .logLevel)
    id = slots.range(of: .id)
    tenant = slots.range(of: .tenant)
    user = slots.range(of: .user)
    method = slots.range(of: .method)
    type = fact("type")
    responseName = fact("details.response.body.name")
    requestPath = fact("details.request.path")
    hostname = fact("hostname")
    source = fact("source")
    sourceLabel = fact("p_source_label")
    authenticatorType = fact("details.authenticator.type")
    authenticatorID = fact("details.authenticator.id")
    authenticatorPhone = fact("details.authenticator.phone_number")
    enrollmentPhone = fact("details.enrollment.phone_number")
    messageType = fact("messageType")
    stream = fact("stream")
    log = slots.slots(of: "log", in: .text)
    message = slots.slots(of: "message", in: .text)
    description = slots.slots(of: "description", in: .text)
    journalMessage = fact("MESSAGE")
    event = fact("event")
    logs = fact("logs")
    logEvents = fact("logEvents")
    resourceLogs = fact("resourceLogs")
    body = fact("body")
    bodyText = fact("body.stringValue")
    arrayMask = bit(logs) | bit(logEvents) | bit(resourceLogs)
    indirectTenantMask = [responseName, requestPath, hostname, source, sourceLabel]
      .reduce(0) { $0 | bit($1) | 1 << UInt64($1.dotted & 63) }
    var textMask: UInt64 = 0
    var factsMask: UInt64 = 0
    embedded = FieldTable.embeddedText.flatMap { path -> [Int] in
      let group: FieldTable.Group = FieldTable.text.contains(path) ? .text : .facts
      let found = slots.slots(of: path, in: group)
      for slot in Set([found.dotted, found.nested]) {
        if group == .text {
          textMask |= 1 << UInt64(slot & 63)
        } else {
          factsMask |= 1 << UInt64(slot & 63)
        }
      }
      return found.dotted == found.nested ? [found.nested] : [found.dotted, found.nested]
    }
    embeddedMasks = (textMask, factsMask)
    hasOverrides = !automaton.overrideSlots.isEmpty
    severityNumber = slots.slots(of: "severityNumber", in: .logLevel)
    priority = slots.slots(of: "PRIORITY", in: .logLevel)
    syslogSeverity = slots.slots(of: "syslog.severity", in: .logLevel)
    plainID = slots.slots(of: "id", in: .id)
  }
}
