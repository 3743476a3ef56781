import LogReporting

/// Turns settings into values, and keeps all that is wrong with them instead of the first.
struct SettingReader {
  let settings: Settings
  private(set) var problems: [String] = []

  init(_ settings: Settings) { self.settings = settings }

  /// The value of a setting; nil when it is not given or does not fit.
  mutating func value<Value>(
    _ setting: Setting, _ parse: (String) throws(Misfit) -> Value
  ) -> Value? {
    guard let value = settings.value(setting) else { return nil }
    return read(value, of: setting, parse)
  }

  /// All values of a setting that fit.
  mutating func values<Value>(
    _ setting: Setting, _ parse: (String) throws(Misfit) -> Value
  ) -> [Value] {
    var values: [Value] = []
    for value in settings.values(setting) {
      if let value = read(value, of: setting, parse) { values.append(value) }
    }
    return values
  }

  /// Whether a flag is set; false when it is not given.
  mutating func flag(_ setting: Setting) -> Bool { value(setting, WordText.truth) ?? false }

  /// Notes a fault that only shows between two settings.
  mutating func complain(of setting: Setting, _ fault: String) {
    guard let value = settings.value(setting) else { return }
    problems.append("\(value.label(of: setting)) \(Quoted(value.text)) \(fault)")
  }

  private mutating func read<Value>(
    _ value: SettingValue, of setting: Setting, _ parse: (String) throws(Misfit) -> Value
  ) -> Value? {
    do {
      return try parse(value.text)
    } catch {
      let quoted = Quoted(value.text)
      problems.append("\(value.label(of: setting)) \(quoted) \(error.fault); \(error.remedy)")
      return nil
    }
  }
}

/// What somebody wrote, between quotes and without a byte that could harm a terminal.
struct Quoted: CustomStringConvertible {
  let description: String

  init(_ text: String) { description = "\"\(SafeText.escaped(text))\"" }
}
