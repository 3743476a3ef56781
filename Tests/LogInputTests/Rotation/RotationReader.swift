import LogInput
import LogModel

/// What a run remembers and takes: the part of cron in the tests of rotation.
struct RotationReader {
  private var positions: [Int64: ReadPosition] = [:]
  private var watched: Set<[UInt8]> = []
  private var nextID: Int64 = 1
  let marks: ContentMarks
  /// Every line that was read, without its line feed, in order.
  private(set) var lines: [[UInt8]] = []
  private(set) var gaps: [ReadGap] = []
  private(set) var problems: [Diagnostic] = []

  init(marks: ContentMarks) { self.marks = marks }

  /// How many files are remembered.
  var positionCount: Int { positions.count }

  /// Reads what is new in some files; false when there was nothing.
  @discardableResult
  mutating func run(over paths: [String]) throws -> Bool {
    let plan = LogFinder(
      paths: paths.map { Array($0.utf8) }, isRecursive: false,
      known: positions.values.sorted { $0.id ?? 0 < $1.id ?? 0 }, watched: watched, marks: marks
    ).plan()
    for reading in plan.readings { try take(reading) }
    for position in plan.updates { store(position) }
    watched.formUnion(plan.logs)
    gaps += plan.gaps
    problems += plan.problems
    return !plan.readings.isEmpty
  }

  private mutating func take(_ reading: LogReading) throws {
    let bytes = drain(try reading.open(interrupt: nil)).bytes
    let whole = bytes[..<(bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)]
    let taken = whole.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    let position = try reading.position(
      end: reading.start + whole.count, lines: reading.lines + taken.count,
      size: reading.start + bytes.count, recent: Array(bytes.suffix(reading.recentCount)))
    guard let position else { return }
    lines += taken.map { Array($0) }
    if position.offset > 0 { store(position) }
  }

  private mutating func store(_ position: ReadPosition) {
    var position = position
    if position.id == nil {
      position.id = nextID
      nextID += 1
    }
    if let id = position.id { positions[id] = position }
  }
}
