/// Collects the lines of a report in plain text.
struct TextPage {
  let options: RenderOptions
  /// The most columns of a line that can be broken.
  let width: Int
  private(set) var text = ""

  init(options: RenderOptions, width: Int) {
    self.options = options
    self.width = width
  }

  func styled(_ text: String, _ style: ANSIStyle) -> String {
    style.applied(to: text, usesColor: options.usesColor)
  }

  /// Adds a line, without the blanks at its end.
  mutating func addLine(_ line: String) {
    text += String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
  }

  mutating func addHeading(_ heading: String) {
    text += "\n" + styled(heading, .heading) + "\n\n"
  }

  /// Adds prose, wrapped; all lines but the first stand behind so many blanks, the first behind `head`.
  mutating func add(_ prose: String, indent: Int = 0, head: String = "") {
    let lines = TextWrap.lines(prose, width: width - indent)
    for (index, line) in lines.enumerated() {
      addLine((index == 0 ? head : String(repeating: " ", count: indent)) + line)
    }
  }

  /// Adds parts that are not broken.
  mutating func add(parts: [String], separator: String, lineEnd: String, indent: Int = 0) {
    let lines = TextWrap.lines(
      of: parts, separator: separator, lineEnd: lineEnd, width: width - indent)
    for (index, line) in lines.enumerated() {
      addLine((index == 0 ? "" : String(repeating: " ", count: indent)) + line)
    }
  }

  mutating func add(_ table: NightlyTable) {
    for line in NightlyTextTable(table: table, options: options).lines { addLine(line) }
  }
}
