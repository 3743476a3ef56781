/// Asks how a series was judged in some windows, whether it fired or not.
package struct SpikeQuestion: Equatable, Sendable {
  /// The place of the series in the input.
  package let series: Int
  /// Every window, and every longer span that ends with one of them, is told.
  package let windows: Range<Int64>

  package init(series: Int, windows: Range<Int64>) {
    self.series = series
    self.windows = windows
  }
}
