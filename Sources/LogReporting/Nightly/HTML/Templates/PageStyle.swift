/// How the page looks: light, dark, on a phone and on paper.
package enum PageStyle {
  package static let text = [colors, base, parts, tables, charts, media].joined(separator: "\n")

  /// All colours of the page; a test computes the contrast of texts on their grounds.
  private static let colors = """
    :root{
    --page:#f7f7f5;--card:#ffffff;--ink:#1b1f24;--soft:#545b65;--line:#d8dbe0;--link:#1a4f96;
    --critical:#a11420;--critical-tint:#fdeeec;--warning:#774900;--warning-tint:#fff5dc;
    --ok:#1d6236;--ok-tint:#e8f5ec;--unknown:#4e4191;--unknown-tint:#f0eefb;
    --none:#eceef1;--heat1:#fbdcb8;--heat2:#f6b87a;--heat3:#e98c45;--heat4:#cb5a21;
    --heat5:#973011;--heat6:#571306;--series:#1b4f8f;--band:#cfdcee;--expected:#5c6f8a}
    @media screen and (prefers-color-scheme:dark){:root{
    --page:#14171b;--card:#1b1f25;--ink:#e6e8eb;--soft:#a7aeb8;--line:#383f49;--link:#8fbbf7;
    --critical:#ff9f96;--critical-tint:#3a191a;--warning:#f0c269;--warning-tint:#342a12;
    --ok:#8bd4a0;--ok-tint:#16301f;--unknown:#c1b8f8;--unknown-tint:#292447;
    --none:#272c34;--heat1:#4b2b18;--heat2:#7a401c;--heat3:#ad5823;--heat4:#dc7f3c;
    --heat5:#f5b074;--heat6:#ffe2c2;--series:#8fbbf7;--band:#2b3a50;--expected:#8d9db5}}
    """

  private static let base = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--page);color:var(--ink);
    font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Ubuntu,sans-serif;
    font-variant-numeric:tabular-nums}
    body>*{max-width:1216px;margin:0 auto;padding:0 24px}
    code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;
    font-size:.92em;overflow-wrap:anywhere}
    p,ul,dl,figure{margin:0}
    ul{padding:0;list-style:none}
    h1,h2,h3{line-height:1.25;margin:0}
    h1{font-size:1.5rem;font-weight:700;letter-spacing:-.01em}
    h1 .period{font-weight:400;white-space:nowrap}
    h2{font-size:1.2rem;font-weight:700;margin-bottom:14px}
    h3{font-size:1.02rem;font-weight:600}
    a{color:var(--link)}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
    section{margin-top:44px;scroll-margin-top:12px}
    main>section:first-child{margin-top:26px}
    .skip{position:absolute;left:-9999px}
    .skip:focus{left:16px;top:8px;padding:6px 12px;background:var(--card);z-index:1}
    """

  private static let parts = """
    .head{padding-top:22px}
    .detail{color:var(--soft);font-size:.92rem;margin-top:2px}
    .verdict{display:grid;grid-template-columns:auto 1fr;column-gap:18px;align-items:baseline;
    margin-top:14px;padding:14px 18px;border:1px solid;border-radius:10px;
    color:var(--critical);background:var(--critical-tint)}
    .verdict.warning{color:var(--warning);background:var(--warning-tint)}
    .verdict.ok{color:var(--ok);background:var(--ok-tint)}
    .verdict.unknown{color:var(--unknown);background:var(--unknown-tint)}
    .status{font-size:1.1rem;letter-spacing:.04em;white-space:nowrap}
    .sentence{color:var(--ink);font-size:1.1rem;font-weight:600;overflow-wrap:anywhere}
    .numbers{color:var(--ink);grid-column:2;margin-top:2px}
    .obstacle{margin-top:12px;padding:10px 18px;border:1px solid;border-left-width:6px;
    border-radius:8px;color:var(--unknown);background:var(--unknown-tint)}
    nav{margin-top:14px;overflow-x:auto}
    nav ul{display:flex;gap:20px;font-size:.92rem;padding:4px 2px}
    .icon{width:1.05em;height:1.05em;vertical-align:-.16em;margin-right:.4em;fill:currentColor}
    .icon .sign{fill:none;stroke:var(--card);stroke-width:2;stroke-linecap:round}
    .incident{background:var(--card);border:1px solid var(--line);
    border-left:6px solid var(--warning);border-radius:10px;padding:16px 20px;margin-bottom:16px}
    .incident.critical{border-left-color:var(--critical)}
    .incident+h3{margin:26px 0 10px}
    .title{display:flex;flex-wrap:wrap;gap:6px 12px;align-items:center}
    .title .number{display:inline-block;min-width:1.5em;color:var(--soft);font-weight:400}
    .pill{display:inline-block;padding:1px 10px;border:1px solid;border-radius:999px;
    font:600 .8rem/1.5 system-ui,sans-serif;white-space:nowrap;color:var(--warning);
    background:var(--warning-tint)}
    .pill.critical{color:var(--critical);background:var(--critical-tint)}
    .level{display:inline-block;color:var(--soft);font-size:.92em;font-weight:400;white-space:nowrap}
    .level.unrecoverable{color:var(--ink);font-weight:600}
    .incident .meaning{margin-top:4px;color:var(--soft)}
    dl{margin-top:10px;display:grid;gap:5px}
    dl>div{display:grid;grid-template-columns:5.6em 1fr;gap:12px}
    dt{color:var(--soft)}
    dd{margin:0;overflow-wrap:anywhere}
    .facts{display:flex;flex-wrap:wrap;gap:14px 40px;margin-bottom:10px}
    .facts li{display:grid;align-content:start}
    .facts .name{color:var(--soft);font-size:.88rem}
    .facts .value{font-size:1.5rem;font-weight:600;line-height:1.2}
    .facts .note{color:var(--soft);font-size:.88rem}
    .past,figcaption{color:var(--soft);font-size:.92rem}
    .past+*{margin-top:18px}
    figure{margin-bottom:24px}
    .plain li{margin-bottom:4px}
    .plain+.scroll,.account+.scroll,.scroll+.scroll{margin-top:16px}
    .account{margin-bottom:6px}
    .account span{white-space:nowrap}
    .command{overflow-wrap:anywhere}
    footer{margin-top:44px;padding-top:22px;padding-bottom:40px;border-top:1px solid var(--line);
    color:var(--soft);font-size:.92rem}
    footer h2{font-size:1rem;margin-bottom:6px}
    footer code{color:var(--ink)}
    """

  private static let tables = """
    .scroll{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:10px}
    figure .scroll{padding:14px 16px}
    table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4}
    .fit{display:table;max-width:100%;min-width:26rem}
    th:first-child,td:first-child{padding-left:16px}
    th:last-child,td:last-child{padding-right:16px}
    caption{text-align:left;padding:10px 16px 6px;color:var(--soft);font-size:.88rem}
    th,td{padding:8px 10px;text-align:left;vertical-align:top;border-top:1px solid var(--line)}
    thead th{color:var(--soft);font-size:.82rem;font-weight:500;white-space:nowrap;
    vertical-align:bottom;border-top:0}
    tbody th{font-weight:500}
    .n{text-align:right;white-space:nowrap}
    th.code{min-width:15rem}
    th .meaning{display:block;color:var(--soft);font-weight:400;font-size:.94em;max-width:38ch}
    td.names{min-width:12rem;font-size:.95em}
    .change{white-space:nowrap;color:var(--soft);font-size:.95em}
    .change.new,.change.risen{color:var(--critical);font-weight:600}
    .change.gone,.change.fallen{color:var(--link);font-weight:600}
    .sub{display:block}
    .rest th{color:var(--soft);font-weight:400}
    """

  private static let charts = """
    .chart{display:block;width:100%;min-width:720px;height:auto;color:var(--ink)}
    .chart text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
    fill:var(--soft);font-variant-numeric:tabular-nums}
    .chart .name{font:11px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;
    fill:var(--ink);unicode-bidi:plaintext}
    .chart .number{font-weight:700;fill:var(--warning)}
    .chart .number.critical{fill:var(--critical)}
    .chart .peak{font-weight:700;fill:var(--series)}
    .grid{fill:var(--line)}
    .errors{fill:none;stroke:var(--series);stroke-width:1.8;stroke-linejoin:round}
    .band{fill:var(--band)}
    .expected{fill:none;stroke:var(--expected);stroke-width:1.2;stroke-dasharray:4 3}
    .mark{fill:var(--warning);fill-opacity:.14;stroke:var(--warning);stroke-width:.8}
    .mark.critical{fill:var(--critical);stroke:var(--critical)}
    .heat0{fill:var(--none)}.heat1{fill:var(--heat1)}.heat2{fill:var(--heat2)}
    .heat3{fill:var(--heat3)}.heat4{fill:var(--heat4)}.heat5{fill:var(--heat5)}
    .heat6{fill:var(--heat6)}
    .key{display:flex;flex-wrap:wrap;gap:4px 22px;margin:8px 0 4px}
    .swatch .heat0{stroke:var(--line)}
    .swatch{width:22px;height:12px;margin-right:7px;vertical-align:-1px}
    .spark{display:block;width:96px;height:22px;fill:var(--series);
    border-bottom:1px solid var(--line)}
    .bars{display:block;width:104px;height:14px;margin-top:3px}
    .bar{fill:var(--series)}
    .tick{fill:var(--ink)}
    """

  private static let media = """
    @media (max-width:640px){
    body{font-size:15px}
    body>*{padding-left:14px;padding-right:14px}
    .head{padding-top:14px}
    h1{font-size:1.25rem}
    .verdict{display:block;padding:10px 14px}
    .sentence{font-size:1rem}
    .numbers{font-size:.92rem}
    nav{margin-top:8px}
    main>section:first-child{margin-top:14px}
    .incident{padding:12px 14px}
    dl>div{grid-template-columns:4.4em 1fr;gap:8px}
    section{margin-top:34px}
    .chart text{font-size:14px}
    .chart .name{font-size:13px}
    th,td{padding:7px 10px}
    .fit{display:block;min-width:0}
    h1 .period{white-space:normal}
    th.code{min-width:13rem}
    tbody th:first-child:not(.code){position:sticky;left:0;max-width:44vw;background:var(--card)}
    }
    @page{size:A4;margin:14mm 12mm}
    @media print{
    :root{--line:#bbbbbb;--none:#ffffff;--heat1:#dcdcdc;--heat2:#b9b9b9;--heat3:#919191;
    --heat4:#696969;--heat5:#3f3f3f;--heat6:#000000}
    html{font-size:9.5pt}
    body{font-size:1rem;background:none}
    body>*{max-width:none;padding:0 1px}
    .skip,nav{display:none}
    section{margin-top:18pt}
    .verdict,.obstacle,.incident,.pill{border-color:#000;color:#000}
    .incident{border-left-width:3px}
    .incident.critical{border-left-width:9px}
    .incident,.facts,figure,tr,dl>div{break-inside:avoid}
    h2,h3,caption{break-after:avoid}
    thead{display:table-header-group}
    .scroll{overflow:visible;border:0;border-radius:0}
    figure .scroll{padding:0}
    table{font-size:7.5pt}
    th,td,th:first-child,td:first-child,th:last-child,td:last-child{padding:3pt 4pt}
    caption{padding:6pt 4pt 2pt}
    thead th{white-space:normal;font-size:7pt}
    tbody th:first-child:not(.code){position:static;max-width:none}
    th.code,td.names{min-width:0;font-size:inherit}
    .pill{padding:0 4pt;font-size:7pt}
    .chart{min-width:0}
    .chart text{font-size:14px}
    .chart .name{font-size:13px}
    .spark{width:60px}
    .bars{width:64px}
    svg{-webkit-print-color-adjust:exact}
    a{color:inherit}
    .change.new,.change.risen,.change.gone,.change.fallen{color:#000}
    }
    """
}
