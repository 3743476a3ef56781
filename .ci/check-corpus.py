#!/usr/bin/env python3
"""Checks that DuckDB counts in a made-up corpus what logstat-bench says that it put into it.

Both the ordinary corpus with all incidents and the dense one of the benchmark, with and without
duplicates. Needs the PyPI package duckdb; installs nothing.

usage: check-corpus.py PATH-OF-LOGSTAT-BENCH
"""

import pathlib
import subprocess
import sys
import tempfile

import duckdb

# Failure types of the provider that a corpus holds without a code.
EVENTS = "('gd_auth_failed', 'gd_auth_rejected')"

COUNTED = """
with lines as (
  select {distinct} epoch_ms(cast(data.date as timestamp)) as ms, data.type as type, log_id,
    data.user_id as user_id, data.tenant_name as tenant,
    coalesce(data.details.failure_details.errorCode, data.details.error.code,
      case when data.type in {events} then data.type end) as code
  from read_json('{log}', format = 'newline_delimited', columns = {{log_id: 'varchar',
    data: 'struct("date" varchar, "type" varchar, user_id varchar, tenant_name varchar, details
      struct(error struct(code varchar), failure_details struct(errorCode varchar)))'}})
), records as (
  select *, ms - ms % 300000 as start from lines where code is not null or type like 'gd%'
), totals as (select start, tenant, count(*) as total from records group by all)
select start, tenant, code, count(*) as count, count(distinct user_id) as users,
  round(count(*) / any_value(total), 4) as share, min(ms) as first, max(ms) as last
from records join totals using (start, tenant) where code is not null group by all order by all
"""

TRUE = """
select epoch_ms(window_start) as start, tenant, code, {dedup}count as count, users,
  {dedup}share as share, epoch_ms(first_seen) as first, epoch_ms(last_seen) as last
from read_csv('{truth}', header = true) order by all
"""


def check(bench, folder, name, arguments):
    """Makes a corpus and compares every row."""
    log, truth = folder / f"{name}.jsonl", folder / f"{name}.csv"
    subprocess.run(
        [bench, "generate", *arguments, "--truth", truth, "--output", log], check=True
    )
    for distinct, dedup in [("", ""), ("distinct", "dedup_")]:
        counted = duckdb.sql(COUNTED.format(log=log, distinct=distinct, events=EVENTS)).fetchall()
        true = duckdb.sql(TRUE.format(truth=truth, dedup=dedup)).fetchall()
        assert len(true) > 100, f"{name}: only {len(true)} rows"
        assert len(counted) == len(true), f"{name}: {len(counted)} rows, true are {len(true)}"
        for found, expected in zip(counted, true):
            # Halves may be rounded to either side.
            close = abs(found[5] - expected[5]) < 0.000101
            assert close and found[:5] + found[6:] == expected[:5] + expected[6:], (found, expected)
    print(f"{name}: DuckDB counts the same {len(true)} rows")


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        bench = pathlib.Path(sys.argv[1]).resolve()
        check(bench, folder, "ordinary", ["--bytes", "20M", "--incidents", "all"])
        check(bench, folder, "dense", ["--preset", "dense", "--bytes", "20M"])


main()
