import LogModel

/// The words about one code that needs somebody to act.
struct ActionText {
  let context: HumanContext
  let action: RequiredAction

  /// More codes than this are only counted.
  static let most = 8

  /// `2 tenants: acme`, `beta and 3 more`: names in parts, to stand between commas, as many as
  /// about `width` columns hold.
  func tenants(width: Int) -> [String] {
    let head = "\(HumanNumber.counted(action.tenants.count, "tenant")): "
    // The first name stands behind the head, and any may be the one that has the tail and a comma.
    let tail =
      action.tenants.count > 1 ? " and \(HumanNumber.grouped(action.tenants.count)) more," : ""
    let room = Swift.max(width / 2 - head.utf8.count - tail.utf8.count, 12)
    var parts: [String] = []
    var used = 0
    for index in action.tenants {
      let name = fitted(context.names.text(index), into: room)
      used += DisplayWidth.of(name) + 2
      // Room for the head, and for the tail that tells how many are left out.
      guard parts.isEmpty || used + 30 <= width else { break }
      parts.append(name)
    }
    guard let last = parts.last else { return ["no tenant"] }
    let more = action.tenants.count - parts.count
    if more > 0 { parts[parts.count - 1] = last + " and \(HumanNumber.grouped(more)) more" }
    parts[0] = head + parts[0]
    return parts
  }

  /// `12 errors`, `4 users`, `08:00 - 08:15`, `rule: 1 or more errors in 5 min`.
  var figures: [String] {
    var parts = [HumanNumber.counted(action.count, "error")]
    if let users = action.users { parts.append(HumanNumber.countedUsers(users)) }
    if let start = action.start, let end = action.end {
      parts.append(
        context.clock.span(
          from: start, to: end, showsSeconds: start % 60 != 0 || end % 60 != 0,
          omitsDate: context.isOneDay))
    }
    parts.append("rule: " + context.prose(PolicyText.condition(action.rule)))
    return parts
  }

  /// What the code means; nil for one that the catalogue does not know.
  var meaning: String? {
    entry.map { context.prose($0.meaning) }
  }

  var level: RecoveryLevel? { entry?.level }

  /// Who must act and how, as the catalogue's advice has it; nil for a code that the catalogue does not know.
  var advice: String? {
    entry.map { context.prose($0.advice) }
  }

  private var entry: CatalogueEntry? { context.entry(code: action.code) }

  private func fitted(_ name: String, into columns: Int) -> String {
    context.options.width == nil
      ? name : DisplayWidth.fitted(name, into: columns, isASCII: context.options.isASCII)
  }
}
