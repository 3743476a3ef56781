import LogAlerting

/// The outcome of a case file for build servers, in the XML that JUnit made common.
enum JUnitText {
  /// The whole document.
  static func text(of suites: [String]) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n" + suites.joined()
      + "</testsuites>\n"
  }

  /// One suite, named like the file; uncovered rules are cases that failed.
  static func suite(of report: CaseReport, file: String) -> String {
    let uncovered = uncovered(report)
    let failures = report.outcomes.count { !$0.isPassed } + uncovered.count
    let count = report.outcomes.count + uncovered.count
    let name = attribute("name", SourceText.path(file))
    var lines = [
      "  <testsuite \(name) tests=\"\(count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\">"
    ]
    for outcome in report.outcomes {
      let place = outcome.theCase.place
      let head =
        "    <testcase \(attribute("classname", SourceText.path(file))) "
        + "\(attribute("name", outcome.theCase.name)) \(attribute("file", place.file)) "
        + "line=\"\(place.line)\""
      if outcome.isPassed {
        lines.append(head + "/>")
      } else {
        lines += failure(
          head, words: outcome.problems + CaseReport.lines(of: outcome.comparison))
      }
    }
    for (name, words) in uncovered {
      let head =
        "    <testcase \(attribute("classname", "coverage")) \(attribute("name", name))"
      lines += failure(head, words: [words])
    }
    return lines.joined(separator: "\n") + "\n  </testsuite>\n"
  }

  private static func failure(_ head: String, words: [String]) -> [String] {
    [
      head + ">",
      "      <failure \(attribute("message", words.first ?? ""))>"
        + "\(escaped(words.joined(separator: "\n")))</failure>",
      "    </testcase>",
    ]
  }

  private static func uncovered(_ report: CaseReport) -> [(name: String, words: String)] {
    guard let coverage = report.coverage else { return [] }
    return coverage.withoutAlert.map { ("\($0.name) fires", "no case lets it fire") }
      + coverage.withoutSilence.map {
        ("\($0.name) is silent", "no case in which it could fire is silent")
      }
  }

  private static func attribute(_ name: String, _ text: String) -> String {
    "\(name)=\"\(escaped(text))\""
  }

  /// Text of XML 1.0, which has no form at all for most control characters.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
