/// Goes through a text in the short notation, in which policies and expressions are written.
///
/// Conditions (`users>=20`, `share>=0.15`) are joined by `&`, and a window may follow them (`/15m`).
struct NotationReader {
  let text: [UInt8]
  private(set) var position = 0
  private let marks: [UInt8]

  /// - Parameters:
  ///   - text: What is read.
  ///   - marks: The characters at which a word ends.
  init(_ text: String, marks: String) {
    self.text = Array(text.utf8)
    self.marks = Array(marks.utf8)
  }

  var isAtEnd: Bool { position == text.count }

  /// What has been read since a place.
  func text(from start: Int) -> String {
    String(decoding: text[start..<position], as: UTF8.self)
  }

  func isAt(_ mark: Unicode.Scalar) -> Bool {
    position < text.count && text[position] == UInt8(ascii: mark)
  }

  mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard isAt(mark) else { return false }
    position += 1
    return true
  }

  /// All bytes up to the next mark of the notation.
  mutating func readWord() -> String {
    let start = position
    while position < text.count, !marks.contains(text[position]) { position += 1 }
    return text(from: start)
  }

  /// All bytes between two quotes, the first of which is skipped; nil when the second is missing.
  mutating func readQuoted() -> String? {
    let start = position
    while position < text.count, text[position] != UInt8(ascii: "\"") { position += 1 }
    let word = text(from: start)
    return skip("\"") ? word : nil
  }

  mutating func readCondition() throws(PolicyError) -> RuleCondition {
    let start = position
    return try readCondition(word: readWord(), at: start)
  }

  /// Reads on behind the word of a metric.
  mutating func readCondition(word: String, at start: Int) throws(PolicyError) -> RuleCondition {
    guard let metric = RuleMetric(rawValue: word) else {
      throw PolicyError(.unknownMetric(word), byteOffset: start)
    }
    guard skip(">"), skip("=") else {
      throw PolicyError(.missingComparison, byteOffset: start + word.utf8.count)
    }
    let place = position
    do throws(PolicyError.Reason) {
      return try NotationReader.condition(metric, number: readWord())
    } catch {
      throw PolicyError(error, byteOffset: place)
    }
  }

  /// Reads a window behind its slash.
  mutating func readWindow() throws(PolicyError) -> Int64 {
    let start = position
    let word = readWord()
    guard let seconds = RuleDuration.seconds(word), seconds < 86_400 else {
      throw PolicyError(.notAWindow(word), byteOffset: start)
    }
    return seconds
  }

  /// A metric with a number that fits it: a share up to 1, all others whole, none of them 0.
  static func condition(
    _ metric: RuleMetric, number: String
  ) throws(PolicyError.Reason) -> RuleCondition {
    guard let threshold = DecimalThreshold(number) else { throw .notANumber(number) }
    if metric == .share {
      guard threshold.numerator > 0, threshold.numerator <= threshold.denominator else {
        throw .notAShare(number)
      }
    } else {
      guard threshold.numerator > 0, threshold.denominator == 1 else {
        throw .notAWholeNumber(number)
      }
    }
    return RuleCondition(metric: metric, atLeast: threshold)
  }
}
