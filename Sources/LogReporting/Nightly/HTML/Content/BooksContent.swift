import LogModel

/// The books: every line and every record is accounted for.
struct BooksContent {
  let accounts: [Account]
  let asides: [String]
  let hasAsides: Bool
  let unbalanced: String?
  let incomplete: [String]
  let sources: [SourceRow]
  let hasSources: Bool
  let moreSources: String?

  /// A sum with its terms.
  struct Account {
    let whole: String
    let terms: [Term]
  }

  struct Term {
    let sign: String
    let amount: String
    let term: String
  }

  static let mostSources = 60

  init(_ table: Report) {
    let (lines, records) = (table.ledger.lines, table.ledger.records)
    accounts = [
      BooksContent.account(
        lines.lines, "line",
        [
          (lines.blank, "blank"), (lines.malformed, "malformed"), (lines.oversized, "oversized"),
          (lines.parsed, "parsed"),
        ]),
      BooksContent.account(
        records.records, "record",
        [
          (records.error, "error"), (records.normal, "normal"), (records.other, "other"),
          (records.filtered, "filtered"), (records.duplicate, "duplicate"),
        ]),
    ]
    asides = LedgerText.asides(table.ledger)
    hasAsides = !asides.isEmpty
    unbalanced =
      table.ledger.balances ? nil : "The books do not balance, which is a bug of this tool."
    incomplete = BooksContent.incomplete(table)
    // What has a problem is told first, else in the order given.
    let sorted =
      table.sources.filter { $0.problem != nil } + table.sources.filter { $0.problem == nil }
    sources = sorted.prefix(BooksContent.mostSources).map(SourceRow.init)
    hasSources = !sources.isEmpty
    let rest = sorted.dropFirst(BooksContent.mostSources)
    moreSources =
      rest.isEmpty
      ? nil
      : "And \(HumanNumber.counted(rest.count, "more input")) with "
        + "\(HumanNumber.counted(rest.reduce(0) { $0 + $1.lines.lines }, "line")) and "
        + "\(HumanNumber.counted(rest.reduce(0) { $0 + $1.bytes }, "byte"))."
  }

  private static func account(_ whole: Int, _ noun: String, _ terms: [(Int, String)]) -> Account {
    Account(
      whole: HumanNumber.counted(whole, noun),
      terms: terms.enumerated().map { index, term in
        Term(sign: index == 0 ? "=" : "+", amount: HumanNumber.grouped(term.0), term: term.1)
      })
  }

  private static func incomplete(_ table: Report) -> [String] {
    var sentences: [String] = []
    if table.isPartial { sentences.append("The run was stopped before the end of its input.") }
    if !table.isComplete, !table.isPartial {
      sentences.append("More groups than allowed: some are folded into (other).")
    }
    return sentences
  }
}
