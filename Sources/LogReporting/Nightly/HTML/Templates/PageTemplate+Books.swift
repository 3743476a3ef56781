extension PageTemplate {
  /// Whether the logs are all there is.
  static let feed = #"""
    <section id="feed" aria-labelledby="feed-name">
    <h2 id="feed-name">Health of the feed</h2>
    {{#fine}}
    <p>{{.}}</p>
    {{/fine}}
    {{#hasTroubles}}
    <ul class="plain">
    {{#troubles}}
    <li>{{.}}</li>
    {{/troubles}}
    </ul>
    {{/hasTroubles}}
    {{#hasGaps}}
    <div class="scroll fit" tabindex="0" role="region" aria-label="Gaps">
    <table>
    <caption>Times without any record</caption>
    <thead><tr><th scope="col">Gap</th><th scope="col" class="n">Length</th></tr></thead>
    <tbody>
    {{#gaps}}
    <tr><th scope="row">{{gapSpan}}</th><td class="n">{{gapDuration}}</td></tr>
    {{/gaps}}
    </tbody>
    </table>
    </div>
    {{#moreGaps}}
    <p>{{.}}</p>
    {{/moreGaps}}
    {{/hasGaps}}
    {{#hasSilent}}
    <div class="scroll fit" tabindex="0" role="region" aria-label="Silent tenants">
    <table>
    <caption>Tenants that used to log and did not</caption>
    <thead><tr><th scope="col">Tenant</th><th scope="col">Last seen</th><th scope="col" class="n">Usual records</th></tr></thead>
    <tbody>
    {{#silent}}
    <tr><th scope="row"><code><bdi>{{silentTenant}}</bdi></code></th><td>{{lastSeen}}</td><td class="n">{{usualRecords}}</td></tr>
    {{/silent}}
    </tbody>
    </table>
    </div>
    {{#moreSilent}}
    <p>{{.}}</p>
    {{/moreSilent}}
    {{/hasSilent}}
    </section>

    """#

  /// Every line and every record.
  static let books = #"""
    <section id="books" aria-labelledby="books-name">
    <h2 id="books-name">Ledger</h2>
    {{#unbalanced}}
    <p class="obstacle">{{.}}</p>
    {{/unbalanced}}
    {{#incomplete}}
    <p class="obstacle">{{.}}</p>
    {{/incomplete}}
    {{#accounts}}
    <p class="account"><strong>{{whole}}</strong>{{#terms}} <span>{{sign}} {{amount}} {{term}}</span>{{/terms}}</p>
    {{/accounts}}
    {{#hasAsides}}
    <ul class="plain">
    {{#asides}}
    <li>{{.}}</li>
    {{/asides}}
    </ul>
    {{/hasAsides}}
    {{#hasSources}}
    <div class="scroll" tabindex="0" role="region" aria-label="Inputs">
    <table>
    <caption>Inputs</caption>
    <thead><tr><th scope="col">Input</th><th scope="col" class="n">Lines</th><th scope="col" class="n">Malformed or oversized</th><th scope="col" class="n">Bytes</th><th scope="col">Problem</th></tr></thead>
    <tbody>
    {{#sources}}
    <tr><th scope="row"><bdi>{{source}}</bdi></th><td class="n">{{lines}}</td><td class="n">{{malformed}}</td><td class="n">{{bytes}}</td><td class="names">{{problem}}</td></tr>
    {{/sources}}
    </tbody>
    </table>
    </div>
    {{/hasSources}}
    {{#moreSources}}
    <p>{{.}}</p>
    {{/moreSources}}
    </section>

    """#

  /// How the page was made.
  static let origin = #"""
    <h2>How this was made</h2>
    <p class="command"><code><bdi>{{command}}</bdi></code></p>
    <p>mfa-logstat {{version}}{{#state}}; state <code><bdi>{{.}}</bdi></code>{{/state}}{{^state}}; without a state{{/state}}</p>

    """#
}
