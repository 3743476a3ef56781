import LogModel

/// The scale that all bars of a table share.
enum BarScale {
  /// The highest count or expected count; 0 without any.
  static func most(_ counts: [ComparedCount]) -> Double {
    counts.map { max(Double($0.count), $0.forecast?.expected ?? 0) }.max() ?? 0
  }
}
