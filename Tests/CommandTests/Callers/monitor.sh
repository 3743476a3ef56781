#!/bin/sh
# Calls a plugin as a monitoring system does: one line, a status from 0 to 3, performance data behind
# the bar. Prints "STATE label=value ..." or says what such a system could not use.
line=$("$@" 2>/dev/null)
status=$?
case $status in
  0) state=OK ;; 1) state=WARNING ;; 2) state=CRITICAL ;; 3) state=UNKNOWN ;;
  *) echo "return code of $status is out of bounds"; exit 9 ;;
esac
[ "$(printf '%s\n' "$line" | wc -l)" -eq 1 ] || { echo "more than one line"; exit 9; }
text=${line%% | *}
data=${line#* | }
[ "${text%% - *}" = "$state" ] || { echo "the text says ${text%% - *}, the status $state"; exit 9; }
[ ${#text} -lt 80 ] || { echo "the text has ${#text} columns"; exit 9; }
printf '%s' "$text" | LC_ALL=C grep -q '[^ -~]' && { echo "not ASCII"; exit 9; }
printf %s "$state"
# 'label'=value[unit];warn;crit;min;max
for item in $data; do
  printf '%s' "$item" | grep -Eq "^'[a-z]+'=[0-9]+(;[0-9]*){0,4}$" || { echo " bad data: $item"; exit 9; }
  printf ' %s' "$(printf '%s' "$item" | sed "s/^'\([a-z]*\)'=\([0-9]*\).*/\1=\2/")"
done
echo
