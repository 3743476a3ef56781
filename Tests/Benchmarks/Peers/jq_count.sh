#!/bin/sh
# Counts codes by tenant and five minutes with jq, sort and uniq.
#
# usage: jq_count.sh FILE THREADS
export LC_ALL=C
echo "window_start,tenant,code,count"
jq -r '.data | select(.details.error.code?) |
  "\(.date[:14])\((.date[14:16] | tonumber / 5 | floor * 5 + 100 | tostring)[1:]):00Z,\(.tenant_name),\(.details.error.code)"' "$1" |
  sort | uniq -c | awk '{ print $2 "," $1 }'
