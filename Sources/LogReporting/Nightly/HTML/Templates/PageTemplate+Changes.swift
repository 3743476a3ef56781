extension PageTemplate {
  /// What changed, and what it was compared with.
  static let changes = #"""
    <section id="changes" aria-labelledby="changes-name">
    <h2 id="changes-name">What changed</h2>
    {{#hasFacts}}
    <ul class="facts">
    {{#facts}}
    <li><span class="name">{{name}}</span> <span class="value">{{value}}</span> <span class="note">{{note}}</span></li>
    {{/facts}}
    </ul>
    {{/hasFacts}}
    <p class="past">{{#past}}{{.}} {{/past}}</p>
    {{#chart}}
    <figure>
    <div class="scroll" tabindex="0" role="region" aria-label="Errors over time">{{{.}}}</div>
    <figcaption>
    <ul class="key">
    {{#chartLegend}}
    <li>{{{swatch}}}{{meaning}}</li>
    {{/chartLegend}}
    </ul>
    {{^hasBand}}
    <p>What is usual cannot be told: too little is known of earlier times.</p>
    {{/hasBand}}
    {{#isSquareRoot}}
    <p>The height grows with the square root of the count, so that small counts can be seen beside large ones.</p>
    {{/isSquareRoot}}
    </figcaption>
    </figure>
    {{/chart}}
    {{#noChanges}}
    <p>{{.}}</p>
    {{/noChanges}}
    {{#hasLines}}
    <div class="scroll" tabindex="0" role="region" aria-label="Codes that changed">
    <table>
    <caption>Codes that are new, have risen, are gone or have fallen; q is how likely so large a change is by chance, with all codes in mind</caption>
    <thead><tr><th scope="col">Change</th><th scope="col">Code</th><th scope="col" class="n">Errors</th><th scope="col" class="n">{{before}}</th>{{#hasOwnWeekBefore}}<th scope="col" class="n">Week before</th>{{/hasOwnWeekBefore}}<th scope="col" class="n">Median</th><th scope="col" class="n">Expected</th><th scope="col" class="n">q</th><th scope="col">Over time</th><th scope="col">Tenants</th></tr></thead>
    <tbody>
    {{#lines}}
    <tr><td><span class="change {{change.word}}"><span aria-hidden="true">{{change.shape}}</span> {{change.word}}</span></td>{{> codeCell}}<td class="n">{{change.count}}</td><td class="n">{{change.countBefore}}</td>{{#hasOwnWeekBefore}}<td class="n">{{change.countWeekBefore}}</td>{{/hasOwnWeekBefore}}<td class="n">{{change.median}}</td><td class="n">{{change.expected}}</td><td class="n">{{change.q}}</td><td>{{{spark}}}</td><td class="names">{{#topTenants}}<code><bdi>{{label}}</bdi></code>{{tail}}{{/topTenants}}</td></tr>
    {{/lines}}
    </tbody>
    </table>
    </div>
    {{/hasLines}}
    {{#untoldChanges}}
    <p>{{.}}</p>
    {{/untoldChanges}}
    </section>

    """#
}
