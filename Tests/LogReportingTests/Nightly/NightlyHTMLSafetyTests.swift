import LogModel
import Testing

import LogReporting

/// Whatever a log holds, the page stays the page.
struct NightlyHTMLSafetyTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x",
    "\"\u{301} onmouseover=\"x", "<\u{301}b>", "\u{600}<b>", "&lt;b&gt;", "&#60;b&#62;",
    "</title></style></svg></desc><b>", "]]>", "<!--", "-->", "{{verdict}}", "{{{style}}}",
    "{{=<% %>=}}", "\u{202E}evil\u{2066}", "a\u{0}b\u{1B}[31m\nc\r\u{85}\u{2028}",
    String(repeating: "x", count: 10_000), String(repeating: "東", count: 3_000),
    "javascript:alert(1)", "https://evil.example/\" onclick=\"x",
  ]

  private static let harmless = PageTag.all(in: page("harmless"))

  /// A page with a name in every place where there can be a foreign one.
  private static func page(_ name: String) -> String {
    var report = CrowdedNight.report { "\(name)\($0)" }
    report.zone = TimeZoneRules(name: name, periods: SampleNight.berlin.periods)
    report.rules = SampleNight.rules.map {
      JudgingRule(
        name: name, kind: $0.kind, windowSeconds: 300, runbook: name, warning: name, critical: name)
    }
    // How many tenants are named depends on the length of their names.
    report.incidents[0].tenants.removeLast(35)
    report.incidents[2].key = SeriesKey([.init(key: .method, text: Array(name.utf8))])
    report.incidents[3].rules = [0, 1]
    report.feed.silentTenants = [
      SilentTenant(tenant: .named(name), lastSeen: SampleNight.midnight, usualRecords: 9)
    ]
    report.origin = ReportOrigin(command: name, version: name, state: name)
    return PageFixture.page(report)
  }

  @Test(arguments: hostile)
  func `a name changes no tag, and brings nothing hidden or long`(name: String) throws {
    let page = NightlyHTMLSafetyTests.page(name)
    let tags = try #require(PageTag.all(in: page))
    #expect(tags == NightlyHTMLSafetyTests.harmless)
    #expect(page.unicodeScalars.allSatisfy { !$0.isHidden || $0 == "\n" })
    #expect(page.utf8.count < 1_048_576)
  }

  @Test func `a tower of marks is cut`() {
    let page = NightlyHTMLSafetyTests.page("x" + String(repeating: "\u{301}", count: 500))
    #expect(page.unicodeScalars.split { $0 != "\u{301}" }.allSatisfy { $0.count < 12 })
  }

  @Test func `a name is shown with what is hidden in it`() {
    let page = NightlyHTMLSafetyTests.page("\u{202E}<b>")
    #expect(page.contains("\\u{202e}&lt;b&gt;"))
    #expect(!page.contains("<b>"))
  }

  @Test(arguments: [
    ("https://wiki.example/mfa?a=1&b=2", "https://wiki.example/mfa?a=1&amp;b=2"),
    ("http://wiki.example/", "http://wiki.example/"),
    ("javascript:alert(1)", nil), ("HTTPS://wiki.example", nil), ("//wiki.example", nil),
    ("https://wiki.example/\u{202E}", nil), ("see page 3", nil), ("data:text/html,x", nil),
    ("file:///etc/passwd", nil), ("", nil),
  ])
  func `a runbook is a link only when it is an address of the web`(
    runbook: String, link: String?
  ) throws {
    var report = SampleNight.report()
    report.rules[1].runbook = runbook
    let tags = try #require(PageTag.all(in: PageFixture.page(report)))
    let links = tags.filter { $0.name == "a" && !$0.isEnd }.compactMap { $0.value("href") }
    #expect(links.filter { !$0.hasPrefix("#") } == (link.map { [$0] } ?? []))
  }

  @Test func `nothing is fetched and nothing runs`() throws {
    for (name, report) in PageFixture.all {
      let page = PageFixture.page(report)
      for word in ["<script", "url(", "@import", "src=", "<link", "<iframe", "<object", "xlink"] {
        #expect(!page.contains(word), "\(name): \(word)")
      }
      let starts = try #require(PageTag.all(in: page)).filter { !$0.isEnd }
      #expect(starts.allSatisfy { tag in tag.attributes.allSatisfy { !$0.name.hasPrefix("on") } })
      let policy = try #require(
        starts.first { $0.value("http-equiv") == "Content-Security-Policy" })
      #expect(
        policy.value("content")
          == "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
    }
  }

  @Test(arguments: [
    ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"),
    ("\"\u{301}", "&quot;\u{301}"),  // one character, two scalars
    ("\u{600}<", "\u{600}&lt;"),
    ("東京", "東京"), ("", ""),
  ])
  func `markup is escaped scalar by scalar`(text: String, escaped: String) {
    #expect(PageEscaping.escaped(text).unicodeScalars.elementsEqual(escaped.unicodeScalars))
  }
}
