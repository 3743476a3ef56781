import LogModel

/// Where a record stands: the number of its source in the run, and its line there.
package struct RecordPlace: Hashable, Comparable, Sendable {
  package var source: Int32
  /// The first line is 1.
  package var line: Int

  package init(source: Int, line: Int) {
    self.source = Int32(truncatingIfNeeded: source)
    self.line = line
  }

  package static func < (left: RecordPlace, right: RecordPlace) -> Bool {
    left.source != right.source ? left.source < right.source : left.line < right.line
  }
}

/// What was counted in each of many cells: records, their first and last time, users, an example.
package struct CellStore: Sendable {
  private var tallies: [Tally] = []
  private var users = UserSets()
  /// The place of the earliest record of each cell; empty unless `keepsExamples`.
  private var examples: [RecordPlace] = []
  private let keepsExamples: Bool

  package init(keepsExamples: Bool) { self.keepsExamples = keepsExamples }

  package var count: Int { tallies.count }

  package func records(at index: Int) -> Int { tallies[index].count }
  package func first(at index: Int) -> EventTime? { tallies[index].first }
  package func last(at index: Int) -> EventTime? { tallies[index].last }
  func fewUsers(at index: Int) -> FewUsers { users.few(at: index) }
  package func userCount(at index: Int) -> UserCount? { users.count(at: index) }

  /// Nil unless examples are kept.
  package func example(at index: Int) -> RecordPlace? { keepsExamples ? examples[index] : nil }

  /// A new cell without records, at the end.
  package mutating func append() {
    tallies.append(Tally())
    users.append()
    if keepsExamples { examples.append(RecordPlace(source: 0, line: 0)) }
  }

  /// Makes room for so many cells, which need not all come.
  mutating func reserve(count: Int) {
    tallies.reserveCapacity(count)
    users.reserve(count: count)
    if keepsExamples { examples.reserveCapacity(count) }
  }

  /// A copy of a cell of `other`, at the end.
  mutating func append(_ other: CellStore, at index: Int) {
    tallies.append(other.tallies[index])
    users.append(other.users, at: index)
    if keepsExamples { examples.append(other.examples[index]) }
  }

  /// Counts a record; its user is `ByteHash.user`, or 0 when it names none.
  mutating func add(at index: Int, time: EventTime?, user: UInt64, place: RecordPlace) {
    if keepsExamples { keepEarlier(place, at: time, in: index) }
    tallies[index].add(time)
    if user != 0 { users.insert(user, at: index) }
  }

  /// Adds what is known of some records; without examples.
  mutating func add(at index: Int, _ tally: Tally, users more: DistinctUsers) {
    tallies[index].merge(tally)
    users.formUnion(at: index, with: more)
  }

  /// Puts what is in a cell of `other` into a cell of this.
  package mutating func merge(at index: Int, with other: CellStore, at otherIndex: Int) {
    if keepsExamples, other.records(at: otherIndex) > 0 {
      keepEarlier(other.examples[otherIndex], at: other.first(at: otherIndex), in: index)
    }
    tallies[index].merge(other.tallies[otherIndex])
    users.formUnion(at: index, with: other.users, at: otherIndex)
  }

  func addUsers(at index: Int, to set: inout DistinctUsers) {
    users.addUsers(at: index, to: &set)
  }

  /// Puts the users of all cells into `set`.
  func addAllUsers(to set: inout DistinctUsers) { users.addAllUsers(to: &set) }

  func addUsers(at index: Int, to sets: inout UserSets, at otherIndex: Int) {
    sets.formUnion(at: otherIndex, with: users, at: index)
  }

  /// Makes a record the example when it is earlier than the one that is.
  ///
  /// Records without a time are later than all others. Among equals the place decides, so that the
  /// order of reading does not.
  private mutating func keepEarlier(_ place: RecordPlace, at time: EventTime?, in index: Int) {
    let isEarlier: Bool
    if records(at: index) == 0 {
      isEarlier = true
    } else {
      switch (time, first(at: index)) {
      case (let time?, let first?): isEarlier = (time, place) < (first, examples[index])
      case (_?, nil): isEarlier = true
      case (nil, _?): isEarlier = false
      case (nil, nil): isEarlier = place < examples[index]
      }
    }
    if isEarlier { examples[index] = place }
  }
}
