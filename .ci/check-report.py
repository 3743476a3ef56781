#!/usr/bin/env python3
"""Compares the figures of a nightly report with DuckDB and scipy.

Usage: check-report.py TOOL

Four weeks of made-up history and a day, among them one of 23 and one of 25 hours; every count, median
and share of the report must be what SQL makes of the same records, every p and q what scipy makes of
them. The report comes once from the log alone and once from a state that was fed day by day.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import duckdb
from scipy import special, stats

ZONE = ZoneInfo("Europe/Berlin")
CODES = [("invalid_otp", 1.0), ("too_many_sms", 0.1), ("sms_rate_limit", 0.2), ("new_thing", 0.0),
         ("fallen_thing", 0.6), ("gone_thing", 0.3), ("pn_endpoint_disabled", 0.02)]
METHODS = ["push", "sms", "otp"]


def instant(day, seconds):
    """The UTC time so many seconds after local midnight, by a watch that nobody sets."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZONE).astimezone(timezone.utc)
    return midnight + timedelta(seconds=seconds)


def length(day):
    return int((instant(day + timedelta(days=1), 0) - instant(day, 0)).total_seconds())


def records(seed, last, days):
    """Records of some days up to `last`, in the order of time."""
    chance = random.Random(seed)
    for back in range(days, -1, -1):
        day = last - timedelta(days=back)
        rows = []
        for number in range(12):
            tenant = f"t{number:02}"
            if back == 0 and number == 4:
                continue
            usual = 260 / (number + 1) * (0.5 if day.weekday() >= 5 else 1)
            for _ in range(max(0, int(chance.gauss(usual, usual ** 0.5 * 1.4)))):
                method = chance.choice(METHODS)
                row = {"time": instant(day, chance.randrange(length(day))), "tenant": tenant,
                       "user": f"auth0|{chance.randrange(900)}", "method": method, "code": None}
                if chance.random() < 0.2:
                    weights = [w for _, w in CODES]
                    if back == 0:
                        weights[3], weights[4], weights[5] = 0.2, 0.05, 0
                        weights[1] = 1.0
                    row["code"] = chance.choices(CODES, weights)[0][0]
                rows.append(row)
        rows.sort(key=lambda row: row["time"])
        yield day, rows


def line(row):
    told = {"time": row["time"].strftime("%Y-%m-%dT%H:%M:%SZ"), "tenant": row["tenant"],
            "user_id": row["user"], "method": row["method"]}
    if row["code"]:
        told["error_code"] = row["code"]
    else:
        told["msg"] = "mfa succeeded"
    return json.dumps(told)


