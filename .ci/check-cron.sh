#!/usr/bin/env bash
# Has the real programs look at samples/cron, and then has cron run the sample's line each minute while a
# writer appends and logrotate rotates. In the end the books must be exact to the line.
#   check-cron.sh TOOL [ROTATIONS]
set -euo pipefail
tool=$(realpath "$1")
rotations=${2:-6}
room=$(mktemp -d)
entry=/etc/cron.d/mfa-logstat-check
daemon= writer=
trap '[ -z "$daemon" ] || kill "$daemon" 2>/dev/null || true
  [ -z "$writer" ] || kill "$writer" 2>/dev/null || true; rm -rf "$entry" "$room"' EXIT
fail() {
  printf 'check-cron: %s\n' "$1" >&2
  exit 1
}

# The samples with the places of this run in them.
mkdir -p "$room"/{etc,log,state,textfile,bin}
ln -s "$tool" "$room/bin/mfa-logstat"
for file in samples/cron/*; do
  sed -e "s|/usr/local/bin/mfa-logstat|$room/bin/mfa-logstat|g" -e "s|/var/lib/mfa-logstat|$room/state|g" \
    -e "s|/etc/mfa-logstat|$room/etc|g" -e "s|/var/log/mfa|$room/log|g" \
    -e "s|/var/lib/prometheus/node-exporter|$room/textfile|g" \
    -e "s|\*/5 \* \* \* \*  mfa|* * * * *  $(id -un)|; s|0640 mfa adm|0640 $(id -un) $(id -gn)|" \
    -e "s|^10 0 \* \* \*  mfa|10 0 * * *  $(id -un)|" "$file" >"$room/etc/$(basename "$file")"
done
"$tool" rules check "$room/etc/rules.yaml"

if command -v systemd-analyze >/dev/null; then
  (cd "$room/etc" && systemd-analyze verify ./mfa-logstat.service ./mfa-logstat.timer ./mfa-logstat-failed.service) 2>&1 |
    grep 'mfa-logstat' && fail "systemd-analyze has something to say of the units"
  echo "check-cron: systemd-analyze verifies the service and the timer"
else
  echo "left out: systemd-analyze is not there"
fi
if command -v promtool >/dev/null; then
  promtool check rules "$room/etc/prometheus-alerts.yaml"
else
  echo "left out: promtool is not there"
fi
# What Nagios would run, as it would: a shell, one line back, the status.
line=$(sed -n 's/^ *command_line *//p' "$room/etc/nagios.cfg")
cp samples/incident.jsonl "$room/log/mfa.log"
status=0
sh -c "$line" >"$room/nagios" || status=$?
[ "$(wc -l <"$room/nagios")" -eq 1 ] && grep -q '^WARNING - push_trouble at .* | ' "$room/nagios" && [ "$status" -eq 1 ] ||
  fail "the Nagios command said with status $status: $(cat "$room/nagios")"
echo "check-cron: $(cut -c 1-40 "$room/nagios")"

command -v logrotate >/dev/null || {
  echo "left out: logrotate is not there"
  exit 0
}
chmod 0644 "$room/etc/logrotate.conf"
if [ "$(id -u)" -eq 0 ] && command -v cron >/dev/null; then
  # cron has no environment but this; without a mailer it drops what is said, so it goes to a file.
  {
    echo "SHELL=/bin/sh"
    echo "PATH=$room/bin:/usr/bin:/bin"
    grep -E '^\*' "$room/etc/crontab" | sed "s|\$| >>$room/said 2>\&1; echo \$? >>$room/statuses|"
    # Nobody waits here until after midnight.
    grep -E '^10 0 ' "$room/etc/crontab" |
      sed "s|^10 0 |* * |; s|\$| >$room/report.txt 2>$room/report.err; echo \$? >>$room/reports|"
  } >"$entry"
  chmod 0644 "$entry"
  cron -f >"$room/cron.log" 2>&1 &
  daemon=$!
else
  echo "left out: cron is not there, or this is not root; a loop runs the line"
fi

