import LogModel

/// The keys that only some kinds of rules have, and what holds when they are not given.
extension RuleKindName {
  /// The keys that every rule can have, in the order in which they are written.
  static let commonKeys = [
    "name", "kind", "match", "by", "window", "for", "keep_firing", "renotify", "runbook",
  ]

  var ownKeys: [String] {
    switch self {
    case .threshold: ["warning", "critical"]
    case .spike: ["severity", "false_alarms", "min_count", "min_users", "min_ratio"]
    case .flatline: ["severity", "learn", "min_count"]
    case .newCode: ["severity", "learn", "min_count", "min_users"]
    }
  }

  /// The key that shows the kind when nobody names it.
  static func implied(by key: String) -> RuleKindName? {
    let owners = allCases.filter { $0.ownKeys.contains(key) }
    return owners.count == 1 ? owners[0] : nil
  }

  static func owners(of key: String) -> [String] {
    allCases.filter { $0.ownKeys.contains(key) }.map(\.rawValue)
  }

  /// Of every rule and of every kind, each once.
  static let allKeys: [String] =
    commonKeys
    + allCases.flatMap(\.ownKeys).reduce(into: [String]()) { keys, key in
      if !keys.contains(key) { keys.append(key) }
    }

  /// The window of a rule that names none.
  var windowSeconds: Int64 {
    switch self {
    case .threshold: 900
    case .spike: 300
    case .flatline, .newCode: 3_600
    }
  }

  /// How far a rule looks back when it does not say.
  var learnSeconds: Int64 { self == .newCode ? 604_800 : 86_400 }
}

extension Rule.Kind {
  package var name: RuleKindName {
    switch self {
    case .threshold: .threshold
    case .spike: .spike
    case .flatline: .flatline
    case .newCode: .newCode
    }
  }
}
