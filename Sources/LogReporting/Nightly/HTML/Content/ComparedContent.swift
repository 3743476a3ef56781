import LogModel

/// A count with the earlier ones beside it, as cells.
struct ComparedContent {
  let word: String
  let shape: String
  let count: String
  let countBefore: String
  let countWeekBefore: String
  let median: String
  let expected: String
  let q: String

  init(_ compared: ComparedCount) {
    word = ComparisonText.word(compared.change)
    shape = ComparisonText.shape(compared.change)
    count = HumanNumber.grouped(compared.count)
    countBefore = ComparisonText.count(compared.before)
    countWeekBefore = ComparisonText.count(compared.weekBefore)
    median = ComparisonText.number(compared.median)
    expected = ComparisonText.number(compared.forecast?.expected)
    q = ComparisonText.q(compared.forecast)
  }
}
