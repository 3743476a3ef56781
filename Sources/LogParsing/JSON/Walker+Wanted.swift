import LogModel

extension Walker {
  /// Walks a value that some path wants and that is no string, and notes it.
  ///
  /// `keyStart` is the opening quote of its key, or the comma or a blank before it.
  static func wanted(
    _ place: Bytes, keyStart: Bytes, key: KnownKey.Pointer, notes: Notes, depth: Int32,
    _ context: Context
  ) -> Bytes? {
    let edge = unsafe context.pointee.edges + Int(key.pointee.edge)
    unsafe forget(edge, in: notes)
    let first = unsafe place[0]
    switch first {
    case UInt8(ascii: "{"):
      return unsafe wantedObject(place, key: key, notes: notes, depth: depth + 1, context)
    case UInt8(ascii: "["):
      let end: Bytes?
      if unsafe edge.pointee.holdsRecords && notes.pointee.level == 0 && depth == 1
        && !context.pointee.isEmbedded
      {
        var quote = unsafe keyStart
        while unsafe quote[0] != UInt8(ascii: "\"") { unsafe quote += 1 }
        unsafe end = unsafe recordArray(
          place + 1, key: quote, isLogEvents: edge.pointee.holdsLogEvents, depth: depth + 1,
          context)
      } else {
        unsafe end = unsafe value(place, depth: depth, context)
      }
      guard let end = unsafe end else { return nil }
      let isEmpty = unsafe end - place == 2
      unsafe notes.pointee.seen |= edge.pointee.seen & (isEmpty ? ~SeenKeys.error : ~0)
      if unsafe edge.pointee.notesArrays {
        unsafe note(place, count: end - place, kind: .array, edge.pointee.slot, in: notes)
      }
      return unsafe end
    default:
      guard let end = unsafe atom(place, context) else { return nil }
      if first == UInt8(ascii: "n") || first == UInt8(ascii: "f") {
        unsafe notes.pointee.seen |= edge.pointee.seen & ~SeenKeys.error
      } else {
        unsafe notes.pointee.seen |= edge.pointee.seen
        if first != UInt8(ascii: "t") {
          unsafe note(place, count: end - place, kind: .number, edge.pointee.slot, in: notes)
        }
      }
      return unsafe end
    }
  }

  /// Notes a string as the value of a key that some path wants.
  @inline(__always)
  static func noteString(
    _ text: Bytes, count: Int, kind: Slot.Kind, _ key: KnownKey.Pointer, in notes: Notes,
    _ context: Context
  ) {
    if unsafe key.pointee.node & key.pointee.wrapper != -1 || count == 0 {
      unsafe forget(context.pointee.edges + Int(key.pointee.edge), in: notes)
      if count == 0 {
        unsafe notes.pointee.seen |= key.pointee.seen & ~SeenKeys.error
        return
      }
    }
    unsafe notes.pointee.seen |= key.pointee.seen
    unsafe note(text, count: count, kind: kind, key.pointee.slot, in: notes)
  }

  private static func wantedObject(
    _ place: Bytes, key: KnownKey.Pointer, notes: Notes, depth: Int32, _ context: Context
  ) -> Bytes? {
    var end: Bytes?
    // The key may stand for another one when what is below it was walked.
    let node = unsafe key.pointee.node
    let wrapper = unsafe key.pointee.wrapper
    let seen = unsafe key.pointee.seen
    if node >= 0 {
      unsafe end = unsafe object(
        place + 1, parent: key, node: node, notes: notes, depth: depth, context)
      guard unsafe end != nil else { return nil }
    } else if wrapper < 0 {
      unsafe end = unsafe value(place, depth: depth - 1, context)
      guard unsafe end != nil else { return nil }
    }
    if wrapper >= 0 {
      if unsafe notes.pointee.level < WalkContext.maximumLevel,
        let child = unsafe openScope(
          base: place, parent: Int32(truncatingIfNeeded: notes - context.pointee.scopes), context)
      {
        // Its keys mean something else than those of the node.
        let parent = unsafe node >= 0 ? context.pointee.foreignKey : key
        unsafe end = unsafe object(
          place + 1, parent: parent, node: 0, notes: context.pointee.scopes + Int(child),
          depth: depth, context)
        guard unsafe end != nil else { return nil }
        unsafe notes.pointee.wrappers |= 1 << UInt32(wrapper)
        unsafe notes.pointee.children[Int(wrapper)] = child
      } else if unsafe end == nil {
        unsafe end = unsafe value(place, depth: depth - 1, context)
      }
    }
    guard let end = unsafe end else { return nil }
    let isEmpty = unsafe place[1] == UInt8(ascii: "}")
    unsafe notes.pointee.seen |= seen & (isEmpty ? ~SeenKeys.error : ~0)
    return unsafe end
  }

