/// A key that was met at some place of the documents: its text, what it leads to, and which key came
/// after it last time.
///
/// Records of one log have the same keys in the same order, line after line. So the walker does not
/// look a key up: it compares the text with the key that it expects, sixteen bytes at a time, and
/// only where that fails it reads the key by itself (`Walker.readKey`). Kinds of records mix, so two
/// keys are expected at each place.
///
///     {"log_id":"9..","data":{"date":"2026-..","type":"gd_..",...}}
///       root.child -> log_id, .next -> data, .child -> date, .next -> type
///
/// Measured (1 GiB of stream lines, one thread): 0.55 of the walk's time with a table look-up a key.
@unsafe struct KnownKey {
  typealias Pointer = UnsafeMutablePointer<KnownKey>

  /// The most bytes of a key that is remembered, with all from the value before it to its own.
  static let longestText = 32

  /// The key as it stands in documents: comma, blanks, quote, name, quote, colon, blanks.
  ///
  /// Zeros stand behind it. The first key of an object has no comma.
  var text: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// A bit for every byte of the text.
  ///
  /// `matchesNothing` has a bit that no comparison sets.
  var mask: UInt64 = unsafe KnownKey.matchesNothing
  /// The key that came after it in its object last time, and the one before that was another.
  var next: Pointer
  var otherNext: Pointer
  /// The first key of the object that was its value last time, and another one before.
  var child: Pointer
  var otherChild: Pointer
  /// How many bytes of text there are.
  var length: Int32 = 0
  /// Where it leads in the automaton; -1 when nobody wants its value.
  var edge: Int32 = -1
  /// The edge's slot, bits and successors, so that the walker finds all in one place.
  var slot: Int32 = -1
  var seen: UInt32 = 0
  var node: Int32 = -1
  var wrapper: Int32 = -1
  /// 1 for a key of a scope that no Docker line has, else 0.
  var otherKeys: Int32 = 0
  /// The number of the key whose object it stands in.
  var parent: Int32 = -1

  static let matchesNothing: UInt64 = 1 << 40

  /// Takes over what the automaton says about the key.
  mutating func follow(
    _ edge: Int32, of edges: UnsafeMutablePointer<PathAutomaton.Edge>, node: Int32
  ) {
    unsafe self.edge = edge
    guard edge >= 0 else {
      unsafe slot = -1
      unsafe seen = 0
      unsafe self.node = -1
      unsafe wrapper = -1
      unsafe otherKeys = node == 0 ? 1 : 0
      return
    }
    let target = unsafe edges[Int(edge)]
    unsafe slot = target.slot
    unsafe seen = target.seen
    unsafe self.node = target.node
    unsafe wrapper = target.wrapper
    unsafe otherKeys = node == 0 && target.seen & SeenKeys.dockerAll == 0 ? 1 : 0
  }
}

/// The keys that the documents so far have had, of objects whose keys somebody wants.
///
/// A key is known by its text and the key whose object it stands in, so that `id` of a device and `id`
/// of a record have successors of their own. Once the memory is full, further keys are *foreign*: read
/// by themselves each time, and nothing is remembered below them. Keys with escapes, with
/// line feeds around them, and long ones are always foreign.
@safe final class KeyMemory {
  /// Enough for every log of one service; beyond, keys are data (maps keyed by ids).
  static let capacity = 2_048

  let keys: KnownKey.Pointer
  /// Numbers of keys by hash, 0 where nothing stands; a quarter full at most.
  let table: UnsafeMutablePointer<UInt16>
  static let tableMask = KeyMemory.capacity * 4 - 1
  /// Above every record; its `child` is the first key of a record.
  var root: KnownKey.Pointer { unsafe keys }
  /// Expected where nothing is known; it matches no text.
  var none: KnownKey.Pointer { unsafe keys + 1 }
  /// Stands for any key that is not remembered.
  var foreign: KnownKey.Pointer { unsafe keys + 2 }
  static let firstNumber: Int32 = 3

  init() {
    unsafe keys = .allocate(capacity: KeyMemory.capacity)
    unsafe table = .allocate(capacity: KeyMemory.tableMask + 1)
    unsafe table.initialize(repeating: 0, count: KeyMemory.tableMask + 1)
    let empty = unsafe KnownKey(
      next: keys + 1, otherNext: keys + 1, child: keys + 1, otherChild: keys + 1)
    unsafe keys.initialize(repeating: empty, count: KeyMemory.capacity)
  }

  deinit {
    unsafe keys.deallocate()
    unsafe table.deallocate()
  }
}
