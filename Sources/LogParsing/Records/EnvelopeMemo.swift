import LogModel

/// What long values of envelopes have become, so that each is read once and not for every record inside.
///
/// Without it a line of 240 KB, a tenant of half of it around a list of 40,000 records, took 5 GB.
struct EnvelopeMemo {
  /// A value of an envelope, or what is made of several of them.
  struct Key: Hashable {
    /// `Scope.number` of the envelope.
    var scope: UInt64
    /// A slot; negative for what stands in no slot by itself.
    var place: Int
  }

  /// What became of a value.
  enum Found {
    /// Bytes in the arena of the batch at hand; nil when the value names nothing.
    case name(ArenaSlice?)
    case time(EventTime?, isAssumedUTC: Bool)
  }

  /// Shorter values are read again: that costs less than to look here.
  static let shortest = 64

  private var found: [Key: Found] = [:]

  subscript(key: Key) -> Found? {
    get { found[key] }
    set {
      // Only so many envelopes are open at a time; those before them are done with.
      if found.count > 256 { found.removeAll() }
      found[key] = newValue
    }
  }

  /// Forgets everything: another batch, with an arena of its own, follows.
  mutating func removeAll() { if !found.isEmpty { found.removeAll() } }
}

extension RecordReader {
  /// Copies the text of a slot into the batch; that of an envelope only once for all its records.
  func store(
    _ slot: Int, in scope: UnsafeMutablePointer<Scope>, record: Int32,
    into batch: inout EventBatch
  ) -> ArenaSlice {
    guard unsafe scope != self.scope(record),
      unsafe raw(slot, in: scope).count > EnvelopeMemo.shortest
    else {
      return unsafe store(text(slot, in: scope), in: &batch)
    }
    let name = unsafe name(slot, of: scope) { unsafe store(text(slot, in: scope), in: &batch) }
    return name ?? .none
  }

  /// The name that is made of an envelope's values, made once.
  ///
  /// `place` is a slot, or a negative number for each way to make one.
  func name(
    _ place: Int, of scope: UnsafeMutablePointer<Scope>, _ make: () -> ArenaSlice?
  ) -> ArenaSlice? {
    let key = unsafe EnvelopeMemo.Key(scope: scope.pointee.number, place: place)
    if case .name(let known)? = envelopes[key] { return known }
    let name = make()
    envelopes[key] = .name(name)
    return name
  }
}
