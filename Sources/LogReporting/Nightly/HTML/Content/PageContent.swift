import LogModel

/// What the page says, in the order in which it says it; the template adds the markup.
///
/// The template finds properties by name, first in the part it is in and then in the parts around it,
/// so a name that can be nil is not used twice.
struct PageContent {
  let verdict: VerdictContent
  let action: ActionContent
  let changes: ChangesContent
  let tenants: TenantsContent
  let codes: CodesContent
  let delivery: DeliveryContent
  let feed: FeedContent
  let books: BooksContent
  let origin: OriginContent

  init(_ report: NightlyReport) {
    let words = PagePeriod(period: report.period, zone: report.zone)
    verdict = VerdictContent(report, words)
    action = ActionContent(report, words)
    changes = ChangesContent(report, words)
    tenants = TenantsContent(report, words)
    codes = CodesContent(report, words)
    delivery = DeliveryContent(report, words)
    feed = FeedContent(report, words)
    books = BooksContent(report.table)
    origin = OriginContent(report)
  }
}
