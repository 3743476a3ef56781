"""Counts codes by tenant and five minutes with a plain loop over orjson, on one thread.

usage: orjson_count.py FILE THREADS
"""
import sys

import orjson

counts = {}
with open(sys.argv[1], "rb", buffering=1 << 20) as log:
    for line in log:
        data = orjson.loads(line)["data"]
        error = (data["details"] or {}).get("error")
        if error:
            date = data["date"]
            # The text up to the hour, and which five minutes of it.
            key = (date[:14], int(date[14:16]) // 5, data["tenant_name"], error["code"])
            counts[key] = counts.get(key, 0) + 1
print("window_start,tenant,code,count")
for (hour, five, tenant, code), count in sorted(counts.items()):
    print(f"{hour}{five * 5:02}:00Z,{tenant},{code},{count}")
