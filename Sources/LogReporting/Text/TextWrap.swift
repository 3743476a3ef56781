/// Breaks prose into lines that fit.
package enum TextWrap {
  /// The words of `text` in lines of at most `width` columns.
  ///
  /// Only a word that is wider by itself stands in a wider line. Where two blanks stand together,
  /// they do so in the lines, too.
  package static func lines(_ text: String, width: Int) -> [String] {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return lines(of: words, separator: " ", lineEnd: "", width: width)
  }

  /// The parts in lines of at most `width` columns, none broken apart.
  ///
  /// `separator` stands between two parts of a line, `lineEnd` behind a line that is continued.
  package static func lines(
    of parts: [String], separator: String, lineEnd: String, width: Int
  ) -> [String] {
    let (between, behind) = (DisplayWidth.of(separator), DisplayWidth.of(lineEnd))
    var lines: [String] = []
    var line = ""
    var used = 0
    for (index, part) in parts.enumerated() {
      let partWidth = DisplayWidth.of(part)
      let reserve = index + 1 < parts.count ? behind : 0
      if index == 0 {
        line = part
        used = partWidth
      } else if used + between + partWidth + reserve <= width {
        line += separator + part
        used += between + partWidth
      } else {
        lines.append(line + lineEnd)
        line = part
        used = partWidth
      }
    }
    return parts.isEmpty ? [] : lines + [line]
  }
}
