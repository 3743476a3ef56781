import LogModel

/// The words for lines that did not count.
package enum RejectionText {
  /// What is wrong with a line; `column` is where, in bytes, and the first is 1.
  package static func words(for reason: Rejection.Reason, column: Int) -> String {
    let place = "at byte \(column)"
    return switch reason {
    case .notJSON: "no JSON object or array in the line"
    case .grammar: "not JSON \(place)"
    case .unfinished: "the JSON value is not finished \(place)"
    case .trailingText: "text behind the JSON value \(place)"
    case .tooDeep: "more than 1,024 values inside each other \(place)"
    case .notAnObject: "a JSON value, but neither an object nor an array"
    case .arrayWithoutObject: "an array without an object in it"
    case .brokenCarry: "part of a JSON value over several lines that is never finished"
    case .oversized: "longer than --max-line; raise it to count such lines"
    }
  }
}
