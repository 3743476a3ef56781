import LogReporting

/// Turns settings into values, and keeps all that is wrong with them instead of the first.
struct SettingReader {
  let settings: Settings
  private(set) var faults: [SettingFault] = []

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
    faults.append(SettingFault(value, of: setting, fault))
  }

  private mutating func read<Value>(
    _ value: SettingValue, of setting: Setting, _ parse: (String) throws(Misfit) -> Value
  ) -> Value? {
    do {
      return try parse(setting.holdsPath ? value.text : NativeText.shown(value.text))
    } catch {
      faults.append(SettingFault(value, of: setting, "\(error.fault); \(error.remedy)"))
      return nil
    }
  }
}

/// Something that is wrong with a setting, in words and with its place.
struct SettingFault {
  /// The place in the configuration file, both counted from 1; 0 elsewhere.
  let line: Int
  let column: Int
  let text: String

  init(line: Int, column: Int, text: String) {
    self.line = line
    self.column = column
    self.text = text
  }

  /// A fault of one value, which is quoted before the words.
  init(_ value: SettingValue, of setting: Setting, _ words: String) {
    text = "\(value.label(of: setting)) \(Quoted(value.text)) \(words)"
    if case .config(_, let line, let column) = value.origin {
      (self.line, self.column) = (line, column)
    } else {
      (line, column) = (0, 0)
    }
  }
}

extension Complaint {
  /// All faults, in the order of their places.
  init(_ faults: [SettingFault], status: ExitStatus) {
    let sorted = faults.enumerated().sorted { left, right in
      (left.element.line, left.element.column, left.offset)
        < (right.element.line, right.element.column, right.offset)
    }
    self.init(sorted.map(\.element.text), status: status)
  }
}

/// What somebody wrote, between quotes and without a byte that could harm a terminal.
struct Quoted: CustomStringConvertible {
  let description: String

  init(_ text: String) { description = "\"\(SourceText.path(text))\"" }
}
