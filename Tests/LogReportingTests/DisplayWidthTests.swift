import LogReporting
import Testing

struct DisplayWidthTests {
  /// The widths are those of PyPI wcwidth 0.7.0, `wcswidth`, Unicode 17.0.
  @Test(arguments: [
    ("", 0),
    ("acme", 4),
    ("na\u{EF}ve", 5),
    ("e\u{301}", 1),
    ("\u{3A9}\u{3BC}\u{3AD}\u{3B3}\u{3B1}", 5),
    ("\u{41F}\u{440}\u{438}\u{432}\u{435}\u{442}", 6),
    ("\u{6771}\u{4EAC}\u{9280}\u{884C}", 8),
    ("\u{FF8A}\u{FF9B}\u{FF70}", 3),
    ("\u{FF71}\u{FF72}\u{FF73}", 3),
    ("\u{FF21}\u{FF43}\u{FF4D}\u{FF45}", 8),
    ("\u{D55C}\u{AD6D}\u{C5B4}", 6),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("\u{E20}\u{E32}\u{E29}\u{E32}\u{E44}\u{E17}\u{E22}", 7),
    ("\u{5E9}\u{5DC}\u{5D5}\u{5DD}", 4),
    ("\u{627}\u{644}\u{639}\u{631}\u{628}\u{64A}\u{629}", 7),
    ("\u{627}\u{64E}\u{628}", 2),
    ("\u{3000}", 2),
    ("\u{300A}\u{300B}", 4),
    ("\u{1F600}", 2),
    ("\u{1F44D}", 2),
    ("\u{1F44D}\u{1F3FD}", 2),
    ("\u{1F469}\u{200D}\u{1F4BB}", 2),
    ("\u{1F469}\u{1F3FD}\u{200D}\u{1F4BB}", 2),
    ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}", 2),
    ("\u{2764}", 1),
    ("\u{2764}\u{FE0F}", 2),
    ("\u{2708}\u{FE0F}", 2),
    ("\u{260E}\u{FE0E}", 1),
    ("1\u{FE0F}\u{20E3}", 2),
    ("\u{1F1E9}\u{1F1EA}", 2),
    ("\u{1F1E9}\u{1F1EA}\u{1F1EB}\u{1F1F7}", 4),
    ("\u{1F1E9}", 2),
    ("\u{231A}", 2),
    ("\u{263A}\u{FE0F}", 2),
    ("\u{1F3F4}\u{200D}\u{2620}\u{FE0F}", 2),
    ("\u{1F3F3}\u{FE0F}\u{200D}\u{1F308}", 2),
    ("Z\u{351}\u{36B}\u{343}", 1),
    ("\u{2460}", 1),
    ("\u{BD}", 1),
    ("\u{20000}", 2),
    ("\u{1F1E9}x", 3),
    ("\u{FEFF}a", 1),
    ("\u{200B}a", 1),
    ("\u{1D49C}", 1),
    ("\u{FDFA}", 1),
    ("\u{302A}", 0),
    ("\u{2003}", 1),
    ("\u{FF61}", 1),
    ("\u{FFE5}", 2),
    ("\u{2500}\u{2502}", 2),
    ("\u{2588}\u{2581}", 2),
    ("\u{1FAE8}", 2),
    ("\u{915}\u{93F}", 2),
  ])
  func `a text is as wide as a terminal shows it`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("too_many_sms_per_tenant", 23, "too_many_sms_per_tenant"),
    ("too_many_sms_per_tenant", 11, "too_m…enant"),
    ("too_many_sms_per_tenant", 10, "too_m…nant"),
    ("abcdef", 3, "a…f"),
    ("abcdef", 1, "…"),
    ("abcdef", 0, ""),
    ("東京銀行", 6, "東…行"),
    ("東京銀行", 5, "東…行"),
    ("e\u{301}e\u{301}e\u{301}e\u{301}", 3, "e\u{301}…e\u{301}"),
    ("ab\\u{202e}cdefgh", 12, "ab…defgh"),
    ("a\\\\bcdef", 4, "a…f"),
    ("\\u{6771}\\u{4eac}\\u{9280}", 19, "\\u{6771}…\\u{9280}"),
  ])
  func `a text that is too wide keeps its ends and no half characters`(
    text: String, width: Int, fitted: String
  ) {
    #expect(DisplayWidth.fitted(text, into: width) == fitted)
  }

  @Test func `the ellipsis is ASCII where only ASCII is wanted`() {
    #expect(DisplayWidth.fitted("abcdef", into: 4, isASCII: true) == "ab~f")
  }
}
