/// What one run of a program took.
struct Measurement {
  /// From the start to the end, in seconds.
  var wall: Double
  /// User and system time of all its threads, in seconds.
  var cpu: Double
  /// The most memory that it had at a time, in bytes.
  var peak: Int
  var status: Int

  /// As `MeasuredProcess` writes it, in nanoseconds, nanoseconds, bytes and an exit status.
  init?(_ text: String) {
    let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    guard numbers.count == 4 else { return nil }
    wall = Double(numbers[0]) / 1e9
    cpu = Double(numbers[1]) / 1e9
    peak = numbers[2]
    status = numbers[3]
  }
}

/// What several runs of a program took.
struct Measurements {
  private(set) var runs: [Measurement] = []

  mutating func add(_ run: Measurement) { runs.append(run) }

  var isEmpty: Bool { runs.isEmpty }
  var wall: Double { Measurements.median(runs.map(\.wall)) }
  var cpu: Double { Measurements.median(runs.map(\.cpu)) }
  /// The largest of all runs.
  var peak: Int { runs.map(\.peak).max() ?? 0 }

  /// The middle one; of an even number the mean of the two middle ones.
  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return .nan }
    let middle = sorted.count / 2
    guard sorted.count > 1 else { return last }
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
