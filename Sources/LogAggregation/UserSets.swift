import LogModel

/// The distinct users of many cells: two a cell in place, larger sets on the side.
///
/// Most cells of a real log hold one or two users; for them a set costs 16 bytes and no allocation.
struct UserSets: Sendable {
  /// At most two users, or where to find more.
  ///
  /// Both zero: no user. `first` only: one user. Both not zero: two, ascending. `second` only: the
  /// set number `second - 1` of `large`.
  private struct Slot {
    var first: UInt64 = 0
    var second: UInt64 = 0

    var isLarge: Bool { first == 0 && second != 0 }
    var largeIndex: Int { Int(second) - 1 }
  }

  private var slots: [Slot] = []
  private var large: [DistinctUsers] = []

  init() {}

  mutating func append() { slots.append(Slot()) }

  /// Makes room for so many sets, which need not all come.
  mutating func reserve(count: Int) { slots.reserveCapacity(count) }

  /// A copy of a set of `other`, at the end.
  mutating func append(_ other: UserSets, at index: Int) {
    var slot = other.slots[index]
    if slot.isLarge {
      large.append(other.large[slot.largeIndex])
      slot.second = UInt64(large.count)
    }
    slots.append(slot)
  }

  func few(at index: Int) -> FewUsers {
    let slot = slots[index]
    if slot.isLarge { return .many }
    return slot.first == 0 ? .none : slot.second == 0 ? .one : .two
  }

  func count(at index: Int) -> UserCount? {
    let slot = slots[index]
    if slot.isLarge { return large[slot.largeIndex].count }
    if slot.first == 0 { return nil }
    return UserCount(count: slot.second == 0 ? 1 : 2, isEstimate: false)
  }

  /// Puts in a user, whose hash is not zero.
  mutating func insert(_ hash: UInt64, at index: Int) {
    let slot = slots[index]
    if slot.isLarge {
      large[slot.largeIndex].insert(hash)
    } else if slot.first == 0 {
      slots[index].first = hash
    } else if slot.first == hash || slot.second == hash {
      return
    } else if slot.second == 0 {
      slots[index] = Slot(first: min(slot.first, hash), second: max(slot.first, hash))
    } else {
      var users = DistinctUsers(ascending: [slot.first, slot.second])
      users.insert(hash)
      large.append(users)
      slots[index] = Slot(first: 0, second: UInt64(large.count))
    }
  }

  /// Puts the users of one cell of `other` into a cell of this.
  mutating func formUnion(at index: Int, with other: UserSets, at otherIndex: Int) {
    let slot = other.slots[otherIndex]
    guard slot.isLarge else {
      if slot.first != 0 { insert(slot.first, at: index) }
      if slot.second != 0 { insert(slot.second, at: index) }
      return
    }
    if !slots[index].isLarge {
      var users = DistinctUsers()
      addUsers(at: index, to: &users)
      large.append(users)
      slots[index] = Slot(first: 0, second: UInt64(large.count))
    }
    large[slots[index].largeIndex].formUnion(other.large[slot.largeIndex])
  }

  /// Puts some users into a cell.
  mutating func formUnion(at index: Int, with users: DistinctUsers) {
    if users.sketch.isEmpty, users.hashes.count <= 2 {
      for hash in users.hashes { insert(hash, at: index) }
      return
    }
    if !slots[index].isLarge {
      var own = DistinctUsers()
      addUsers(at: index, to: &own)
      large.append(own)
      slots[index] = Slot(first: 0, second: UInt64(large.count))
    }
    large[slots[index].largeIndex].formUnion(users)
  }

  /// Puts the users of one cell into `users`.
  func addUsers(at index: Int, to users: inout DistinctUsers) {
    let slot = slots[index]
    if slot.isLarge {
      users.formUnion(large[slot.largeIndex])
    } else {
      if slot.first != 0 { users.insert(slot.first) }
      if slot.second != 0 { users.insert(slot.second) }
    }
  }
  /// Puts the users of all cells into `users`.
  func addAllUsers(to users: inout DistinctUsers) {
    for slot in slots where !slot.isLarge {
      if slot.first != 0 { users.insert(slot.first) }
      if slot.second != 0 { users.insert(slot.second) }
    }
    for set in large { users.formUnion(set) }
  }
}

/// How many users a cell has, where that is few.
///
/// Those who walk over cells in another order than that of the store keep it with the cells: looking each up
/// waits for memory, 110 ns a cell.
enum FewUsers: UInt8, Sendable {
  /// No record named one.
  case none
  case one
  case two
  /// More; the store knows how many.
  case many
}
