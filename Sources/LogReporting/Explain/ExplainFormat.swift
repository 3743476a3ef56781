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
    entries.map { ExplainBlock($0, options: options).text }.joined(separator: "\n")
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
    json(objects: entries.map(object))
  }

  /// The same of objects that are written already.
  package static func json(objects: [String]) -> String {
    "[\n" + objects.joined(separator: ",\n") + (objects.isEmpty ? "]\n" : "\n]\n")
  }

  /// All that is known about one of the 33.
  package static func object(_ entry: CatalogueEntry) -> String {
    object([
      entry.code, entry.meaning, entry.level.name, entry.remedy.rawValue, entry.category,
      entry.channel, entry.scope.rawValue, entry.httpStatus, entry.defaultPolicy, entry.advice,
      entry.source,
    ])
  }

  /// What is known about a code outside the 33; what nobody knows is `null`.
  package static func object(
    code: String, meaning: String, level: RecoveryLevel, source: String
  ) -> String {
    object([code, meaning, level.name, nil, nil, nil, nil, nil, nil, nil, source])
  }

  private static func object(_ values: [String?]) -> String {
    let names = [
      "code", "meaning", "level", "class", "category", "channel", "scope", "http_status",
      "default_policy", "remedy", "source",
    ]
    var bytes: [UInt8] = []
    for (index, (name, value)) in zip(names, values).enumerated() {
      bytes.append(contentsOf: "\(index == 0 ? "{" : ",")\"\(name)\":".utf8)
      if let value {
        JSONText.append(value, to: &bytes)
      } else {
        bytes.append(contentsOf: "null".utf8)
      }
    }
    bytes.append(UInt8(ascii: "}"))
    return String(decoding: bytes, as: UTF8.self)
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
