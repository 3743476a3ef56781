import CByteScan

/// The field table, compiled: which key leads where while an object is walked.
///
/// Every wanted path is a list of edges from node 0, the scope; an unknown key leads nowhere and its
/// value is only validated. So the length of the search lists costs nothing per line: a key is looked
/// up once, by its first eight bytes and its length, in a table of its node.
///
/// The tables are plain memory, because array-backed ones cost the walker 5 % (measured on the
/// prototype of 2 vCPU Zen 4, Swift 6.3.1).
@safe final class PathAutomaton {
  /// Where a key leads.
  struct Edge {
    /// The slot that notes the value; -1 for none.
    var slot: Int32 = -1
    /// The node in which the value's own keys are looked up; -1 for none.
    var node: Int32 = -1
    /// The wrapper whose content this is (`ScopeEdge`); -1 for none.
    var wrapper: Int32 = -1
    /// The bit that tells that the key was seen, whatever its value.
    var seen: UInt32 = 0
    /// Whether an array is noted in the slot as it stands.
    var notesArrays = false
    /// Whether the elements of its array are records that count as soon as they are complete.
    var holdsRecords = false
    /// Whether these records are the `message` of each element.
    var holdsLogEvents = false
    /// The presence bits below this key: a second key of the same name replaces them all.
    var clears: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    var clearsWrappers: UInt32 = 0
  }

  /// One key of a node's table.
  struct KeyEntry {
    /// The first eight bytes of the key, filled with zeros.
    var head: UInt64 = 0
    /// Zero for an unused entry: an empty key is never wanted.
    var length: UInt32 = 0
    var edge: Int32 = -1
    /// Where the key's bytes after the eighth stand in `tails`.
    var tail: Int32 = 0
  }

  /// The table of one node: a power of two of entries.
  struct Node {
    var firstEntry: Int32 = 0
    var mask: UInt32 = 0
  }

  let slots: FieldSlots
  /// The wrappers in the order in which they are tried.
  let wrapperPaths: UnsafeMutablePointer<WrapperPath>
  /// For each wrapper edge, a bit for every path that begins with it.
  private let pathsOfEdge: UnsafeMutablePointer<UInt32>
  /// The bit of the path whose content may be text.
  let eventPath: UInt32
  /// The slots to read for a field that the user named paths for, in order of preference.
  let overrideSlots: [FieldTable.Group: [Int]]
  let nodes: UnsafeMutablePointer<Node>
  let entries: UnsafeMutablePointer<KeyEntry>
  let edges: UnsafeMutablePointer<Edge>
  let tails: UnsafeMutablePointer<UInt8>

  init(overrides: [FieldOverride]) {
    let builder = PathAutomatonBuilder(slots: FieldSlots(overrides: overrides))
    let built = builder.build()
    slots = builder.slots
    unsafe wrapperPaths = PathAutomaton.copy(
      FieldTable.wrappers.map { WrapperPath($0, edges: builder.wrapperEdges) })
    var pathsOfEdge = [UInt32](repeating: 0, count: ScopeMemory.wrapperLimit)
    var eventPath: UInt32 = 0
    for index in FieldTable.wrappers.indices {
      let bit: UInt32 = 1 << UInt32(index)
      let edges = unsafe wrapperPaths[index].edges
      for edge in pathsOfEdge.indices where edges & (1 << UInt32(edge)) != 0 {
        pathsOfEdge[edge] |= bit
      }
      if case .auth0EventOrData = FieldTable.wrappers[index].condition { eventPath |= bit }
    }
    unsafe self.pathsOfEdge = PathAutomaton.copy(pathsOfEdge)
    self.eventPath = eventPath
    overrideSlots = builder.overrideSlots
    unsafe nodes = PathAutomaton.copy(built.nodes)
    unsafe entries = PathAutomaton.copy(built.entries)
    unsafe edges = PathAutomaton.copy(built.edges)
    unsafe tails = PathAutomaton.copy(built.tails)
  }

  deinit {
    unsafe wrapperPaths.deallocate()
    unsafe pathsOfEdge.deallocate()
    unsafe nodes.deallocate()
    unsafe entries.deallocate()
    unsafe edges.deallocate()
    unsafe tails.deallocate()
  }

  /// A bit for every wrapper path that begins with one of some edges.
  @inline(__always)
  func wrapperPaths(of edges: UInt32) -> UInt32 {
    var edges = edges
    var paths: UInt32 = 0
    while edges != 0 {
      unsafe paths |= pathsOfEdge[edges.trailingZeroBitCount]
      edges &= edges - 1
    }
    return paths
  }

  private static func copy<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    unsafe memory.initialize(from: elements, count: elements.count)
    return unsafe memory
  }

  /// The place of a key in a node's table before any collision.
  @inline(__always)
  static func hash(head: UInt64, length: UInt32) -> UInt32 {
    let mixed = (head ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: mixed >> 40)
  }
}

/// The numbers of the wrapper edges, each a bit of a scope's mask of children.
struct WrapperEdges {
  /// By key: the first part of a wrapper's path, or the whole path as one dotted key.
  private(set) var names: [String] = []

  mutating func index(of name: String) -> Int32 {
    if let known = names.firstIndex(of: name) { return Int32(known) }
    names.append(name)
    return Int32(names.count - 1)
  }

  /// The number of that name; nil when no wrapper has it.
  func known(_ name: String) -> Int32? { names.firstIndex(of: name).map(Int32.init) }
}

/// The edges that lead to the content of a wrapper.
struct WrapperPath {
  let condition: FieldTable.Wrapper.Condition
  /// The whole path as one key; nil for a path of one part.
  let dotted: Int32?
  let first: Int32?
  /// Inside the content of `first`; nil when that is the end of the path.
  let second: Int32?
  /// A bit for each of the edges by which a scope can hold it.
  let edges: UInt32

  init(_ wrapper: FieldTable.Wrapper, edges: WrapperEdges) {
    condition = wrapper.condition
    let parts = wrapper.path.split(separator: ".").map(String.init)
    switch parts.count {
    case 1:
      (dotted, first, second) = (nil, edges.known(parts[0]), nil)
    case 2:
      (dotted, first, second) = (
        edges.known(wrapper.path), edges.known(parts[0]), edges.known(parts[1])
      )
    default:
      (dotted, first, second) = (edges.known(wrapper.path), nil, nil)
    }
    self.edges = [dotted, first].compactMap { $0 }.reduce(0) { $0 | 1 << UInt32($1) }
  }
}
