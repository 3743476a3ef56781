import Yams

/// Makes nodes of YAML text, and faults of what is none.
///
/// Nodes keep their place and are not guessed at: `010` stays `010` and `no` stays `no`.
enum YAMLDocument {
  /// The top of the only document; nil when there is nothing in it.
  static func root(of text: String) throws(RuleFault) -> Node? {
    // Nodes that stand in many places cost little to read and much to compare.
    if let anchor = usedAnchor(in: text) { throw anchor }
    do {
      return try Yams.compose(yaml: text)
    } catch {
      throw fault(for: error)
    }
  }

  private static func fault(for error: any Error) -> RuleFault {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      let reason = reason(problem, while: context?.text ?? "")
      // A token that cannot be read is told where it begins.
      let place = reason.isUnquoted ? context?.mark ?? mark : mark
      return RuleFault(reason, line: place.line, column: place.column)
    case YamlError.duplicatedKeysInMapping(let names, let context):
      return RuleFault(
        .duplicateKey(names.first ?? ""), line: context.mark.line, column: context.mark.column)
    case YamlError.reader(let problem, _, _, _):
      return RuleFault(.notYAML(problem), line: 1, column: 1)
    default: return RuleFault(.notYAML("is not YAML"), line: 1, column: 1)
    }
  }

  private static func reason(_ problem: String, while doing: String) -> RuleFault.Reason {
    if problem.hasPrefix("Maximum nesting level") || doing.hasPrefix("Maximum nesting level") {
      return .tooDeep
    }
    if problem == "found undefined alias" || doing == "while scanning an alias" {
      return .unquoted("*")
    }
    return doing == "while scanning a tag" ? .unquoted("!") : .notYAML(problem)
  }

  /// The first `&name` at the beginning of a value for which there is a `*name`, too.
  private static func usedAnchor(in text: String) -> RuleFault? {
    let aliases = Set(names(behind: "*", in: text).map(\.name))
    guard !aliases.isEmpty else { return nil }
    return names(behind: "&", in: text).first { aliases.contains($0.name) }.map {
      RuleFault(.anchor($0.name), line: $0.line, column: $0.column)
    }
  }

  /// Every word that stands behind `mark` where a value can begin.
  private static func names(
    behind mark: Unicode.Scalar, in text: String
  ) -> [(name: String, line: Int, column: Int)] {
    var found: [(name: String, line: Int, column: Int)] = []
    var line = 1
    var column = 0
    /// The last character that was no blank; nil at the beginning of a line.
    var before: Unicode.Scalar?
    var name: String.UnicodeScalarView?
    var start = (line: 1, column: 1)
    for scalar in (text + "\n").unicodeScalars {
      column += 1
      if name != nil {
        if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-_".unicodeScalars.contains(scalar)
        {
          name?.append(scalar)
          continue
        }
        if let name, !name.isEmpty { found.append((String(name), start.line, start.column)) }
        name = nil
      }
      switch scalar {
      case "\n", "\r":
        if scalar == "\n" { line += 1 }
        column = 0
        before = nil
      case " ", "\t": break
      default:
        if scalar == mark, before.map({ ":-?[{,".unicodeScalars.contains($0) }) ?? true {
          name = String.UnicodeScalarView()
          start = (line, column)
        }
        before = scalar
      }
    }
    return found
  }
}

extension RuleFault.Reason {
  fileprivate var isUnquoted: Bool {
    if case .unquoted = self { true } else { false }
  }
}
