import Glibc
import LogModel

/// The command line, rewritten where the parser would take it for something else.
struct ArgumentList {
  private(set) var arguments: [String]

  /// What this process was given, without its own name, as `NativeText`.
  static var ofProcess: [String] {
    (1..<max(Int(CommandLine.argc), 1)).compactMap { index in
      unsafe CommandLine.unsafeArgv[index].map { unsafe NativeText.text(of: $0) }
    }
  }

  /// - Parameter arguments: Without the name of the program.
  /// - Throws: When the first word is neither a command nor a file.
  init(_ arguments: [String]) throws(Complaint) {
    self.arguments = ArgumentList.joined(arguments)
    guard let first = self.arguments.first else {
      self.arguments = ["stat"]
      return
    }
    if first == "help", self.arguments.count > 1 {
      try ArgumentList.checkIsCommand(self.arguments[1])
    }
    if first == CommandList.rules, self.arguments.count > 1 {
      try ArgumentList.checkIsCommand(self.arguments[1], of: first, known: CommandList.rulesNames)
    }
    if first == CommandList.state, self.arguments.count > 1 {
      try ArgumentList.checkIsCommand(self.arguments[1], of: first, known: CommandList.stateNames)
    }
    if CommandList.names.contains(first) || ArgumentList.rootWords.contains(first) { return }
    if first.hasPrefix(ArgumentList.completionWord) { return }
    try ArgumentList.checkIsNoCommand(first)
    self.arguments.insert("stat", at: 0)
  }

  private static let completionWord = "--generate-completion-script"

  /// Whether this process is to write a script for a shell.
  static var asksForCompletions: Bool { ofProcess.first?.hasPrefix(completionWord) ?? false }

  private static let rootWords = [
    "help", "--help", "-h", "--help-hidden", "--version", "--experimental-dump-help",
  ]

  /// Writes `-w5m` and `-ocsv` as long options and joins `--since -3h`.
  ///
  /// Left alone, the parser finds `-h` in `-w1h` and in `-3h` and shows its help.
  private static func joined(_ arguments: [String]) -> [String] {
    let shortOptions = ["-w": Setting.window, "-o": Setting.output]
    // A number below zero is for the option to refuse, in its own words.
    let numberOptions: [Setting] = [
      .since, .until, .now, .window, .top, .jobs, .width, .maxMalformed, .maxLine, .maxGroups,
    ]
    let numberNames = numberOptions.map { "--\($0.name)" }
    var result: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" { return result + [argument] + rest }
      let long = shortOptions[argument].map { "--\($0.name)" } ?? argument
      if numberNames.contains(long), let value = rest.first, isOffset(value) {
        result.append("\(long)=\(value)")
        rest.removeFirst()
      } else if argument.count > 2, let setting = shortOptions[String(argument.prefix(2))] {
        let value = argument.dropFirst(argument.dropFirst(2).first == "=" ? 3 : 2)
        result.append("--\(setting.name)=\(value)")
      } else {
        result.append(argument)
      }
    }
    return result
  }

  /// `-3h` and the like, which no option looks like.
  private static func isOffset(_ text: String) -> Bool {
    text.hasPrefix("-") && text.dropFirst().first?.isNumber == true
  }

  /// Commands of other versions of this tool, which somebody may try here.
  private static let foreignCommands = ["follow", "merge"]

  /// A command that we do not have, or a slip in the name of one, unless it names a file.
  private static func checkIsNoCommand(_ word: String) throws(Complaint) {
    guard !word.hasPrefix("-") else { return }
    let known = CommandList.names.sorted()
    guard foreignCommands.contains(word) || NearestName.find(word, in: known) != nil else { return }
    var status = stat()
    guard unsafe lstat(NativeText.path(word), &status) != 0 else { return }
    throw noCommand(word, noun: "a command or a file")
  }

  /// What follows `rules` or `state` is one of its commands.
  private static func checkIsCommand(
    _ word: String, of command: String, known: [String]
  ) throws(Complaint) {
    guard !word.hasPrefix("-"), word != "help", !known.contains(word) else { return }
    let misfit = WordText.misfit(
      word, noun: "a command of \(command)", plural: "commands", known: known)
    throw Complaint("\(Quoted(word)) \(misfit.fault); \(misfit.remedy)")
  }

  /// What follows `help` is nothing else.
  private static func checkIsCommand(_ word: String) throws(Complaint) {
    guard !word.hasPrefix("-"), !CommandList.names.contains(word) else { return }
    throw noCommand(word, noun: "a command")
  }

  private static func noCommand(_ word: String, noun: String) -> Complaint {
    let misfit = WordText.misfit(
      word, noun: noun, plural: "commands", known: CommandList.names.sorted())
    return Complaint("\(Quoted(word)) \(misfit.fault); \(misfit.remedy)")
  }
}
