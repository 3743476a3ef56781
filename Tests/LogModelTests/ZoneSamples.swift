import LogModel

/// Zones written out by hand, as far as the days of the tests need them; all instants in UTC.
enum ZoneSamples {
  /// Summer time from 2026-03-29T01:00:00Z to 2026-10-25T01:00:00Z.
  static let berlin2026 = TimeZoneRules(
    name: "Europe/Berlin",
    periods: [
      .init(start: .min, offset: 3_600),
      .init(start: 1_774_746_000, offset: 7_200),
      .init(start: 1_792_890_000, offset: 3_600),
    ])

  /// Summer time ended on 2018-02-18T02:00:00Z and began on 2018-11-04T03:00:00Z.
  static let saoPaulo2018 = TimeZoneRules(
    name: "America/Sao_Paulo",
    periods: [
      .init(start: .min, offset: -7_200),
      .init(start: 1_518_919_200, offset: -10_800),
      .init(start: 1_541_300_400, offset: -7_200),
    ])

  /// Summer time ends on 2026-11-01T05:00:00Z.
  static let havana2026 = TimeZoneRules(
    name: "America/Havana",
    periods: [
      .init(start: .min, offset: -14_400),
      .init(start: 1_793_509_200, offset: -18_000),
    ])

  /// Summer time ended on 2010-11-07T02:31:00Z.
  static let stJohns2010 = TimeZoneRules(
    name: "America/St_Johns",
    periods: [
      .init(start: .min, offset: -9_000),
      .init(start: 1_289_097_060, offset: -12_600),
    ])

  /// The date line moved on 2011-12-30T10:00:00Z.
  static let apia2011 = TimeZoneRules(
    name: "Pacific/Apia",
    periods: [
      .init(start: .min, offset: -36_000),
      .init(start: 1_325_239_200, offset: 50_400),
    ])
}
