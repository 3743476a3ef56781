extension DistinctUsers {
  /// The set as bytes: nothing for the empty one; 1 and then each hash, ascending, little-endian; or 2 and
  /// then the registers of the sketch, one byte each.
  ///
  /// Equal sets have equal bytes. The form outlives the process and never changes; another one would begin
  /// with another byte.
  package var bytes: [UInt8] {
    if !sketch.isEmpty { return [2] + sketch.registers }
    guard !hashes.isEmpty else { return [] }
    var bytes: [UInt8] = [1]
    bytes.reserveCapacity(1 + hashes.count * 8)
    for hash in hashes {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: hash >> shift))
      }
    }
    return bytes
  }

  /// Reads the bytes of a set; nil when they are none.
  package init?(bytes: [UInt8]) {
    self.init()
    switch bytes.first {
    case nil: return
    case 1:
      guard bytes.count % 8 == 1, bytes.count <= 1 + DistinctUsers.exactLimit * 8 else {
        return nil
      }
      var ascending: [UInt64] = []
      ascending.reserveCapacity(bytes.count / 8)
      for start in stride(from: 1, to: bytes.count, by: 8) {
        let hash = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << UInt64($1 * 8) }
        guard hash > ascending.last ?? 0 else { return nil }
        ascending.append(hash)
      }
      self.init(ascending: ascending)
    case 2:
      guard let sketch = UserSketch(registers: Array(bytes.dropFirst())) else { return nil }
      self.init(sketch)
    default: return nil
    }
  }

  /// The bytes of the union of two sets.
  ///
  /// What is not the bytes of a set has no part in it.
  package static func union(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    if left.isEmpty || left == right { return right }
    if right.isEmpty { return left }
    var users = DistinctUsers(bytes: left) ?? DistinctUsers()
    if let other = DistinctUsers(bytes: right) { users.formUnion(other) }
    return users.bytes
  }
}
