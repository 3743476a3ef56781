/// Joins the pieces into which container runtimes cut long lines, per stream.
struct ReferenceParts {
  struct Open {
    /// The text so far.
    var text: [UInt8]
    /// The wrapper of the first part, for Docker.
    var object: ReferenceObject?
    /// The header of the first part, for other runtimes.
    var header: ReferenceHeader?
    /// Of the first part.
    var line: Int
    /// Of the last part.
    var lastLine: Int

    /// The wrapper with the whole text in it.
    var joined: ReferenceObject? {
      guard let object else { return nil }
      let key = Array("log".utf8)
      return ReferenceObject(
        object.members.filter { $0.key != key }
          + [ReferenceObject.Member(key: key, value: .string(text))])
    }
  }

  private var docker: [[UInt8]: Open] = [:]
  private var container: [[UInt8]: Open] = [:]

  /// Takes one Docker line.
  ///
  /// - Returns: What is complete now; nil while parts are missing. An object that is no Docker line
  ///   is complete by itself.
  mutating func add(_ object: ReferenceObject, line: Int) -> Open? {
    let whole = Open(text: [], object: object, line: line, lastLine: line)
    let keys: Set<[UInt8]> = Set(["log", "stream", "time", "attrs"].map { Array($0.utf8) })
    guard let log = object["log"]?.string, !log.isEmpty, let stream = object["stream"]?.string,
      !stream.isEmpty,
      object.members.allSatisfy({ keys.contains($0.key) })
    else { return whole }
    let isEnd = log.last == 0x0A
    guard var open = docker[stream] else {
      if isEnd || ReferenceJSON.embedded(log)?.value.object != nil { return whole }
      docker[stream] = Open(text: log, object: object, line: line, lastLine: line)
      return nil
    }
    open.text += log
    open.lastLine = line
    docker[stream] = isEnd ? nil : open
    guard isEnd else { return nil }
    open.object = open.joined
    return open
  }

  /// Takes the text of one line with a container runtime's header.
  mutating func add(
    _ header: ReferenceHeader, stream: [UInt8], isPart: Bool, line: Int
  ) -> Open? {
    var open =
      container[stream] ?? Open(text: [], header: header, line: line, lastLine: line)
    open.text += header.text
    open.lastLine = line
    container[stream] = isPart ? open : nil
    return isPart ? nil : open
  }

  /// What is left at the end of the input, in the order of the first parts.
  mutating func removeAll() -> [Open] {
    var rest = Array(container.values)
    for var open in docker.values {
      open.object = open.joined
      rest.append(open)
    }
    docker = [:]
    container = [:]
    return rest.sorted { ($0.line, $0.text.count) < ($1.line, $1.text.count) }
  }
}
