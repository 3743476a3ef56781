import LogModel

/// Words out of fixed lists, on the command line and in files.
enum WordText {
  /// The message for a word that is not on a list: the list, and the nearest word of it.
  ///
  /// `noun` is what was wanted (`a sort order`), `plural` what the list holds (`sort orders`). The
  /// word is quoted where it is only a part of what the message begins with.
  static func misfit(
    _ word: String, noun: String, plural: String, known: [String], quoted: Bool = false
  ) -> Misfit {
    var remedy = "\(plural): \(known.joined(separator: ", "))"
    if let nearest = NearestName.find(word, in: known), nearest != word {
      remedy += "; did you mean \"\(nearest)\"?"
    }
    let subject = quoted ? "holds \(Quoted(word)), which is not \(noun)" : "is not \(noun)"
    return Misfit(subject, remedy)
  }

  /// A flag in the environment or a file.
  static func truth(_ text: String) throws(Misfit) -> Bool {
    switch text {
    case "1", "true", "yes", "on": return true
    case "0", "false", "no", "off": return false
    default: throw Misfit("is neither true nor false", "write true or false")
    }
  }

  /// One word of a closed list.
  static func one<Choice>(
    of choices: Choice.Type, noun: String, plural: String, _ text: String
  ) throws(Misfit) -> Choice where Choice: RawRepresentable<String> & CaseIterable {
    guard let choice = Choice(rawValue: text) else {
      throw misfit(text, noun: noun, plural: plural, known: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  /// The keys of `--by`, in the order of the columns.
  static func keys(_ text: String) throws(Misfit) -> [ReportKey] {
    var keys: Set<ReportKey> = []
    for word in split(text) {
      guard let key = ReportKey.allCases.first(where: { $0.name == word }) else {
        throw misfit(
          word, noun: "a key", plural: "keys", known: ReportKey.allCases.map(\.name),
          quoted: word != text)
      }
      keys.insert(key)
    }
    guard !keys.isEmpty else {
      throw Misfit(
        "names no key", "keys: \(ReportKey.allCases.map(\.name).joined(separator: ", "))")
    }
    return keys.sorted()
  }

  static func level(_ word: String) throws(Misfit) -> RecoveryLevel {
    guard let level = RecoveryLevel.allCases.first(where: { $0.name == word }) else {
      throw misfit(
        word, noun: "a level", plural: "levels", known: RecoveryLevel.allCases.map(\.name))
    }
    return level
  }

  /// The parts between commas; blanks around them do not count.
  static func split(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0.trimmed) }.filter { !$0.isEmpty }
  }
}

extension Substring {
  /// Without the blanks at both ends.
  var trimmed: Substring {
    let rest = drop { $0 == " " || $0 == "\t" }
    guard let last = rest.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return rest[...last]
  }
}
