/// One value of a setting as somebody wrote it, and where.
struct SettingValue {
  /// Where a value was written; what is nearer to the user beats what is farther away.
  enum Origin {
    case flag
    case environment
    /// The file as it was found, and the place of the value in it; both counted from 1.
    case config(file: String, line: Int, column: Int)
    case builtIn

    /// Whether it was written on the command line.
    var isFlag: Bool {
      if case .flag = self { true } else { false }
    }

    /// Whether it was written for this run, and not for all runs of the machine.
    var isPersonal: Bool {
      switch self {
      case .flag, .environment: true
      case .config, .builtIn: false
      }
    }
  }

  let text: String
  let origin: Origin

  /// How a message names the setting, by the place where the value stands.
  func label(of setting: Setting) -> String {
    switch origin {
    case .flag, .builtIn: "--\(setting.name)"
    case .environment: setting.variable
    case .config(let file, let line, let column):
      "\(SourceText.path(file)):\(line):\(column): \(setting.name)"
    }
  }

  /// Where it comes from, in brackets of `--verbose`.
  func source(of setting: Setting) -> String {
    switch origin {
    case .flag: "--\(setting.name)"
    case .environment: setting.variable
    case .config(let file, let line, let column): "\(SourceText.path(file)):\(line):\(column)"
    case .builtIn: "default"
    }
  }
}
