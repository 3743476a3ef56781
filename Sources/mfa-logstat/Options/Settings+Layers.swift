extension Settings {
  /// The order of the contract: flag, variable, file, default.
  init(flags: SettingLayer, environment: Environment, config: ConfigFile) {
    self.init([flags, SettingLayer(environment: environment), config.layer, .builtIn])
  }

  /// Reads the file alone, so that all its faults are told, also those of values not in force.
  ///
  /// - Throws: Every fault, with the exit status 78.
  static func check(_ config: ConfigFile, environment: Environment) throws(Complaint) {
    guard config.path != nil else { return }
    let plan = StatPlan(
      Settings([config.layer, .builtIn]), levels: config.levels, environment: environment)
    let faults = config.faults + plan.faults
    guard faults.isEmpty else { throw Complaint(faults, status: .configUnusable) }
  }
}
