/// A reason to stop before anything was counted, in words for the user.
struct Complaint: Error {
  /// One line each, without the name of the tool.
  var lines: [String]
  var status: ExitStatus

  init(_ lines: [String], status: ExitStatus) {
    self.lines = lines
    self.status = status
  }

  init(_ line: String, status: ExitStatus = .usage) {
    self.init([line], status: status)
  }
}

/// Why a value is not what an option wants: what is wrong, and what would be right.
///
/// Whoever knows where the value came from puts the option and the quoted value before it.
package struct Misfit: Error {
  /// Follows the quoted value: `is not a duration`.
  package var fault: String
  /// Names the valid forms: `write a number and a unit: 90s 5m 1h 1d 7d`.
  package var remedy: String

  init(_ fault: String, _ remedy: String) {
    self.fault = fault
    self.remedy = remedy
  }
}
