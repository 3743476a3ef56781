import LogModel

/// What the walker notes of one object that may be the record or an envelope of it.
@unsafe struct Scope {
  /// The bytes that the slots count from: the input buffer, or the text that was decoded.
  var base: UnsafePointer<UInt8>
  /// Where the notes of the slots stand.
  let slots: UnsafeMutablePointer<Slot>
  /// By wrapper edge, the scope of its content; valid where `wrappers` has the bit.
  let children: UnsafeMutablePointer<Int32>
  /// Which slots hold a value, a bit for each: `FieldSlots.words` words.
  let words: UnsafeMutablePointer<UInt64>
  var seen: UInt32 = 0
  var wrappers: UInt32 = 0
  /// The envelope around it; -1 at the outside.
  var parent: Int32 = -1
  /// How many envelopes are around it.
  var level: Int32 = 0
  /// How many keys there are that no Docker line has.
  var otherKeys: Int32 = 0
  /// Told once: no other object has it.
  var number: UInt64 = 0

  /// Which slots of a word hold a value.
  @inline(__always)
  func word(_ index: Int) -> UInt64 { unsafe words[index] }

  @inline(__always)
  func holds(_ slot: Int) -> Bool {
    unsafe words[slot >> 6] & (1 &<< UInt64(truncatingIfNeeded: slot & 63)) != 0
  }

  /// All of the words.
  var present: SlotBits { unsafe (words[0], words[1], words[2], words[3], words[4]) }
}

/// One bit for each slot.
typealias SlotBits = (UInt64, UInt64, UInt64, UInt64, UInt64)

/// A value as it stands in the text: strings without their quotes, numbers and arrays whole.
struct Slot {
  /// From the base of its scope.
  var offset: UInt32
  var count: UInt32
  var kind: Kind

  /// What sort of value it is.
  enum Kind: UInt8 {
    /// Valid as it stands.
    case plainString
    /// With escapes or invalid bytes: to be decoded before use.
    case codedString
    case number
    case array
  }
}

/// What a walk knows besides its place in the text.
@unsafe struct WalkContext {
  /// Enough for every log; a line with more nested candidates for the record has them passed over.
  static let maximumScopes = 256
  /// What is nested deeper is malformed.
  static let maximumDepth: Int32 = 1_024
  /// How many envelopes may be around a record.
  static let maximumLevel: Int32 = 6

  let nodes: UnsafeMutablePointer<PathAutomaton.Node>
  let entries: UnsafeMutablePointer<PathAutomaton.KeyEntry>
  let edges: UnsafeMutablePointer<PathAutomaton.Edge>
  let tails: UnsafeMutablePointer<UInt8>
  let scopes: UnsafeMutablePointer<Scope>
  /// The first of them is above every record.
  let keys: KnownKey.Pointer
  let keyTable: UnsafeMutablePointer<UInt16>
  let foreignKey: KnownKey.Pointer
  var keyCount = KeyMemory.firstNumber
  /// A zero byte that no grammar allows: where a function that cannot fail sends its caller.
  let poison: UnsafeMutablePointer<UInt8>
  var scopeCount: Int32 = 0
  /// How many scopes were ever opened.
  var openedScopes: UInt64 = 0

  /// Whether a line feed between two tokens is allowed: then the value may go on in the next line.
  var crossesLines = false
  /// Whether a line feed is a blank like any other: in text that was a string of another record.
  var isEmbedded = false
  /// How many line feeds between tokens were passed while `crossesLines` was set.
  var lineFeeds = 0
  /// Invalid UTF-8 or a lone surrogate was met in a string.
  var isRepaired = false
  /// The first byte that broke the grammar.
  var failure: UnsafePointer<UInt8>?
  var reason = Rejection.Reason.grammar
  /// The arrays of records that the walk came to; they count as soon as they are complete, so a later
  /// key of the same name changes nothing about them.
  let recordArrays: UnsafeMutablePointer<RecordArray>
  var recordArrayCount = 0
  /// Whether the grammar broke inside a string, a number or a word.
  var brokeInToken = false
}

typealias Bytes = UnsafePointer<UInt8>
typealias Context = UnsafeMutablePointer<WalkContext>
typealias Notes = UnsafeMutablePointer<Scope>

/// An array whose elements are records, in an object that is a value of a line.
@unsafe struct RecordArray {
  /// More of them in one object are passed over.
  static let limit = 16

  /// The opening quote of its key.
  var key: Bytes
  /// The byte behind its bracket.
  var start: Bytes
  /// The byte behind its end; nil while the walk is inside it.
  var end: Bytes?
  /// Whether the record is the `message` of each element.
  var isLogEvents: Bool
}
