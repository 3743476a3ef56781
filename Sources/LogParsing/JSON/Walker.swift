import CByteScan
import LogModel

/// Walks one JSON value: checks RFC 8259 on every byte of it and notes the wanted values on the way.
///
///     {"log_id":"9..","data":{"date":"2026-..","type":"gd_..","details":{"request":{..}},..}}
///      ^ scope 0      ^ a wrapper: scope 1       ^ node "details"        ^ unknown: only validated
///
/// Every function takes the place of a byte and returns the place behind what it read, or nil where
/// the grammar breaks; so the way of the text lives in registers, and there is no tape, no allocation
/// and no second pass. The end of the text needs no comparison: a zero byte stands behind it, which no
/// rule of the grammar allows. Recursion is bounded by `WalkContext.maximumDepth`.
enum Walker {
  /// Walks the object whose brace opens at `start` as a record with no envelope of its own.
  ///
  /// - Returns: The byte behind the object, and the scope that holds its notes.
  static func record(
    _ start: Bytes, parent: Int32, depth: Int32, _ context: Context
  ) -> (end: Bytes, scope: Int32)? {
    guard let scope = unsafe openScope(base: start, parent: parent, context) else { return nil }
    guard
      let end = unsafe object(start + 1, node: 0, scope: scope, depth: depth, context)
    else { return nil }
    return unsafe (end, scope)
  }

  /// Notes where the grammar broke, the first time only.
  @inline(never)
  static func fail(
    _ place: Bytes, _ context: Context, _ reason: Rejection.Reason = .grammar
  ) -> Bytes? {
    if unsafe context.pointee.failure == nil {
      unsafe context.pointee.failure = unsafe place
      unsafe context.pointee.reason = reason
    }
    return nil
  }

  /// A fresh scope; nil when the line has too many of them or they lie too deep.
  static func openScope(base: Bytes, parent: Int32, _ context: Context) -> Int32? {
    let index = unsafe context.pointee.scopeCount
    guard unsafe index < WalkContext.maximumScopes else { return nil }
    unsafe context.pointee.scopeCount = index + 1
    let scope = unsafe context.pointee.scopes + Int(index)
    unsafe scope.pointee.base = unsafe base
    unsafe scope.pointee.present = (0, 0, 0, 0, 0)
    unsafe scope.pointee.seen = 0
    unsafe scope.pointee.wrappers = 0
    unsafe scope.pointee.otherKeys = 0
    unsafe scope.pointee.parent = parent
    unsafe scope.pointee.level =
      parent < 0 ? 0 : unsafe context.pointee.scopes[Int(parent)].level + 1
    return index
  }

  // MARK: Objects whose keys are wanted

  /// Walks an object from behind its brace.
  static func object(
    _ start: Bytes, node: Int32, scope: Int32, depth: Int32, _ context: Context
  ) -> Bytes? {
    guard unsafe depth <= WalkContext.maximumDepth else {
      return unsafe fail(start, context, .tooDeep)
    }
    var place = unsafe start
    if unsafe place[0] <= 0x20 { unsafe place = unsafe blanks(place, context) }
    if unsafe place[0] == UInt8(ascii: "}") { return unsafe place + 1 }
    let table = unsafe context.pointee.nodes[Int(node)]
    while true {
      guard unsafe place[0] == UInt8(ascii: "\"") else { return unsafe fail(place, context) }
      let key = unsafe place + 1
      let stop = unsafe logstat_skip_plain(key)
      var edge: Int32
      if unsafe stop[0] == UInt8(ascii: "\"") {
        edge = unsafe find(key, count: stop - key, in: table, context)
        unsafe place = unsafe stop + 1
      } else {
        var isPlain = true
        guard let end = unsafe StringScan.codedEnd(stop, context, isPlain: &isPlain) else {
          return nil
        }
        edge = unsafe findCoded(key, count: end - 1 - key, in: table, context)
        unsafe place = unsafe end
      }
      if unsafe place[0] <= 0x20 { unsafe place = unsafe blanks(place, context) }
      guard unsafe place[0] == UInt8(ascii: ":") else { return unsafe fail(place, context) }
      unsafe place += 1
      if unsafe place[0] <= 0x20 { unsafe place = unsafe blanks(place, context) }
      if node == 0,
        unsafe edge < 0 || context.pointee.edges[Int(edge)].seen & SeenKeys.dockerAll == 0
      {
        unsafe context.pointee.scopes[Int(scope)].otherKeys += 1
      }
      let next =
        edge < 0
        ? unsafe value(place, depth: depth, context)
        : unsafe wanted(
          place, key: key, edge: context.pointee.edges + Int(edge), scope: scope, depth: depth,
          context)
      guard var next = unsafe next else { return nil }
      if unsafe next[0] <= 0x20 { unsafe next = unsafe blanks(next, context) }
      if unsafe next[0] == UInt8(ascii: ",") {
        unsafe place = unsafe next + 1
        if unsafe place[0] <= 0x20 { unsafe place = unsafe blanks(place, context) }
        continue
      }
      guard unsafe next[0] == UInt8(ascii: "}") else { return unsafe fail(next, context) }
      return unsafe next + 1
    }
  }

