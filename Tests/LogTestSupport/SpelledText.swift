/// The way back from a safe cell, written independently.
package enum SpelledText {
  /// Reads `\\` and `\u{1b}` back.
  package static func unescaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        result.append(scalar)
        continue
      }
      if rest.popFirst() == "\\" {
        result.append("\\")
        continue
      }
      let digits = rest.dropFirst().prefix { $0 != "}" }
      rest = rest.dropFirst(digits.count + 2)
      if let value = UInt32(String(digits), radix: 16), let read = Unicode.Scalar(value) {
        result.append(read)
      }
    }
    return String(result)
  }

  /// The name that a cell stands for.
  package static func name(ofCell cell: String) -> String {
    let scalars = cell.unicodeScalars
    return unescaped(scalars.first == "'" ? String(scalars.dropFirst()) : cell)
  }
}
