"""Counts codes by tenant and five minutes with DuckDB, and nothing else.

usage: duckdb_bare.py FILE THREADS
"""
import sys

import duckdb

path, threads = sys.argv[1], int(sys.argv[2])
database = duckdb.connect()
database.execute(f"set threads = {threads}")
database.execute("set preserve_insertion_order = false")
database.execute("set timezone = 'UTC'")
database.execute(
    f"""
    copy (
      select strftime(time_bucket(interval 5 minutes, cast(data.date as timestamp)),
          '%Y-%m-%dT%H:%M:%SZ') as window_start,
        data.tenant_name as tenant, data.details.error.code as code, count(*) as count
      from read_json('{path}', format = 'newline_delimited', columns = {{
        data: 'struct(date varchar, tenant_name varchar, details struct(error struct(code varchar)))'}})
      where data.details.error.code is not null
      group by all order by all
    ) to '/dev/stdout' (header, delimiter ',')"""
)
