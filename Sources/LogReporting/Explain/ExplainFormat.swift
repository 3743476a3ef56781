import LogModel

/// Tells what is known about codes: as blocks to read, as a list to scan, as JSON.
package enum ExplainFormat {
  /// More entries than this are a list.
  package static let mostBlocks = 6

  /// Blocks for a few entries, a list for many.
  package static func table(
    _ entries: [CatalogueEntry] = CodeCatalogue.entries, options: RenderOptions
  ) -> String {
    entries.count > mostBlocks
      ? list(entries, options: options) : blocks(entries, options: options)
  }

  /// All that is known about each entry, with a blank line between two.
  package static func blocks(_ entries: [CatalogueEntry], options: RenderOptions) -> String {
    entries.map { ExplainBlock(entry: $0, options: options).text }.joined(separator: "\n")
  }

  /// One line an entry under a head, the meanings cut to the width.
  package static func list(
    _ entries: [CatalogueEntry] = CodeCatalogue.entries, options: RenderOptions
  ) -> String {
    let heads = ["CODE", "LEVEL", "CLASS", "CHANNEL", "MEANING"]
    let rows = entries.map { entry in
      [entry.code, entry.level.name, entry.remedy.rawValue, entry.channel, entry.meaning].map {
        SafeText.escaped($0, isASCII: options.isASCII)
      }
    }
    var widths = heads.indices.map { column in
      rows.reduce(DisplayWidth.of(heads[column])) { Swift.max($0, DisplayWidth.of($1[column])) }
    }
    var shown = Array(heads.indices)
    if let width = options.width {
      // The meaning keeps 20 columns; channel, then class give way to it.
      for column in [3, 2] {
        let before = shown.dropLast().reduce(0) { $0 + widths[$1] + TableLayout.gap }
        if before + 20 > width { shown.removeAll { $0 == column } }
      }
      let before = shown.dropLast().reduce(0) { $0 + widths[$1] + TableLayout.gap }
      widths[4] = Swift.min(widths[4], Swift.max(width - before, 7))
    }
    var line = TableLine(usesColor: options.usesColor)
    for column in shown { line.add(heads[column], .heading, width: widths[column]) }
    var bytes = line.ended()
    for (row, entry) in zip(rows, entries) {
      for column in shown {
        line.add(
          column == 4 ? cut(row[column], to: widths[4], isASCII: options.isASCII) : row[column],
          column == 1 ? ANSIStyle(entry.level) : .plain, width: widths[column])
      }
      bytes += line.ended()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An array of objects, one a line.
  package static func json(_ entries: [CatalogueEntry] = CodeCatalogue.entries) -> String {
    var bytes: [UInt8] = Array("[".utf8)
    for (index, entry) in entries.enumerated() {
      bytes.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
      append(entry, to: &bytes)
    }
    bytes.append(contentsOf: "]\n".utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ entry: CatalogueEntry, to bytes: inout [UInt8]) {
    let fields = [
      ("code", entry.code), ("meaning", entry.meaning), ("level", entry.level.name),
      ("class", entry.remedy.rawValue), ("category", entry.category), ("channel", entry.channel),
      ("scope", entry.scope.rawValue), ("http_status", entry.httpStatus),
      ("default_policy", entry.defaultPolicy), ("remedy", entry.advice), ("source", entry.source),
    ]
    for (index, (name, value)) in fields.enumerated() {
      bytes.append(contentsOf: "\(index == 0 ? "{" : ",")\"\(name)\":".utf8)
      JSONText.append(value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// A sentence without its end where it is too long: its start tells more than both ends.
  private static func cut(_ text: String, to width: Int, isASCII: Bool) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    var result = ""
    var used = 1
    for character in text {
      let taken = DisplayWidth.of(String(character))
      guard used + taken <= width else { break }
      result.append(character)
      used += taken
    }
    return result + (isASCII ? "~" : "…")
  }
}
