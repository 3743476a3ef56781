#!/usr/bin/env python3
"""Tails of count distributions from SciPy and mpmath, as a table for the tests.

check-tails.py write FILE   makes the table
check-tails.py check FILE   makes it anew and compares: the same rows, and the same values to 2e-11

Every value is computed by mpmath with 60 digits, as a plain sum of probabilities, which has nothing in
common with the continued fractions of the program. Where SciPy agrees to 1e-11, its value is written
and the row says "scipy"; where it does not, the row says "mpmath". Needs scipy and mpmath.
"""
import csv
import itertools
import sys

import mpmath as mp
from scipy import stats

mp.mp.dps = 60
ONE = mp.mpf(1)


def tail(count, log_density, ratio, mean):
    """The sum of all probabilities from count on; ratio(j) is density(j + 1) / density(j)."""
    if count == 0:
        return ONE
    if count > mean:
        total = term = mp.exp(log_density(count))
        j = count
        while term > total * mp.mpf(10) ** -40:
            term *= ratio(j)
            total += term
            j += 1
        return total
    total = term = mp.exp(log_density(count - 1))
    j = count - 1
    while j > 0 and term > total * mp.mpf(10) ** -40:
        j -= 1
        term /= ratio(j)
        total += term
    return ONE - total


def poisson(count, mean):
    m = mp.mpf(mean)
    return tail(count, lambda k: k * mp.log(m) - m - mp.loggamma(k + 1), lambda j: m / (j + 1), m)


def negative_binomial(count, mean, dispersion):
    m, d = mp.mpf(mean), mp.mpf(dispersion)
    size, more = m / (d - 1), (d - 1) / d
    def log_density(k):
        return (mp.loggamma(k + size) - mp.loggamma(size) - mp.loggamma(k + 1)
                - size * mp.log(d) + k * mp.log(more))
    return tail(count, log_density, lambda j: (j + size) / (j + 1) * more, m)


def binomial(count, trials, chance):
    c = mp.mpf(chance)
    def log_density(k):
        return (mp.loggamma(trials + 1) - mp.loggamma(k + 1) - mp.loggamma(trials - k + 1)
                + k * mp.log(c) + (trials - k) * mp.log(1 - c))
    return tail(count, log_density, lambda j: (trials - j) / mp.mpf(j + 1) * c / (1 - c), trials * c)


COUNTS = [1, 2, 3, 5, 8, 12, 20, 35, 60, 100, 170, 300, 1000, 3000, 10000, 100000, 1000000]


def counts_near(mean, deviation):
    """Counts of the fixed list, and some around the mean out to far tails."""
    near = {int(mean + deviation * z) for z in (-6, -3, -1, -0.1, 0, 0.1, 1, 2, 4, 7, 12, 20, 35)}
    return sorted(k for k in near | set(COUNTS) if 0 <= k <= 1_000_000)


def rows():
    for mean in (1e-6, 0.001, 0.05, 0.7, 1, 3.3, 10, 47.5, 300, 5000, 123456.7, 9e5):
        for k in counts_near(mean, mean ** 0.5):
            yield "poisson", k, mean, 1.0, poisson(k, mean), stats.poisson.sf(k - 1, mean)
    # The size is mean / (dispersion - 1).
    for size, d in itertools.product(
            (1e-3, 0.02, 0.4, 1, 3, 25, 400, 1e4, 1e5, 1e6, 1e7), (1.001, 1.1, 1.5, 2, 3.7, 10, 60)):
        mean = size * (d - 1)
        if mean > 1e6:
            continue
        for k in counts_near(mean, (mean * d) ** 0.5):
            exact_size = mean / (d - 1)
            yield ("negativeBinomial", k, mean, d, negative_binomial(k, mean, d),
                   stats.nbinom.sf(k - 1, exact_size, 1 / d))
    for n, c in itertools.product((1, 4, 10, 33, 150, 1000, 20000, 1000000),
                                  (1e-6, 0.001, 1 / 25, 0.2, 0.5, 0.9)):
        for k in counts_near(n * c, (n * c * (1 - c)) ** 0.5):
            if k <= n:
                yield "binomial", k, n, c, binomial(k, n, c), stats.binom.sf(k - 1, n, c)


def table():
    lines = []
    for name, k, first, second, exact, scipy in rows():
        if k == 0 or exact < mp.mpf(10) ** -300:
            continue
        good = abs(mp.mpf(float(scipy)) / exact - 1) < mp.mpf(10) ** -11
        value = float(scipy) if good else float(exact)
        lines.append([name, str(k), repr(first), repr(second), repr(value),
                      "scipy" if good else "mpmath"])
    return lines


def main():
    action, path = sys.argv[1:]
    lines = table()
    if action == "write":
        with open(path, "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["distribution", "count", "mean or trials", "dispersion or chance", "p", "oracle"])
            writer.writerows(lines)
    else:
        with open(path, newline="") as file:
            written = list(csv.reader(file))[1:]
        if [row[:4] for row in written] != [row[:4] for row in lines]:
            sys.exit(f"{path}: other rows than this script makes")
        for old, new in zip(written, lines):
            if abs(float(old[4]) / float(new[4]) - 1) > 2e-11:
                sys.exit(f"{path}: {old} is {new[4]} now")
    by = sum(row[5] == "scipy" for row in lines)
    print(f"{len(lines)} tails; SciPy is good to 1e-11 in {by}, the others are mpmath's")


main()
