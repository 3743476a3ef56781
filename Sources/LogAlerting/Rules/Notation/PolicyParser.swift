import LogModel

/// Reads the short notation of rules: `info;warning:users>=20&share>=0.15/15m;critical:count>=1/5m`.
///
/// Rules are separated by `;`. `info` only counts and makes no rule. The others are a severity, `:`,
/// conditions joined by `&` that must all hold, and `/` with a window (`90s`, `15m`, `1h`, below a
/// day); without one it is 15 minutes. There are no blanks.
package struct PolicyParser {
  private var reader: NotationReader

  private init(_ policy: String) { reader = NotationReader(policy, marks: ";:&/>=") }

  /// Reads the rules of a policy for one code.
  ///
  /// - Parameters:
  ///   - policy: The text in the short notation.
  ///   - catalogueIndex: The code that the rules are for, an index in `CodeCatalogue.entries`.
  /// - Returns: The rules in the order in which they are written; none for `info` alone.
  /// - Throws: `PolicyError`, with the place of the first thing that is wrong.
  package static func rules(
    in policy: String, catalogueIndex: Int
  ) throws(PolicyError) -> [ThresholdRule] {
    var parser = PolicyParser(policy)
    var rules: [ThresholdRule] = []
    while true {
      if let rule = try parser.readRule(catalogueIndex: catalogueIndex) { rules.append(rule) }
      guard parser.reader.skip(";") else { return rules }
    }
  }

  /// Reads up to the next semicolon or the end; `info` makes no rule.
  private mutating func readRule(catalogueIndex: Int) throws(PolicyError) -> ThresholdRule? {
    let start = reader.position
    let word = reader.readWord()
    if word == "info" {
      guard isAtEndOfRule else {
        throw PolicyError(.conditionsAfterInfo, byteOffset: reader.position)
      }
      return nil
    }
    guard let severity = Severity.allCases.first(where: { $0.name == word }) else {
      let isEmpty = word.isEmpty && isAtEndOfRule
      throw PolicyError(isEmpty ? .emptyRule : .unknownSeverity(word), byteOffset: start)
    }
    guard reader.skip(":") else {
      throw PolicyError(.missingConditions, byteOffset: reader.position)
    }
    var conditions: [RuleCondition] = []
    repeat {
      let place = reader.position
      let condition = try reader.readCondition()
      if conditions.contains(where: { $0.metric == condition.metric }) {
        throw PolicyError(.repeatedMetric(condition.metric.rawValue), byteOffset: place)
      }
      conditions.append(condition)
    } while reader.skip("&")
    let isWindowWritten = reader.skip("/")
    let windowSeconds = isWindowWritten ? try reader.readWindow() : 900
    guard isAtEndOfRule else { throw PolicyError(.trailingText, byteOffset: reader.position) }
    let text = reader.text(from: start)
    return ThresholdRule(
      catalogueIndex: catalogueIndex, severity: severity, conditions: conditions,
      windowSeconds: windowSeconds, text: isWindowWritten ? text : text + "/15m")
  }

  private var isAtEndOfRule: Bool { reader.isAtEnd || reader.isAt(";") }
}
