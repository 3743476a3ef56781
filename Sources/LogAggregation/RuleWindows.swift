import LogModel

/// The requests of the rules, each code and length once, and the windows that serve them all.
///
/// Windows of every length are unions of windows of the greatest common divisor of the lengths,
/// because all are aligned to the epoch. So one set of cells in short windows answers every request,
/// and where the report's own cells are as short, none beside them is needed.
struct RuleWindows: Sendable {
  /// In the order of code, then length.
  let requests: [ObservationRequest]
  /// The greatest common divisor of the lengths, in seconds; 0 without requests.
  let commonLength: Int64
  /// For every code of the catalogue that is asked for, its requests; empty for the others.
  let requestsOfCode: [Range<Int>]

  init(_ all: [ObservationRequest]) {
    var merged: [ObservationRequest] = []
    for request in all.sorted(by: { RuleWindows.key(of: $0) < RuleWindows.key(of: $1) }) {
      if let last = merged.last, RuleWindows.key(of: last) == RuleWindows.key(of: request) {
        merged[merged.count - 1].needsUsers = last.needsUsers || request.needsUsers
        merged[merged.count - 1].needsPerUser = last.needsPerUser || request.needsPerUser
      } else {
        merged.append(request)
      }
    }
    var ranges = Array(repeating: 0..<0, count: (merged.last?.catalogueIndex ?? -1) + 1)
    for (number, request) in merged.enumerated() {
      let code = request.catalogueIndex
      let start = ranges[code].isEmpty ? number : ranges[code].lowerBound
      ranges[code] = start..<number + 1
    }
    requests = merged
    requestsOfCode = ranges
    commonLength = merged.reduce(0) {
      RuleWindows.greatestCommonDivisor($0, $1.windowSeconds)
    }
  }

  /// The requests for a code of the catalogue; empty for an index that is none.
  func requests(ofCode index: Int16) -> Range<Int> {
    index >= 0 && Int(index) < requestsOfCode.count ? requestsOfCode[Int(index)] : 0..<0
  }

  /// Whether the report's own cells can answer the requests.
  func areServed(by plan: CountingPlan) -> Bool {
    guard case .seconds(let length) = plan.windows else { return false }
    return plan.keeps(.window) && plan.keeps(.tenant) && plan.keeps(.code)
      && commonLength % length == 0
  }

  private static func key(of request: ObservationRequest) -> (Int, Int64) {
    (request.catalogueIndex, request.windowSeconds)
  }

  private static func greatestCommonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}
