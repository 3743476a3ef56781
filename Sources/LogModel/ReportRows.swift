/// The rows of a report in the order to be told, each made out when somebody looks at it.
///
/// A report can have a million rows. As counts they take a few bytes each; made out, they would take
/// more memory than all the counting before.
package struct ReportRows: RandomAccessCollection, Sendable {
  private let source: any ReportRowSource
  package let endIndex: Int

  package init(_ source: some ReportRowSource) {
    self.source = source
    endIndex = source.count
  }

  package var startIndex: Int { 0 }

  package subscript(index: Int) -> ReportRow { source.row(at: index) }

  /// The same rows, made out once and for all, for those who look at each again and again.
  package func madeOut() -> ReportRows { ReportRows(Array(self)) }
}

/// What rows are made from.
package protocol ReportRowSource: Sendable {
  var count: Int { get }

  /// Makes out one of `count` rows.
  func row(at index: Int) -> ReportRow
}

extension [ReportRow]: ReportRowSource {
  package func row(at index: Int) -> ReportRow { self[index] }
}
