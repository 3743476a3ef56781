extension PageTemplate {
  /// What needs action.
  static let action = #"""
    <section id="action" aria-labelledby="action-name">
    <h2 id="action-name">What needs action</h2>
    {{#calm}}
    <p>{{.}}</p>
    {{/calm}}
    {{#incidents}}
    {{> incident}}
    {{/incidents}}
    {{#hasFurther}}
    <h3>{{furtherTitle}}</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="Further incidents">
    <table>
    <caption>Further incidents, the worst first</caption>
    <thead><tr><th scope="col" class="n">No.</th><th scope="col">Severity</th><th scope="col">Code</th><th scope="col">Level</th><th scope="col">Where</th><th scope="col">When</th><th scope="col">How bad</th></tr></thead>
    <tbody>
    {{#further}}
    <tr><td class="n">{{number}}</td><td><span class="pill {{severity}}">{{{severityIcon}}}{{severity}}</span></td><th scope="row"><code><bdi>{{code}}</bdi></code></th><td>{{levelWord}}</td><td><bdi>{{place}}</bdi></td><td>{{when}}</td><td>{{size}}</td></tr>
    {{/further}}
    </tbody>
    </table>
    </div>
    {{/hasFurther}}
    {{#untold}}
    <p>{{.}}</p>
    {{/untold}}
    </section>

    """#

  /// One incident in full.
  static let incident = #"""
    <article class="incident {{severity}}" id="incident-{{number}}" aria-labelledby="incident-{{number}}-name">
    <div class="title">
    <h3 id="incident-{{number}}-name"><span class="number">{{number}}</span> <code><bdi>{{code}}</bdi></code></h3>
    <span class="pill {{severity}}">{{{severityIcon}}}{{severity}}</span>
    {{#level}}
    <span class="level {{style}}">{{word}}</span>
    {{/level}}
    </div>
    {{#meaning}}
    <p class="meaning">{{.}}</p>
    {{/meaning}}
    <dl>
    {{#series}}
    <div><dt>Of</dt><dd><bdi>{{.}}</bdi></dd></div>
    {{/series}}
    {{#hasPlaces}}
    <div><dt>Where</dt><dd>{{placeHead}}{{#places}}<code><bdi>{{label}}</bdi></code>{{tail}}{{/places}}{{morePlaces}}</dd></div>
    {{/hasPlaces}}
    <div><dt>When</dt><dd><strong>{{when}}</strong> ({{duration}})</dd></div>
    <div><dt>Who</dt><dd><strong>{{remedy}}</strong></dd></div>
    <div><dt>To do</dt><dd>{{advice}}</dd></div>
    <div><dt>How bad</dt><dd>{{size}}</dd></div>
    <div><dt>Rule</dt><dd><bdi>{{ruleName}}</bdi>: {{reason}}<bdi>{{alsoRules}}</bdi></dd></div>
    {{#runbook}}
    <div><dt>Runbook</dt><dd>{{#address}}<a href="{{address}}" rel="noreferrer">{{label}}</a>{{/address}}{{^address}}<bdi>{{label}}</bdi>{{/address}}</dd></div>
    {{/runbook}}
    </dl>
    </article>

    """#
}
