import LogModel

/// A method as a row of a table.
struct MethodRow {
  let method: String
  let attempts: String
  let failures: String
  let failureShare: String
  let shareBefore: String
  let medianShare: String
  /// The share beside the median share.
  let shareBar: String

  /// A share of `most` fills a bar.
  init(_ line: MethodLine, label: String, most: Double) {
    method = label
    attempts = HumanNumber.grouped(line.attempts)
    failures = HumanNumber.grouped(line.failures)
    failureShare = ShareText.share(line.failures, of: line.attempts)
    shareBefore = ShareText.share(line.shareBefore)
    medianShare = ShareText.share(line.medianShare)
    shareBar = RowCharts.bar(line.share, expected: line.medianShare, most: most)
  }
}
