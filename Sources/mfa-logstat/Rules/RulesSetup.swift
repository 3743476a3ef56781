import LogAlerting
import LogModel

/// What every command about rules reads first: the configuration, the settings, the zone.
struct RulesSetup {
  let environment = Environment()
  let config: ConfigFile
  let settings: Settings
  /// The zone of times that name none.
  let zone: TimeZoneRules

  /// - Parameters:
  ///   - flags: What was given on the command line.
  ///   - configFlag: The value of `--config`.
  /// - Throws: When the configuration or the zone is not fit.
  init(flags: SettingLayer, configFlag: String?) throws(Complaint) {
    config = try ConfigFile.load(flag: configFlag, environment: environment)
    try Settings.check(config, environment: environment)
    settings = Settings(flags: flags, environment: environment, config: config)
    var reader = SettingReader(settings)
    zone = reader.value(.tz, ZoneText.rules) ?? .utc
    guard reader.faults.isEmpty else { throw Complaint(reader.faults, status: .usage) }
  }

  var context: RuleContext { RuleSource.context(levels: config.levels, zone: zone) }

  /// The rules in force.
  func rules() throws(Complaint) -> RuleSet {
    try RuleSource(settings, levels: config.levels, zone: zone).rules()
  }
}
