import LogModel

/// The words about a count beside earlier ones.
package enum ComparisonText {
  package static func word(_ change: ComparedCount.Change) -> String {
    switch change {
    case .new: "new"
    case .risen: "risen"
    case .gone: "gone"
    case .fallen: "fallen"
    case .usual: "as usual"
    case .unknown: "nothing to compare"
    }
  }

  /// A shape that says the same as the word.
  package static func shape(_ change: ComparedCount.Change) -> String {
    switch change {
    case .new: "+"
    case .risen: "▲"
    case .gone: "×"
    case .fallen: "▼"
    case .usual: "="
    case .unknown: "?"
    }
  }

  /// `120`; a dash where nothing is known.
  package static func count(_ count: Int?) -> String { count.map(HumanNumber.grouped) ?? "–" }

  /// `119.5`; a dash where nothing is known.
  package static func number(_ number: Double?) -> String { number.map(IncidentText.number) ?? "–" }

  /// `0.7`, `0.012`, `under 0.0001`; a dash without a test.
  package static func q(_ forecast: DayForecast?) -> String {
    guard let q = forecast?.q, q.isFinite else { return "–" }
    if q < 0.0001 { return "under 0.0001" }
    let scale = q < 0.001 ? 10_000 : q < 0.1 ? 1_000 : 100
    let steps = Int((min(q, 1) * Double(scale)).rounded())
    if steps >= scale { return "1" }
    var digits = String(scale + steps).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return digits.isEmpty ? "0" : "0.\(digits)"
  }

  /// How often the expected count it is: `3.5 times`; nil where that says nothing.
  package static func factor(_ compared: ComparedCount) -> String? {
    guard let expected = compared.forecast?.expected, expected > 0, compared.count > 0,
      compared.change == .risen || compared.change == .fallen
    else { return nil }
    return "\(IncidentText.number(Double(compared.count) / expected)) times"
  }

  /// Where the expected count comes from: `median of 4 same weekdays`.
  package static func baseline(_ forecast: DayForecast, noun: String) -> String {
    switch forecast.baseline {
    case .weekday:
      "median of the same weekday, \(HumanNumber.counted(forecast.periods, "time"))"
    case .median: "median of \(HumanNumber.counted(forecast.periods, noun))"
    case .short: "mean of \(HumanNumber.counted(forecast.periods, noun))"
    }
  }
}
