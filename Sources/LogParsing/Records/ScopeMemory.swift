import LogModel

/// The memory that a walk notes its finds in; one for each parser.
@safe final class ScopeMemory {
  let context: Context
  private let slots: UnsafeMutablePointer<Slot>
  private let children: UnsafeMutablePointer<Int32>
  private let words: UnsafeMutablePointer<UInt64>
  private let keys = KeyMemory()

  /// How many wrapper edges a scope can have children at.
  static let wrapperLimit = 32

  init(automaton: PathAutomaton) {
    let count = unsafe WalkContext.maximumScopes
    unsafe slots = .allocate(capacity: count * FieldSlots.count)
    unsafe children = .allocate(capacity: count * ScopeMemory.wrapperLimit)
    unsafe words = .allocate(capacity: count * FieldSlots.words)
    unsafe words.initialize(repeating: 0, count: count * FieldSlots.words)
    let scopes = UnsafeMutablePointer<Scope>.allocate(capacity: count)
    let poison = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    unsafe poison.initialize(to: 0)
    for index in 0..<count {
      unsafe (scopes + index).initialize(
        to: Scope(
          base: Bytes(poison), slots: slots + index * FieldSlots.count,
          children: children + index * ScopeMemory.wrapperLimit,
          words: words + index * FieldSlots.words))
    }
    unsafe context = .allocate(capacity: 1)
    unsafe context.initialize(
      to: WalkContext(
        nodes: automaton.nodes, entries: automaton.entries, edges: automaton.edges,
        tails: automaton.tails, scopes: scopes, keys: keys.root, keyTable: keys.table,
        foreignKey: keys.foreign, poison: poison,
        recordArrays: .allocate(capacity: RecordArray.limit)))
  }

  deinit {
    unsafe context.pointee.scopes.deallocate()
    unsafe context.pointee.poison.deallocate()
    unsafe context.pointee.recordArrays.deallocate()
    unsafe context.deallocate()
    unsafe slots.deallocate()
    unsafe children.deallocate()
    unsafe words.deallocate()
  }
}
