import Testing

import LogReporting

/// Contrast as WCAG 2.2 computes it (1.4.3), on the colours that the style names.
struct PageColorTests {
  /// Every text that the page writes, with every ground it is written on.
  static let texts: [(text: String, grounds: [String])] = [
    ("ink", ["page", "card", "critical-tint", "warning-tint", "ok-tint", "unknown-tint"]),
    ("soft", ["page", "card"]), ("link", ["page", "card"]),
    ("critical", ["card", "critical-tint"]), ("warning", ["card", "warning-tint"]),
    ("ok", ["ok-tint"]), ("unknown", ["unknown-tint"]), ("series", ["card"]),
  ]

  @Test(arguments: ["light", "dark"])
  func `every text can be told from its ground`(scheme: String) throws {
    let colors = try colors(scheme)
    for (text, grounds) in PageColorTests.texts {
      for ground in grounds {
        let contrast = try contrast(colors, text, ground)
        #expect(contrast >= 4.5, "\(scheme): \(text) on \(ground) has \(contrast)")
      }
    }
  }

  @Test(arguments: ["light", "dark"])
  func `lines and bars can be told from their ground`(scheme: String) throws {
    let colors = try colors(scheme)
    for line in ["series", "expected", "critical", "warning", "ink"] {
      #expect(try contrast(colors, line, "card") >= 3, "\(scheme): \(line)")
    }
    #expect(try contrast(colors, "expected", "band") >= 3, "\(scheme)")
  }

  @Test(arguments: ["light", "dark"])
  func `more heat stands out more, also without colour`(scheme: String) throws {
    let colors = try colors(scheme)
    let heat = try (1...6).map { try contrast(colors, "heat\($0)", "none") }
    for (less, more) in zip(heat, heat.dropFirst()) { #expect(more > less * 1.25, "\(scheme)") }
  }

  @Test func `no colour is used but those that are named`() {
    let plain = ["inherit", "currentColor", "none", "#000"]
    for property in ["color", "fill", "stroke", "background"] {
      for piece in PageStyle.text.split(separator: "\(property):").dropFirst() {
        let value = String(piece.prefix { $0 != ";" && $0 != "}" })
        let isNamed = value.hasPrefix("var(--") || plain.contains(value)
        #expect(isNamed || value.hasPrefix("--page"), "\(property):\(value)")
      }
    }
  }

  /// The first block names all colours, the one for the dark names them again.
  private func colors(_ scheme: String) throws -> [String: String] {
    let blocks = PageStyle.text.split(separator: "{\n--page", maxSplits: 2)
    try #require(blocks.count == 3)
    let block = "--page" + blocks[scheme == "light" ? 1 : 2].prefix { $0 != "}" }
    var colors: [String: String] = [:]
    for pair in block.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let parts = pair.split(separator: ":")
      if parts.count == 2 { colors[String(parts[0].dropFirst(2))] = String(parts[1]) }
    }
    try #require(colors.count == 24)
    return colors
  }

  private func contrast(
    _ colors: [String: String], _ one: String, _ other: String
  ) throws -> Double {
    let lights = [try luminance(#require(colors[one])), try luminance(#require(colors[other]))]
    return (max(lights[0], lights[1]) + 0.05) / (min(lights[0], lights[1]) + 0.05)
  }

  private func luminance(_ color: String) throws -> Double {
    let value = try #require(Int(color.dropFirst(), radix: 16))
    try #require(color.hasPrefix("#") && color.count == 7)
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : PageColorTests.power24((share + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// To the power of 2.4, as the fifth root of the twelfth power (Newton).
  private static func power24(_ base: Double) -> Double {
    let twelfth = (0..<12).reduce(1.0) { product, _ in product * base }
    return (0..<200).reduce(1.0) { root, _ in
      (4 * root + twelfth / (root * root * root * root)) / 5
    }
  }
}
