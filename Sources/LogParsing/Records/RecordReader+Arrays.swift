import Glibc
import LogModel

extension RecordReader {
  /// Adds the records of `logs`, `logEvents` or `resourceLogs`; false when the object has none of them.
  func emitArrays(
    of index: Int32, _ scope: UnsafeMutablePointer<Scope>, into batch: inout EventBatch
  ) -> Bool {
    guard unsafe scope.pointee.level < WalkContext.maximumLevel else { return false }
    if unsafe scope.pointee.level > 0 { tracksLines = false }
    if let slot = unsafe slot(fields.resourceLogs, in: scope),
      unsafe scope.pointee.slots[slot].kind == .array
    {
      unsafe emitResourceLogs(raw(slot, in: scope), envelope: index, into: &batch)
      return true
    }
    if index == 0, unsafe context.pointee.recordArrayCount > 0 {
      return unsafe emitRecordArrays(of: scope, into: &batch)
    }
    for fact in [fields.logEvents, fields.logs] {
      guard let slot = unsafe slot(fact, in: scope),
        unsafe scope.pointee.slots[slot].kind == .array,
        let start = unsafe raw(slot, in: scope).baseAddress
      else { continue }
      let end = unsafe start + raw(slot, in: scope).count
      let found = unsafe emitElements(
        start + 1, until: end, envelope: index, isLogEvent: fact.nested == fields.logEvents.nested,
        into: &batch)
      // `"logs": ["a", "b"]` is a field of somebody's record.
      if unsafe found.objects > 0 || found.others == 0 || !holdsFields(scope) {
        batch.lines.ignoredElements += found.others
        return true
      }
    }
    return false
  }

  /// Adds the records of all arrays of records of an object that is a value of a line.
  private func emitRecordArrays(
    of scope: UnsafeMutablePointer<Scope>, into batch: inout EventBatch
  ) -> Bool {
    let arrays = unsafe Array(
      UnsafeBufferPointer(
        start: context.pointee.recordArrays, count: context.pointee.recordArrayCount))
    unsafe context.pointee.recordArrayCount = 0
    var isWrapper = false
    for index in unsafe arrays.indices {
      let array = unsafe arrays[index]
      guard let end = unsafe array.end else { continue }
      let found = unsafe emitElements(
        array.start, until: end, envelope: 0, isLogEvent: array.isLogEvents, into: &batch)
      // `"logs": ["a", "b"]` is a field of somebody's record.
      if unsafe found.objects > 0 || found.others == 0 || !holdsFields(scope) {
        batch.lines.ignoredElements += found.others
        isWrapper = true
      }
    }
    return isWrapper
  }

  /// Whether anything else of an object is wanted, so that it may be a record itself.
  private func holdsFields(_ scope: UnsafeMutablePointer<Scope>) -> Bool {
    unsafe scope.pointee.word(0) | scope.pointee.word(1) | scope.pointee.word(2) != 0
  }

  /// CloudWatch tests its destinations with control messages; they hold no record.
  func isControlMessage(_ scope: UnsafeMutablePointer<Scope>) -> Bool {
    guard let text = unsafe text(of: fields.messageType, in: scope) else { return false }
    return unsafe equals(text, "CONTROL_MESSAGE")
  }

  /// Adds the records of the objects among the elements of an array whose grammar was checked.
  ///
  /// `start` is the byte behind the bracket. Elements that are not complete before `limit` are left out.
  /// `isLogEvent` tells whether the record is the `message` of each element. What comes back is how many
  /// elements were objects, and how many were not.
  @discardableResult
  func emitElements(
    _ start: Bytes, until limit: Bytes, envelope: Int32, isLogEvent: Bool = false,
    into batch: inout EventBatch
  ) -> (objects: Int, others: Int) {
    let wasEmbedded = unsafe context.pointee.isEmbedded
    let scopes = unsafe context.pointee.scopeCount
    unsafe context.pointee.isEmbedded = true
    let line = facts.line
    // Lists inside the elements belong to their element's line.
    let wasTracking = self.tracksLines
    let tracksLines = wasTracking && embeddedDepth == 0
    self.tracksLines = false
    defer {
      unsafe context.pointee.isEmbedded = wasEmbedded
      unsafe context.pointee.scopeCount = scopes
      facts.line = line
      self.tracksLines = wasTracking
    }
    var found = (objects: 0, others: 0)
    // The line at hand is the one in which the object around the array begins.
    var counted = unsafe tracksLines && envelope >= 0 ? self.scope(envelope).pointee.base : start
    var place = unsafe Walker.blanks(start, context)
    while unsafe place < limit, unsafe place[0] != UInt8(ascii: "]") {
      if unsafe place[0] == UInt8(ascii: "{") {
        unsafe context.pointee.scopeCount = scopes
        guard
          let element = unsafe Walker.record(place, parent: envelope, depth: 2, context),
          unsafe element.end <= limit
        else { return found }
        if tracksLines { facts.line += unsafe lineFeeds(from: counted, to: place) }
        unsafe counted = unsafe place
        found.objects += 1
        if isLogEvent {
          unsafe emitLogEvent(element.scope, into: &batch)
        } else {
          unsafe emit(element.scope, into: &batch)
        }
        if tracksLines, let limit = unsafe settleLimit, unsafe element.end <= limit {
          settledEvents = batch.events.count
        }
        unsafe place = unsafe element.end
      } else {
        guard let end = unsafe Walker.value(place, depth: 1, context), unsafe end <= limit else {
          return found
        }
        found.others += 1
        unsafe place = unsafe end
      }
      unsafe place = unsafe Walker.blanks(place, context)
      if unsafe place[0] == UInt8(ascii: ",") {
        unsafe place = unsafe Walker.blanks(place + 1, context)
      }
    }
    return found
  }

  /// An element of CloudWatch's `logEvents`: its `message` is the record, JSON text or plain.
  func emitLogEvent(_ index: Int32, into batch: inout EventBatch) {
    let scope = unsafe scope(index)
    let slot = fields.message.nested
    guard unsafe scope.pointee.holds(slot), unsafe isString(slot, in: scope) else {
      return emit(index, into: &batch)
    }
    let text = unsafe Array(text(slot, in: scope))
    if emitJSON(text, envelope: index, into: &batch) { return }
    unsafe text.withUnsafeBufferPointer {
      unsafe finish(plainText: $0, envelope: index, into: &batch)
    }
  }

  func lineFeeds(from start: Bytes, to end: Bytes) -> Int {
    var count = 0
    var place = unsafe start
    while unsafe place < end, let found = unsafe memchr(place, 0x0A, end - place) {
      count += 1
      unsafe place = unsafe Bytes(found.assumingMemoryBound(to: UInt8.self)) + 1
    }
    return count
  }

  /// Whether the bytes are exactly an ASCII word.
  func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard let start = bytes.baseAddress else { return word.utf8CodeUnitCount == 0 }
    return unsafe bytes.count == word.utf8CodeUnitCount
      && memcmp(start, word.utf8Start, bytes.count) == 0
  }
}
