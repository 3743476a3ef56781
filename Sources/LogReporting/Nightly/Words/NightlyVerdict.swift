import LogModel

/// The sentence that says it all, fit for the subject of a mail.
package struct NightlyVerdict {
  package let report: NightlyReport
  package let voice: NightlyVoice

  package init(
    report: NightlyReport, voice: NightlyVoice
  ) {
    self.report = report
    self.voice = voice
  }

  package var status: String { report.status.name }

  /// What follows the status and a colon, in at most so many columns: names give way before what has
  /// to be known, and numbers that stand below, too, before names.
  package func sentence(columns: Int) -> String {
    guard let worst = report.incidents.first else { return calm(columns: columns) }
    let words = NightlyIncidentWords(incident: worst, report: report, voice: voice)
    let since =
      " since "
      + PeriodText(period: report.period, zone: report.zone).since(worst.seconds.lowerBound)
    let all = [NightlyVoice.widestName, 36, 24].flatMap { width in
      candidates(words, title: words.title(most: width), since: since)
    }
    return all.first { fits($0, columns) } ?? words.title(most: 16) + least
  }

  /// The sentence with this title, the best first.
  ///
  /// Names of tenants and the time stand below, too, so they go before a code is cut.
  private func candidates(
    _ words: NightlyIncidentWords, title: String, since: String
  ) -> [String] {
    let names = [NightlyVoice.widestName, 24, 12].map { width in
      words.shortPlace(most: width).map { " at \($0)" } ?? ""
    }
    let tenants = words.incident.tenants.count
    let many = tenants > 1 ? [" at \(HumanNumber.grouped(tenants)) tenants"] : []
    let named = names.prefix(2).flatMap { place in tails.map { title + place + since + $0 } }
    let counted = many.flatMap { place in tails.map { title + place + since + $0 } }
    let timeless = (names.prefix(2) + many + names.suffix(1)).map { title + $0 + least }
    return named + counted + timeless + [title + since + least, title + least]
  }

  /// The shortest end.
  private var least: String { tails[tails.count - 1] }

  /// What may stand at the end, the longest first; that not all is judged is never left out.
  private var tails: [String] {
    let more = report.incidents.count - 1
    let counts =
      more > 0
      ? [
        "; \(HumanNumber.counted(more, "more incident"))", "; \(HumanNumber.grouped(more)) more",
        "",
      ]
      : [""]
    let tail = report.obstacles.isEmpty ? "" : "; partly judged"
    return counts.map { $0 + tail }
  }

  private func fits(_ text: String, _ columns: Int) -> Bool {
    voice.markup == .markdown || DisplayWidth.of(text) <= columns
  }

  private func calm(columns: Int) -> String {
    if !report.obstacles.isEmpty {
      let words = ObstacleText.words(for: report.obstacles)
      return voice.prose(
        fits(words, columns) ? words : ObstacleText.words(for: report.obstacles[0]))
    }
    if report.records == 0 { return "nothing was logged" }
    var counts: [String] = []
    for change in [ComparedCount.Change.new, .risen, .gone, .fallen] {
      let number = report.changes.count { $0.errors.change == change }
      if number > 0 { counts.append("\(HumanNumber.grouped(number)) \(change.rawValue)") }
    }
    let errors = HumanNumber.counted(report.errors.count, "error")
    let records = HumanNumber.counted(report.records, "record")
    let sentence = "no incident; \(errors) in \(records)"
    let changed = counts.isEmpty ? "" : "; codes: \(counts.joined(separator: ", "))"
    return [sentence + changed, sentence].first { fits($0, columns) } ?? "no incident"
  }
}
