import LogModel

/// Makes the cells of the table; where room is short, some have a shorter form.
struct TableCells {
  let context: HumanContext
  private let nameWidths: [Int]
  private let showsWindowDate: Bool
  private let showsWindowTime: Bool
  private let showsWindowSeconds: Bool
  /// True when the clock of the zone was put forward or back between the windows.
  private let hasSeveralOffsets: Bool

  init(_ context: HumanContext) {
    self.context = context
    nameWidths = context.report.names.indices.map { DisplayWidth.of(context.names.text($0)) }
    if case .days = context.report.windows {
      (showsWindowDate, showsWindowTime) = (true, false)
    } else {
      (showsWindowDate, showsWindowTime) = (!context.isOneDay, true)
    }
    showsWindowSeconds = context.report.windows.length % 60 != 0
    let zone = context.report.zone
    let offsets = context.report.rows.lazy.compactMap { $0.windowStart }.map { zone.offset(at: $0) }
    let first = offsets.first
    hasSeveralOffsets = showsWindowTime && offsets.contains { $0 != first }
  }

  /// The head of a column, with the offset of all windows where they share one.
  func title(_ column: TableColumn, isShort: Bool) -> String {
    guard column == .window, showsWindowTime, !hasSeveralOffsets,
      let start = context.report.rows.lazy.compactMap({ $0.windowStart }).first
    else { return column.title }
    let offset = context.clock.offset(start)
    return isShort ? offset : "\(column.title) \(offset)"
  }

  /// The text of a cell, uncut.
  func text(_ column: TableColumn, of row: ReportRow, isShort: Bool) -> String {
    switch column {
    case .window: window(row)
    case .tenant: name(row.tenant, row)
    case .code: name(row.code, row)
    case .category: name(row.category, row)
    case .method: name(row.method, row)
    case .kind: row.isOther ? SafeText.otherLabel : row.kind?.name ?? ""
    case .level: row.isOther ? SafeText.otherLabel : level(row.level, isShort: isShort)
    case .count: HumanNumber.grouped(row.count)
    case .users: row.users.map(HumanNumber.users) ?? ""
    case .share: HumanNumber.percent(row.share)
    case .flag: flag(row.flag, isShort: isShort)
    case .trend: ""
    case .firstSeen: time(row.firstSeen)
    case .lastSeen: time(row.lastSeen)
    case .example: row.example.map(example) ?? ""
    }
  }

  /// The columns that `text` takes; for names they were worked out before.
  func width(_ column: TableColumn, of row: ReportRow, isShort: Bool) -> Int {
    switch column {
    case .tenant where !row.isOther: row.tenant < 0 ? 0 : nameWidths[row.tenant]
    case .code where !row.isOther: row.code < 0 ? 0 : nameWidths[row.code]
    case .category where !row.isOther: row.category < 0 ? 0 : nameWidths[row.category]
    case .method where !row.isOther: row.method < 0 ? 0 : nameWidths[row.method]
    default: DisplayWidth.of(text(column, of: row, isShort: isShort))
    }
  }

  func style(_ column: TableColumn, of row: ReportRow) -> ANSIStyle {
    switch column {
    case .level: ANSIStyle(row.level)
    case .flag: ANSIStyle(row.flag)
    case .kind, .window, .firstSeen, .lastSeen, .example: .secondary
    default: .plain
    }
  }

  private func window(_ row: ReportRow) -> String {
    guard let start = row.windowStart else { return row.isOther ? "" : "untimed" }
    guard showsWindowTime else { return context.clock.date(start) }
    var text = showsWindowDate ? context.clock.date(start) + " " : ""
    text += context.clock.time(start, showsSeconds: showsWindowSeconds)
    return hasSeveralOffsets ? text + context.clock.offset(start) : text
  }

  private func name(_ index: Int, _ row: ReportRow) -> String {
    row.isOther ? SafeText.otherLabel : context.names.text(index)
  }

  private func level(_ level: RecoveryLevel?, isShort: Bool) -> String {
    switch level {
    case .recoverable where isShort: "recov."
    case .unrecoverable where isShort: "unrec."
    default: level?.name ?? ""
    }
  }

  private func flag(_ flag: Severity?, isShort: Bool) -> String {
    switch flag {
    case .critical where isShort: "crit"
    case .warning where isShort: "warn"
    default: flag?.name ?? ""
    }
  }

  private func time(_ time: EventTime?) -> String {
    guard let second = time?.seconds else { return "" }
    let text = context.clock.time(second, showsSeconds: true)
    return context.isOneDay ? text : context.clock.date(second) + " " + text
  }

  private func example(_ location: SourceLocation) -> String {
    var bytes: [UInt8] = []
    SafeText.appendCell(location.text, isASCII: context.options.isASCII, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
