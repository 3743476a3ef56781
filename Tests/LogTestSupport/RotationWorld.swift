import Foundation

/// A folder in which somebody writes a log and somebody else rotates it, in one of the usual ways.
package struct RotationWorld {
  /// How logs are put aside.
  package enum Scheme: CaseIterable {
    case numbered, dated
  }

  /// What a line holds: its number, and so many bytes to be filled.
  package typealias Line = (_ number: Int, _ filling: Int) -> String

  /// The folder's path.
  let folder: String
  private let makeLine: Line
  let scheme: Scheme
  let copies: Bool
  /// What every new file begins with.
  let preamble: String
  /// Below so many bytes a file is no copy in the making.
  let headSize: Int
  /// Every whole line that was written.
  package private(set) var written: [String] = []
  private var random: SplitMix64
  private var counter = 0
  private var day = 20_260_301
  /// Whether the log's last line has no end yet.
  private var isTorn = false

  /// - Parameters:
  ///   - seed: Decides everything.
  ///   - folder: An empty folder.
  ///   - headSize: Below so many bytes a file is no copy in the making.
  ///   - preamble: What every new file begins with in half of the worlds; a line.
  ///   - line: Makes lines, of which no two have the same end.
  /// - Throws: When the system refuses.
  package init(
    seed: UInt64, in folder: String, headSize: Int, preamble: String, line: @escaping Line
  ) throws {
    self.headSize = headSize
    self.folder = folder
    makeLine = line
    random = SplitMix64(seed: seed)
    scheme = Scheme.allCases[Int(seed % 2)]
    copies = seed / 2 % 2 == 1
    self.preamble = seed / 4 % 2 == 1 ? preamble + "\n" : ""
    try begin()
  }

  package var log: String { folder + "/app.log" }

  /// The log and all that was put aside, as a shell would name them.
  package var allFiles: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
        folder + "/" + $0
      }
    }
  }

  private var archives: [String] { get throws { try allFiles.filter { $0 != log } } }

  package mutating func flip() -> Bool { Bool.random(using: &random) }

  package mutating func number(below bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &random)
  }

  /// Writes, rotates and compresses a dozen times, and has `run` read in between, also in the middle of
  /// rotating; ends with a run over whole lines.
  package mutating func live(_ run: (inout RotationWorld) throws -> Void) throws {
    try write()
    try run(&self)
    for _ in 0..<12 {
      switch number(below: 8) {
      case 0, 1: try write()
      case 2: try writeTorn()
      case 3: try rotate { if $0.flip() { try run(&$0) } }
      case 4: try rotate { _ in }
      case 5: try compress { if $0.flip() { try run(&$0) } }
      default: try run(&self)
      }
    }
    try finish()
    try run(&self)
  }

  // MARK: Writing

  private mutating func begin() throws {
    try put(Array(preamble.utf8), in: "app.log")
    if !preamble.isEmpty { written.append(String(preamble.dropLast())) }
  }

  private mutating func line() -> String {
    counter += 1
    return makeLine(counter, number(below: 60))
  }

  private func append(_ text: String, to path: String) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
  }

  package mutating func write() throws {
    try finishLine(in: log)
    var text = ""
    for _ in 0...number(below: 4) {
      let line = line()
      written.append(line)
      text += line + "\n"
    }
    try append(text, to: log)
  }

  /// Writes the beginning of a line.
  package mutating func writeTorn() throws {
    try finishLine(in: log)
    let line = line()
    written.append(line)
    try append(line, to: log)
    isTorn = true
  }

  private mutating func finishLine(in path: String) throws {
    guard isTorn else { return }
    try append("\n", to: path)
    isTorn = false
  }

  /// Brings all lines to their end.
  package mutating func finish() throws { try finishLine(in: log) }

  // MARK: Rotation

  /// Puts the log aside; `run` may read at any moment.
  package mutating func rotate(_ run: (inout RotationWorld) throws -> Void) throws {
    // A file that holds what every file begins with and nothing else could be anybody's copy.
    if try bytes(of: log).count <= preamble.utf8.count { try write() }
    if copies { try finishLine(in: log) }
    let size = try bytes(of: log).count
    let name = try makeRoom()
    if copies {
      let bytes = try bytes(of: log)
      // A short copy is there at once.
      let isSlow = bytes.count >= 2 * headSize
      try put(Array(bytes.prefix(bytes.count / 2)), in: name)
      if isSlow { try run(&self) }
      try put(Array(bytes), in: name)
      if isSlow { try run(&self) }
      try FileHandle(forWritingTo: URL(fileURLWithPath: log)).truncate(atOffset: 0)
      if !preamble.isEmpty {
        try append(preamble, to: log)
        written.append(String(preamble.dropLast()))
      }
      if flip() { try regrow(to: size) }
    } else {
      try FileManager.default.moveItem(atPath: log, toPath: folder + "/" + name)
      try run(&self)
      if flip() {
        try beginLate(name, run)
      } else {
        try finishLine(in: folder + "/" + name)
        try begin()
      }
    }
  }

  /// The writer notices the rotation late, and goes on in the file that was put aside.
  private mutating func beginLate(
    _ name: String, _ run: (inout RotationWorld) throws -> Void
  ) throws {
    let old = folder + "/" + name
    try finishLine(in: old)
    let late = line()
    written.append(late)
    try append(late + "\n", to: old)
    try begin()
    try run(&self)
    let later = line()
    written.append(later)
    try append(later + "\n", to: old)
  }

  /// Lets the log have the size again that it had, with other lines.
  private mutating func regrow(to size: Int) throws {
    let missing = try size - bytes(of: log).count
    guard missing > makeLine(counter + 1, 0).utf8.count else { return }
    counter += 1
    let line = makeLine(counter, missing - 1 - makeLine(counter, 0).utf8.count)
    written.append(line)
    try append(line + "\n", to: log)
  }

  private mutating func makeRoom() throws -> String {
    switch scheme {
    case .dated:
      day += 1
      return "app.log-\(day)"
    case .numbered:
      for number in stride(from: 40, through: 1, by: -1) {
        for ending in ["", ".gz"] {
          let old = folder + "/app.log.\(number)\(ending)"
          guard FileManager.default.fileExists(atPath: old) else { continue }
          try FileManager.default.moveItem(
            atPath: old, toPath: folder + "/app.log.\(number + 1)\(ending)")
        }
      }
      return "app.log.1"
    }
  }

  /// Compresses one file that was put aside; `run` may read at any moment.
  package mutating func compress(_ run: (inout RotationWorld) throws -> Void) throws {
    let plain = try archives.filter { !$0.hasSuffix(".gz") }
    guard !plain.isEmpty else { return }
    let path = plain[number(below: plain.count)]
    let packed = StoredGzip.member(try bytes(of: path), blockSize: 50)
    let name = String(path.dropFirst(folder.count + 1)) + ".gz"
    try put(Array(packed.prefix(packed.count / 2)), in: name)
    try run(&self)
    try put(packed, in: name)
    try run(&self)
    try FileManager.default.removeItem(atPath: path)
  }

  private func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func put(_ bytes: [UInt8], in name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
  }
}
