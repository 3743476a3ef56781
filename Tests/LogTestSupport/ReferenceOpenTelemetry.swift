/// Makes plain objects of the log records of OTLP JSON (opentelemetry-proto, `logs.proto`).
enum ReferenceOpenTelemetry {
  struct Record {
    var fields: ReferenceObject
    var resource: ReferenceObject
  }

  static func records(in resourceLogs: [ReferenceJSON]) -> [Record] {
    var records: [Record] = []
    for resourceLog in resourceLogs.compactMap(\.object) {
      let resource = attributes(resourceLog["resource"]?.object?["attributes"])
      for scope in (resourceLog["scopeLogs"]?.array ?? []).compactMap(\.object) {
        for record in (scope["logRecords"]?.array ?? []).compactMap(\.object) {
          records.append(Record(fields: fields(of: record), resource: ReferenceObject(resource)))
        }
      }
    }
    return records
  }

  /// The record's own fields beat its body's text, which beats attributes, which beat the body's
  /// key-value pairs.
  private static func fields(of record: ReferenceObject) -> ReferenceObject {
    let body = record["body"]?.object
    var members = attributes(body?["kvlistValue"]?.object?["values"])
    members += attributes(record["attributes"])
    if let text = body?["stringValue"], text.string?.isEmpty == false {
      members.append(ReferenceObject.Member(key: Array("message".utf8), value: text))
    }
    let consumed = [Array("body".utf8), Array("attributes".utf8)]
    members += record.members.filter { !consumed.contains($0.key) }
    return ReferenceObject(members)
  }

  private static func attributes(_ list: ReferenceJSON?) -> [ReferenceObject.Member] {
    (list?.array ?? []).compactMap(\.object).compactMap { pair in
      guard let key = pair["key"]?.string, let value = pair["value"]?.object else { return nil }
      return ReferenceObject.Member(key: key, value: plain(value))
    }
  }

  private static func plain(_ value: ReferenceObject) -> ReferenceJSON {
    for key in ["stringValue", "intValue", "doubleValue", "boolValue"] {
      if let plain = value[key] { return plain }
    }
    if let list = value["kvlistValue"]?.object {
      return .object(ReferenceObject(attributes(list["values"])))
    }
    if let list = value["arrayValue"]?.object?["values"]?.array {
      return .array(list.compactMap(\.object).map(plain))
    }
    return .null
  }
}
