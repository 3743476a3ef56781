/// A name in which `*` stands for any bytes, also for none; everything else stands for itself.
///
/// Names are compared byte by byte: no folding of case, no normalisation.
package struct NamePattern: Hashable, Sendable {
  package let text: String
  private let bytes: [UInt8]

  package init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// Whether it stands for more than one name.
  package var hasStar: Bool { bytes.contains(NamePattern.star) }

  /// Whether it stands for every name.
  package var isEverything: Bool { !bytes.isEmpty && bytes.allSatisfy { $0 == NamePattern.star } }

  package func matches(_ name: String) -> Bool { matches(Array(name.utf8)[...]) }

  /// - Complexity: O(pattern * name) at worst: only the last `*` is ever tried again.
  package func matches(_ name: ArraySlice<UInt8>) -> Bool {
    var next = bytes.startIndex
    var position = name.startIndex
    /// The pattern after the last star, and the name from where it was tried last.
    var retry: (pattern: Int, name: Int)?
    while position < name.endIndex {
      if next < bytes.endIndex, bytes[next] == NamePattern.star {
        next += 1
        retry = (next, position)
      } else if next < bytes.endIndex, bytes[next] == name[position] {
        next += 1
        position += 1
      } else if let last = retry {
        next = last.pattern
        position = last.name + 1
        retry = (next, position)
      } else {
        return false
      }
    }
    return bytes[next...].allSatisfy { $0 == NamePattern.star }
  }

  private static let star = UInt8(ascii: "*")
}
