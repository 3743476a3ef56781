/// What a record counts as, the first that applies (see the README, "The ledger").
@usableFromInline
package enum RecordClass: UInt8, Hashable, Sendable {
  case error
  case normal
  /// An event of the provider that has nothing to do with MFA.
  case other
  /// An id that was counted before; set by the worker, never by the parser.
  case duplicate
}

/// Bytes in the arena of the batch that the event stands in.
@usableFromInline
package struct ArenaSlice: Hashable, Sendable {
  @usableFromInline package var offset: UInt32
  @usableFromInline package var count: UInt32

  @inlinable
  package init(offset: UInt32, count: UInt32) {
    self.offset = offset
    self.count = count
  }

  /// No bytes: the record names no such thing.
  @inlinable package static var none: ArenaSlice { ArenaSlice(offset: 0, count: 0) }

  @inlinable package var isNone: Bool { count == 0 }
  @inlinable package var range: Range<Int> { Int(offset)..<Int(offset) + Int(count) }
}

/// One record of a log, as far as it is counted; of a fixed size, its texts lie in the batch's arena.
@usableFromInline
package struct Event: Hashable, Sendable {
  /// Without meaning unless `hasTime`.
  @usableFromInline package var time: EventTime
  @usableFromInline package var hasTime: Bool
  @usableFromInline package var recordClass: RecordClass
  /// Without meaning unless the record is an error.
  @usableFromInline package var codeKind: CodeKind
  /// The index in `CodeCatalogue.entries` for the kind `guardian`; -1 otherwise.
  @usableFromInline package var catalogueIndex: Int16
  /// None for a record that names no tenant.
  @usableFromInline package var tenant: ArenaSlice
  /// As written, aliases resolved; none unless the record is an error.
  @usableFromInline package var code: ArenaSlice
  @usableFromInline package var user: ArenaSlice
  /// Normalised (`otp`, `push`, ...); none when nothing tells it.
  @usableFromInline package var method: ArenaSlice
  /// `log_id` or event id for `--dedup`; none when the record has none.
  @usableFromInline package var id: ArenaSlice
  /// Where its first byte stands, counted from the first line of the batch, which is 0.
  @usableFromInline package var line: Int

  @inlinable
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

extension UnsafeBufferPointer where Element == UInt8 {
  /// The bytes of a slice of this arena.
  @inlinable
  package func bytes(_ slice: ArenaSlice) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(
      start: baseAddress.map { unsafe $0 + Int(slice.offset) },
      count: Int(slice.count))
  }
}
