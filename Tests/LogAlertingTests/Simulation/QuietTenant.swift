import Foundation
import LogCorpus
import LogModel
import LogTestSupport

/// A tenant in which people err as they always do, and nothing is wrong.
///
/// Of a hundred logins 1.8 bring a coded error, in the mix of codes of a good day. Who mistypes a passcode
/// tries again and fails again in one of ten cases. A login leaves 2.8 records about MFA.
struct QuietTenant {
  /// What was counted of one code in one window.
  struct Cell {
    var count = 0
    var users = 0
    var perUser = 0
  }

  let name: String
  /// Windows of five minutes; the first is a midnight in UTC.
  let windows: Range<Int64>
  /// Error and normal records, window by window.
  private(set) var records: [Int] = []
  /// By code, then window.
  private(set) var cells: [String: [Int64: Cell]] = [:]

  /// - Parameters:
  ///   - name: Any.
  ///   - loginsPerDay: On average over a week.
  ///   - windows: Of five minutes.
  ///   - random: Draws the rhythm, and everything else.
  init(
    name: String, loginsPerDay: Double, windows: Range<Int64>, using random: inout SplitMix64
  ) {
    self.name = name
    self.windows = windows
    let rhythm = Rhythm(using: &random)
    let codes = CorpusCode.allCases.filter { $0.baselinePercent > 0 }
    for window in windows {
      let logins = loginsPerDay / Double(Rhythm.day) * rhythm.factor(in: window)
      records.append(random.poisson(2.8 * logins))
      for code in codes {
        let errors = random.poisson(logins * 0.018 * code.baselinePercent / 100)
        guard errors > 0 else { continue }
        cells[code.text, default: [:]][window] =
          code == .invalidOTP
          ? retried(errors, using: &random) : Cell(count: errors, users: errors, perUser: 1)
      }
    }
  }

  private func retried(_ users: Int, using random: inout SplitMix64) -> Cell {
    var cell = Cell(users: users)
    for _ in 0..<users {
      var errors = 1
      while errors < 10, random.unit() < 0.105 { errors += 1 }
      cell.count += errors
      cell.perUser = max(cell.perUser, errors)
    }
    return cell
  }
}

extension SplitMix64 {
  /// A number of independent events, by the waiting times between them.
  mutating func poisson(_ mean: Double) -> Int {
    // Far from zero the bell curve is near enough, and far faster.
    if mean > 400 {
      let bell = sqrt(-2 * log(1 - unit())) * cos(2 * .pi * unit())
      return max(0, Int((mean + sqrt(mean) * bell).rounded()))
    }
    var count = -1
    var time = 0.0
    repeat {
      time -= log(1 - unit())
      count += 1
    } while time < mean
    return count
  }
}
