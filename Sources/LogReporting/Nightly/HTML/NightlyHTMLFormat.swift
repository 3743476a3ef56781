import LogModel

/// One page for people: it opens offline, runs no script and fetches nothing.
package struct NightlyHTMLFormat: NightlyFormat {
  package static let name = "html"
  package static let summary = "one page with charts, for a browser or a printer"

  package init() {}

  package func write(_ report: NightlyReport, options: RenderOptions, to sink: inout TextSink) {
    sink.append(PageTemplate.page(PageContent(report)))
  }
}
