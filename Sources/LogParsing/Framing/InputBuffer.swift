import CByteScan

/// The bytes that are read but not yet done with, and a zero behind them.
///
/// The reader fills the free end, the parser takes from the front; what has to be seen again stays. The
/// buffer grows only for a value that does not fit.
@safe final class InputBuffer {
  private(set) var base: UnsafeMutablePointer<UInt8>
  /// How many bytes there are.
  private(set) var count = 0
  /// The place of the first byte in the whole input.
  private(set) var offset = 0
  private var capacity: Int

  private static let initialCapacity = 512 << 10

  init() {
    capacity = InputBuffer.initialCapacity
    unsafe base = InputBuffer.allocate(capacity)
  }

  deinit { unsafe base.deallocate() }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    .allocate(capacity: capacity + Int(LOGSTAT_SCAN_PADDING))
  }

  var start: Bytes { unsafe Bytes(base) }
  var end: Bytes { unsafe Bytes(base + count) }

  /// Starts anew at a place of the input.
  func reset(offset: Int) {
    count = 0
    self.offset = offset
    seal()
  }

  /// Drops the first bytes, and offers the room behind the rest to be filled.
  ///
  /// `keep` is the first index that is still needed.
  func free(keepingFrom keep: Int) -> UnsafeMutableRawBufferPointer {
    if keep > 0 {
      let rest = count - keep
      unsafe base.update(from: base + keep, count: rest)
      count = rest
      offset += keep
    }
    if count > capacity / 2 {
      let grown = unsafe InputBuffer.allocate(capacity * 2)
      unsafe grown.update(from: base, count: count)
      unsafe base.deallocate()
      unsafe base = grown
      capacity *= 2
    } else if capacity > InputBuffer.initialCapacity, count < InputBuffer.initialCapacity / 2 {
      let small = unsafe InputBuffer.allocate(InputBuffer.initialCapacity)
      unsafe small.update(from: base, count: count)
      unsafe base.deallocate()
      unsafe base = small
      capacity = InputBuffer.initialCapacity
    }
    seal()
    return unsafe UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count)
  }

  /// Tells how many bytes of the free room were filled.
  func add(_ added: Int) {
    count += added
    seal()
  }

  /// Drops the bytes from an index on.
  func truncate(to count: Int) {
    self.count = count
    seal()
  }

  private func seal() {
    unsafe (base + count).update(repeating: 0, count: Int(LOGSTAT_SCAN_PADDING))
  }
}
