#!/usr/bin/env bash
# Has every read, write, sync, truncation, rename and removal of three runs of check --state fail, one after
# another, or the process die there. Whatever happens, the next run finds a whole state, the books are exact
# to the line at the end, what fires was told, and no run with a failure says that all is well.
#   check-faults.sh TOOL
set -euo pipefail
tool=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
fail() {
  printf 'check-faults: %s\n' "$1" >&2
  exit 1
}
command -v cc >/dev/null || {
  echo "left out: there is no C compiler"
  exit 0
}
cc -shared -fPIC -O1 -o "$room/fault.so" "$here/fault.c" -ldl

sample=$(realpath "$here/../samples/incident.jsonl")
first=100 second=200
head -n $first "$sample" >"$room/one"
head -n $second "$sample" | tail -n +$((first + 1)) >"$room/two"
tail -n +$((second + 1)) "$sample" >"$room/three"
total=$(wc -l <"$sample")

# One run; its fault, if any, is in FAULT_AT and FAULT_MODE.
run() {
  status=0
  "$tool" check --state state --now 2025-11-18T15:00:00Z mfa.log >>told 2>>said || status=$?
}
lines() { "$tool" state show state | sed -n 's/^counted *\([0-9,]*\) lines.*/\1/p' | tr -d ,; }

# What the log is before each of the three runs.
prepare() {
  case $1 in
  1) cat "$room/one" >mfa.log ;;
  2) cat "$room/two" >>mfa.log ;;
  3) mv mfa.log mfa.log.1 && cat "$room/three" >mfa.log ;;
  esac
}

tries=0
for mode in fail full die; do
  for faulty in 1 2 3; do
    at=0
    while true; do
      at=$((at + 1))
      folder=$room/run && rm -rf "$folder" "$room/mark" && mkdir "$folder" && cd "$folder"
      for step in 1 2 3; do
        prepare $step
        if [ $step -eq $faulty ]; then
          export FAULT_AT=$at FAULT_MODE=$mode FAULT_MARK=$room/mark FAULT_UNDER=$folder LD_PRELOAD=$room/fault.so
          run
          unset FAULT_AT FAULT_MODE FAULT_MARK FAULT_UNDER LD_PRELOAD
          if [ -e "$room/mark" ]; then
            what="$(cat "$room/mark"), call $at of run $faulty ($mode)"
            case $status in
            3 | 137) ;;
            # Drafts that are left behind harm nobody, and the log is no worse for it.
            *) [ "$(cat "$room/mark")" = unlink ] || fail "$what: status $status"$'\n'"$(cat said)" ;;
            esac
          fi
        fi
        run
        case $status in 0 | 1 | 2) ;; *) fail "${what:-run $step}: the next run ended with $status: $(cat said)" ;; esac
      done
      [ "$(lines)" -eq "$total" ] || fail "${what:-no fault}: $(lines) lines of $total"
      "$tool" state verify state >/dev/null || fail "${what:-no fault}: the state is damaged"
      grep -q '^FIRING CRITICAL: too_many_pn_per_tenant' told || fail "${what:-no fault}: what fires was not told"
      [ -e "$room/mark" ] || break
      tries=$((tries + 1))
    done
    echo "check-faults: run $faulty, $mode: $((at - 1)) calls"
  done
done
echo "check-faults: $tries failures, the books exact after each"
