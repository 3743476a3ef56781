import LogModel
import Testing

import LogReporting

struct NightlyMarkdownFormatTests {
  static func text(_ report: NightlyReport, isASCII: Bool = false) -> String {
    var bytes: [UInt8] = []
    var sink = TextSink { bytes += $0 }
    NightlyMarkdownFormat().write(report, options: RenderOptions(isASCII: isASCII), to: &sink)
    try? sink.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: HostileNight.names)
  func `the rows of a table have equally many cells whatever a log holds`(name: String) {
    let text = Self.text(HostileNight.report(name: name))
    var tables: [[Int]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        if tables.last?.isEmpty == false { tables.append([]) }
        continue
      }
      tables[tables.count - 1].append(line.count { $0 == "|" })
    }
    tables.removeAll { $0.isEmpty }
    #expect(tables.count == 4)
    #expect(tables.map { Set($0).count } == [1, 1, 1, 1])
    #expect(tables.map(\.count) == [4, 8, 4, 5])
  }

  @Test(arguments: HostileNight.names)
  func `names stand in code spans, and there is no HTML`(name: String) {
    let text = Self.text(HostileNight.report(name: name))
    for line in text.split(separator: "\n") {
      #expect(line.count { $0 == "`" }.isMultiple(of: 2), "\(line)")
      #expect(!line.contains("<script") && !line.contains("@everyone"))
    }
    #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isHidden })
    let ascii = Self.text(HostileNight.report(name: name), isASCII: true)
    #expect(ascii.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
  }

  @Test func `the verdict is bold and the address a link`() {
    let text = Self.text(SampleNight.report())
    #expect(
      text.hasPrefix(
        """
        **CRITICAL: `too_many_pn_per_tenant` at `harbor-bank` and 1 more since 08:05; \
        1 more incident**

        Saturday 2026-03-14, 24 h, +01:00 (Europe/Berlin)

        ## What needs action

        2 incidents: 1 critical, 1 warning.

        ### CRITICAL: `too_many_pn_per_tenant`, unrecoverable

        - **where:** 2 tenants: `harbor-bank`, - (none named)
        - **since:** 08:05 - 09:20 (1 h 15 min)
        - **who:** the operator must act, with the provider

        """))
    #expect(text.contains("\n- **runbook:** <https://wiki.example/mfa>\n"))
  }

  @Test func `numbers are to the right`() {
    let text = Self.text(SampleNight.report())
    #expect(
      text.contains(
        """

        | code | tenants | change | errors | before | week before | median | expected | q |
        | --- | --- | --- | --: | --: | --: | --: | --: | --: |
        | `too_many_pn_per_tenant` | `harbor-bank` 280, - 10 | new | 290 | 0 | 0 | 0 | 0 | \\<0.0001 |

        """))
    #expect(
      text.contains(
        """

        | method | attempts | failures | share | before | median |
        | --- | --: | --: | --: | --: | --: |
        | `push` | 9,000 | 300 | 3.3% | 0.4% | 0.4% |

        """))
  }

  @Test func `an empty day has no table`() {
    let text = Self.text(SampleNight.emptyReport())
    #expect(text.hasPrefix("**OK: nothing was logged**\n"))
    #expect(!text.contains("|"))
  }
}
