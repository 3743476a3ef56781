import LogModel

/// A name in a list of names.
struct NameContent {
  let label: String
  /// What stands behind it: a comma, a count, or nothing.
  let tail: String

  static func list(_ names: [Name]) -> [NameContent] {
    names.enumerated().map { index, name in
      NameContent(
        label: HTMLText.name(name), tail: index + 1 < names.count ? ", " : "")
    }
  }

  /// With their counts: `acme 40, zeta 3`.
  static func list(_ names: [NamedCount]) -> [NameContent] {
    names.enumerated().map { index, name in
      NameContent(
        label: HTMLText.name(name.name, columns: 32),
        tail: " \(HumanNumber.grouped(name.count))" + (index + 1 < names.count ? ", " : ""))
    }
  }
}
