import LogModel

/// Tells how rules judged: every number, every gate, every window that a baseline was read from.
package struct ExplanationFormat {
  private let report: CheckReport
  private let explanations: [Explanation]

  /// More explanations than this are only counted in text.
  package static let mostBlocks = 40
  private static let indent = 12

  package init(_ explanations: [Explanation], of report: CheckReport) {
    self.explanations = explanations
    self.report = report
  }

  // MARK: Text

  package var text: String {
    guard !explanations.isEmpty else {
      return "Nothing to explain: no rule saw an error of what was asked for.\n"
    }
    let blocks = explanations.prefix(ExplanationFormat.mostBlocks).map(block)
    let more = explanations.count - blocks.count
    return blocks.joined(separator: "\n")
      + (more > 0
        ? "\nAnd \(HumanNumber.grouped(more)) more; name --tenant or --code, or use -o json.\n"
        : "")
  }

  private func block(_ explanation: Explanation) -> String {
    let rule = report.rules[explanation.rule]
    let clock = LocalClock(zone: report.zone)
    let span = explanation.seconds
    var text = "\(IncidentText.text(rule.name)), \(rule.kind.rawValue)\n"
    let series = explanation.key.parts.map { part in
      "\(part.key.name) \(IncidentText.name(explanation.key.name(part.key) ?? .unknown))"
    }
    add(
      "of", series.isEmpty ? ["everything together"] : [series.joined(separator: ", ")], to: &text)
    add(
      "window",
      [
        clock.span(from: span.lowerBound, to: span.upperBound, showsSeconds: false)
          + " (\(IncidentText.duration(span)))"
      ], to: &text)
    add("counted", [counted(explanation, rule)], to: &text)
    add("verdict", [verdict(explanation.outcome)], to: &text)
    for gates in explanation.gates { add(gates.severity.name, gates.gates.map(words), to: &text) }
    if let forecast = explanation.forecast { add(forecast, clock, to: &text) }
    return text
  }

  private func counted(_ explanation: Explanation, _ rule: JudgingRule) -> String {
    var parts = [
      HumanNumber.counted(explanation.count, rule.kind == .flatline ? "record" : "error")
    ]
    if let users = explanation.users { parts.append(HumanNumber.counted(users, "user")) }
    if let records = explanation.records {
      parts.append("of \(HumanNumber.counted(records, "record"))")
    }
    return parts.joined(separator: ", ")
  }

  private func verdict(_ outcome: Explanation.Outcome) -> String {
    switch outcome {
    case .fired(let severity): "fired, \(severity.name)"
    case .silenced(let severity): "fired, \(severity.name), and was silenced"
    case .pending:
      "holds, but has not told: not for as long as \"for\" says, or told by a shorter window"
    case .quiet: "did not fire"
    }
  }

  private func words(_ gate: Gate) -> String {
    let (value, needed) = (scientific(gate.value), scientific(gate.needed))
    let numbers =
      switch gate.name {
      case .significant: "q \(value), at most \(needed)"
      case .share:
        "share \(HumanNumber.percent(gate.value)), needs \(HumanNumber.percent(gate.needed))"
      case .quiet, .held:
        "\(gate.name.rawValue) for \(HumanNumber.duration(Int64(gate.value))), needs "
          + HumanNumber.duration(Int64(gate.needed))
      case .count, .users, .perUser, .large: "\(gate.name.rawValue) \(value), needs \(needed)"
      }
    return "\(gate.passed ? "passed" : "failed")  \(numbers)"
  }

  private func add(_ forecast: Forecast, _ clock: LocalClock, to text: inout String) {
    let source =
      switch forecast.baseline {
      case .trailing: "the windows just before"
      case .recent: "the last few windows"
      case .sameTime: "the same time of earlier days"
      case .mean: "the whole history"
      case .floor: "the least that is ever expected"
      case .conditional: "a short history"
      case .none: "nothing, as there is no history"
      }
    add("expected", ["\(scientific(forecast.expected)), from \(source)"], to: &text)
    add(
      "bound", [forecast.bound.map { "\($0) errors would have been significant" } ?? "none"],
      to: &text)
    add(
      "chance",
      [
        "p \(scientific(forecast.p)), q \(scientific(forecast.q)) over \(forecast.family) series, "
          + "dispersion \(scientific(forecast.dispersion))"
      ], to: &text)
    let windows = forecast.baselineSeconds.map {
      clock.span(from: $0.lowerBound, to: $0.upperBound, showsSeconds: false)
    }
    add("baseline", windows.isEmpty ? ["no window"] : windows, to: &text)
  }

  private func add(_ label: String, _ lines: [String], to text: inout String) {
    for (index, line) in lines.enumerated() {
      let head = index == 0 ? "  \(label)" : ""
      text += head + String(repeating: " ", count: ExplanationFormat.indent - head.utf8.count)
      text += line + "\n"
    }
  }

  /// At most three digits that say something: `26`, `0.125`, `3.1e-09`.
  private func scientific(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return HumanNumber.grouped(Int(value)) }
    guard value.isFinite, value > 0 else { return value.isFinite ? "0" : "none" }
    if value >= 1_000 { return HumanNumber.grouped(Int(min(value, 1e15).rounded())) }
    var (mantissa, exponent) = (value, 0)
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    let digits = Int((mantissa * 100).rounded())
    if exponent < -3 { return "\(digits / 100).\(two(digits % 100))e\(exponent)" }
    let scale = [1_000.0, 100, 10][max(0, min(exponent, 2))]
    let whole = Int((value * scale).rounded())
    let fraction = String(1_000_000 + whole % Int(scale)).suffix(String(Int(scale)).count - 1)
    return exponent < 0
      ? "0.\(String(10_000 + Int((value * 10_000).rounded())).dropFirst())"
      : "\(whole / Int(scale)).\(fraction)"
  }

  private func two(_ number: Int) -> String { String(String(100 + number).dropFirst()) }

  // MARK: JSON

  package var json: String {
    let objects = explanations.map { explanation in
      String(decoding: object(explanation).bytes, as: UTF8.self)
    }
    let inside = objects.isEmpty ? "" : "\n" + objects.joined(separator: ",\n")
    return "{\"schema\":1,\"explanations\":[\(inside)]}\n"
  }

  private func object(_ explanation: Explanation) -> JSONValue {
    let rule = report.rules[explanation.rule]
    let (outcome, severity): (String, Severity?) =
      switch explanation.outcome {
      case .fired(let severity): ("fired", severity)
      case .silenced(let severity): ("silenced", severity)
      case .pending: ("pending", nil)
      case .quiet: ("quiet", nil)
      }
    return .object([
      ("rule", .text(rule.name)), ("kind", .text(rule.kind.rawValue)),
      ("series", .series(explanation.key)), ("start", .second(explanation.seconds.lowerBound)),
      ("end", .second(explanation.seconds.upperBound)), ("count", .integer(explanation.count)),
      ("users", .integer(explanation.users)), ("records", .integer(explanation.records)),
      ("outcome", .text(outcome)), ("severity", .text(severity?.name)),
      ("gates", .object(explanation.gates.map { ($0.severity.name, .gates($0.gates)) })),
      ("forecast", .forecast(explanation.forecast)),
    ])
  }
}
