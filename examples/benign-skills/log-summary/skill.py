"""Count requests, errors and slow answers in web server logs."""

import gzip
import re
import sys
from collections import Counter

LINE = re.compile(
    r'(?P<host>\S+) \S+ \S+ \[(?P<time>[^\]]+)\] "(?P<method>[A-Z]+) (?P<path>\S+)[^"]*" (?P<status>\d{3}) (?P<size>\d+|-)'
    r'( "[^"]*" "(?P<agent>[^"]*)")?( (?P<seconds>[\d.]+))?'
)


def lines(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8", errors="replace") as log:
        yield from log


def summarise(paths):
    totals = Counter()
    pages, clients = Counter(), Counter()
    for path in paths:
        for line in lines(path):
            match = LINE.match(line)
            if match is None:
                totals["unreadable"] += 1
                continue
            totals["requests"] += 1
            totals["errors"] += match["status"] >= "500"
            totals["slow"] += float(match["seconds"] or 0) > 1
            pages[match["path"].split("?")[0]] += 1
            clients[match["host"]] += 1
    return totals, pages.most_common(10), clients.most_common(5)


def main():
    totals, pages, clients = summarise(sys.argv[1:])
    for name, count in totals.items():
        print(f"{name:>12} {count:>9,}")
    for path, count in pages:
        print(f"{count:>9,}  {path}")
    for host, count in clients:
        print(f"{count:>9,}  from {host}")


if __name__ == "__main__":
    main()
