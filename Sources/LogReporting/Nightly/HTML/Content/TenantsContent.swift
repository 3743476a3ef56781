import LogModel

/// The tenants with errors, the most affected first, and when they had them.
struct TenantsContent {
  let heatMap: String?
  let heatLegend: [LegendItem]
  let tenantRows: [TenantRow]
  let hasTenantRows: Bool
  let otherTenants: RestContent?
  let beforeTenant: String
  let hasWeekBeforeTenant: Bool

  init(_ report: NightlyReport, _ words: PagePeriod) {
    let most = BarScale.most(report.tenants.map(\.errors))
    tenantRows = report.tenants.map { TenantRow($0, most: most) }
    hasTenantRows = !tenantRows.isEmpty
    otherTenants = report.otherTenants.map { RestContent($0, noun: "other tenant", most: most) }
    var rows = report.tenants.map {
      HeatMap.Row(label: HTMLText.name($0.tenant), bins: $0.bins)
    }
    if let rest = report.otherTenants {
      rows.append(
        HeatMap.Row(label: HumanNumber.counted(rest.members, "other tenant"), bins: rest.bins))
    }
    let map = HeatMap(rows: rows, bins: report.timeline.bins, words: words)
    heatMap = map.markup
    heatLegend = map.legend
    beforeTenant = words.beforeHead
    hasWeekBeforeTenant = words.hasOwnWeekBefore
  }
}
