/// How a report is shown; machine formats look at `rawCells` and at nothing else.
package struct RenderOptions: Hashable, Sendable {
  /// Columns of the terminal; nil: nothing is cut.
  package var width: Int?
  package var usesColor: Bool
  /// True for output of ASCII bytes only.
  package var isASCII: Bool
  /// True for CSV and TSV cells without the guards of `SafeText` (`--csv-raw`).
  package var rawCells: Bool
  /// How many threads may make out rows at a time; never shows in the output.
  package var jobs: Int

  package init(
    width: Int? = nil, usesColor: Bool = false, isASCII: Bool = false, rawCells: Bool = false,
    jobs: Int = 1
  ) {
    self.width = width
    self.usesColor = usesColor
    self.isASCII = isASCII
    self.rawCells = rawCells
    self.jobs = jobs
  }
}
