extension PageTemplate {
  /// The tenants and when they had errors.
  static let tenants = #"""
    <section id="tenants" aria-labelledby="tenants-name">
    <h2 id="tenants-name">Tenants most affected</h2>
    {{^hasTenantRows}}
    <p>No tenant had an error.</p>
    {{/hasTenantRows}}
    {{#hasTenantRows}}
    {{#heatMap}}
    <figure>
    <div class="scroll" tabindex="0" role="region" aria-label="Errors by tenant and time">{{{.}}}</div>
    <figcaption>
    <ul class="key">
    <li>Errors by tenant and time:</li>
    {{#heatLegend}}
    <li>{{{swatch}}}{{meaning}}</li>
    {{/heatLegend}}
    </ul>
    </figcaption>
    </figure>
    {{/heatMap}}
    <div class="scroll" tabindex="0" role="region" aria-label="Tenants">
    <table>
    <caption>Tenants with errors, the most affected first</caption>
    <thead><tr><th scope="col">Tenant</th><th scope="col" class="n">Errors</th><th scope="col">Beside expected</th><th scope="col" class="n">Expected</th><th scope="col" class="n">{{beforeTenant}}</th>{{#hasWeekBeforeTenant}}<th scope="col" class="n">Week before</th>{{/hasWeekBeforeTenant}}<th scope="col" class="n">Records</th><th scope="col" class="n">Share</th><th scope="col" class="n">Users</th><th scope="col">Over time</th><th scope="col">Codes</th></tr></thead>
    <tbody>
    {{#tenantRows}}
    <tr><th scope="row"><code><bdi>{{tenant}}</bdi></code>{{#severity}} <span class="pill {{severity}}">{{{severityIcon}}}{{severity}}</span>{{/severity}}</th><td class="n">{{change.count}}</td><td>{{{bar}}}<span class="change {{change.word}}"><span aria-hidden="true">{{change.shape}}</span> {{change.word}}</span></td><td class="n">{{change.expected}}</td><td class="n">{{change.countBefore}}</td>{{#hasWeekBeforeTenant}}<td class="n">{{change.countWeekBefore}}</td>{{/hasWeekBeforeTenant}}<td class="n">{{records}}</td><td class="n">{{share}}</td><td class="n">{{users}}</td><td>{{{spark}}}</td><td class="names">{{#topCodes}}<code><bdi>{{label}}</bdi></code>{{tail}}{{/topCodes}}</td></tr>
    {{/tenantRows}}
    {{#otherTenants}}
    <tr class="rest"><th scope="row">{{members}}</th><td class="n">{{restCount}}</td><td>{{{restBar}}}</td><td class="n">–</td><td class="n">–</td>{{#hasWeekBeforeTenant}}<td class="n">–</td>{{/hasWeekBeforeTenant}}<td class="n">{{restRecords}}</td><td class="n">{{restShare}}</td><td class="n">{{restUsers}}</td><td>{{{restSpark}}}</td><td>–</td></tr>
    {{/otherTenants}}
    </tbody>
    </table>
    </div>
    {{/hasTenantRows}}
    </section>

    """#

  /// The codes with their levels.
  static let codes = #"""
    <section id="codes" aria-labelledby="codes-name">
    <h2 id="codes-name">Codes</h2>
    {{^hasCodeRows}}
    <p>No code was logged.</p>
    {{/hasCodeRows}}
    {{#hasCodeRows}}
    <div class="scroll" tabindex="0" role="region" aria-label="Codes">
    <table>
    <caption>Codes, the most errors first; the line across a bar is what was expected</caption>
    <thead><tr><th scope="col">Code</th><th scope="col" class="n">Errors</th><th scope="col">Beside expected</th><th scope="col" class="n">Expected</th><th scope="col" class="n">{{beforeCode}}</th>{{#hasWeekBeforeCode}}<th scope="col" class="n">Week before</th>{{/hasWeekBeforeCode}}<th scope="col" class="n">Users</th><th scope="col">Over time</th><th scope="col" class="n">Tenants</th><th scope="col">Most of it</th></tr></thead>
    <tbody>
    {{#codeRows}}
    <tr>{{> codeCell}}<td class="n">{{change.count}}</td><td>{{{bar}}}<span class="change {{change.word}}"><span aria-hidden="true">{{change.shape}}</span> {{change.word}}</span></td><td class="n">{{change.expected}}</td><td class="n">{{change.countBefore}}</td>{{#hasWeekBeforeCode}}<td class="n">{{change.countWeekBefore}}</td>{{/hasWeekBeforeCode}}<td class="n">{{users}}</td><td>{{{spark}}}</td><td class="n">{{tenantCount}}</td><td class="names">{{#topTenants}}<code><bdi>{{label}}</bdi></code>{{tail}}{{/topTenants}}</td></tr>
    {{/codeRows}}
    {{#otherCodes}}
    <tr class="rest"><th scope="row">{{members}}</th><td class="n">{{restCount}}</td><td>{{{restBar}}}</td><td class="n">–</td><td class="n">–</td>{{#hasWeekBeforeCode}}<td class="n">–</td>{{/hasWeekBeforeCode}}<td class="n">{{restUsers}}</td><td>{{{restSpark}}}</td><td class="n">–</td><td>–</td></tr>
    {{/otherCodes}}
    </tbody>
    </table>
    </div>
    {{/hasCodeRows}}
    </section>

    """#

  /// A code with its level and what it means, as the head of a row.
  static let codeCell = #"""
    <th scope="row" class="code"><code><bdi>{{code}}</bdi></code> <span class="sub"><span class="level {{level.style}}">{{level.word}}</span>{{#severity}} <span class="pill {{severity}}">{{{severityIcon}}}{{severity}}</span>{{/severity}}</span>{{#meaning}} <span class="meaning">{{.}}</span>{{/meaning}}</th>
    """#

  /// How well each method worked.
  static let delivery = #"""
    <section id="delivery" aria-labelledby="delivery-name">
    <h2 id="delivery-name">Delivery by method</h2>
    {{^hasMethods}}
    <p>No attempt was logged.</p>
    {{/hasMethods}}
    {{#hasMethods}}
    <div class="scroll" tabindex="0" role="region" aria-label="Methods">
    <table>
    <caption>Attempts and failures by method; the line across a bar is the median share</caption>
    <thead><tr><th scope="col">Method</th><th scope="col" class="n">Attempts</th><th scope="col" class="n">Failures</th><th scope="col" class="n">Share</th><th scope="col">Beside median</th><th scope="col" class="n">{{beforeMethod}}</th><th scope="col" class="n">Median</th></tr></thead>
    <tbody>
    {{#methods}}
    <tr><th scope="row"><bdi>{{method}}</bdi></th><td class="n">{{attempts}}</td><td class="n">{{failures}}</td><td class="n">{{failureShare}}</td><td>{{{shareBar}}}</td><td class="n">{{shareBefore}}</td><td class="n">{{medianShare}}</td></tr>
    {{/methods}}
    {{#otherMethods}}
    <tr class="rest"><th scope="row">{{method}}</th><td class="n">{{attempts}}</td><td class="n">{{failures}}</td><td class="n">{{failureShare}}</td><td>{{{shareBar}}}</td><td class="n">{{shareBefore}}</td><td class="n">{{medianShare}}</td></tr>
    {{/otherMethods}}
    </tbody>
    </table>
    </div>
    {{/hasMethods}}
    </section>

    """#
}
