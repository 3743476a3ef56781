import LogModel
import LogReporting
import Testing

/// What people need who cannot see the page, or not as it was meant.
struct NightlyHTMLAccessTests {
  private func tags(_ report: NightlyReport) throws -> [PageTag] {
    try #require(PageTag.all(in: PageFixture.page(report)))
  }

  @Test func `every tag is closed in its order`() throws {
    for (name, report) in PageFixture.all {
      var open: [String] = []
      for tag in try tags(report) where !PageTag.void.contains(tag.name) && !tag.isClosed {
        if tag.isEnd {
          #expect(open.popLast() == tag.name, "\(name)")
        } else {
          open.append(tag.name)
        }
      }
      #expect(open == [], "\(name)")
    }
  }

  @Test func `the page tells its language and has one of each landmark`() throws {
    for (name, report) in PageFixture.all {
      let starts = try tags(report).filter { !$0.isEnd }
      #expect(starts.first?.name == "html" && starts.first?.value("lang") == "en", "\(name)")
      for landmark in ["header", "nav", "main", "footer", "h1"] {
        #expect(starts.count { $0.name == landmark } == 1, "\(name) \(landmark)")
      }
      let skip = try #require(starts.first { $0.name == "a" })
      #expect(skip.value("href") == "#action", "\(name)")
    }
  }

  @Test func `no heading skips a level`() throws {
    for (name, report) in PageFixture.all {
      var level = 0
      for tag in try tags(report) where !tag.isEnd && tag.name.count == 2 {
        guard tag.name.hasPrefix("h"), let next = Int(tag.name.dropFirst()) else { continue }
        #expect(next <= level + 1, "\(name)")
        level = next
      }
      #expect(level == 2, "\(name)")
    }
  }

  @Test func `no id is used twice, and every reference leads to one`() throws {
    for (name, report) in PageFixture.all {
      let tags = try tags(report)
      let ids = tags.compactMap { $0.value("id") }
      #expect(Set(ids).count == ids.count, "\(name)")
      let named = tags.compactMap { $0.value("aria-labelledby") }
        .flatMap { $0.split(separator: " ").map(String.init) }
      let linked = tags.compactMap { $0.value("href") }
        .filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
      #expect(Set(named + linked).isSubset(of: ids), "\(name)")
    }
  }

  @Test func `every drawing has a text, or is left out because the row tells it`() throws {
    for (name, report) in PageFixture.all {
      let tags = try tags(report)
      for (index, tag) in tags.enumerated() where tag.name == "svg" && !tag.isEnd {
        if tag.value("aria-hidden") == "true" { continue }
        #expect(tag.value("role") == "img", "\(name)")
        #expect(tags[index + 1].name == "title" || tags[index + 1].name == "svg", "\(name)")
        #expect(tags[index + 3].name == "desc", "\(name)")
        #expect(tags[index + 4].text.count > 20, "\(name)")
        let label = [tags[index + 1].value("id"), tags[index + 3].value("id")].compactMap { $0 }
        #expect(tag.value("aria-labelledby") == label.joined(separator: " "), "\(name)")
      }
    }
  }

  @Test func `every table has a caption, and every head says what it is of`() throws {
    for (name, report) in PageFixture.all {
      let starts = try tags(report).filter { !$0.isEnd }
      for (index, tag) in starts.enumerated() where tag.name == "table" {
        #expect(starts[index + 1].name == "caption", "\(name)")
        // What may be wider than the screen can be moved with the keyboard.
        #expect(starts[index - 1].value("tabindex") == "0", "\(name)")
        #expect(starts[index - 1].value("role") == "region", "\(name)")
        #expect(starts[index - 1].value("aria-label") != nil, "\(name)")
      }
      for tag in starts where tag.name == "th" {
        #expect(["col", "row"].contains(tag.value("scope")), "\(name)")
      }
    }
  }

  @Test func `every row has as many cells as its table has columns`() throws {
    for (name, report) in PageFixture.all {
      var (columns, cells) = (0, 0)
      for tag in try tags(report) {
        if tag.name == "tr", !tag.isEnd { cells = 0 }
        if tag.name == "th" || tag.name == "td", !tag.isEnd { cells += 1 }
        if tag.name == "thead", tag.isEnd { columns = cells }
        if tag.name == "tr", tag.isEnd, columns > 0 { #expect(cells == columns, "\(name)") }
        if tag.name == "table", tag.isEnd { columns = 0 }
      }
    }
  }

  @Test func `no list is empty`() throws {
    for (name, report) in PageFixture.all {
      let tags = try tags(report)
      for (tag, next) in zip(tags, tags.dropFirst()) where tag.name == "ul" && !tag.isEnd {
        #expect(next.name == "li", "\(name)")
      }
    }
  }

  @Test func `severity and status are told in words beside their shapes`() throws {
    let tags = try tags(SampleNight.report())
    for (index, tag) in tags.enumerated() where tag.value("class")?.hasPrefix("pill ") == true {
      let end = try #require(tags[index...].firstIndex { $0.name == "span" && $0.isEnd })
      #expect(["critical", "warning"].contains(tags[end].text))
      #expect(tags[index + 1].value("class") == "icon")
    }
  }

  @Test func `the drawings say where the most is`() {
    let page = PageFixture.page(SampleNight.report())
    #expect(
      page.contains(
        """
        The most is 300 errors, 08:00 – 09:00, where 6.5 were expected and up to 13 would be \
        usual. Above the usual band: 1 of 24 parts of the period. Marked: incident 1 08:05 – \
        09:20; incident 2 20:00 – 20:30.
        """))
    #expect(
      page.contains(
        """
        One row for each of 6 tenants, from left to right 00:00 – 24:00. The most is 300 errors \
        of harbor-bank, 08:00 – 09:00. The same counts stand in the table of tenants.
        """))
  }
}
