"""Counts codes by tenant and five minutes with chdb (ClickHouse in process).

usage: chdb_count.py FILE THREADS
"""
import sys

import chdb

path, threads = sys.argv[1], int(sys.argv[2])
answer = chdb.query(
    f"""
    select formatDateTime(toStartOfFiveMinutes(parseDateTimeBestEffort(
        JSONExtractString(line, 'data', 'date'), 'UTC')), '%Y-%m-%dT%H:%i:%SZ', 'UTC') as window_start,
      JSONExtractString(line, 'data', 'tenant_name') as tenant,
      JSONExtract(line, 'data', 'details', 'error', 'code', 'Nullable(String)') as code,
      count() as count
    from file('{path}', 'LineAsString', 'line String')
    where code is not null group by all order by all
    settings max_threads = {threads}""",
    "CSVWithNames",
)
sys.stdout.buffer.write(answer.bytes())
