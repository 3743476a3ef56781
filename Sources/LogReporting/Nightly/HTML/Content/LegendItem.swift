/// A sign of a chart and what it stands for.
package struct LegendItem {
  /// A small drawing of the sign.
  package let swatch: String
  package let meaning: String

  /// `shape` is markup of the sign in a box of 22 by 12.
  package init(shape: String, meaning: String) {
    swatch = "<svg class=\"swatch\" viewBox=\"0 0 22 12\" aria-hidden=\"true\">\(shape)</svg>"
    self.meaning = meaning
  }
}
