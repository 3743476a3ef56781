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
    patterns.contains { RowFilter.matches(Array($0.utf8)[...], text) }
  }

  /// - Complexity: O(pattern * text) at worst: only the last `*` is ever tried again.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    let star = UInt8(ascii: "*")
    var next = pattern.startIndex
    var position = text.startIndex
    /// The pattern after the last star, and the text from where it was tried last.
    var retry: (pattern: Int, text: Int)?
    while position < text.endIndex {
      if next < pattern.endIndex, pattern[next] == star {
        next += 1
        retry = (next, position)
      } else if next < pattern.endIndex, pattern[next] == text[position] {
        next += 1
        position += 1
      } else if let last = retry {
        next = last.pattern
        position = last.text + 1
        retry = (next, position)
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == star }
  }
}