  /// The edge of a key without escapes; -1 when nobody wants it.
  @inline(__always)
  private static func find(
    _ key: Bytes, count: Int, in node: PathAutomaton.Node, _ context: Context
  ) -> Int32 {
    // Longer keys than any wanted one are told apart by the comparison; the hash may overlap.
    let length = UInt32(truncatingIfNeeded: count)
    var head = unsafe logstat_load8(key)
    if count < 8 { head &= (1 << UInt64(count * 8)) &- 1 }
    var place = PathAutomaton.hash(head: head, length: length) & node.mask
    while true {
      let entry = unsafe context.pointee.entries + Int(node.firstEntry) + Int(place)
      let known = unsafe entry.pointee.length
      if known == 0 { return -1 }
      if unsafe entry.pointee.head == head, known == length,
        count <= 8 || (unsafe isTail(key + 8, count: count - 8, of: entry, context))
      {
        return unsafe entry.pointee.edge
      }
      place = (place + 1) & node.mask
    }
  }

  /// The edge of a key whose grammar was checked, with or without escapes; -1 when nobody wants it.
  ///
  /// `quote` is the opening quote.
  static func edge(of quote: Bytes, in node: Int32, _ context: Context) -> Int32 {
    var isPlain = true
    guard let end = unsafe StringScan.end(quote + 1, context, isPlain: &isPlain) else { return -1 }
    let count = unsafe end - quote - 2
    let table = unsafe context.pointee.nodes[Int(node)]
    return isPlain
      ? unsafe find(quote + 1, count: count, in: table, context)
      : unsafe findCoded(quote + 1, count: count, in: table, context)
  }

  private static func isTail(
    _ rest: Bytes, count: Int, of entry: UnsafeMutablePointer<PathAutomaton.KeyEntry>,
    _ context: Context
  ) -> Bool {
    let tail = unsafe context.pointee.tails + Int(entry.pointee.tail)
    for index in 0..<count where unsafe rest[index] != tail[index] { return false }
    return true
  }

