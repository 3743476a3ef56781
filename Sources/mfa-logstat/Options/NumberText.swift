/// Numbers, sizes and percentages on the command line.
package enum NumberText {
  /// A whole number of at least one.
  package static func count(_ text: String) throws(Misfit) -> Int {
    guard let number = digits(text[...]), number > 0 else {
      throw Misfit("is not a number of at least 1", "write a whole number: 20")
    }
    return number
  }

  /// How many threads.
  package static func jobs(_ text: String) throws(Misfit) -> Int {
    guard let number = digits(text[...]), (1...1_024).contains(number) else {
      throw Misfit("is not a number of threads", "write a number from 1 to 1024")
    }
    return number
  }

  /// Columns of a terminal.
  package static func width(_ text: String) throws(Misfit) -> Int {
    guard let number = digits(text[...]), (20...10_000).contains(number) else {
      throw Misfit("is not a width", "write a number of columns from 20 to 10000")
    }
    return number
  }

  /// A size in bytes up to 1G; `K`, `M` and `G` are powers of 1,024.
  package static func size(_ text: String) throws(Misfit) -> Int {
    let factors: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let factor = text.last.flatMap { factors[$0] }
    let number = digits(factor == nil ? text[...] : text.dropLast())
    guard let number, number > 0, number <= (1 << 30) / (factor ?? 1) else {
      throw Misfit("is not a size from 1 to 1G", "write a number of bytes, with K, M or G: 16M")
    }
    return number * (factor ?? 1)
  }

  /// A percentage in millionths of a percent: 10,000,000 for `10%`, 500,000 for `0.5%`.
  package static func percentage(_ text: String) throws(Misfit) -> Int {
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard text.last == "%", parts.count <= 2, let whole = digits(parts[0]), whole <= 100 else {
      throw notPercentage
    }
    var share = whole * 1_000_000
    if parts.count == 2 {
      guard (1...6).contains(parts[1].utf8.count),
        let decimals = digits((parts[1] + "00000").prefix(6))
      else { throw notPercentage }
      share += decimals
    }
    guard share <= 100_000_000 else { throw notPercentage }
    return share
  }

  /// A number of ASCII digits and nothing else; nil when it is not one or too long for an `Int`.
  package static func digits(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return Int(text)
  }

  private static let notPercentage = Misfit(
    "is not a percentage", "write a number from 0 to 100 with a percent sign: 10%")
}
