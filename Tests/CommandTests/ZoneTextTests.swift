import LogModel
import Testing
import mfa_logstat

struct ZoneTextTests {
  // Offsets as zdump(8) tells them from the IANA database.
  @Test(arguments: [
    ("Europe/Berlin", 1_774_745_999, 3_600),  // 2026-03-29, a second before summer
    ("Europe/Berlin", 1_774_746_000, 7_200),
    ("Europe/Berlin", 1_792_889_999, 7_200),  // 2026-10-25, a second before winter
    ("Europe/Berlin", 1_792_890_000, 3_600),
    ("Europe/Berlin", 7_246_000_000, 7_200),  // summer of 2199
    ("America/New_York", 1_772_953_199, -18_000),  // 2026-03-08
    ("America/New_York", 1_772_953_200, -14_400),
    ("Asia/Kolkata", 1_785_580_200, 19_800),
    ("Asia/Kathmandu", 504_901_799, 19_800),  // a change without summer time, 1986
    ("Asia/Kathmandu", 504_901_800, 20_700),
    ("Pacific/Apia", 1_325_239_199, -36_000),  // 2011: the day that was left out
    ("Pacific/Apia", 1_325_239_200, 50_400),
    ("US/Eastern", 1_785_580_200, -14_400),  // a link of the database
    ("Etc/GMT+5", 0, -18_000),
    ("UTC", 0, 0),
  ])
  func `a zone has the offsets of the database`(
    name: String, second: Int64, offset: Int64
  ) throws {
    let rules = try ZoneText.rules(name)
    #expect(rules.name == name)
    #expect(rules.offset(at: second) == offset)
  }

  @Test(arguments: ["", "utc", "europe/berlin", "Berlin", "GMT+5", "GMT+0500", "+02:00", "../UTC"])
  func `what the database does not name is refused`(name: String) {
    #expect(throws: Misfit.self) { try ZoneText.rules(name) }
  }
}
