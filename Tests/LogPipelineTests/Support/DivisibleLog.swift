import LogTestSupport

/// A random log in parts that can stand in files of their own: no part ends inside a value, nor with
/// a line that a container has cut and not yet gone on with.
struct DivisibleLog {
  let parts: [[UInt8]]
  var bytes: [UInt8] { parts.flatMap { $0 } }

  init(seed: UInt64, parts count: Int, lines: Int) {
    parts = (0..<count).map { index in
      let log = RandomLogs.bytes(seed: seed &* 1_000 &+ UInt64(index), lines: lines)
      return log + (log.last == 0x0A ? [] : [0x0A]) + DivisibleLog.closers
    }
  }

  /// A line that no value can go on with, and the last part of a line of each stream.
  private static let closers = Array(
    #"""
    x
    {"log":"end\n","stream":"stdout","time":"2026-03-14T08:00:01Z"}
    {"log":"end\n","stream":"stderr","time":"2026-03-14T08:00:01Z"}
    2026-03-14T08:00:01Z stdout F end
    2026-03-14T08:00:01Z stderr F end

    """#.utf8)
}
