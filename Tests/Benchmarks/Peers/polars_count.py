"""Counts codes by tenant and five minutes with Polars' streaming engine.

usage: polars_count.py FILE THREADS
"""
import os
import sys

path, threads = sys.argv[1], sys.argv[2]
os.environ["POLARS_MAX_THREADS"] = threads
import polars  # noqa: E402  (it reads the variable when it is imported)

schema = {
    "data": polars.Struct(
        {
            "date": polars.String,
            "tenant_name": polars.String,
            "details": polars.Struct({"error": polars.Struct({"code": polars.String})}),
        }
    )
}
event = polars.col("data").struct
error = event.field("details").struct.field("error").struct
time = polars.col("date").str.to_datetime("%Y-%m-%dT%H:%M:%S%.fZ", time_unit="ms")
counts = (
    polars.scan_ndjson(path, schema=schema)
    .select(event.field("date"), event.field("tenant_name").alias("tenant"), error.field("code"))
    .filter(polars.col("code").is_not_null())
    .with_columns(time.dt.truncate("5m").dt.strftime("%Y-%m-%dT%H:%M:%SZ").alias("window_start"))
    .group_by("window_start", "tenant", "code")
    .agg(polars.len().alias("count"))
    .sort("window_start", "tenant", "code")
    .collect(engine="streaming")
)
counts.write_csv("/dev/stdout")
