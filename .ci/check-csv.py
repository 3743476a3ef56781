#!/usr/bin/env python3
"""Checks that DuckDB and pandas read the CSV of mfa-logstat with the right types and numbers.

DuckDB counts a made-up corpus itself, in its own SQL over the JSON lines; every row of the tool's
report must say the same. Needs the PyPI packages duckdb and pandas; installs nothing.

usage: check-csv.py [path of mfa-logstat]
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile

import duckdb
import pandas

CODES = ["invalid_otp", "too_many_sms", "insufficient_funds", "60204", "010", "1e5", "true", "-x"]
TENANTS = ["acme", "globex, inc", 'say "hi"', "東京銀行", "=1+1", "'quoted", "null", "007", "e\u0301"]
HEADER = (
    "window_start,window_end,tenant,code,kind,level,count,users,share,first_seen,last_seen,flag"
)


def write_corpus(path):
    """Four hours of some tenants; a third of the records are errors, a few name no user."""
    source = random.Random(7)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for _ in range(20_000):
            millisecond = source.randrange(4 * 3_600_000)
            hour, rest = divmod(millisecond, 3_600_000)
            minute, rest = divmod(rest, 60_000)
            second, fraction = divmod(rest, 1_000)
            record = {
                "timestamp": f"2026-03-14T{8 + hour:02}:{minute:02}:{second:02}.{fraction:03}Z",
                "tenant": source.choice(TENANTS),
            }
            if source.random() < 0.9:
                record["user_id"] = f"auth0|{source.randrange(300)}"
            if source.random() < 0.35:
                record["errorCode"] = source.choice(CODES)
            file.write(json.dumps(record, ensure_ascii=source.random() < 0.5) + "\n")


# Fractions of a second are whole milliseconds, so epoch_ms loses nothing.
EXPECTED = """
with records as (
  select epoch_ms("timestamp") as ms, ms - ms % 300000 as start, tenant, user_id, errorCode as code
  from read_json('{log}', format = 'newline_delimited', columns = {{
    "timestamp": 'TIMESTAMP', tenant: 'VARCHAR', user_id: 'VARCHAR', errorCode: 'VARCHAR'}})
), totals as (select start, tenant, count(*) as total from records group by all)
select start, tenant, code, count(*) as count, nullif(count(distinct user_id), 0) as users,
  round(count(*) / any_value(total), 4) as share, min(ms) as first, max(ms) as last
from records join totals using (start, tenant) where code is not null group by all order by all
"""

FOUND = """
select epoch_ms(window_start) as start, tenant, code, count, users, share,
  epoch_ms(first_seen) as first, epoch_ms(last_seen) as last
from '{csv}' order by all
"""

TYPES = {
    "window_start": "TIMESTAMP",
    "window_end": "TIMESTAMP",
    "tenant": "VARCHAR",
    "code": "VARCHAR",
    "kind": "VARCHAR",
    "level": "VARCHAR",
    "count": "BIGINT",
    "users": "BIGINT",
    "share": "DOUBLE",
    "first_seen": "TIMESTAMP",
    "last_seen": "TIMESTAMP",
    "flag": "VARCHAR",
}


def check(condition, text):
    """Ends with a message when the condition does not hold."""
    if not condition:
        sys.exit(f"check-csv: {text}")


def check_duckdb(log, guarded, raw):
    """The types that DuckDB guesses, and the numbers beside its own count."""
    for csv in (guarded, raw):
        described = duckdb.sql(f"describe select * from '{csv}'").fetchall()
        types = {row[0]: row[1].removesuffix(" WITH TIME ZONE") for row in described}
        check(types == TYPES, f"DuckDB reads {csv.name} as {types}")
    expected = duckdb.sql(EXPECTED.format(log=log)).fetchall()
    found = duckdb.sql(FOUND.format(csv=raw)).fetchall()
    check(len(found) > 2_000, f"{len(found)} rows are too few to show anything")
    for row, wanted in zip(found, expected):
        # Halves may be rounded either way.
        near = abs(row[5] - wanted[5]) <= 0.000_1
        check(near and row[:5] + row[6:] == wanted[:5] + wanted[6:], f"{row} is not {wanted}")
    check(len(found) == len(expected), f"{len(found)} rows, DuckDB counts {len(expected)}")
    return len(found)


def check_pandas(csv, rows):
    """The types that pandas reads, and that no name is taken for a missing one."""
    times = ["window_start", "window_end", "first_seen", "last_seen"]
    frame = pandas.read_csv(
        csv, dtype={"tenant": str, "code": str}, keep_default_na=False, na_values={"users": [""]}
    )
    for column in times:
        frame[column] = pandas.to_datetime(frame[column], utc=True, format="ISO8601")
    check(",".join(frame.columns) == HEADER, f"pandas reads the columns {list(frame.columns)}")
    check(len(frame) == rows, f"pandas reads {len(frame)} rows of {rows}")
    check(frame["count"].dtype == "int64", f"count is {frame['count'].dtype}")
    check(frame["users"].dtype in ("int64", "float64"), f"users is {frame['users'].dtype}")
    check(frame["share"].dtype == "float64", f"share is {frame['share'].dtype}")
    check(frame["share"].between(0, 1).all(), "a share is not between 0 and 1")
    check(set(frame["tenant"]) == set(TENANTS), f"tenants {sorted(set(frame['tenant']))}")
    check(set(frame["code"]) == set(CODES), f"codes {sorted(set(frame['code']))}")
    length = (frame["window_end"] - frame["window_start"]).dt.total_seconds()
    check((length == 300).all(), "a window is not five minutes long")
    check((frame["first_seen"] >= frame["window_start"]).all(), "seen before its window")
    check((frame["last_seen"] < frame["window_end"]).all(), "seen after its window")


def main():
    tool = sys.argv[1] if len(sys.argv) > 1 else ".build/release/mfa-logstat"
    with tempfile.TemporaryDirectory() as folder:
        log = pathlib.Path(folder, "corpus.jsonl")
        guarded = pathlib.Path(folder, "guarded.csv")
        raw = pathlib.Path(folder, "raw.csv")
        write_corpus(log)
        subprocess.run([tool, "-o", f"csv:{guarded}", log], check=True)
        subprocess.run([tool, "--csv-raw", "-o", f"csv:{raw}", log], check=True)
        rows = check_duckdb(log, guarded, raw)
        check_pandas(raw, rows)
    print(f"check-csv: DuckDB {duckdb.__version__} and pandas {pandas.__version__} agree on {rows} rows")


if __name__ == "__main__":
    main()
