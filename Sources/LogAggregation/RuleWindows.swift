import LogModel

/// What the rules want counted, and the windows that serve them all.
///
/// Windows of every length are unions of windows of the greatest common divisor of the lengths,
/// because all are aligned to the epoch. So one set of cells in short windows answers every request,
/// and where the report's own cells are as short, none beside them is needed.
struct RuleWindows: Sendable {
  let requests: [MeasureRequest]
  /// The greatest common divisor of the lengths, in seconds; 0 without requests.
  let commonLength: Int64
  let needsMethods: Bool

  init(_ requests: [MeasureRequest]) {
    self.requests = requests
    commonLength = RuleWindows.commonLength(of: requests)
    needsMethods = requests.contains(where: \.needsMethods)
  }

  static func commonLength(of requests: [MeasureRequest]) -> Int64 {
    requests.reduce(0) { greatestCommonDivisor($0, $1.windowSeconds) }
  }

  /// What the cells of the rules are told apart by.
  var keys: Set<ReportKey> { RuleWindows.keys(needsMethods: needsMethods) }

  static func keys(needsMethods: Bool) -> Set<ReportKey> {
    needsMethods ? [.window, .tenant, .code, .method] : [.window, .tenant, .code]
  }

  /// Whether the report's own cells can answer the requests.
  func areServed(by plan: CountingPlan) -> Bool {
    guard case .seconds(let length) = plan.windows else { return false }
    return keys.allSatisfy(plan.keeps) && commonLength % length == 0
  }

  /// What the rules want of a code; nil bytes are an error without one.
  func interest(
    in code: [UInt8]?, kind: CodeKind, catalogueIndex: Int, _ directory: CodeDirectory
  ) -> CodeInterest {
    guard !requests.isEmpty else { return CodeInterest() }
    let facts = directory.facts(code: code, kind: kind, catalogueIndex: catalogueIndex)
    let wanted = requests.indices.filter {
      requests[$0].counted == .errors && facts.fits(requests[$0].match)
    }
    return CodeInterest(requests: wanted, perUser: wanted.filter { requests[$0].needsPerUser })
  }

  /// Where an error counts for a request that asks for the most errors of one user.
  func tally(
    _ request: Int, second: Int64, tenant: UInt32, code: UInt32, method: UInt32
  ) -> UserTallies.Key {
    let one = requests[request]
    return UserTallies.Key(
      request: request, window: second.flooredQuotient(by: one.windowSeconds),
      tenant: one.by.contains(.tenant) || one.match[.tenant] != nil ? tenant : 0,
      code: one.by.contains { $0.followsFromCode } ? code : 0,
      method: one.needsMethods ? method : 0)
  }

  private static func greatestCommonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

/// Which requests speak of a code, as far as the code decides.
struct CodeInterest: Sendable {
  /// Numbers of requests, ascending.
  var requests: [Int] = []
  /// Those of them that ask for the most errors of one user.
  var perUser: [Int] = []

  var isWanted: Bool { !requests.isEmpty }
}

extension PartialAggregate {
  /// Finds out what the rules want of a code that has just got its number.
  mutating func noteInterest(in code: UInt32) {
    let number = Int(code)
    interests.append(
      rules.interest(
        in: number == 0 ? nil : Array(codes.bytes(of: number)),
        kind: CodeKind(rawValue: codes.tag(of: number)) ?? .other,
        catalogueIndex: Int(catalogueIndices[number]), plan.directory))
  }
}

extension ReportKey {
  /// Whether its value is known when the code is.
  var followsFromCode: Bool {
    switch self {
    case .code, .kind, .level, .category: true
    case .window, .tenant, .method: false
    }
  }
}