# Appends through one descriptor, which it opens anew only now and then, so that late lines go to the
# renamed file.
: >"$room/log/mfa.log"
# Old logs that lie there before the first run are passed over, so the first run comes before the first rotation.
"$tool" check --state "$room/state/mfa.state" --rules "$room/etc/rules.yaml" "$room/log/mfa.log"
python3 - "$room" <<'END' &
import datetime, os, signal, sys, time
room = sys.argv[1]
path, written, running = f"{room}/log/mfa.log", 0, True
def stop(*_):
    global running
    running = False
signal.signal(signal.SIGTERM, stop)
while running:
    with open(path, "a") as log:
        for _ in range(40):
            if not running:
                break
            now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")
            line = f'{{"time":"{now}","tenant":"acme","user_id":"u{written}","error_code":"invalid_otp"}}\n'
            cut = written % len(line)
            log.write(line[:cut])
            log.flush()
            log.write(line[cut:])
            log.flush()
            written += 1
            time.sleep(0.02)
with open(f"{room}/written", "w") as file:
    file.write(str(written))
END
writer=$!

for number in $(seq "$rotations"); do
  sleep 25
  [ -n "$daemon" ] || sh -c "$(sed -n "s|^\*.*$(id -un) *mfa-logstat|$room/bin/mfa-logstat|p" "$room/etc/crontab")" \
    >>"$room/said" 2>&1 || true
  logrotate -f -s "$room/logrotate.status" "$room/etc/logrotate.conf"
  echo "check-cron: rotation $number, $(ls "$room/log" | tr '\n' ' ')"
done
kill "$writer"
wait "$writer" || true
writer=
rm -f "$entry"
# Where one ran already, ours has ended at once and that one ran the line.
[ -z "$daemon" ] || kill "$daemon" 2>/dev/null || true
[ -z "$daemon" ] || [ -e "$room/statuses" ] || echo "left out: cron is there, and runs nothing on this machine"

# What the last run of cron left, and nothing else, is read now; a run that is still going is waited for.
"$tool" check --state "$room/state/mfa.state" --lock-wait 1m --rules "$room/etc/rules.yaml" "$room/log/mfa.log" \
  >>"$room/said" 2>&1 || [ $? -le 2 ] || fail "the last run could not judge: $(tail -n 3 "$room/said")"
"$tool" state verify "$room/state/mfa.state"
"$tool" state show "$room/state/mfa.state" | tee "$room/shown"
counted=$(sed -n '1s/^counted *\([0-9,]*\) lines.*/\1/p' "$room/shown" | tr -d ,)
written=$(cat "$room/written")
[ "$counted" -eq "$written" ] || fail "$written lines were written and $counted counted; $(cat "$room/said")"
! grep -q 'gone\b.*lost\|not read' "$room/said" || fail "lines are said to be lost: $(cat "$room/said")"
runs=$([ -e "$room/statuses" ] && wc -l <"$room/statuses" || echo "$rotations")
[ "$runs" -ge 2 ] || fail "cron ran the line $runs times only; $(cat "$room/cron.log")"
! [ -e "$room/statuses" ] || ! grep -vE '^[012]$' "$room/statuses" || fail "a run under cron could not judge"
daemon=
echo "check-cron: $written lines over $rotations rotations, $runs runs, each line counted once"

# The nightly line of the same crontab: as cron ran it, or, where there is none, as a shell does.
if ! [ -e "$room/reports" ]; then
  sh -c "$(sed -n "s|^10 0 .*$(id -un) *mfa-logstat|$room/bin/mfa-logstat|p" "$room/etc/crontab" | sed 's|\\%|%|g')" \
    >"$room/report.txt" 2>"$room/report.err"
  echo $? >"$room/reports"
fi
! grep -v '^0$' "$room/reports" || fail "the nightly line failed: $(cat "$room/report.err")"
[ ! -s "$room/report.err" ] || fail "the nightly line says: $(cat "$room/report.err")"
yesterday=$(TZ=Europe/Berlin date -d yesterday +%F)
[ -s "$room/state/mfa-$yesterday.html" ] || fail "no page of $yesterday: $(ls "$room/state")"
sed -n 2p "$room/report.txt" | grep -qF "$yesterday" || fail "the mail is not of $yesterday: $(head -n 3 "$room/report.txt")"
echo "check-cron: the nightly line ran $(wc -l <"$room/reports") times, $(head -n 1 "$room/report.txt")"
