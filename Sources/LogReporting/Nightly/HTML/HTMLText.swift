import LogModel

/// Makes foreign text fit for the page: what is hidden is spelled, what is long is cut.
///
/// Markup is escaped later, where the text is put into the page.
enum HTMLText {
  /// In columns; what is cut keeps both its ends.
  static let longestName = 60

  /// How many scalars one visible character may have; no writing system needs as many.
  private static let highestTower = 12

  /// A name as a cell: `acme`, `(other)`, `'(other)` for one that is called so.
  ///
  /// What was not named is called so: a bare `-` is not heard.
  static func name(_ name: Name, columns: Int = longestName) -> String {
    if name == .unknown { return "- (not named)" }
    var bytes: [UInt8] = []
    SafeText.appendCell(name, to: &bytes)
    return fitted(String(decoding: bytes, as: UTF8.self), into: columns)
  }

  static func text(_ text: String, columns: Int = longestName) -> String {
    fitted(SafeText.escaped(text), into: columns)
  }

  /// A text that takes no more than so many columns, and no tower of marks that take none.
  private static func fitted(_ text: String, into columns: Int) -> String {
    let fitted = DisplayWidth.fitted(text, into: columns)
    guard fitted.contains(where: { $0.unicodeScalars.count > highestTower }) else { return fitted }
    return fitted.reduce(into: "") { text, character in
      let scalars = character.unicodeScalars
      text.unicodeScalars.append(contentsOf: scalars.prefix(highestTower))
      if scalars.count > highestTower { text += "…" }
    }
  }

  /// Whether two names are the same bytes; `String`s also are when Unicode takes them for one.
  static func isSame(_ left: Name, _ right: Name) -> Bool {
    switch (left, right) {
    case (.named(let one), .named(let other)): one.utf8.elementsEqual(other.utf8)
    case (.unknown, .unknown), (.other, .other): true
    default: false
    }
  }
}
