/// The last few bytes of a stream that passes by.
package struct RecentBytes: Sendable {
  package private(set) var bytes: [UInt8] = []
  private let limit: Int

  package init(limit: Int) { self.limit = limit }

  package mutating func add(_ buffer: UnsafeRawBufferPointer) {
    let last = unsafe buffer.suffix(limit)
    unsafe bytes.removeFirst(max(bytes.count + last.count - limit, 0))
    unsafe bytes.append(contentsOf: last)
  }
}
