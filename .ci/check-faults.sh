#!/usr/bin/env bash
# Has every read, write, sync, truncation, rename and removal of three runs of check --state fail, one after
# another, or the process die there. Whatever happens, the next run finds a whole state, after it the books
# are exact to the line and everything was told, and no run with a failure says that all is well.
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
compiler=$(command -v cc || command -v clang) || {
  echo "left out: there is no C compiler"
  exit 0
}
"$compiler" -shared -fPIC -O1 -o "$room/fault.so" "$here/fault.c" -ldl

sample=$(realpath "$here/../samples/incident.jsonl")
first=100 second=200
head -n $first "$sample" >"$room/one"
head -n $second "$sample" | tail -n +$((first + 1)) >"$room/two"
tail -n +$((second + 1)) "$sample" >"$room/three"
total=$(wc -l <"$sample")

# One run of check in the present folder; its fault, if any, is in the environment.
run() {
  status=0
  "$tool" check --state state --now 2025-11-18T15:00:00Z mfa.log >>told 2>>said || status=$?
}
lines() { "$tool" state show state | sed -n 's/^counted *\([0-9,]*\) lines.*/\1/p' | tr -d ,; }

# What happens to the log before each of the three runs.
prepare() {
  case $1 in
  1) cat "$room/one" >mfa.log ;;
  2) cat "$room/two" >>mfa.log ;;
  3) mv mfa.log mfa.log.1 && cat "$room/three" >mfa.log ;;
  esac
}
counts=(0 $first $second "$total")

# What the log has each run tell.
news=("" "" "^FIRING CRITICAL" "^RESOLVED")

# The folder before each run.
mkdir "$room/next"
cd "$room/next"
for step in 1 2 3; do
  prepare $step
  cp -r . "$room/before$step"
  [ $step -eq 1 ] || ln -f mfa.log* "$room/before$step/"
  rm -f told
  run
  [ $step -eq 1 ] || grep -q "${news[$step]}" told || fail "the sample tells nothing at run $step"
done

tries=0
for mode in fail die; do
  for faulty in 1 2 3; do
    at=0
    while true; do
      at=$((at + 1))
      folder=$room/run
      cd / && rm -rf "$folder" "$room/mark" && cp -r "$room/before$faulty" "$folder" && cd "$folder"
      # The logs are the same files, and not only alike.
      [ $faulty -eq 1 ] || ln -f "$room/before$faulty"/mfa.log* .
      export FAULT_AT=$at FAULT_MODE=$mode FAULT_MARK=$room/mark FAULT_UNDER=$folder LD_PRELOAD=$room/fault.so
      run
      unset FAULT_AT FAULT_MODE FAULT_MARK FAULT_UNDER LD_PRELOAD
      [ -e "$room/mark" ] || break
      tries=$((tries + 1))
      call=$(cat "$room/mark")
      what="$call, call $at of run $faulty ($mode)"
      case $status in
      3 | 137) ;;
      # What is critical beats what is unknown; what failed is told all the same.
      2) [ -s said ] || fail "$what: status 2, and no word of it" ;;
      # A draft that is left behind does no harm.
      *) [ "$call" = unlink ] || fail "$what: status $status"$'\n'"$(cat said)" ;;
      esac
      run
      case $status in 0 | 1 | 2) ;; *) fail "$what: the next run ended with $status: $(cat said)" ;; esac
      [ "$(lines)" -eq "${counts[$faulty]}" ] || fail "$what: $(lines) lines of ${counts[$faulty]}"
      "$tool" state verify state >/dev/null || fail "$what: the state is damaged"
      grep -q "${news[$faulty]}" told || [ $faulty -eq 1 ] || fail "$what: what there was to tell was not told"
    done
    echo "check-faults: run $faulty, $mode: $((at - 1)) calls"
  done
done
echo "check-faults: $tries failures, the books exact after each"
