import Glibc
import LogReporting

/// How text for people is to look, as far as flags, variables and the terminal settle it.
struct DisplaySettings {
  private let width: Int?
  private let color: SettingValue?
  private let isASCII: Bool
  private let rawCells: Bool
  private let terminal: Terminal

  /// Reads its settings; what does not fit is noted in `reader`.
  init(_ reader: inout SettingReader, environment: Environment) {
    width = reader.value(.width, NumberText.width)
    let choice = reader.value(.color) { text throws(Misfit) in
      try WordText.one(of: ColorChoice.self, noun: "a choice of colour", plural: "choices", text)
    }
    color = choice == nil ? nil : reader.settings.value(.color)
    isASCII = reader.flag(.ascii)
    rawCells = reader.flag(.csvRaw)
    terminal = Terminal(descriptor: STDOUT_FILENO, environment: environment)
  }

  /// Reads its settings alone.
  ///
  /// - Throws: Everything that is wrong with them, with the exit status 64.
  init(_ settings: Settings, environment: Environment) throws(Complaint) {
    var reader = SettingReader(settings)
    self.init(&reader, environment: environment)
    guard reader.faults.isEmpty else { throw Complaint(reader.faults, status: .usage) }
  }

  /// How to render for standard output, or for a file, which has no width of its own and is coloured
  /// only on demand.
  func renderOptions(isFile: Bool) -> RenderOptions {
    let place = isFile ? Terminal(descriptor: -1, environment: terminal.environment) : terminal
    return RenderOptions(
      width: width ?? place.width, usesColor: place.usesColor(color), isASCII: isASCII,
      rawCells: rawCells)
  }
}
