import LogModel

/// Accepts rows by the text of one cell.
///
/// The text is what the row shows before anything is escaped: `-` for an unknown tenant, the start of
/// a window as in `2026-03-14T08:00:00Z` and nothing for records without a time. Names are compared
/// byte by byte.
package struct RowFilter: Hashable, Sendable {
  package var key: ReportKey
  /// One of them must match; `*` in it stands for any bytes, also for none.
  package var patterns: [String]

  package init(key: ReportKey, patterns: [String]) {
    self.key = key
    self.patterns = patterns
  }

  package func accepts(_ text: ArraySlice<UInt8>) -> Bool {
    patterns.contains { NamePattern($0).matches(text) }
  }
}
