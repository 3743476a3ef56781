import CByteScan

/// Decoded text with a zero and some slack behind it, so that it can be walked like input.
///
/// The bytes stay where they are until the next text is put in.
@safe final class TextBuffer {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init() {
    capacity = 4_096
    unsafe start = .allocate(capacity: capacity + Int(LOGSTAT_SCAN_PADDING))
    unsafe start.initialize(repeating: 0, count: capacity + Int(LOGSTAT_SCAN_PADDING))
  }

  deinit { unsafe start.deallocate() }

  func replace(with text: [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe replace(with: $0) }
  }

  func replace(with text: UnsafeBufferPointer<UInt8>) {
    reserve(text.count)
    count = text.count
    if let source = text.baseAddress { unsafe start.update(from: source, count: count) }
    seal()
  }

  /// Puts in what the inside of a JSON string means, in valid UTF-8.
  ///
  /// The string's grammar was checked.
  func replace(withDecoded string: UnsafeBufferPointer<UInt8>) {
    // U+FFFD takes three bytes, and may stand for one that is not valid.
    reserve(string.count * 3)
    count = 0
    if let source = string.baseAddress {
      count = unsafe StringDecoder.decode(source, count: string.count, to: start)
    }
    seal()
  }

  private func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    capacity = needed
    unsafe start.deallocate()
    unsafe start = .allocate(capacity: capacity + Int(LOGSTAT_SCAN_PADDING))
  }

  private func seal() {
    unsafe (start + count).update(repeating: 0, count: Int(LOGSTAT_SCAN_PADDING))
  }
}
