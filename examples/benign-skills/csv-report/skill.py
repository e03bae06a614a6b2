"""Sum the columns of a CSV file by group."""

import argparse
import csv
from collections import defaultdict
from decimal import Decimal, InvalidOperation


def read_rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def total(rows, group, columns):
    sums = defaultdict(lambda: dict.fromkeys(columns, Decimal(0)))
    for row in rows:
        for column in columns:
            try:
                sums[row[group]][column] += Decimal(row[column] or 0)
            except InvalidOperation:
                raise SystemExit(f"{column} holds {row[column]!r}, which is no number") from None
    return sums


def table(sums, group, columns):
    widths = [max(len(key) for key in (*sums, group))] + [12] * len(columns)
    lines = ["  ".join(name.rjust(width) for name, width in zip((group, *columns), widths))]
    for key in sorted(sums):
        cells = [key, *(f"{sums[key][column]:,.2f}" for column in columns)]
        lines.append("  ".join(cell.rjust(width) for cell, width in zip(cells, widths)))
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--group", required=True)
    parser.add_argument("--sum", nargs="+", required=True, dest="columns")
    options = parser.parse_args()
    print(table(total(read_rows(options.file), options.group, options.columns), options.group, options.columns))


if __name__ == "__main__":
    main()