  /// Forgets what an earlier key of the same name left: the last one wins, with all that is below it.
  @inline(__always)
  private static func forget(
    _ edge: UnsafeMutablePointer<PathAutomaton.Edge>, in notes: Notes
  ) {
    let words = unsafe notes.pointee.words
    let clears = unsafe edge.pointee.clears
    unsafe words[0] &= ~clears.0
    unsafe words[1] &= ~clears.1
    unsafe words[2] &= ~clears.2
    unsafe words[3] &= ~clears.3
    unsafe words[4] &= ~clears.4
    unsafe notes.pointee.wrappers &= ~edge.pointee.clearsWrappers
  }

  @inline(__always)
  private static func note(
    _ start: Bytes, count: Int, kind: Slot.Kind, _ slot: Int32, in notes: Notes
  ) {
    guard slot >= 0 else { return }
    unsafe notes.pointee.slots[Int(slot)] = Slot(
      offset: UInt32(truncatingIfNeeded: start - notes.pointee.base),
      count: UInt32(truncatingIfNeeded: count), kind: kind)
    unsafe notes.pointee.words[Int(slot >> 6)] |= 1 &<< UInt64(truncatingIfNeeded: slot & 63)
  }

  /// Checks an array of records from behind its bracket, and lets the context know while it is open.
  ///
  /// Its elements may begin in the first column of a line, where an object otherwise ends the value.
  private static func recordArray(
    _ start: Bytes, key: Bytes, isLogEvents: Bool, depth: Int32, _ context: Context
  ) -> Bytes? {
    let index = unsafe context.pointee.recordArrayCount
    guard unsafe index < RecordArray.limit else {
      return unsafe value(start - 1, depth: depth - 1, context)
    }
    unsafe context.pointee.recordArrayCount = index + 1
    let noted = unsafe context.pointee.recordArrays + index
    unsafe noted.pointee = unsafe RecordArray(
      key: key, start: start, end: nil, isLogEvents: isLogEvents)
    var place = unsafe elementStart(start, context)
    if unsafe place[0] == UInt8(ascii: "]") {
      unsafe noted.pointee.end = unsafe place + 1
      return unsafe place + 1
    }
    while true {
      guard var end = unsafe value(place, depth: depth, context) else { return nil }
      if unsafe end[0] <= 0x20 { unsafe end = unsafe blanks(end, context) }
      if unsafe end[0] == UInt8(ascii: ",") {
        unsafe place = unsafe elementStart(end + 1, context)
        continue
      }
      guard unsafe end[0] == UInt8(ascii: "]") else { return unsafe fail(end, context) }
      unsafe noted.pointee.end = unsafe end + 1
      return unsafe end + 1
    }
  }

  /// Blanks before an element, which may begin in the first column.
  private static func elementStart(_ start: Bytes, _ context: Context) -> Bytes {
    var place = unsafe start
    while unsafe place[0] <= 0x20 {
      switch unsafe place[0] {
      case 0x20, 0x09, 0x0D: unsafe place += 1
      case 0x0A where unsafe context.pointee.crossesLines:
        unsafe context.pointee.lineFeeds += 1
        unsafe place += 1
      default: return unsafe place[0] == 0x0A ? blanks(place, context) : place
      }
    }
    return unsafe place
  }
}

extension Walker {
  /// The node that a key leads to from a node; nil when it leads nowhere.
  ///
  /// `key` is the opening quote of a key whose grammar was checked.
  static func node(of key: Bytes, in node: Int32, _ context: Context) -> Int32? {
    let edge = unsafe edge(of: key, in: node, context)
    guard edge >= 0 else { return nil }
    let next = unsafe context.pointee.edges[Int(edge)].node
    return next < 0 ? nil : next
  }

  /// Notes a string or number in a scope as if it were the value of a key that stood in a node.
  ///
  /// The slots `own` stay as they are.
  static func noteValue(
    _ value: Bytes, key: Bytes, node: Int32, scope: Int32, keeping own: SlotBits,
    _ context: Context
  ) {
    let number = unsafe edge(of: key, in: node, context)
    guard number >= 0, unsafe value[0] != UInt8(ascii: "{") else { return }
    let edge = unsafe context.pointee.edges + Int(number)
    let slot = unsafe Int(edge.pointee.slot)
    let bits = [own.0, own.1, own.2, own.3, own.4]
    if slot >= 0, bits[slot >> 6] & (1 << UInt64(slot & 63)) != 0 { return }
    let notes = unsafe context.pointee.scopes + Int(scope)
    if unsafe value[0] == UInt8(ascii: "\"") {
      var isPlain = true
      guard let end = unsafe StringScan.end(value + 1, context, isPlain: &isPlain),
        unsafe end - value > 2
      else { return }
      unsafe notes.pointee.seen |= edge.pointee.seen
      unsafe note(
        value + 1, count: end - value - 2, kind: isPlain ? .plainString : .codedString,
        edge.pointee.slot, in: notes)
    } else if unsafe value[0] == UInt8(ascii: "-") || value[0] &- UInt8(ascii: "0") < 10,
      let end = unsafe atom(value, context)
    {
      unsafe notes.pointee.seen |= edge.pointee.seen
      unsafe note(value, count: end - value, kind: .number, edge.pointee.slot, in: notes)
    }
  }
}
