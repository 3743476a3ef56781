import LogFuzzing
import Testing

/// Expects two runs to tell the same bytes; of others it shows the first line that differs.
func expectSame(
  _ found: Telling, _ expected: Telling, _ name: String,
  at location: Testing.SourceLocation = #_sourceLocation
) {
  for (found, expected) in [(found.csv, expected.csv), (found.json, expected.json)]
  where found != expected {
    let lines = [found, expected].map {
      $0.split(separator: 0x0A, omittingEmptySubsequences: false)
    }
    let index = zip(lines[0], lines[1]).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let place = index ?? min(lines[0].count, lines[1].count)
    let shown = lines.map { $0.dropFirst(place).first.map { String(decoding: $0, as: UTF8.self) } }
    Issue.record(
      """
      \(name): line \(place + 1) differs
        found    \(shown[0] ?? "nothing")
        expected \(shown[1] ?? "nothing")
      """, sourceLocation: location)
    return
  }
}
