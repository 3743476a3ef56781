import LogReporting
import Yams

extension ConfigReader {
  /// One line for a file that is no YAML.
  static func words(for error: any Error, path: String) -> String {
    let place = SourceText.path(path)
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return "\(place):\(mark.line):\(mark.column): \(SafeText.escaped(problem))"
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { Quoted($0).description }.joined(separator: ", ")
      return "\(place):\(context.mark.line):\(context.mark.column): \(names) is given twice"
    default:
      return "\(place): is not YAML"
    }
  }
}
