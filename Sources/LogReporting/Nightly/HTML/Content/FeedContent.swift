import LogModel

/// Whether the logs are all there is.
struct FeedContent {
  /// What is wrong, a sentence each.
  let troubles: [String]
  let hasTroubles: Bool
  let fine: String?
  let gaps: [GapContent]
  let hasGaps: Bool
  let moreGaps: String?
  let silent: [SilentContent]
  let hasSilent: Bool
  let moreSilent: String?

  struct GapContent {
    let gapSpan: String
    let gapDuration: String
  }

  struct SilentContent {
    let silentTenant: String
    let lastSeen: String
    let usualRecords: String
  }

  static let mostGaps = 20

  init(_ report: NightlyReport, _ words: PagePeriod) {
    let feed = report.feed
    gaps = feed.gaps.prefix(FeedContent.mostGaps).map {
      GapContent(gapSpan: words.span($0), gapDuration: IncidentText.duration($0))
    }
    hasGaps = !gaps.isEmpty
    let untold = feed.gaps.count - gaps.count
    moreGaps = untold == 0 ? nil : "And \(HumanNumber.counted(untold, "more gap"))."
    silent = feed.silentTenants.map {
      SilentContent(
        silentTenant: HTMLText.name($0.tenant),
        lastSeen: "\(words.moment($0.lastSeen)) \(words.offset($0.lastSeen))",
        usualRecords: IncidentText.number($0.usualRecords))
    }
    hasSilent = !silent.isEmpty
    let more = feed.silentTenantCount - silent.count
    moreSilent = more <= 0 ? nil : "And \(HumanNumber.counted(more, "more tenant"))."
    troubles = FeedContent.troubles(feed)
    hasTroubles = !troubles.isEmpty
    fine = troubles.isEmpty ? FeedContent.fine(report) : nil
  }

  private static func troubles(_ feed: FeedHealth) -> [String] {
    var troubles: [String] = []
    if !feed.gaps.isEmpty {
      troubles.append(
        "\(HumanNumber.counted(feed.gaps.count, "gap")) without any record, where records were "
          + "usual.")
    }
    if let lag = feed.lagSeconds {
      troubles.append("The last record came \(IncidentText.duration(0..<lag)) before the end.")
    }
    if feed.silentTenantCount > 0 {
      let verb = feed.silentTenantCount == 1 ? "logs" : "log"
      troubles.append(
        "\(HumanNumber.counted(feed.silentTenantCount, "tenant")) that usually \(verb) did not.")
    }
    if feed.untimed > 0 {
      troubles.append(
        "\(HumanNumber.counted(feed.untimed, "record")) without a time, so in no period.")
    }
    if feed.ahead > 0 {
      troubles.append(
        "\(HumanNumber.counted(feed.ahead, "record")) more than a day ahead of now, left out.")
    }
    return troubles
  }

  private static func fine(_ report: NightlyReport) -> String {
    report.records == 0 && report.past.known.isEmpty
      ? "Nothing is known of the feed: no record, and none before."
      : "No gap, no lag, no silent tenant; every record has a time."
  }
}
