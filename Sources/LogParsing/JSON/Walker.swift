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
      let end = unsafe object(
        start + 1, parent: context.pointee.keys, node: 0,
        notes: context.pointee.scopes + Int(scope), depth: depth, context)
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
    unsafe scope.pointee.words.update(repeating: 0, count: FieldSlots.words)
    unsafe context.pointee.openedScopes += 1
    unsafe scope.pointee.number = unsafe context.pointee.openedScopes
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
  ///
  /// `parent` is the key whose value it is; `notes` is the scope that the values are noted in.
  static func object(
    _ start: Bytes, parent: KnownKey.Pointer, node: Int32, notes: Notes, depth: Int32,
    _ context: Context
  ) -> Bytes? {
    guard unsafe depth <= WalkContext.maximumDepth else {
      return unsafe fail(start, context, .tooDeep)
    }
    var place = unsafe start
    var previous = unsafe parent
    var isFirst = true
    var key = unsafe parent.pointee.child
    while true {
      // Behind the brace or a value: the comma, the key and its colon are one text.
      let keyStart = unsafe place
      if unsafe logstat_starts_with(place, key, key.pointee.mask) {
        unsafe place += Int(key.pointee.length)
      } else {
        guard
          let found = unsafe readKey(
            place, previous: previous, isFirst: isFirst, parent: parent, node: node, context)
        else { return nil }
        unsafe place = unsafe found.end
        guard let read = unsafe found.key else { return unsafe place }
        unsafe key = unsafe read
      }
      // More blanks than last time.
      if unsafe place[0] <= 0x20 { unsafe place = unsafe blanks(place, context) }
      unsafe notes.pointee.otherKeys &+= key.pointee.otherKeys
      if unsafe place[0] == UInt8(ascii: "\"") {
        let text = unsafe place + 1
        var kind = Slot.Kind.plainString
        unsafe place = unsafe logstat_skip_plain(text)
        if unsafe place[0] != UInt8(ascii: "\"") {
          var isPlain = true
          guard let end = unsafe StringScan.codedEnd(place, context, isPlain: &isPlain) else {
            return nil
          }
          unsafe place = unsafe end
          if !isPlain { kind = .codedString }
        } else {
          unsafe place += 1
        }
        if unsafe key.pointee.edge >= 0 {
          unsafe noteString(text, count: place - text - 1, kind: kind, key, in: notes, context)
        }
      } else {
        guard
          let end =
            unsafe key.pointee.edge < 0
            ? unsafe value(place, depth: depth, context)
            : unsafe wanted(
              place, keyStart: keyStart, key: key, notes: notes, depth: depth, context)
        else { return nil }
        unsafe place = unsafe end
      }
      unsafe previous = unsafe key
      isFirst = false
      unsafe key = unsafe key.pointee.next
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
