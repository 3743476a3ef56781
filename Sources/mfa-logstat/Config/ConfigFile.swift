import Glibc
import LogModel
import LogReporting

/// The configuration file: defaults that a user or a machine keeps.
struct ConfigFile {
  /// As it was found; nil when there is none.
  var path: String?
  var layer = SettingLayer()
  /// What is wrong with its form; what is wrong with its values shows when they are read.
  var faults: [SettingFault] = []
  /// What the user says about codes, over the catalogue.
  var levels: [String: RecoveryLevel] = [:]

  /// Finds it, `flag` being the value of `--config`, and reads it.
  ///
  /// - Throws: With the exit status 78 when it cannot be read.
  static func load(flag: String?, environment: Environment) throws(Complaint) -> ConfigFile {
    let variable = environment("MFA_LOGSTAT_CONFIG")
    guard let path = flag ?? variable ?? firstStandardPath(environment) else { return ConfigFile() }
    switch TextFile.read(path == "-" ? "./-" : path) {
    case .success(let text):
      // No file with settings, no parser for it.
      return text.isEmpty ? ConfigFile(path: path) : ConfigReader(path: path).read(text)
    case .failure(.unreadable(let number)):
      let place =
        flag != nil ? "--config" : variable != nil ? "MFA_LOGSTAT_CONFIG" : "configuration"
      let words = TextFileFailure.unreadable(errno: number).words
      throw Complaint("\(place) \(Quoted(path)) \(words)", status: .configUnusable)
    case .failure(.tooLarge):
      throw Complaint(
        "\(SourceText.path(path)): larger than 1 MiB, which is no configuration",
        status: .configUnusable)
    case .failure(.notUTF8):
      throw Complaint("\(SourceText.path(path)): is not UTF-8 text", status: .configUnusable)
    }
  }

  /// The first of the usual places where there is a file.
  private static func firstStandardPath(_ environment: Environment) -> String? {
    let name = "mfa-logstat/config.yaml"
    let places = [
      environment("XDG_CONFIG_HOME").map { "\($0)/\(name)" },
      environment("HOME").map { "\($0)/.config/\(name)" },
      "/etc/\(name)",
    ]
    return places.compactMap { $0 }.first { unsafe access(NativeText.path($0), F_OK) == 0 }
  }
}
