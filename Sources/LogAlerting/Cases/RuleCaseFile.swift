import LogModel

/// A file of cases for rules.
package struct RuleCaseFile: Sendable {
  /// Names of rule files as they stand there, each with its place; none means the built-in rules.
  package var rules: [(name: String, place: RulePlace)] = []
  package var cases: [RuleCase] = []
  /// Everything that is wrong, in the order of the places; the cases may not be used then.
  package var faults: [RuleFault] = []

  /// Reads the text of a file; places bear the name `file`.
  package static func read(_ text: String, file: String) -> RuleCaseFile {
    var reader = RuleCaseReader(file: file)
    do throws(RuleFault) {
      reader.read(try YAMLDocument.root(of: text))
    } catch {
      reader.result.faults = [error]
    }
    return reader.result
  }

  /// What is expected of rules that are not there.
  package func faults(against set: RuleSet) -> [RuleFault] {
    let names = Set(set.rules.map(\.name))
    return cases.flatMap(\.expected).filter { !names.contains($0.rule) }.map {
      RuleFault(
        .notInForce($0.rule, known: set.rules.map(\.name)), line: $0.place.line,
        column: $0.place.column)
    }
  }
}
