/// All values of one place: the command line, the environment, a file, or the defaults.
struct SettingLayer {
  private var values: [Setting: [SettingValue]] = [:]

  subscript(setting: Setting) -> [SettingValue]? { values[setting] }

  mutating func add(_ text: String, for setting: Setting, from origin: SettingValue.Origin) {
    values[setting, default: []].append(SettingValue(text: text, origin: origin))
  }

  /// What an option of the command line holds; nothing when it was not given.
  mutating func add(_ text: String?, for setting: Setting) {
    if let text { add(text, for: setting, from: .flag) }
  }

  mutating func add(_ texts: [String], for setting: Setting) {
    for text in texts { add(text, for: setting, from: .flag) }
  }

  mutating func add(_ isSet: Bool, for setting: Setting) {
    if isSet { add("true", for: setting, from: .flag) }
  }

  /// The variables `MFA_LOGSTAT_...`; several values of one stand between semicolons.
  init(environment: Environment) {
    for setting in Setting.allCases {
      guard let text = environment(setting.variable) else { continue }
      switch setting.shape {
      case .flag, .value, .words: add(text, for: setting, from: .environment)
      case .list, .pairs:
        for part in text.split(separator: ";") {
          add(String(part), for: setting, from: .environment)
        }
      }
    }
  }

  init() {}

  /// What holds when nobody says anything.
  static let builtIn: SettingLayer = {
    var layer = SettingLayer()
    for setting in Setting.allCases {
      if let text = setting.builtIn { layer.add(text, for: setting, from: .builtIn) }
    }
    return layer
  }()
}

/// What is in force: for every setting the values of the nearest place that has any.
struct Settings {
  /// The nearest first.
  private let layers: [SettingLayer]

  init(_ layers: [SettingLayer]) { self.layers = layers }

  func values(_ setting: Setting) -> [SettingValue] {
    for layer in layers {
      if let values = layer[setting] { return values }
    }
    return []
  }

  /// The last value, as the last one given on a command line is the one that counts.
  func value(_ setting: Setting) -> SettingValue? { values(setting).last }
}