def median(values):
    values = sorted(values)
    return (values[len(values) // 2] + values[(len(values) - 1) // 2]) / 2


def dispersion(counts):
    """Variance over mean by the median distance to the median."""
    if len(counts) < 7 or median(counts) <= 0:
        return None
    middle = median(counts)
    return (median([abs(c - middle) for c in counts]) / 0.6745) ** 2 / middle


def forecasts(series):
    """Expected count, p and q of every series: the present count and {days before: count}."""
    estimates = sorted(
        own for own in (dispersion(list(past.values())) for _, past in series
                        if sum(past.values()) >= 200) if own is not None)
    quartile = estimates[len(estimates) * 3 // 4] if estimates else 0
    typical = max(1.5, (len(estimates) * quartile + 5 * 4) / (len(estimates) + 5))
    told = []
    for count, past in series:
        counts = list(past.values())
        weekdays = [c for days, c in past.items() if days % 7 == 0]
        expected = median(weekdays) if len(weekdays) >= 3 else median(counts)
        own = dispersion(counts)
        # Nothing known is one; a series that never varied is none.
        own = 1 if own is None else own
        weight = sum(counts) / (sum(counts) + 50)
        phi = max(1, own, weight * own + (1 - weight) * typical)
        mean = max(expected, 2 / len(counts))
        if phi > 1 + 1e-12:
            law = stats.nbinom(mean / (phi - 1), 1 / phi)
        else:
            law = stats.poisson(mean)
        told.append({"expected": expected, "p": min(1, 2 * min(law.sf(count - 1), law.cdf(count)))})
    for told_one, q in zip(told, stats.false_discovery_control([t["p"] for t in told])):
        told_one["q"] = q
    return told


def near(one, other):
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-6 * max(abs(one), abs(other)) + 1e-12


class Comparison:
    """The report on one side, SQL on the other."""

    def __init__(self, report, rows, last):
        self.report, self.last, self.faults, self.compared = report, last, [], 0
        self.db = duckdb.connect()
        self.db.execute("SET TimeZone = 'Europe/Berlin'")
        self.db.execute("CREATE TABLE r (t TIMESTAMPTZ, tenant TEXT, code TEXT, method TEXT, u TEXT)")
        self.db.executemany(
            "INSERT INTO r VALUES (?,?,?,?,?)",
            [(r["time"], r["tenant"], r["code"], r["method"], r["user"]) for r in rows])
        self.db.execute(f"""
          CREATE TABLE d AS SELECT *, date_diff('day', CAST(t AS DATE), DATE '{last}') AS back FROM r
          WHERE CAST(t AS DATE) BETWEEN DATE '{last}' - 28 AND DATE '{last}'""")

    def expect(self, what, told, true):
        self.compared += 1
        if not (near(told, true) if isinstance(true, float) else told == true):
            self.faults.append(f"{what}: the report has {told}, it is {true}")

    def counts(self, key):
        """For every value of a key its errors today and {days before: errors}."""
        known = {}
        for name, back, count in self.db.execute(
                f"SELECT {key}, back, count(*) FROM d WHERE code IS NOT NULL GROUP BY ALL").fetchall():
            known.setdefault(name, {})[back] = count
        return {name: (days.get(0, 0), {b: days.get(b, 0) for b in range(1, 29)})
                for name, days in known.items()}

    def lines(self, key, told, family):
        """Compares lines of the report with counts of a key."""
        counts = self.counts(key)
        names = [name for name in sorted(counts) if family(counts[name])]
        laws = dict(zip(names, forecasts([counts[name] for name in names])))
        users = dict(self.db.execute(
            f"SELECT {key}, count(DISTINCT u) FROM d WHERE back = 0 AND code IS NOT NULL GROUP BY 1"
        ).fetchall())
        for entry in told:
            name = entry[key]
            count, past = counts[name]
            errors = entry["errors"]
            self.expect(f"{name} count", errors["count"], count)
            self.expect(f"{name} users", errors["users"] or 0, users.get(name, 0))
            self.expect(f"{name} before", errors["before"], past[1])
            self.expect(f"{name} week before", errors["week_before"], past[7])
            self.expect(f"{name} median", errors["median"], float(median(past.values())))
            for part in ("expected", "p", "q"):
                self.expect(f"{name} {part}", errors[part], float(laws[name][part]))
        return counts, laws

    def run(self):
        report = self.report
        self.lines("tenant", report["tenants"], lambda c: c[0] > 0)
        counts, laws = self.lines("code", report["codes"] + report["changes"], lambda c: True)
        self.expect("codes", [c["code"] for c in report["codes"]], sorted(
            (n for n in counts if counts[n][0]), key=lambda n: (-counts[n][0], n)))
        changes = {}
        for name, (count, past) in counts.items():
            expected, q = laws[name]["expected"], laws[name]["q"]
            if not any(past.values()):
                changes[name] = "new"
            elif q <= 0.01 and count >= 5 and count >= 2 * expected:
                changes[name] = "risen"
            elif q <= 0.01 and expected >= 5 and 2 * count <= expected:
                changes[name] = "gone" if count == 0 else "fallen"
        self.expect("changes", {c["code"]: c["errors"]["change"] for c in report["changes"]}, changes)
        for method in report["methods"]:
            shares = {back: (tried, failed) for back, tried, failed in self.db.execute(
                "SELECT back, count(*), count(code) FROM d WHERE method = ? GROUP BY 1",
                [method["method"]]).fetchall()}
            self.expect("attempts", method["attempts"], shares[0][0])
            self.expect("failures", method["failures"], shares[0][1])
            self.expect("share before", method["share_before"], shares[1][1] / shares[1][0])
            self.expect("median share", method["median_share"], median(
                [f / t for back, (t, f) in shares.items() if back > 0]))
        self.timeline(report["timeline"])
        self.expect("records", report["records"], self.db.execute(
            "SELECT count(*) FROM d WHERE back = 0").fetchone()[0])
        self.expect("silent", [s["tenant"] for s in report["feed"]["silent_tenants"]], ["t04"])

    def timeline(self, bins):
        """By the hour: the same hour on the wall of earlier days, Sundays where three are known."""
        for place, one in enumerate(bins):
            start, end = one["start"], one["end"]
            self.expect("bin", (one["records"], one["errors"]), self.db.execute(
                "SELECT count(*), count(code) FROM r WHERE t >= ?::TIMESTAMPTZ AND t < ?::TIMESTAMPTZ",
                [start, end]).fetchone())
            local = datetime.fromisoformat(start).astimezone(ZONE)
            past = {}
            for back in range(1, 29):
                day = self.last - timedelta(days=back)
                # An hour that the clock jumped over is in no day; one that it showed twice is in both.
                at = datetime(day.year, day.month, day.day, local.hour, tzinfo=ZONE)
                if at.astimezone(timezone.utc).astimezone(ZONE).hour != local.hour:
                    continue
                to = datetime(day.year, day.month, day.day, tzinfo=ZONE) + timedelta(
                    hours=local.hour + 1)
                past[back] = self.db.execute(
                    "SELECT count(code) FROM r WHERE t >= ? AND t < ?",
                    [at.astimezone(timezone.utc), to.astimezone(timezone.utc)]).fetchone()[0]
            weekdays = [c for back, c in past.items() if back % 7 == 0]
            expected = median(weekdays) if len(weekdays) >= 3 else median(past.values())
            self.expect(f"bin {place} expected", one["expected"], float(expected))
            if not one["low"] <= one["expected"] <= one["high"]:
                self.faults.append(f"bin {place}: {one}")


def main(tool):
    compared = 0
    for seed, last in [(1, date(2026, 3, 29)), (2, date(2026, 4, 3)), (3, date(2025, 10, 26))]:
        with tempfile.TemporaryDirectory() as folder:
            log, state = os.path.join(folder, "app.log"), os.path.join(folder, "state")
            days = list(records(seed, last, 28))
            until = last + timedelta(days=1)
            period = ["--tz", "Europe/Berlin", "--since", str(last), "--until", str(until), "--now",
                      instant(until, 3600).strftime("%Y-%m-%dT%H:%M:%SZ")]
            told = []
            with open(log, "w") as file:
                for day, rows in days:
                    file.writelines(line(row) + "\n" for row in rows)
                    file.flush()
                    if day.weekday() == 2:
                        now = instant(day + timedelta(days=1), 0).strftime("%Y-%m-%dT%H:%M:%SZ")
                        subprocess.run([tool, "check", "--exit-on", "never", "--now", now, "--state",
                                        state, log], check=True, stdout=subprocess.DEVNULL)
            for more in ([], ["--state", state]):
                done = subprocess.run([tool, "report", "-o", "json", *period, *more, log],
                                      check=True, capture_output=True)
                told.append(json.loads(done.stdout))
            comparison = Comparison(told[0], [row for _, rows in days for row in rows], last)
            comparison.run()
            for part in told[0]:
                if part not in ("origin", "sources") and told[0][part] != told[1][part]:
                    comparison.faults.append(f"{part} differs with a state")
            for fault in comparison.faults[:20]:
                print(f"{last}: {fault}")
            if comparison.faults:
                sys.exit(f"{len(comparison.faults)} figures of {comparison.compared} are wrong")
            compared += comparison.compared
    print(f"{compared} figures are those of DuckDB and scipy")


main(sys.argv[1])
