import Glibc

/// What stands at the other end of a descriptor, as far as it changes how text is told.
struct Terminal {
  let descriptor: Int32
  let environment: Environment

  init(descriptor: Int32, environment: Environment = Environment()) {
    self.descriptor = descriptor
    self.environment = environment
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether it can move its cursor, which progress needs.
  var canRedraw: Bool { isTerminal && environment("TERM") != nil && environment("TERM") != "dumb" }

  /// Columns to fill: `COLUMNS`, else what the terminal says, else 80; nil off a terminal.
  var width: Int? {
    guard isTerminal else { return nil }
    if let text = environment("COLUMNS"), let columns = Int(text), columns > 0 { return columns }
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether to colour, by the first of these that speaks.
  ///
  /// The flag or its variable, `NO_COLOR` (no-color.org), `CLICOLOR_FORCE`, the configuration file,
  /// `TERM=dumb`, and at last whether this is a terminal.
  func usesColor(_ setting: SettingValue?) -> Bool {
    let choice = setting.flatMap { ColorChoice(rawValue: $0.text) } ?? .auto
    let isPersonal = setting?.origin.isPersonal ?? false
    if isPersonal, choice != .auto { return choice == .always }
    if environment("NO_COLOR") != nil { return false }
    if let force = environment("CLICOLOR_FORCE"), force != "0" { return true }
    if choice != .auto { return choice == .always }
    return isTerminal && environment("TERM") != "dumb"
  }
}

/// The words of `--color`.
enum ColorChoice: String, CaseIterable {
  case auto
  case always
  case never
}
