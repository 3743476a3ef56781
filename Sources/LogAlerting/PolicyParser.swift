import LogModel

/// Reads the short notation of rules: `info;warning:users>=20&share>=0.15/15m;critical:count>=1/5m`.
///
/// Rules are separated by `;`. `info` only counts and makes no rule. The others are a severity, `:`,
/// conditions joined by `&` that must all hold, and `/` with a window (`90s`, `15m`, `1h`, below a
/// day); without one it is 15 minutes. There are no blanks.
package struct PolicyParser {
  private let policy: [UInt8]
  private var position = 0

  private init(_ policy: String) { self.policy = Array(policy.utf8) }

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
      guard parser.skip(";") else { return rules }
    }
  }

  /// Reads up to the next semicolon or the end; `info` makes no rule.
  private mutating func readRule(catalogueIndex: Int) throws(PolicyError) -> ThresholdRule? {
    let start = position
    let word = readWord()
    if word == "info" {
      guard isAtEndOfRule else { throw PolicyError(.conditionsAfterInfo, byteOffset: position) }
      return nil
    }
    guard let severity = Severity.allCases.first(where: { $0.name == word }) else {
      let isEmpty = word.isEmpty && isAtEndOfRule
      throw PolicyError(isEmpty ? .emptyRule : .unknownSeverity(word), byteOffset: start)
    }
    guard skip(":") else { throw PolicyError(.missingConditions, byteOffset: position) }
    var conditions: [ThresholdRule.Condition] = []
    repeat {
      let place = position
      let condition = try readCondition()
      if conditions.contains(where: { $0.metric == condition.metric }) {
        throw PolicyError(.repeatedMetric(condition.metric.rawValue), byteOffset: place)
      }
      conditions.append(condition)
    } while skip("&")
    let isWindowWritten = skip("/")
    let windowSeconds = isWindowWritten ? try readWindow() : 900
    guard isAtEndOfRule else { throw PolicyError(.trailingText, byteOffset: position) }
    let text = String(decoding: policy[start..<position], as: UTF8.self)
    return ThresholdRule(
      catalogueIndex: catalogueIndex, severity: severity, conditions: conditions,
      windowSeconds: windowSeconds, text: isWindowWritten ? text : text + "/15m")
  }

  private mutating func readCondition() throws(PolicyError) -> ThresholdRule.Condition {
    let start = position
    let word = readWord()
    guard let metric = ThresholdRule.Metric(rawValue: word) else {
      throw PolicyError(.unknownMetric(word), byteOffset: start)
    }
    guard skip(">"), skip("=") else {
      throw PolicyError(.missingComparison, byteOffset: start + word.utf8.count)
    }
    let place = position
    let number = readWord()
    guard let threshold = threshold(number) else {
      throw PolicyError(.notANumber(number), byteOffset: place)
    }
    if metric == .share {
      guard threshold.numerator > 0, threshold.numerator <= threshold.denominator else {
        throw PolicyError(.notAShare(number), byteOffset: place)
      }
    } else {
      guard threshold.numerator > 0, threshold.denominator == 1 else {
        throw PolicyError(.notAWholeNumber(number), byteOffset: place)
      }
    }
    return ThresholdRule.Condition(metric: metric, atLeast: threshold)
  }

  private mutating func readWindow() throws(PolicyError) -> Int64 {
    let start = position
    let word = readWord()
    let units: [(letter: Character, seconds: Int64)] = [("s", 1), ("m", 60), ("h", 3_600)]
    guard let unit = units.first(where: { word.last == $0.letter }),
      let threshold = threshold(String(word.dropLast())), threshold.denominator == 1,
      case let seconds = Int64(threshold.numerator) * unit.seconds,
      (1..<86_400).contains(seconds)
    else {
      throw PolicyError(.notAWindow(word), byteOffset: start)
    }
    return seconds
  }

  /// Digits, and behind a point more digits; at most nine of each.
  private func threshold(_ number: String) -> DecimalThreshold? {
    let parts = number.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ (1...9).contains($0.count) }) else { return nil }
    var numerator: UInt = 0
    for digit in parts.joined() {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      numerator = numerator * 10 + UInt(digit - UInt8(ascii: "0"))
    }
    var denominator: UInt = 1
    if parts.count == 2 { for _ in parts[1] { denominator *= 10 } }
    return DecimalThreshold(numerator: numerator, denominator: denominator)
  }

  /// All bytes up to the next mark of the notation.
  private mutating func readWord() -> String {
    let start = position
    while position < policy.count, !PolicyParser.marks.contains(policy[position]) { position += 1 }
    return String(decoding: policy[start..<position], as: UTF8.self)
  }

  private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard position < policy.count, policy[position] == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  private var isAtEndOfRule: Bool {
    position == policy.count || policy[position] == UInt8(ascii: ";")
  }

  private static let marks = Array(";:&/>=".utf8)
}
