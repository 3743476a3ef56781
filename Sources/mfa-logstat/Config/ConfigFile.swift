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

  /// No sane file is larger, and a wrong one should not fill the memory.
  private static let sizeLimit = 1 << 20

  /// Finds it, `flag` being the value of `--config`, and reads it.
  ///
  /// - Throws: With the exit status 78 when it cannot be read.
  static func load(flag: String?, environment: Environment) throws(Complaint) -> ConfigFile {
    let variable = environment("MFA_LOGSTAT_CONFIG")
    guard let path = flag ?? variable ?? firstStandardPath(environment) else { return ConfigFile() }
    let descriptor = unsafe open(NativeText.path(path), O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { _ = close(descriptor) } }
    guard descriptor >= 0, let bytes = Descriptor.readAll(descriptor, limit: sizeLimit) else {
      let reason = SystemText.words(for: errno)
      let place =
        flag != nil ? "--config" : variable != nil ? "MFA_LOGSTAT_CONFIG" : "configuration"
      throw Complaint("\(place) \(Quoted(path)) cannot be read: \(reason)", status: .configUnusable)
    }
    guard bytes.count <= sizeLimit else {
      throw Complaint(
        "\(SourceText.path(path)): larger than 1 MiB, which is no configuration",
        status: .configUnusable)
    }
    // No file with settings, no parser for it.
    if bytes.isEmpty { return ConfigFile(path: path) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Complaint("\(SourceText.path(path)): is not UTF-8 text", status: .configUnusable)
    }
    return ConfigReader(path: path).read(text)
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
