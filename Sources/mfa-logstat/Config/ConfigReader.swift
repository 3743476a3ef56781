import LogModel
import LogReporting
import Yams

/// Reads a configuration file as YAML nodes, which keep their place and are not guessed at.
///
/// A value is the text that stands there: `010` stays `010` and `no` stays `no`.
struct ConfigReader {
  private let path: String
  private var config: ConfigFile

  init(path: String) {
    self.path = path
    config = ConfigFile(path: path)
  }

  func read(_ text: String) -> ConfigFile {
    var reader = self
    reader.readRoot(text)
    return reader.config
  }

  private mutating func readRoot(_ text: String) {
    do {
      guard let root = try Yams.compose(yaml: text) else { return }
      guard let mapping = root.mapping else {
        return complain(at: root, "is not a list of keys; write \"window: 5m\" and the like")
      }
      for (key, value) in mapping { readEntry(key, value) }
    } catch {
      let words = ConfigReader.words(for: error, path: path)
      config.faults.append(SettingFault(line: 0, column: 0, text: words))
    }
  }

  private mutating func readEntry(_ key: Node, _ value: Node) {
    guard let name = key.scalar?.string else { return complain(at: key, "a key is one word") }
    if name == "levels" { return readLevels(value) }
    guard let setting = Setting(rawValue: name) else {
      let known = Setting.allCases.map(\.name) + ["levels"]
      let nearest = NearestName.find(name, in: known)
      let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? "; keys are the long option names"
      return complain(at: key, "unknown key \(Quoted(name))\(hint)")
    }
    switch (setting.shape, value) {
    case (_, .scalar(let scalar)): readScalar(scalar.string, at: value, for: setting)
    case (.words, .sequence(let items)):
      let words = items.compactMap { text(of: $0, for: setting) }
      if words.count == items.count {
        readScalar(words.joined(separator: ","), at: value, for: setting)
      }
    case (.list, .sequence(let items)), (.pairs, .sequence(let items)):
      for item in items {
        if let text = text(of: item, for: setting) { readScalar(text, at: item, for: setting) }
      }
    case (.pairs, .mapping(let pairs)):
      for (name, value) in pairs { readPair(name, value, for: setting) }
    default: complain(at: value, "\(setting.name) takes \(ConfigReader.form(of: setting.shape))")
    }
  }

  /// `tenant: org.name`, and `tenant: [a, b]` for several values.
  private mutating func readPair(_ name: Node, _ value: Node, for setting: Setting) {
    guard let name = text(of: name, for: setting) else { return }
    if let items = value.sequence {
      let texts = items.compactMap { text(of: $0, for: setting) }
      readScalar("\(name)=\(texts.joined(separator: ","))", at: value, for: setting)
    } else if let text = text(of: value, for: setting) {
      readScalar("\(name)=\(text)", at: value, for: setting)
    }
  }

  private mutating func readLevels(_ value: Node) {
    guard let mapping = value.mapping else {
      return complain(
        at: value, "levels takes codes and their levels: {invalid_token: unrecoverable}")
    }
    for (code, level) in mapping {
      guard let name = code.scalar?.string, let word = level.scalar?.string else {
        complain(at: level, "levels takes one word for a code")
        continue
      }
      do {
        config.levels[name] = try WordText.level(word)
      } catch {
        complain(at: level, "level of \(name) \(Quoted(word)) \(error.fault); \(error.remedy)")
      }
    }
  }

  private mutating func readScalar(_ text: String, at node: Node, for setting: Setting) {
    guard !text.isEmpty else { return complain(at: node, "\(setting.name) has no value") }
    let origin = SettingValue.Origin.config(
      file: path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    // Values of all places are read as native text.
    config.layer.add(NativeText.text(of: Array(text.utf8)), for: setting, from: origin)
  }

  private mutating func text(of node: Node, for setting: Setting) -> String? {
    if let text = node.scalar?.string { return text }
    complain(at: node, "\(setting.name) takes \(ConfigReader.form(of: setting.shape))")
    return nil
  }

  private mutating func complain(at node: Node, _ words: String) {
    // Every node that was read has a mark; one without would stand at the top.
    let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
    let place = "\(SourceText.path(path)):\(line):\(column)"
    config.faults.append(SettingFault(line: line, column: column, text: "\(place): \(words)"))
  }

  private static func form(of shape: Setting.Shape) -> String {
    switch shape {
    case .flag: "true or false"
    case .value: "one value"
    case .words: "words: [tenant, code]"
    case .list: "a list: [table, csv:out.csv]"
    case .pairs: "names and values: {tenant: acme}"
    }
  }
}