  /// The edge of a key with escapes: keys are compared after unescaping.
  private static func findCoded(
    _ key: Bytes, count: Int, in node: PathAutomaton.Node, _ context: Context
  ) -> Int32 {
    var text: [UInt8] = []
    unsafe StringDecoder.append(key, count: count, to: &text)
    let length = text.count
    text.append(contentsOf: [0, 0, 0, 0, 0, 0, 0, 0])
    return unsafe text.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress, length > 0 else { return -1 }
      return unsafe find(start, count: length, in: node, context)
    }
  }

  // MARK: Values that nobody wants

  /// Checks a value of any kind and notes nothing.
  static func value(_ place: Bytes, depth: Int32, _ context: Context) -> Bytes? {
    switch unsafe place[0] {
    case UInt8(ascii: "\""):
      var isPlain = true
      return unsafe StringScan.end(place + 1, context, isPlain: &isPlain)
    case UInt8(ascii: "{"): return unsafe unwantedObject(place + 1, depth: depth + 1, context)
    case UInt8(ascii: "["): return unsafe unwantedArray(place + 1, depth: depth + 1, context)
    default: return unsafe atom(place, context)
    }
  }

  /// Checks an object from behind its brace.
  private static func unwantedObject(_ start: Bytes, depth: Int32, _ context: Context) -> Bytes? {
    guard unsafe depth <= WalkContext.maximumDepth else {
      return unsafe fail(start, context, .tooDeep)
    }
    var place = unsafe start
    if unsafe place[0] <= 0x20 { unsafe place = unsafe blanks(place, context) }
    if unsafe place[0] == UInt8(ascii: "}") { return unsafe place + 1 }
    while true {
      guard unsafe place[0] == UInt8(ascii: "\"") else { return unsafe fail(place, context) }
      var isPlain = true
      guard var next = unsafe StringScan.end(place + 1, context, isPlain: &isPlain) else {
        return nil
      }
      if unsafe next[0] <= 0x20 { unsafe next = unsafe blanks(next, context) }
      guard unsafe next[0] == UInt8(ascii: ":") else { return unsafe fail(next, context) }
      unsafe next += 1
      if unsafe next[0] <= 0x20 { unsafe next = unsafe blanks(next, context) }
      guard var end = unsafe value(next, depth: depth, context) else { return nil }
      if unsafe end[0] <= 0x20 { unsafe end = unsafe blanks(end, context) }
      if unsafe end[0] == UInt8(ascii: ",") {
        unsafe place = unsafe end + 1
        if unsafe place[0] <= 0x20 { unsafe place = unsafe blanks(place, context) }
        continue
      }
      guard unsafe end[0] == UInt8(ascii: "}") else { return unsafe fail(end, context) }
      return unsafe end + 1
    }
  }

  /// Checks an array from behind its bracket.
  private static func unwantedArray(_ start: Bytes, depth: Int32, _ context: Context) -> Bytes? {
    guard unsafe depth <= WalkContext.maximumDepth else {
      return unsafe fail(start, context, .tooDeep)
    }
    var place = unsafe start
    if unsafe place[0] <= 0x20 { unsafe place = unsafe blanks(place, context) }
    if unsafe place[0] == UInt8(ascii: "]") { return unsafe place + 1 }
    while true {
      guard var end = unsafe value(place, depth: depth, context) else { return nil }
      if unsafe end[0] <= 0x20 { unsafe end = unsafe blanks(end, context) }
      if unsafe end[0] == UInt8(ascii: ",") {
        unsafe place = unsafe end + 1
        if unsafe place[0] <= 0x20 { unsafe place = unsafe blanks(place, context) }
        continue
      }
      guard unsafe end[0] == UInt8(ascii: "]") else { return unsafe fail(end, context) }
      return unsafe end + 1
    }
  }

  // MARK: Blanks

  /// The first byte that is no blank; a place that no grammar allows when a line may not end here.
  @inline(never)
  static func blanks(_ start: Bytes, _ context: Context) -> Bytes {
    var place = unsafe start
    var isLineStart = false
    while true {
      switch unsafe place[0] {
      case 0x20, 0x09, 0x0D:
        unsafe place += 1
        isLineStart = false
      case 0x0A:
        if unsafe !context.pointee.isEmbedded {
          guard unsafe context.pointee.crossesLines else {
            _ = unsafe fail(place, context, .unfinished)
            return unsafe Bytes(context.pointee.poison)
          }
          unsafe context.pointee.lineFeeds += 1
          isLineStart = true
        }
        unsafe place += 1
      case UInt8(ascii: "{") where isLineStart:
        // A torn line must not swallow the record in the next one.
        _ = unsafe fail(place, context)
        return unsafe Bytes(context.pointee.poison)
      default:
        return unsafe place
      }
    }
  }
}
