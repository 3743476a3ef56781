import LogModel
import LogParsing
import LogTestSupport

/// Runs the parser over bytes that come in given pieces, and tells the result in the reference's words.
enum ParsedLog {
  static func read(
    _ bytes: [UInt8], options: ParserOptions = ParserOptions(), pieces: () -> Int = { 65_536 }
  ) -> ReferenceResult {
    let parser = LogParser(options: options)
    var collected = Collected()
    var batch = EventBatch()
    var place = 0
    parser.restart(offset: 0)
    while true {
      let isLast = place == bytes.count
      switch parser.parse(isLast: isLast, into: &batch) {
      case .finished:
        collected.take(batch)
        return collected.result
      case .batchIsFull:
        collected.take(batch)
        parser.batchWasHandedOn(batch)
        batch.removeAll()
      case .stopped:
        return collected.result
      case .needsMore:
        // Some batches are handed on early, so that lines span them.
        if place % 3 == 0 {
          collected.take(batch)
          parser.batchWasHandedOn(batch)
          batch.removeAll()
        }
        guard !isLast else {
          collected.result.lines = -1
          return collected.result
        }
        let room = unsafe parser.room()
        let count = max(1, min(pieces(), room.count, bytes.count - place))
        unsafe room.copyBytes(from: bytes[place..<place + count])
        parser.add(count)
        place += count
      }
    }
  }

  /// What a worker does with batches, without counting.
  private struct Collected {
    var result = ReferenceResult()
    private var open: [ReferenceRecord] = []

    mutating func take(_ batch: EventBatch) {
      switch batch.openLine {
      case .undecided: break
      case .accepted:
        result.records += open
        open = []
      case .rejected: open = []
      }
      for (index, event) in batch.events.enumerated() {
        let record = ReferenceRecord(
          recordClass: event.recordClass, time: event.hasTime ? event.time : nil,
          tenant: text(event.tenant, in: batch),
          kind: event.recordClass == .error ? event.codeKind : nil,
          code: text(event.code, in: batch), user: text(event.user, in: batch),
          method: text(event.method, in: batch), line: event.line + result.lines + 1)
        if index < batch.openFrom { result.records.append(record) } else { open.append(record) }
      }
      result.lines += batch.lines.lines
      result.blank += batch.lines.blank
      result.malformed += batch.lines.malformed
      result.oversized += batch.lines.oversized
      result.parsed += batch.lines.parsed
      result.repaired += batch.lines.repaired
    }

    private func text(_ slice: ArenaSlice, in batch: EventBatch) -> [UInt8]? {
      slice.isNone ? nil : Array(batch.bytes(slice))
    }
  }
}
