import LogModel
import LogParsing
import LogTestSupport

/// What the parser makes of bytes that come in given pieces, as a worker sees it, without counting.
package struct ParsedLog: Equatable {
  /// A record with what the reference does not tell of it.
  package struct Record: Hashable {
    package var record: ReferenceRecord
    package var id: [UInt8]?
    package var catalogueIndex: Int
  }

  package private(set) var records: [Record] = []
  package private(set) var books = LineLedger()
  /// Their lines are counted from the start of the input, which is 0.
  package private(set) var rejections: [Rejection] = []
  /// Whether the parser asked for more when there was no more.
  package private(set) var isStuck = false
  /// Records of a line that has not ended.
  private var open: [Record] = []

  /// Parses with a parser that may have parsed before; `pieces` tells how many bytes come next.
  package init(_ bytes: [UInt8], parser: LogParser, pieces: () -> Int) {
    var batch = EventBatch()
    var place = 0
    parser.restart(offset: 0)
    while true {
      let isLast = place == bytes.count
      switch parser.parse(isLast: isLast, into: &batch) {
      case .finished:
        take(batch)
        return
      case .batchIsFull:
        take(batch)
        parser.batchWasHandedOn(batch)
        batch.removeAll()
      case .stopped:
        return
      case .needsMore:
        // Some batches are handed on early, so that lines span them.
        if place % 3 == 0 {
          take(batch)
          parser.batchWasHandedOn(batch)
          batch.removeAll()
        }
        guard !isLast else {
          isStuck = true
          return
        }
        let room = unsafe parser.room()
        let count = max(1, min(pieces(), room.count, bytes.count - place))
        unsafe room.copyBytes(from: bytes[place..<place + count])
        parser.add(count)
        place += count
      }
    }
  }

  /// What a new parser makes of the bytes, in the reference's words.
  package static func read(
    _ bytes: [UInt8], options: ParserOptions = ParserOptions(), pieces: () -> Int = { 65_536 }
  ) -> ReferenceResult {
    ParsedLog(bytes, parser: LogParser(options: options), pieces: pieces).result
  }

  /// In the reference's words; minus one line when the parser was stuck.
  package var result: ReferenceResult {
    var result = ReferenceResult()
    result.lines = isStuck ? -1 : books.lines
    result.blank = books.blank
    result.malformed = books.malformed
    result.oversized = books.oversized
    result.parsed = books.parsed
    result.repaired = books.repaired
    result.records = records.map(\.record)
    return result
  }

  private mutating func take(_ batch: EventBatch) {
    switch batch.openLine {
    case .undecided: break
    case .accepted:
      records += open
      open = []
    case .rejected: open = []
    }
    for (index, event) in batch.events.enumerated() {
      let record = ReferenceRecord(
        recordClass: event.recordClass, time: event.hasTime ? event.time : nil,
        tenant: text(event.tenant, in: batch),
        kind: event.recordClass == .error ? event.codeKind : nil,
        code: text(event.code, in: batch), user: text(event.user, in: batch),
        method: text(event.method, in: batch), line: event.line + books.lines + 1)
      let found = Record(
        record: record, id: text(event.id, in: batch), catalogueIndex: Int(event.catalogueIndex))
      if index < batch.openFrom { records.append(found) } else { open.append(found) }
    }
    for var rejection in batch.rejections {
      rejection.line += books.lines
      rejections.append(rejection)
    }
    books += batch.lines
  }

  private func text(_ slice: ArenaSlice, in batch: EventBatch) -> [UInt8]? {
    slice.isNone ? nil : Array(batch.bytes(slice))
  }
}
