import LogModel

/// A value on its way to JSON; members keep their order.
package indirect enum JSONValue {
  case null
  case flag(Bool)
  case whole(Int)
  case real(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  package static func bool(_ value: Bool) -> JSONValue { .flag(value) }
  package static func integer(_ value: Int?) -> JSONValue { value.map { .whole($0) } ?? .null }
  package static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  /// Null where there is no number, or none that JSON can write.
  package static func number(_ value: Double?) -> JSONValue {
    value.flatMap { $0.isFinite ? .real($0) : nil } ?? .null
  }

  /// A UTC second as RFC 3339.
  package static func second(_ second: Int64) -> JSONValue {
    .string(EventTime(seconds: second).description)
  }

  /// Null for a name that is not known.
  package static func name(_ name: Name) -> JSONValue {
    switch name {
    case .unknown: .null
    case .other: .string(SafeText.otherLabel)
    case .named(let text): .string(text)
    }
  }

  package static func series(_ key: SeriesKey) -> JSONValue {
    .object(key.parts.map { ($0.key.name, name(key.name($0.key) ?? .unknown)) })
  }

  package static func gates(_ gates: [Gate]) -> JSONValue {
    .array(
      gates.map { gate in
        .object([
          ("gate", .string(gate.name.rawValue)), ("passed", .flag(gate.passed)),
          ("value", .number(gate.value)), ("needed", .number(gate.needed)),
        ])
      })
  }

  package static func forecast(_ forecast: Forecast?) -> JSONValue {
    guard let forecast else { return .null }
    return .object([
      ("expected", .number(forecast.expected)),
      ("bound", .integer(forecast.bound.map(Int.init(clamping:)))),
      ("dispersion", .number(forecast.dispersion)), ("p", .number(forecast.p)),
      ("q", .number(forecast.q)), ("level", .number(forecast.level)),
      ("family", .whole(forecast.family)), ("baseline", .string(forecast.baseline.rawValue)),
      (
        "baseline_windows",
        .array(
          forecast.baselineSeconds.map { .array([second($0.lowerBound), second($0.upperBound)]) })
      ),
    ])
  }

  package static func alert(_ alert: Alert) -> JSONValue {
    .object([
      ("series", series(alert.key)), ("start", second(alert.seconds.lowerBound)),
      ("end", second(alert.seconds.upperBound)), ("count", .whole(alert.count)),
      ("users", integer(alert.users)), ("gates", gates(alert.gates)),
      ("forecast", forecast(alert.forecast)),
    ])
  }

  /// On one line.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += Array("null".utf8)
    case .flag(let value): bytes += Array((value ? "true" : "false").utf8)
    case .whole(let value): bytes.appendDecimal(value)
    case .real(let value):
      let isWhole = value == value.rounded() && abs(value) < 1e15
      bytes += Array((isWhole ? String(Int(value)) : "\(value)").utf8)
    case .string(let text): JSONText.append(text, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, (name, value)) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONText.append(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}
