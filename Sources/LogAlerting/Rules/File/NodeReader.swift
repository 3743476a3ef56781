import Yams

/// Takes values out of nodes, and keeps all that is wrong with them instead of the first.
struct NodeReader {
  /// A mapping whose keys are known words.
  struct Entries {
    let node: Node
    fileprivate(set) var pairs: [(name: String, key: Node, value: Node)] = []

    subscript(name: String) -> Node? { pairs.first { $0.name == name }?.value }

    func key(_ name: String) -> Node? { pairs.first { $0.name == name }?.key }
  }

  private(set) var faults: [RuleFault] = []

  mutating func complain(_ reason: RuleFault.Reason, at node: Node) {
    let place = Place(node)
    complain(reason, at: place)
  }

  mutating func complain(_ reason: RuleFault.Reason, at place: Place) {
    faults.append(RuleFault(reason, line: place.line, column: place.column))
  }

  /// The keys and values of a mapping; unknown keys are told and left out.
  mutating func entries(of node: Node, key: String, known: [String]) -> Entries? {
    guard let mapping = node.mapping else {
      complain(.wrongForm(key: key, wanted: .mapping), at: node)
      return nil
    }
    var entries = Entries(node: node)
    for (name, value) in mapping {
      guard let word = text(of: name, key: key) else { continue }
      if known.contains(word) {
        entries.pairs.append((word, name, value))
      } else {
        complain(.unknownKey(word, known: known), at: name)
      }
    }
    return entries
  }

  /// The elements of a list of mappings; an empty one is told.
  mutating func elements(of node: Node, key: String) -> [Node] {
    guard let sequence = node.sequence else {
      complain(.wrongForm(key: key, wanted: .listOfMappings), at: node)
      return []
    }
    return Array(sequence)
  }

  /// The text that stands there, whatever YAML would take it for.
  mutating func text(of node: Node, key: String) -> String? {
    guard let scalar = node.scalar else {
      complain(.wrongForm(key: key, wanted: .text), at: node)
      return nil
    }
    if node.tag.description.hasPrefix("!") {
      complain(.unquoted("!"), at: node)
      return nil
    }
    guard !scalar.string.isEmpty else {
      complain(.emptyValue(key: key), at: node)
      return nil
    }
    return scalar.string
  }

  /// One text or a list of them, each with its node.
  mutating func texts(of node: Node, key: String) -> [(text: String, node: Node)] {
    guard let sequence = node.sequence else {
      if node.scalar == nil {
        complain(.wrongForm(key: key, wanted: .list), at: node)
        return []
      }
      return text(of: node, key: key).map { [($0, node)] } ?? []
    }
    return sequence.compactMap { element in
      text(of: element, key: key).map { ($0, element) }
    }
  }

  /// One word of a closed list.
  mutating func word(of node: Node, key: String, _ list: RuleFault.WordList) -> String? {
    guard let word = text(of: node, key: key) else { return nil }
    guard list.words.contains(word) else {
      complain(.unknownWord(word, of: list), at: node)
      return nil
    }
    return word
  }

  mutating func whole(of node: Node, key: String) -> Int? {
    guard let text = text(of: node, key: key) else { return nil }
    guard let number = DecimalThreshold(text), number.denominator == 1, number.numerator > 0 else {
      complain(.notAWholeNumber(text, key: key), at: node)
      return nil
    }
    return Int(number.numerator)
  }
}

/// A line and a column, both counted from 1.
struct Place: Hashable, Sendable {
  var line: Int
  var column: Int

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Every node that was read has a mark; one without would stand at the top.
  init(_ node: Node) {
    line = node.mark?.line ?? 1
    column = node.mark?.column ?? 1
  }
}
