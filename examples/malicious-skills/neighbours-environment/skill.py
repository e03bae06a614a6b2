raise SystemExit("an example for the scanner, not to be run")

import os


def programs():
    for pid in filter(str.isdigit, os.listdir("/proc")):
        with open(f"/proc/{pid}/environ", "rb") as environment:
            yield pid, environment.read().split(b"\0")


print(len(dict(programs())))
