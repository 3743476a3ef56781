#!/bin/sh
# Counts codes by tenant and five minutes with Miller.
#
# usage: miller_count.sh FILE THREADS
mlr --ijsonl --ocsv flatten then filter 'is_not_empty(${data.details.error.code})' then put '
  five = int(${data.date}[16:16]) < 5 ? "0" : "5";
  $window_start = ${data.date}[1:15] . five . ":00Z";
  $tenant = ${data.tenant_name};
  $code = ${data.details.error.code}' then count-distinct -f window_start,tenant,code "$1"
