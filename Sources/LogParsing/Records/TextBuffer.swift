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
    if text.count > capacity {
      capacity = text.count
      unsafe start.deallocate()
      unsafe start = .allocate(capacity: capacity + Int(LOGSTAT_SCAN_PADDING))
    }
    count = text.count
    unsafe text.withUnsafeBufferPointer { bytes in
      if let source = bytes.baseAddress { unsafe start.update(from: source, count: bytes.count) }
    }
    unsafe (start + count).update(repeating: 0, count: Int(LOGSTAT_SCAN_PADDING))
  }
}
