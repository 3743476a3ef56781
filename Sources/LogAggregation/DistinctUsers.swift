import LogModel

/// A set of users that tells how many there are: exactly up to 1,024, then by a sketch.
///
/// Users are kept as 64-bit hashes (`ByteHash.user`), never as text. The set depends only on which
/// users were put in, not on the order or on how sets were merged: up to 1,024 it holds all hashes,
/// in ascending order; beyond that, the sketch that all its hashes give.
package struct DistinctUsers: Hashable, Sendable {
  /// The most users that are counted exactly.
  package static let exactLimit = 1_024

  /// Ascending; empty once there is a sketch.
  ///
  /// Sorted rather than hashed: it is half as large, and nobody can choose users that make it slow.
  private(set) var hashes: [UInt64] = []
  private(set) var sketch = UserSketch()

  package init() {}

  /// A set of hashes in ascending order.
  init(ascending hashes: [UInt64]) { self.hashes = hashes }

  /// A set that is known by its sketch only, which is not empty.
  init(_ sketch: UserSketch) { self.sketch = sketch }

  package var isEmpty: Bool { hashes.isEmpty && sketch.isEmpty }

  /// Nil for the empty set: no record named a user.
  package var count: UserCount? {
    if isEmpty { return nil }
    if sketch.isEmpty { return UserCount(count: hashes.count, isEstimate: false) }
    // The sketch exists only because there were more than the limit.
    return UserCount(count: max(sketch.estimate, DistinctUsers.exactLimit + 1), isEstimate: true)
  }

  package mutating func insert(_ hash: UInt64) {
    guard sketch.isEmpty else {
      sketch.insert(hash)
      return
    }
    let place = place(of: hash)
    guard place == hashes.count || hashes[place] != hash else { return }
    hashes.insert(hash, at: place)
    if hashes.count > DistinctUsers.exactLimit { becomeSketch() }
  }

  package mutating func formUnion(_ other: DistinctUsers) {
    if !other.sketch.isEmpty {
      if sketch.isEmpty { becomeSketch() }
      sketch.formUnion(other.sketch)
    } else if !sketch.isEmpty {
      for hash in other.hashes { sketch.insert(hash) }
    } else if hashes.isEmpty {
      hashes = other.hashes
    } else if other.hashes.count < 16 {
      for hash in other.hashes { insert(hash) }
    } else {
      hashes = DistinctUsers.union(hashes, other.hashes)
      if hashes.count > DistinctUsers.exactLimit { becomeSketch() }
    }
  }

  /// The first place whose hash is not below `hash`.
  private func place(of hash: UInt64) -> Int {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func becomeSketch() {
    for hash in hashes { sketch.insert(hash) }
    hashes = []
  }

  private static func union(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
    var merged: [UInt64] = []
    merged.reserveCapacity(left.count + right.count)
    var (next, other) = (0, 0)
    while next < left.count, other < right.count {
      let (first, second) = (left[next], right[other])
      merged.append(min(first, second))
      if first <= second { next += 1 }
      if second <= first { other += 1 }
    }
    merged.append(contentsOf: left[next...])
    merged.append(contentsOf: right[other...])
    return merged
  }
}
