#!/usr/bin/env bash
# Writes the gauges of check and has promtool and the textfile collector of the node exporter read them,
# the latter scraped over loopback; names that break labels among them.
set -euo pipefail
tool=$1
room=$(mktemp -d)
exporter=
trap '[ -z "$exporter" ] || kill "$exporter" 2>/dev/null || true; rm -rf "$room"' EXIT

mkdir "$room/textfile"
python3 - >"$room/hostile.jsonl" <<'END'
import json
names = ['a"b', 'a\\b', 'a\nb', '{x="y"}', 'caf\u00e9', '\u202eevil', '# HELP x', '-', '(other)', 'other', '\x1b[31m']
names += [f"tenant-{number}" for number in range(300)]
for name in names:
    for code in ("too_many_pn_per_tenant", name):
        print(json.dumps({"time": "2026-03-14T08:00:00Z", "tenant": name, "error_code": code}))
END

for log in "$room/hostile.jsonl" samples/incident.jsonl /dev/null; do
  "$tool" check --exit-on never -o "prom:$room/textfile/mfa.prom" "$log"
  # promtool also tells names that are against its taste, with status 3; then it says so.
  promtool check metrics <"$room/textfile/mfa.prom"
  ! grep -E '^[^#].* [0-9.e+-]+ [0-9]+$' "$room/textfile/mfa.prom" || exit 1
  [ "$(ls -A "$room/textfile")" = mfa.prom ]
done

"$tool" check --exit-on never -o "prom:$room/textfile/mfa.prom" "$room/hostile.jsonl"
port=$((20000 + RANDOM % 20000))
prometheus-node-exporter --web.listen-address="127.0.0.1:$port" --collector.disable-defaults \
  --collector.textfile --collector.textfile.directory="$room/textfile" >"$room/exporter.log" 2>&1 &
exporter=$!
python3 - "$port" >"$room/scraped" <<'END'
import sys, time, urllib.request
for attempt in range(100):
    try:
        sys.stdout.write(urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/metrics").read().decode())
        break
    except OSError:
        time.sleep(0.1)
else:
    sys.exit("the node exporter does not answer")
END
grep -q '^node_textfile_scrape_error 0$' "$room/scraped"
written=$(grep -c '^mfa_logstat_' "$room/textfile/mfa.prom")
scraped=$(grep -c '^mfa_logstat_' "$room/scraped")
[ "$written" -eq "$scraped" ] || { echo "$written series written, $scraped scraped" >&2; exit 1; }
grep -q '^mfa_logstat_status 2$' "$room/scraped"
echo "check-prom: promtool and the node exporter take all $written series"
