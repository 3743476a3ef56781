/// The outside of a chart: its size, its name and what it says to those who cannot see it.
package struct ChartFrame {
  /// Unique on the page; a letter first.
  package let id: String
  /// In the chart's own units.
  package let width: Int
  package let height: Int
  package let title: String
  package let description: String

  package init(
    id: String, width: Int, height: Int, title: String, description: String
  ) {
    self.id = id
    self.width = width
    self.height = height
    self.title = title
    self.description = description
  }

  /// The whole drawing around `body`, which is markup whose texts are escaped.
  package func markup(_ body: String) -> String {
    """
    <svg class="chart" viewBox="0 0 \(width) \(height)" role="img" \
    aria-labelledby="\(id)-title \(id)-desc"><title id="\(id)-title">\
    \(PageEscaping.escaped(title))</title><desc id="\(id)-desc">\
    \(PageEscaping.escaped(description))</desc>
    \(body)</svg>
    """
  }

  /// A text in the chart, on a line of its own for browsers that draw nothing.
  ///
  /// `anchor` says which of its points `x` is: `start`, `middle` or `end`.
  package static func text(
    _ text: String, x: Double, y: Double, anchor: String = "start", style: String? = nil
  ) -> String {
    let style = style.map { " class=\"\($0)\"" } ?? ""
    return "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\"\(style)>"
      + PageEscaping.escaped(text) + "</text>\n"
  }

  package static func rectangle(
    x: Double, y: Double, width: Double, height: Double, style: String
  ) -> String {
    """
    <rect class="\(style)" x="\(number(x))" y="\(number(y))" width="\(number(width))" \
    height="\(number(height))"/>
    """
  }

  /// A coordinate with at most one decimal.
  package static func number(_ value: Double) -> String {
    let tenths = Int((min(max(value, -100_000), 100_000) * 10).rounded())
    if tenths % 10 == 0 { return String(tenths / 10) }
    return (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }
}
