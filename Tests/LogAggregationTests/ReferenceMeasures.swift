import LogModel

/// Rolls records up to what rules ask for, the plainest way there is.
struct ReferenceMeasures {
  private struct Key: Hashable {
    var parts: [[UInt8]?]
    var window: Int64
  }

  /// The measures of some requests as text, in the order of the requests, then as text sorts.
  static func lines(of records: [SampleRecord], requests: [SampleRequest]) -> [[String]] {
    requests.map { lines(of: records, $0).sorted() }
  }

  private static func lines(of records: [SampleRecord], _ sample: SampleRequest) -> [String] {
    let request = sample.request
    var groups: [Key: [SampleRecord]] = [:]
    for record in records where sample.accepts(record) {
      guard request.counted == .records || record.recordClass == .error else { continue }
      groups[key(of: record, request), default: []].append(record)
    }
    return groups.compactMap { key, group in
      guard group.count >= request.minCount else { return nil }
      let users = group.compactMap(\.user)
      let most = Set(users).map { user in users.count { $0 == user } }.max()
      let all = records.count { record in
        self.key(of: record, request).window == key.window
          && (request.by.contains(.tenant)
            ? record.tenant == group[0].tenant
            : request.match[.tenant] == nil || sample.accepts(record))
      }
      return describe(
        request.by, key.parts, window: key.window, count: group.count,
        users: request.needsUsers && !users.isEmpty ? Set(users).count : nil,
        perUser: request.needsPerUser ? most : nil, records: request.needsRecords ? all : nil)
    }
  }

  private static func key(of record: SampleRecord, _ request: MeasureRequest) -> Key {
    let second = record.time?.seconds ?? 0
    var window = second / request.windowSeconds
    if window * request.windowSeconds > second { window -= 1 }
    return Key(parts: request.by.map { record.value($0) }, window: window)
  }

  static func describe(
    _ by: [ReportKey], _ parts: [[UInt8]?], window: Int64, count: Int, users: Int?, perUser: Int?,
    records: Int?
  ) -> String {
    let names = zip(by, parts).map { key, text in
      "\(key.name)=\(text.map { String(describing: $0) } ?? "none")"
    }
    let numbers = [users, perUser, records].map { $0.map(String.init) ?? "none" }
    return "\(names.joined(separator: " ")) \(window): \(count) \(numbers.joined(separator: " "))"
  }
}
