import LogModel

/// The sentences about whether the logs are all there, and about how the report was made.
package struct NightlyFeedWords {
  package let report: NightlyReport
  package let voice: NightlyVoice

  package init(
    report: NightlyReport, voice: NightlyVoice
  ) {
    self.report = report
    self.voice = voice
  }

  /// More gaps than this are only counted.
  package static let mostGaps = 10

  /// One sentence each.
  package var feed: [String] {
    let feed = report.feed
    let period = PeriodText(period: report.period, zone: report.zone)
    var lines = feed.gaps.prefix(NightlyFeedWords.mostGaps).map { gap in
      voice.prose("No record at all \(period.span(gap)).")
    }
    let more = feed.gaps.count - NightlyFeedWords.mostGaps
    if more > 0 { lines.append("And \(HumanNumber.counted(more, "more gap")).") }
    if let lag = feed.lagSeconds {
      let end = report.period.seconds.upperBound
      let length = IncidentText.duration(end - max(lag, 0)..<end)
      lines.append(voice.prose("The last record is \(length) before the end of the period."))
    }
    if feed.gaps.isEmpty, feed.lagSeconds == nil { lines.append("No gap.") }
    for silent in feed.silentTenants {
      lines.append(
        voice.name(silent.tenant)
          + voice.prose(
            " is silent: last seen \(period.instant(silent.lastSeen)), usually "
              + "\(NightlyNumber.expected(silent.usualRecords)) records \(period.rate)."))
    }
    let silent = feed.silentTenantCount - feed.silentTenants.count
    if silent > 0 { lines.append("And \(HumanNumber.counted(silent, "more silent tenant")).") }
    if feed.untimed > 0 {
      lines.append(
        "\(HumanNumber.counted(feed.untimed, "record")) without a time, in no period.")
    }
    if feed.ahead > 0 {
      lines.append(
        "\(HumanNumber.counted(feed.ahead, "record")) more than a day ahead of now, in no period.")
    }
    return lines
  }

  /// The equations of the ledger, in parts that are not broken, and what stands beside them.
  package var equations: [[String]] {
    let ledger = report.table.ledger
    return [LedgerText.lines(ledger), LedgerText.records(ledger)].map { $0.map(voice.prose) }
  }

  package var asides: [String] { LedgerText.asides(report.table.ledger).map(voice.prose) }

  /// What keeps the books from being the whole truth; one sentence each.
  package var problems: [String] {
    let table = report.table
    var lines: [String] = []
    if table.isPartial {
      lines.append("Interrupted before the end of the input: this is what was counted.")
    } else if !table.isComplete {
      lines.append(
        "More groups than --max-groups: the rest is counted in (other), the totals are exact.")
    }
    let broken = table.sources.filter { $0.problem != nil }
    for source in broken.prefix(10) {
      guard let problem = source.problem else { continue }
      lines.append(
        "Not read to its end: \(voice.foreign(source.name)): "
          + voice.prose(ProblemText.text(problem) + "."))
    }
    if broken.count > 10 {
      lines.append("And \(HumanNumber.counted(broken.count - 10, "more input")) like that.")
    }
    return lines
  }

  /// How the report was made and how to read it, a fact a line.
  var origin: [NightlyIncidentWords.Fact] {
    let origin = report.origin
    return [
      .init(label: "command", value: voice.foreign(origin.command, most: nil)),
      .init(label: "version", value: voice.prose("mfa-logstat \(origin.version)")),
      .init(label: "state", value: origin.state.map { voice.foreign($0, most: nil) } ?? "none"),
      .init(
        label: "signs",
        value: voice.prose(
          "? is not known, ~ is an estimate; q is how likely chance alone makes such a change, "
            + "with all that was tested in mind.")),
    ]
  }
}
