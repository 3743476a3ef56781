/// Gives every path of the field table its numbers: the slots in which the walker notes its values.
///
/// A slot is a bit of `FieldSlots.words` presence words. A dotted path has two neighbouring slots, the
/// first for the dotted key and the second for the nested one, so that the lowest set bit of a group is
/// always the value that counts.
struct FieldSlots {
  static let words = 5
  static let count = words * 64

  /// The slots of one group, in order of preference.
  struct Range {
    let word: Int
    let mask: UInt64
  }

  /// A path with its slots.
  struct Assignment {
    let path: String
    let group: FieldTable.Group
    /// For the path as one dotted key; the same as `nested` for a path without a dot.
    let dotted: Int
    let nested: Int
  }

  let assignments: [Assignment]
  private let masks: [UInt64]

  /// Paths past the 64 that a word of presence bits can hold are left out; only overrides can be so many.
  init(overrides: [FieldOverride]) {
    var assignments: [Assignment] = []
    var masks = [UInt64](repeating: 0, count: FieldTable.Group.allCases.count)
    var used = [Int](repeating: 0, count: FieldSlots.words)
    for group in FieldTable.Group.allCases {
      let word = FieldTable.word(of: group)
      let named = overrides.filter { $0.field.group == group }.flatMap { FieldSlots.forms($0.path) }
      for path in FieldTable.paths(of: group) + named {
        let width = path.contains(".") ? 2 : 1
        guard used[word] + width <= 64 else { continue }
        let slot = word * 64 + used[word]
        assignments.append(
          Assignment(path: path, group: group, dotted: slot, nested: slot + width - 1))
        for bit in used[word]..<used[word] + width { masks[group.rawValue] |= 1 << UInt64(bit) }
        used[word] += width
      }
    }
    self.assignments = assignments
    self.masks = masks
  }

  func range(of group: FieldTable.Group) -> Range {
    Range(word: FieldTable.word(of: group), mask: masks[group.rawValue])
  }

  /// The slots of one path of the field table.
  ///
  /// - Precondition: The path is in the table.
  func slots(of path: String, in group: FieldTable.Group) -> FactSlots {
    guard let found = assignments.first(where: { $0.path == path && $0.group == group }) else {
      preconditionFailure("the field table has no path \(path)")
    }
    return FactSlots(dotted: found.dotted, nested: found.nested)
  }

  /// The path as the user wrote it, and what is left of it behind the names of wrappers.
  ///
  /// `data.org.name` names the same place as `org.name` inside the record that `data` holds.
  private static func forms(_ path: String) -> [String] {
    var forms = [path]
    let wrappers = FieldTable.wrappers.map { $0.path + "." }.sorted {
      $0.utf8.count > $1.utf8.count
    }
    while let last = forms.last, let prefix = wrappers.first(where: { last.hasPrefix($0) }) {
      forms.append(String(last.dropFirst(prefix.count)))
    }
    return forms
  }
}

/// The two slots of one path.
struct FactSlots {
  let dotted: Int
  let nested: Int
}
