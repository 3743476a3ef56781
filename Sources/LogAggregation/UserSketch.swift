/// Estimates how many distinct hashes it has seen, in 16 KiB, with a standard error of 0.81 %.
///
/// A HyperLogLog of precision 14: the upper 14 bits of a hash choose a register, which keeps the
/// longest run of leading zeros (plus one) in the other 50 bits. It depends on the set of hashes
/// only, so a union is the maximum of each register. The estimator has no tuned constants: Otmar
/// Ertl, "New cardinality estimation algorithms for HyperLogLog sketches", 2017, algorithm 6.
struct UserSketch: Hashable, Sendable {
  private static let precision = 14
  private static let registerCount = 1 << precision
  /// The bits of a hash that do not choose the register.
  private static let valueBits = 64 - precision

  /// One byte each, from 0 through 51; empty until the first hash.
  private(set) var registers: [UInt8] = []

  init() {}

  /// Takes registers up; nil when they are none of a sketch that has seen something.
  init?(registers: [UInt8]) {
    guard registers.count == UserSketch.registerCount, registers.contains(where: { $0 > 0 }),
      registers.allSatisfy({ $0 <= UserSketch.valueBits + 1 })
    else { return nil }
    self.registers = registers
  }

  var isEmpty: Bool { registers.isEmpty }

  mutating func insert(_ hash: UInt64) {
    if isEmpty { registers = Array(repeating: 0, count: UserSketch.registerCount) }
    let register = Int(truncatingIfNeeded: hash >> UInt64(UserSketch.valueBits))
    let zeros = (hash << UInt64(UserSketch.precision)).leadingZeroBitCount
    let rank = UInt8(min(zeros, UserSketch.valueBits) + 1)
    if registers[register] < rank { registers[register] = rank }
  }

  mutating func formUnion(_ other: UserSketch) {
    guard !other.isEmpty else { return }
    if isEmpty {
      self = other
      return
    }
    for register in registers.indices where registers[register] < other.registers[register] {
      registers[register] = other.registers[register]
    }
  }

  /// The estimate, rounded.
  ///
  /// - Complexity: O(registers).
  var estimate: Int {
    guard !isEmpty else { return 0 }
    var histogram = Array(repeating: 0.0, count: UserSketch.valueBits + 2)
    for register in registers { histogram[Int(register)] += 1 }
    let total = Double(UserSketch.registerCount)
    var sum = total * UserSketch.tau(1 - histogram[UserSketch.valueBits + 1] / total)
    for value in stride(from: UserSketch.valueBits, through: 1, by: -1) {
      sum = 0.5 * (sum + histogram[value])
    }
    sum += total * UserSketch.sigma(histogram[0] / total)
    // 1 / (2 ln 2)
    return Int((0.721_347_520_444_481_7 * total * total / sum).rounded())
  }

  /// The correction for registers that are still zero: x + the sum of x^(2^k) * 2^(k-1).
  private static func sigma(_ share: Double) -> Double {
    guard share < 1 else { return .infinity }
    var (power, weight, sum, before) = (share, 1.0, share, -1.0)
    while sum != before {
      power *= power
      before = sum
      sum += power * weight
      weight += weight
    }
    return sum
  }

  /// The correction for registers that are full.
  private static func tau(_ share: Double) -> Double {
    guard share > 0, share < 1 else { return 0 }
    var (root, weight, sum, before) = (share, 1.0, 1 - share, -1.0)
    while sum != before {
      root = root.squareRoot()
      before = sum
      weight *= 0.5
      sum -= (1 - root) * (1 - root) * weight
    }
    return sum / 3
  }
}
