/// What a record counts as, the first that applies (see the README, "The ledger").
package enum RecordClass: UInt8, Hashable, Sendable {
  case error
  case normal
  /// An event of the provider that has nothing to do with MFA.
  case other
  /// An id that was counted before; set by the worker, never by the parser.
  case duplicate
}

/// Bytes in the arena of the batch that the event stands in.
package struct ArenaSlice: Hashable, Sendable {
  package var offset: UInt32
  package var count: UInt32

  package init(offset: UInt32, count: UInt32) {
    self.offset = offset
    self.count = count
  }

  /// No bytes: the record names no such thing.
  package static let none = ArenaSlice(offset: 0, count: 0)

  package var isNone: Bool { count == 0 }
  package var range: Range<Int> { Int(offset)..<Int(offset) + Int(count) }
}

/// One record of a log, as far as it is counted; of a fixed size, its texts lie in the batch's arena.
package struct Event: Hashable, Sendable {
  /// Without meaning unless `hasTime`.
  package var time: EventTime
  package var hasTime: Bool
  package var recordClass: RecordClass
  /// Without meaning unless the record is an error.
  package var codeKind: CodeKind
  /// The index in `CodeCatalogue.entries` for the kind `guardian`; -1 otherwise.
  package var catalogueIndex: Int16
  /// None for a record that names no tenant.
  package var tenant: ArenaSlice
  /// As written, aliases resolved; none unless the record is an error.
  package var code: ArenaSlice
  package var user: ArenaSlice
  /// Normalised (`otp`, `push`, ...); none when nothing tells it.
  package var method: ArenaSlice
  /// `log_id` or event id for `--dedup`; none when the record has none.
  package var id: ArenaSlice
  /// Where its first byte stands, counted from the first line of the batch, which is 0.
  package var line: Int

  package init(
    time: EventTime = EventTime(seconds: 0), hasTime: Bool = false,
    recordClass: RecordClass = .normal, codeKind: CodeKind = .other, catalogueIndex: Int16 = -1,
    tenant: ArenaSlice = .none, code: ArenaSlice = .none, user: ArenaSlice = .none,
    method: ArenaSlice = .none, id: ArenaSlice = .none, line: Int = 0
  ) {
    self.time = time
    self.hasTime = hasTime
    self.recordClass = recordClass
    self.codeKind = codeKind
    self.catalogueIndex = catalogueIndex
    self.tenant = tenant
    self.code = code
    self.user = user
    self.method = method
    self.id = id
    self.line = line
  }
}
