import LogModel

/// What all parts of a human format need: the report, its clock, and its names made safe.
struct HumanContext {
  /// How names stand in prose.
  enum NameStyle {
    case plain
    /// As Markdown code, in which nothing is markup.
    case code
  }

  let report: Report
  let options: RenderOptions
  let clock: LocalClock
  let names: NameCells
  let nameStyle: NameStyle
  let entries: [CatalogueEntry]
  /// True when all records are of one local day, which the title tells, so that rows need no date.
  let isOneDay: Bool

  init(
    _ report: Report, options: RenderOptions, entries: [CatalogueEntry],
    nameStyle: NameStyle = .plain
  ) {
    var report = report
    report.rows = report.rows.madeOut()
    self.report = report
    self.options = options
    self.entries = entries
    self.nameStyle = nameStyle
    let clock = LocalClock(zone: report.zone)
    self.clock = clock
    if let first = report.first, let last = report.last {
      isOneDay = clock.day(first.seconds) == clock.day(last.seconds)
    } else {
      isOneDay = false
    }
    names = NameCells(report.names) { name, bytes in
      switch nameStyle {
      case .plain: SafeText.appendCell(name, isASCII: options.isASCII, to: &bytes)
      case .code: MarkdownText.appendCode(name, isASCII: options.isASCII, to: &bytes)
      }
    }
  }

  /// Columns of prose: those of the terminal as far as lines are easy to read, off a terminal as many
  /// as a mail has.
  var proseWidth: Int { Swift.min(Swift.max(options.width ?? 100, 20), 120) }

  /// Stands between the parts of a line of figures.
  var separator: String { options.isASCII ? ", " : " · " }

  /// Stands behind a line of figures that goes on in the next one.
  var lineEnd: String { options.isASCII ? "," : "" }

  /// Our own prose, which with `--ascii` has its few other letters spelled.
  func prose(_ text: String) -> String {
    options.isASCII ? SafeText.escaped(text, isASCII: true) : text
  }

  /// The name of an input, made safe.
  func inputName(_ name: String) -> String {
    switch nameStyle {
    case .plain: SafeText.escaped(name, isASCII: options.isASCII)
    case .code: MarkdownText.code(name, isASCII: options.isASCII)
    }
  }

  func styled(_ text: String, _ style: ANSIStyle) -> String {
    style.applied(to: text, usesColor: options.usesColor)
  }

  /// The catalogue's entry for a code of the report.
  func entry(code index: Int) -> CatalogueEntry? {
    guard report.names.indices.contains(index), case .named(let code) = report.names[index] else {
      return nil
    }
    // By bytes: `==` would also take another spelling of the same letters for it.
    return entries.first { $0.code.utf8.elementsEqual(code.utf8) }
  }
}
