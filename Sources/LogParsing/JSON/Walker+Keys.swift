import CByteScan

extension Walker {
  /// Reads a key that is not the expected one, from behind the brace or the value before it up to its
  /// value, and expects it there from now on.
  ///
  /// `previous` is the key before it in its object or, when `isFirst`, the key whose value the object
  /// is (`parent`).
  ///
  /// - Returns: The first byte of the value, and the key; without a key, the byte behind the object,
  ///   which ends here; nil where the grammar breaks.
  @inline(never)
  static func readKey(
    _ start: Bytes, previous: KnownKey.Pointer, isFirst: Bool, parent: KnownKey.Pointer,
    node: Int32, _ context: Context
  ) -> (end: Bytes, key: KnownKey.Pointer?)? {
    if unsafe start[0] == UInt8(ascii: "}") { return unsafe (start + 1, nil) }
    let other = unsafe isFirst ? parent.pointee.otherChild : previous.pointee.otherNext
    if unsafe logstat_starts_with(start, other, other.pointee.mask) {
      unsafe expect(other, previous: previous, isFirst: isFirst, parent: parent)
      return unsafe (start + Int(other.pointee.length), other)
    }
    var place = unsafe start
    if unsafe place[0] <= 0x20 { unsafe place = unsafe blanks(place, context) }
    if unsafe place[0] == UInt8(ascii: "}") { return unsafe (place + 1, nil) }
    if !isFirst {
      guard unsafe place[0] == UInt8(ascii: ",") else { return unsafe failed(place, context) }
      unsafe place += 1
      if unsafe place[0] <= 0x20 { unsafe place = unsafe blanks(place, context) }
    }
    guard unsafe place[0] == UInt8(ascii: "\"") else { return unsafe failed(place, context) }
    let name = unsafe place + 1
    let stop = unsafe logstat_skip_plain(name)
    let table = unsafe context.pointee.nodes[Int(node)]
    var isPlain = true
    let edge: Int32
    if unsafe stop[0] == UInt8(ascii: "\"") {
      edge = unsafe find(name, count: stop - name, in: table, context)
      unsafe place = unsafe stop + 1
    } else {
      guard let end = unsafe StringScan.codedEnd(stop, context, isPlain: &isPlain) else {
        return nil
      }
      isPlain = false
      edge = unsafe findCoded(name, count: end - 1 - name, in: table, context)
      unsafe place = unsafe end
    }
    if unsafe place[0] <= 0x20 { unsafe place = unsafe blanks(place, context) }
    guard unsafe place[0] == UInt8(ascii: ":") else { return unsafe failed(place, context) }
    unsafe place += 1
    if unsafe place[0] <= 0x20 { unsafe place = unsafe blanks(place, context) }
    // No value begins with a zero: the end of the text, or a line feed where none may be.
    guard unsafe place[0] != 0 else { return unsafe failed(place, context) }
    let foreign = unsafe context.pointee.foreignKey
    if isPlain, unsafe place - start <= KnownKey.longestText, unsafe parent != foreign,
      unsafe !holdsLineFeed(start, end: place),
      let key = unsafe known(
        start, count: place - start, parent: parent, edge: edge, node: node, context)
    {
      if unsafe isFirst || previous != foreign {
        unsafe expect(key, previous: previous, isFirst: isFirst, parent: parent)
      }
      return unsafe (place, key)
    }
    unsafe foreign.pointee.follow(edge, of: context.pointee.edges, node: node)
    return unsafe (place, foreign)
  }

  /// A line feed between tokens must be counted each time.
  private static func holdsLineFeed(_ start: Bytes, end: Bytes) -> Bool {
    var place = unsafe start
    while unsafe place < end {
      if unsafe place[0] == 0x0A { return true }
      unsafe place += 1
    }
    return false
  }

  /// Expects a key at its place from now on, before the one that was expected.
  @inline(__always)
  private static func expect(
    _ key: KnownKey.Pointer, previous: KnownKey.Pointer, isFirst: Bool, parent: KnownKey.Pointer
  ) {
    if isFirst {
      unsafe parent.pointee.otherChild = unsafe parent.pointee.child
      unsafe parent.pointee.child = unsafe key
    } else {
      unsafe previous.pointee.otherNext = unsafe previous.pointee.next
      unsafe previous.pointee.next = unsafe key
    }
  }

  private static func failed(
    _ place: Bytes, _ context: Context
  ) -> (end: Bytes, key: KnownKey.Pointer?)? {
    _ = unsafe fail(place, context)
    return nil
  }

  /// The remembered key of this text below `parent`, remembered now if it is new and there is room.
  private static func known(
    _ place: Bytes, count: Int, parent: KnownKey.Pointer, edge: Int32, node: Int32,
    _ context: Context
  ) -> KnownKey.Pointer? {
    let keys = unsafe context.pointee.keys
    let parentNumber = unsafe Int32(truncatingIfNeeded: parent - keys)
    let text = unsafe (
      word(place, at: 0, of: count), word(place, at: 8, of: count), word(place, at: 16, of: count),
      word(place, at: 24, of: count)
    )
    var hash = UInt64(truncatingIfNeeded: parentNumber)
    for word in [text.0, text.1, text.2, text.3] {
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    var index = Int(truncatingIfNeeded: hash >> 16) & KeyMemory.tableMask
    while true {
      let number = unsafe Int(context.pointee.keyTable[index])
      if number == 0 { break }
      let key = unsafe keys + number
      if unsafe key.pointee.parent == parentNumber, unsafe key.pointee.text == text {
        return unsafe key
      }
      index = (index + 1) & KeyMemory.tableMask
    }
    let number = unsafe context.pointee.keyCount
    guard number < KeyMemory.capacity else { return nil }
    unsafe context.pointee.keyCount = number + 1
    unsafe context.pointee.keyTable[index] = UInt16(truncatingIfNeeded: number)
    let key = unsafe keys + Int(number)
    unsafe key.pointee.text = text
    unsafe key.pointee.mask = (1 << UInt64(count)) - 1
    unsafe key.pointee.length = Int32(truncatingIfNeeded: count)
    unsafe key.pointee.parent = parentNumber
    unsafe key.pointee.follow(edge, of: context.pointee.edges, node: node)
    return unsafe key
  }

  /// Eight bytes of a text from an offset on, zeros behind its end.
  private static func word(_ text: Bytes, at offset: Int, of count: Int) -> UInt64 {
    guard count > offset else { return 0 }
    let word = unsafe logstat_load8(text + offset)
    return count - offset >= 8 ? word : word & ((1 << UInt64((count - offset) * 8)) - 1)
  }

  // MARK: The automaton

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
}
