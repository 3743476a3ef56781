import LogModel

/// journald's `MESSAGE` when it is no plain string: the bytes of the text as numbers, or several values.
///
/// Source: systemd, JOURNAL_EXPORT_FORMATS: a field that is no valid UTF-8 text is an array of
/// numbers; a field that occurs several times is an array of such values.
enum JournalMessage {
  /// Appends the text, in valid UTF-8; of several values the first one.
  static func append(_ array: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    var bytes: [UInt8] = []
    var index = 1
    while index < array.count {
      switch unsafe array[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var number = 0
        while index < array.count, unsafe array[index] &- UInt8(ascii: "0") < 10 {
          unsafe number = min(number * 10 + Int(array[index] - UInt8(ascii: "0")), 256)
          index += 1
        }
        guard number < 256 else { return }
        bytes.append(UInt8(number))
      case UInt8(ascii: "["):
        // Several values: an inner array begins; the first one is taken.
        index += 1
      case UInt8(ascii: "\""):
        guard bytes.isEmpty, let start = array.baseAddress else { return }
        let first = index + 1
        index = first
        while index < array.count, unsafe array[index] != UInt8(ascii: "\"") {
          index += unsafe array[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return unsafe StringDecoder.append(start + first, count: index - first, to: &text)
      case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
        index += 1
      case UInt8(ascii: "]"):
        index = array.count
      default:
        return
      }
    }
    // A character that the end cuts is looked at as far as it would go.
    let count = bytes.count
    bytes += [0, 0, 0]
    unsafe bytes.withUnsafeBufferPointer {
      unsafe StringDecoder.appendRepaired(UnsafeBufferPointer(rebasing: $0[..<count]), to: &text)
    }
  }
}
