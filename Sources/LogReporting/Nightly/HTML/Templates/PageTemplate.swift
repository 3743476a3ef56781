import Mustache

/// Puts what the page says into its markup.
///
/// Every value is escaped; only drawings of our own, whose texts are escaped as they are drawn, go in
/// as they are.
enum PageTemplate {
  static func page(_ content: PageContent) -> String {
    guard let page = library.render(content, withTemplate: "page") else {
      preconditionFailure("the page has no template")
    }
    return page
  }

  private static let library: MustacheLibrary = {
    MustacheContentTypes.register(PageEscaping(), named: "LOGSTAT_PAGE")
    var library = MustacheLibrary()
    do {
      for (name, text) in parts {
        // A part says for itself how it is escaped, whatever includes it.
        try library.register("{{% CONTENT_TYPE: LOGSTAT_PAGE}}\n" + text, named: name)
      }
    } catch {
      preconditionFailure("a template does not parse: \(error)")
    }
    return library
  }()

  private static let parts: [(String, String)] = [
    ("page", frame), ("action", action), ("incident", incident), ("changes", changes),
    ("tenants", tenants), ("codes", codes), ("codeCell", codeCell), ("delivery", delivery),
    ("feed", feed), ("books", books), ("origin", origin),
  ]

  /// The page around its parts.
  private static let frame =
    #"""
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>{{verdict.documentTitle}}</title>
    <style>
    """# + "\n" + PageStyle.text + "\n" + #"""
      </style>
      </head>
      <body>
      <a class="skip" href="#action">Skip to what needs action</a>
      <header class="head">
      {{#verdict}}
      <h1>MFA errors <span class="period">{{periodTitle}}</span></h1>
      <p class="detail">{{periodDetail}}</p>
      <div class="verdict {{status}}">
      <p class="status">{{{statusIcon}}}<strong>{{statusWord}}</strong></p>
      <p class="sentence">{{#subject}}<bdi>{{.}}</bdi> {{/subject}}{{#subjectPlace}}at <bdi>{{.}}</bdi> {{/subjectPlace}}{{sentence}}</p>
      <p class="numbers">{{numbers}}{{#silenced}} {{.}}{{/silenced}}</p>
      </div>
      {{#obstacles}}
      <p class="obstacle"><strong>Not all was judged:</strong> {{.}}.</p>
      {{/obstacles}}
      {{/verdict}}
      <nav aria-label="Parts of this page"><ul>
      <li><a href="#action">Action</a></li>
      <li><a href="#changes">Changes</a></li>
      <li><a href="#tenants">Tenants</a></li>
      <li><a href="#codes">Codes</a></li>
      <li><a href="#delivery">Delivery</a></li>
      <li><a href="#feed">Feed</a></li>
      <li><a href="#books">Ledger</a></li>
      </ul></nav>
      </header>
      <main>
      {{#action}}
      {{> action}}
      {{/action}}
      {{#changes}}
      {{> changes}}
      {{/changes}}
      {{#tenants}}
      {{> tenants}}
      {{/tenants}}
      {{#codes}}
      {{> codes}}
      {{/codes}}
      {{#delivery}}
      {{> delivery}}
      {{/delivery}}
      {{#feed}}
      {{> feed}}
      {{/feed}}
      {{#books}}
      {{> books}}
      {{/books}}
      </main>
      <footer>
      {{#origin}}
      {{> origin}}
      {{/origin}}
      </footer>
      </body>
      </html>

      """#
}
