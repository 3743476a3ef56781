/// Where the steps are written down: a link only where it leads to a page.
struct RunbookContent {
  /// The whole address; nil when it is none that a browser should open.
  let address: String?
  let label: String

  init(_ runbook: String) {
    label = HTMLText.text(runbook, columns: 120)
    let isLink =
      (runbook.hasPrefix("https://") || runbook.hasPrefix("http://"))
      && runbook.utf8.count <= 2_000
      && runbook.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    address = isLink ? runbook : nil
  }
}
