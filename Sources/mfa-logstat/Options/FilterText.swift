import LogModel
import LogPipeline

/// `--where`, `--level` and `--field`: what to choose by, and where to look.
enum FilterText {
  /// `code=too_many_*,invalid_otp`: a key of the rows and the patterns that one of them must match.
  static func filter(_ text: String) throws(Misfit) -> RowFilter {
    let keys = ReportKey.allCases.filter { $0 != .window }
    let (name, value) = try pair(text, form: "key=value[,value]: tenant=acme, code=too_many_*")
    if name == ReportKey.window.name {
      throw Misfit("chooses by window", "choose times with --since and --until")
    }
    guard let key = keys.first(where: { $0.name == name }) else {
      throw WordText.misfit(
        name, noun: "a key", plural: "keys", known: keys.map(\.name), quoted: true)
    }
    let patterns = WordText.split(value)
    guard !patterns.isEmpty else { throw Misfit("names no value", "write key=value[,value]") }
    switch key {
    case .kind:
      try check(patterns, noun: "a kind", plural: "kinds", known: CodeKind.allCases.map(\.name))
    case .level:
      try check(
        patterns, noun: "a level", plural: "levels", known: RecoveryLevel.allCases.map(\.name))
    case .window, .tenant, .code, .category, .method: break
    }
    return RowFilter(key: key, patterns: patterns)
  }

  /// `recoverable,unknown`.
  static func levels(_ text: String) throws(Misfit) -> RowFilter {
    let words = WordText.split(text)
    let known = RecoveryLevel.allCases.map(\.name)
    for word in words where !known.contains(word) {
      throw WordText.misfit(
        word, noun: "a level", plural: "levels", known: known, quoted: word != text)
    }
    guard !words.isEmpty else {
      throw Misfit("names no level", "levels: \(known.joined(separator: ", "))")
    }
    return RowFilter(key: .level, patterns: words)
  }

  /// Filters of one key become one, as any of their patterns will do.
  static func merged(_ filters: [RowFilter]) -> [RowFilter] {
    var merged: [RowFilter] = []
    for filter in filters {
      if let index = merged.firstIndex(where: { $0.key == filter.key }) {
        merged[index].patterns += filter.patterns
      } else {
        merged.append(filter)
      }
    }
    return merged
  }

  /// `tenant=org.name`: a field, and the dotted path to find it at.
  static func field(_ text: String) throws(Misfit) -> FieldOverride {
    let (name, value) = try pair(text, form: "field=path: tenant=org.name")
    guard let field = FieldOverride.Field(rawValue: name) else {
      throw WordText.misfit(
        name, noun: "a field", plural: "fields",
        known: FieldOverride.Field.allCases.map(\.rawValue), quoted: true)
    }
    let path = value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !path.contains("") else {
      throw Misfit("has an empty name in its path", "write the names with dots between: org.name")
    }
    return FieldOverride(field: field, path: path)
  }

  private static func pair(
    _ text: String, form: String
  ) throws(Misfit) -> (name: String, value: String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw Misfit("has no name before an equals sign", "write \(form)")
    }
    return (String(text[..<sign].trimmed), String(text[text.index(after: sign)...].trimmed))
  }

  /// A pattern may be anything; a plain word of a closed list must be on it.
  private static func check(
    _ patterns: [String], noun: String, plural: String, known: [String]
  ) throws(Misfit) {
    for pattern in patterns where !pattern.contains("*") && !known.contains(pattern) {
      throw WordText.misfit(pattern, noun: noun, plural: plural, known: known, quoted: true)
    }
  }
}
