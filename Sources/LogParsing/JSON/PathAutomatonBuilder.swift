/// Compiles the field table into the tables of `PathAutomaton`.
final class PathAutomatonBuilder {
  /// The keys whose mere presence says something.
  static let seenBits: [String: UInt32] = [
    "date": SeenKeys.date, "log_id": SeenKeys.logID, "details": SeenKeys.details,
    "error": SeenKeys.error, "err": SeenKeys.error, "data": SeenKeys.data,
    "eventType": SeenKeys.envelopeID, "detail-type": SeenKeys.envelopeID,
    "specversion": SeenKeys.envelopeID, "__REALTIME_TIMESTAMP": SeenKeys.journal,
    "__CURSOR": SeenKeys.journal, "log": SeenKeys.docker, "stream": SeenKeys.docker << 1,
    "time": SeenKeys.docker << 2, "attrs": SeenKeys.docker << 3,
  ]

  let slots: FieldSlots
  private(set) var wrapperEdges = WrapperEdges()
  /// By node, the edges of its keys.
  private var keys: [[String: Int]] = [[:]]
  private var edges: [PathAutomaton.Edge] = []

  init(slots: FieldSlots) {
    self.slots = slots
    for assignment in slots.assignments { add(assignment) }
    for wrapper in FieldTable.wrappers { add(wrapper) }
    for (key, bit) in PathAutomatonBuilder.seenBits { edges[edge(of: key, at: 0)].seen |= bit }
    for index in edges.indices { setClears(index) }
  }

  private func add(_ assignment: FieldSlots.Assignment) {
    note(assignment, slot: assignment.dotted, at: edge(of: assignment.path, at: 0))
    let parts = assignment.path.split(separator: ".").map(String.init)
    guard parts.count > 1 else { return }
    note(assignment, slot: assignment.nested, at: edge(ofPath: parts))
  }

  private func note(_ assignment: FieldSlots.Assignment, slot: Int, at index: Int) {
    // A path of the user's may be one of the built-in lists as well, or be named for two fields: the
    // walker notes the value once, and the override reads it where it stands.
    if edges[index].slot < 0 { edges[index].slot = Int32(slot) }
    if assignment.group.isOverride {
      overrideSlots[assignment.group, default: []].append(Int(edges[index].slot))
    }
    if FieldTable.arrays.contains(assignment.path) { edges[index].notesArrays = true }
    if assignment.path == "logs" || assignment.path == "logEvents" {
      edges[index].holdsRecords = true
      edges[index].holdsLogEvents = assignment.path == "logEvents"
    }
  }

  /// The slots to read for a field that the user named paths for, in order of preference.
  private(set) var overrideSlots: [FieldTable.Group: [Int]] = [:]

  private func add(_ wrapper: FieldTable.Wrapper) {
    let parts = wrapper.path.split(separator: ".").map(String.init)
    if parts.count > 1 {
      edges[edge(of: wrapper.path, at: 0)].wrapper = wrapperEdges.index(of: wrapper.path)
    }
    // `event.data` is the wrapper `data` inside the wrapper `event`; a path through plain objects
    // (`auth0.logs.data`) is one edge at its end.
    if parts.count <= 2 {
      for part in parts { edges[edge(of: part, at: 0)].wrapper = wrapperEdges.index(of: part) }
    } else {
      edges[edge(ofPath: parts)].wrapper = wrapperEdges.index(of: wrapper.path)
    }
  }

  private func edge(ofPath parts: [String]) -> Int {
    var node = 0
    for part in parts.dropLast() {
      let index = edge(of: part, at: node)
      if edges[index].node < 0 {
        keys.append([:])
        edges[index].node = Int32(keys.count - 1)
      }
      node = Int(edges[index].node)
    }
    return edge(of: parts[parts.count - 1], at: node)
  }

  private func edge(of key: String, at node: Int) -> Int {
    if let known = keys[node][key] { return known }
    edges.append(PathAutomaton.Edge())
    keys[node][key] = edges.count - 1
    return edges.count - 1
  }

  private func setClears(_ index: Int) {
    var words = [UInt64](repeating: 0, count: FieldSlots.words)
    var wrappers: UInt32 = 0
    var pending = [index]
    while let next = pending.popLast() {
      let edge = edges[next]
      if edge.slot >= 0 { words[Int(edge.slot) / 64] |= 1 << UInt64(edge.slot % 64) }
      if edge.wrapper >= 0 { wrappers |= 1 << UInt32(edge.wrapper) }
      if edge.node >= 0 { pending += keys[Int(edge.node)].values }
    }
    edges[index].clears = (words[0], words[1], words[2], words[3], words[4])
    edges[index].clearsWrappers = wrappers
  }

  /// The tables as arrays, to be copied into plain memory.
  func build() -> (
    nodes: [PathAutomaton.Node], entries: [PathAutomaton.KeyEntry], edges: [PathAutomaton.Edge],
    tails: [UInt8]
  ) {
    var nodes: [PathAutomaton.Node] = []
    var entries: [PathAutomaton.KeyEntry] = []
    var tails: [UInt8] = [0]
    for node in keys {
      // At most a quarter full, so that an unknown key mostly meets an unused entry at once.
      var size = 4
      while size < node.count * 4 { size *= 2 }
      let first = entries.count
      nodes.append(PathAutomaton.Node(firstEntry: Int32(first), mask: UInt32(size - 1)))
      entries += [PathAutomaton.KeyEntry](repeating: PathAutomaton.KeyEntry(), count: size)
      for (key, edge) in node.sorted(by: { $0.value < $1.value }) {
        let bytes = Array(key.utf8)
        var head: UInt64 = 0
        for (index, byte) in bytes.prefix(8).enumerated() {
          head |= UInt64(byte) << UInt64(index * 8)
        }
        let entry = PathAutomaton.KeyEntry(
          head: head, length: UInt32(bytes.count), edge: Int32(edge), tail: Int32(tails.count))
        tails += bytes.dropFirst(8)
        var place = PathAutomaton.hash(head: head, length: entry.length) & UInt32(size - 1)
        while entries[first + Int(place)].length != 0 { place = (place + 1) & UInt32(size - 1) }
        entries[first + Int(place)] = entry
      }
    }
    return (nodes, entries, edges, tails)
  }
}

/// Bits of the keys whose presence matters whatever their value is.
enum SeenKeys {
  static let date: UInt32 = 1
  static let logID: UInt32 = 1 << 1
  static let details: UInt32 = 1 << 2
  /// `error` or `err`, and its value is not null, false or empty.
  static let error: UInt32 = 1 << 3
  static let data: UInt32 = 1 << 4
  /// A key that only envelopes with an `id` of the delivery have.
  static let envelopeID: UInt32 = 1 << 5
  static let journal: UInt32 = 1 << 6
  /// `log`, `stream`, `time` and `attrs`, one bit each.
  static let docker: UInt32 = 1 << 7
  static let dockerAll: UInt32 = 0xF << 7
  /// No key: the scope is a log record of OTLP.
  static let openTelemetry: UInt32 = 1 << 11
}
