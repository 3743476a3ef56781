import Glibc
import LogAlerting
import LogModel
import LogReporting

/// Finds the rules in force: the built-in ones, those of files, those of the command line.
struct RuleSource {
  let settings: Settings
  let context: RuleContext

  /// Times of silences without a zone are read in `zone`.
  init(_ settings: Settings, levels: [String: RecoveryLevel], zone: TimeZoneRules) {
    self.settings = settings
    context = RuleSource.context(levels: levels, zone: zone)
  }

  static func context(levels: [String: RecoveryLevel], zone: TimeZoneRules) -> RuleContext {
    RuleContext(localZone: zone, levels: levels) { name in
      do throws(Misfit) { return try ZoneText.rules(name) } catch { return nil }
    }
  }

  /// Files that are given take the place of the built-in rules, and expressions stand beside them, or
  /// alone where no file is given.
  ///
  /// - Throws: Everything that is wrong, with 78 for what stands in files and 64 for the rest.
  func rules() throws(Complaint) -> RuleSet {
    let files = settings.values(.rules)
    var faults: [SettingFault] = []
    let expressions = Severity.allCases.flatMap { severity in
      read(severity == .critical ? .critical : .warning, as: severity, &faults)
    }
    let isOfFile = faults.contains { $0.line > 0 }
    guard faults.isEmpty else {
      throw Complaint(faults, status: isOfFile ? .configUnusable : .usage)
    }
    var set = RuleSet()
    if files.isEmpty, expressions.isEmpty { set = BuiltInRules.set }
    var lines: [String] = []
    for file in files { add(file, to: &set, &lines) }
    guard lines.isEmpty else { throw Complaint(lines, status: .configUnusable) }
    set.rules += expressions
    try checkNames(of: set)
    return set
  }

  private func read(
    _ setting: Setting, as severity: Severity, _ faults: inout [SettingFault]
  ) -> [Rule] {
    settings.values(setting).compactMap { value in
      do throws(RuleFault) {
        return try RuleExpression.rule(
          NativeText.shown(value.text), severity: severity, context: context)
      } catch {
        let words = "at \(error.column): \(RuleFaultText.words(for: error.reason))"
        faults.append(SettingFault(value, of: setting, words))
        return nil
      }
    }
  }

  private func add(_ value: SettingValue, to set: inout RuleSet, _ lines: inout [String]) {
    if value.text == BuiltInRules.name {
      set.rules += BuiltInRules.set.rules
      return
    }
    switch RuleSource.read(value.text, context: context) {
    case .success(let file):
      lines += file.faults.map { RuleFaultText.line(for: $0, file: value.text) }
      set.rules += file.ruleSet.rules
      set.silences += file.ruleSet.silences
    case .failure(let failure):
      lines.append(
        "\(value.label(of: .rules)) \(Quoted(value.text)) \(failure.words)")
    }
  }

  /// Reads a rule file, whose faults are then its own.
  static func read(_ path: String, context: RuleContext) -> Result<RuleFile, TextFileFailure> {
    TextFile.read(path).map { text in
      RuleFile.read(text, file: NativeText.shown(path), context: context)
    }
  }

  private func checkNames(of set: RuleSet) throws(Complaint) {
    var first: [String: Rule] = [:]
    for rule in set.rules {
      guard let other = first.updateValue(rule, forKey: rule.name) else { continue }
      let places = [other, rule].map { rule in
        rule.place.map { "\(SourceText.path($0.file)):\($0.line)" } ?? "the command line"
      }
      throw Complaint(
        "the rule \(Quoted(rule.name)) is given twice, at \(places[0]) and at \(places[1])",
        status: rule.place == nil ? .usage : .configUnusable)
    }
  }
}
