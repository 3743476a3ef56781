/// Collects the bytes of an output and hands them on in pieces, so that a long report never stands
/// in memory whole.
///
/// The first error of the receiver is kept and thrown by `finish()`; what is appended after it goes
/// nowhere.
package struct TextSink: ~Copyable {
  /// Once so many bytes are collected they are handed on.
  package static let pieceSize = 262_144

  private var buffer: [UInt8] = []
  private var failure: (any Error)?
  private let receive: ([UInt8]) throws -> Void

  /// - Parameter receive: Takes one piece after the other, in order; no piece is empty.
  package init(receive: @escaping ([UInt8]) throws -> Void) {
    self.receive = receive
    buffer.reserveCapacity(TextSink.pieceSize + 4_096)
  }

  package mutating func append(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= TextSink.pieceSize { handOn() }
  }

  package mutating func append(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= TextSink.pieceSize { handOn() }
  }

  /// Hands on what is left.
  ///
  /// - Throws: The first error of the receiver.
  package consuming func finish() throws {
    handOn()
    if let failure { throw failure }
  }

  private mutating func handOn() {
    guard failure == nil, !buffer.isEmpty else {
      buffer.removeAll(keepingCapacity: true)
      return
    }
    do {
      try receive(buffer)
    } catch {
      failure = error
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
