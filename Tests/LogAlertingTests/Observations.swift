import LogModel

extension Observation {
  /// What was counted in the 15 minutes from 2026-03-14T08:00:00Z on, unless said otherwise.
  static func counted(
    _ count: Int, users: Int? = nil, perUser: Int? = nil, of records: Int = 1_000_000,
    tenant: Int = 0, code: Int = 0, start: Int64 = 1_773_475_200, seconds: Int64 = 900
  ) -> Observation {
    Observation(
      tenant: tenant, catalogueIndex: code, windowStart: start, windowEnd: start + seconds,
      count: count, users: users, perUser: perUser, records: records)
  }
}
