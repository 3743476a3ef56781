import LogModel

/// A rule file: rules and silences in YAML, read without guessing and without passing over anything.
package struct RuleFile: Sendable {
  package var set = RuleSet()
  /// Whether the built-in rules hold beside these; those of the same name are replaced.
  package var extendsBuiltIn = false
  /// Which of the built-in rules are left out.
  package var dropped: [NamePattern] = []
  /// Everything that is wrong, in the order of the places; the rest may not be used then.
  package var faults: [RuleFault] = []

  /// Reads the text of a file; places bear the name `file`.
  package static func read(_ text: String, file: String, context: RuleContext) -> RuleFile {
    var reader = RuleFileReader(file: file, context: context)
    do throws(RuleFault) {
      reader.read(try YAMLDocument.root(of: text))
    } catch {
      reader.result.faults = [error]
    }
    return reader.result
  }

  /// The rules in force when this is the file that was asked for.
  package var ruleSet: RuleSet {
    guard extendsBuiltIn else { return set }
    let names = Set(set.rules.map(\.name))
    let kept = BuiltInRules.set.rules.filter { rule in
      !names.contains(rule.name) && !dropped.contains { $0.matches(rule.name) }
    }
    return RuleSet(rules: kept + set.rules, silences: set.silences)
  }
}
