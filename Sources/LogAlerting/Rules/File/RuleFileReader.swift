import LogModel
import Yams

/// Reads the nodes of a rule file into rules and silences.
struct RuleFileReader {
  let file: String
  let context: RuleContext
  var result = RuleFile()
  var nodes = NodeReader()
  /// Where every name was given first.
  private var names: [String: RulePlace] = [:]

  init(file: String, context: RuleContext) {
    self.file = file
    self.context = context
  }

  private static let keys = ["version", "extend", "drop", "rules", "silences"]

  mutating func read(_ root: Node?) {
    if let root {
      readRoot(root)
    } else {
      nodes.complain(.nothingInIt, at: Place(line: 1, column: 1))
    }
    let faults = (nodes.faults + result.faults).enumerated().sorted { left, right in
      (left.element.line, left.element.column, left.offset)
        < (right.element.line, right.element.column, right.offset)
    }
    result.faults = faults.map(\.element)
  }

  private mutating func readRoot(_ root: Node) {
    guard let entries = nodes.entries(of: root, key: "", known: RuleFileReader.keys) else { return }
    if let version = entries["version"] {
      _ = nodes.word(of: version, key: "version", .version)
    } else {
      nodes.complain(.missingKey("version"), at: root)
    }
    if let node = entries["extend"] {
      result.extendsBuiltIn = nodes.word(of: node, key: "extend", .extended) != nil
    }
    if let rules = entries["rules"] {
      for node in nodes.elements(of: rules, key: "rules") {
        if let rule = readRule(node) { result.set.rules.append(rule) }
      }
    } else if entries["silences"] == nil, !result.extendsBuiltIn {
      nodes.complain(.missingKey("rules"), at: root)
    }
    if let silences = entries["silences"] {
      for node in nodes.elements(of: silences, key: "silences") {
        if let silence = readSilence(node) { result.set.silences.append(silence) }
      }
    }
    if let node = entries["drop"] { readDropped(node, entries) }
  }

  private mutating func readDropped(_ node: Node, _ entries: NodeReader.Entries) {
    if entries["extend"] == nil, let key = entries.key("drop") {
      nodes.complain(.missingKey("extend"), at: key)
    }
    for (text, node) in nodes.texts(of: node, key: "drop") {
      let pattern = NamePattern(text)
      if !BuiltInRules.set.rules.contains(where: { pattern.matches($0.name) }) {
        nodes.complain(.unknownRule(text), at: node)
      }
      result.dropped.append(pattern)
    }
  }

  /// The name of a rule, which must be the only one of its kind.
  mutating func readName(_ entries: NodeReader.Entries) -> String {
    guard let node = entries["name"] else {
      if entries.key("name") == nil { nodes.complain(.missingKey("name"), at: entries.node) }
      return ""
    }
    guard let name = nodes.text(of: node, key: "name") else { return "" }
    let place = Place(node)
    if name.utf8.count > 200
      || name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
    {
      nodes.complain(.notAName(name), at: place)
    } else if let first = names[name] {
      nodes.complain(.duplicateName(name, first: first), at: place)
    } else {
      names[name] = RulePlace(file: file, line: place.line, column: place.column)
    }
    return name
  }
}
