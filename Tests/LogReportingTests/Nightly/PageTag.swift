/// A tag of a page as a browser reads it, with the text before it.
struct PageTag: Equatable {
  var name: String
  /// In the order in which they are written; no values but quoted ones.
  var attributes: [(name: String, value: String)]
  var isEnd: Bool
  /// Of a tag that ends itself: `<rect/>`.
  var isClosed: Bool
  /// The text between the tag before and this one, as it is written.
  var text: String

  static func == (left: PageTag, right: PageTag) -> Bool {
    left.name == right.name && left.isEnd == right.isEnd
      && left.attributes.map(\.name) == right.attributes.map(\.name)
  }

  func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Elements that have no end tag (HTML 13.1.2), as far as a page uses them.
  static let void = ["meta", "br", "hr", "img", "link", "input"]

  /// Every tag of a page; nil when there is a `<` that starts none or an attribute without quotes.
  static func all(in page: String) -> [PageTag]? {
    let scalars = Array(page.unicodeScalars)
    var tags: [PageTag] = []
    var place = 0
    var text = ""
    func string(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    while place < scalars.count {
      guard scalars[place] == "<" else {
        text.unicodeScalars.append(scalars[place])
        place += 1
        continue
      }
      place += 1
      if place < scalars.count, scalars[place] == "!" {
        while place < scalars.count, scalars[place] != ">" { place += 1 }
        place += 1
        continue
      }
      var tag = PageTag(name: "", attributes: [], isEnd: false, isClosed: false, text: text)
      text = ""
      if place < scalars.count, scalars[place] == "/" {
        tag.isEnd = true
        place += 1
      }
      var start = place
      while place < scalars.count, isNamePart(scalars[place]) { place += 1 }
      guard place > start else { return nil }
      tag.name = string(start..<place)
      while place < scalars.count, scalars[place] != ">" {
        if scalars[place] == " " || scalars[place] == "\n" {
          place += 1
          continue
        }
        if scalars[place] == "/" {
          tag.isClosed = true
          place += 1
          continue
        }
        start = place
        while place < scalars.count, isNamePart(scalars[place]) { place += 1 }
        guard place > start, place + 1 < scalars.count, scalars[place] == "=",
          scalars[place + 1] == "\""
        else { return nil }
        let name = string(start..<place)
        place += 2
        start = place
        while place < scalars.count, scalars[place] != "\"" { place += 1 }
        tag.attributes.append((name, string(start..<place)))
        place += 1
      }
      place += 1
      tags.append(tag)
    }
    return tags
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-": true
    default: false
    }
  }
}
