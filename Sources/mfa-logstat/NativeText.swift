import Glibc

/// Carries the bytes of file names through a command line that is made of `String`s.
///
/// A byte that is not part of UTF-8 travels as a private character, U+10FF00 and the byte. So do the
/// bytes of those characters themselves, so that no two names become one.
package enum NativeText {
  private static let base: UInt32 = 0x10_FF00
  private static let range = base + 0x80...base + 0xFF

  /// The text that stands for these bytes: themselves where they are UTF-8.
  package static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !holdsPrivate(text) { return text }
    var text = String.UnicodeScalarView()
    var parser = UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var index = 0
    while true {
      let length: Int
      switch parser.parseScalar(from: &rest) {
      case .emptyInput: return String(text)
      case .error(let count): length = count
      case .valid(let units):
        length = units.count
        let scalar = UTF8.decode(units)
        if !range.contains(scalar.value) {
          text.append(scalar)
          index += length
          continue
        }
      }
      for byte in bytes[index..<index + length] {
        if let scalar = Unicode.Scalar(base + UInt32(byte)) { text.append(scalar) }
      }
      index += length
    }
  }

  /// The bytes that a text stands for.
  package static func bytes(of text: String) -> [UInt8] {
    guard holdsPrivate(text) else { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if range.contains(scalar.value) {
        bytes.append(UInt8(scalar.value - base))
      } else {
        bytes += Array(String(Character(scalar)).utf8)
      }
    }
    return bytes
  }

  /// The text as people see it: what is not UTF-8 as U+FFFD.
  package static func shown(_ text: String) -> String {
    holdsPrivate(text) ? String(decoding: bytes(of: text), as: UTF8.self) : text
  }

  /// The bytes of a path with a zero behind them, for calls of the system.
  static func path(_ text: String) -> [CChar] {
    bytes(of: text).map { CChar(bitPattern: $0) } + [0]
  }

  /// The text that stands for the bytes before a zero.
  static func text(of pointer: UnsafePointer<CChar>) -> String {
    unsafe text(of: Array(UnsafeRawBufferPointer(start: pointer, count: strlen(pointer))))
  }

  private static func holdsPrivate(_ text: String) -> Bool {
    text.unicodeScalars.contains { range.contains($0.value) }
  }
}
