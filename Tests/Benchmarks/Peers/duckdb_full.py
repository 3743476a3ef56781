"""Does with DuckDB what mfa-logstat does by default, as far as SQL is told where everything is.

usage: duckdb_full.py FILE THREADS
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
      with records as (
        select cast(data.date as timestamp) as time, data.tenant_name as tenant,
          data.user_id as user_id, data.details.error.code as code
        from read_json('{path}', format = 'newline_delimited', columns = {{
          data: 'struct(date varchar, "type" varchar, user_id varchar, tenant_name varchar,
                        details struct(error struct(code varchar)))'}})
        where data.details.error.code is not null or data.type like 'gd%'
      ), placed as (select *, time_bucket(interval 5 minutes, time) as start from records),
      totals as (select start, tenant, count(*) as total from placed group by all),
      cells as (
        select start, tenant, code, count(*) as count, count(distinct user_id) as users,
          min(time) as first, max(time) as last
        from placed where code is not null group by all)
      select strftime(start, '%Y-%m-%dT%H:%M:%SZ') as window_start, tenant, code, count, users,
        round(count / total, 4) as share, strftime(first, '%Y-%m-%dT%H:%M:%S.%gZ') as first_seen,
        strftime(last, '%Y-%m-%dT%H:%M:%S.%gZ') as last_seen
      from cells join totals using (start, tenant) order by start, tenant, code
    ) to '/dev/stdout' (header, delimiter ',')"""
)
