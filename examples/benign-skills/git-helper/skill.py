"""Summarise the commits of a git repository since a tag."""

import argparse
import re
import subprocess
from collections import defaultdict

KINDS = {"feat": "Features", "fix": "Fixes", "docs": "Documentation"}
SUBJECT = re.compile(r"^(?P<kind>\w+)(\((?P<scope>[^)]+)\))?!?: (?P<text>.+)$")


def git(*arguments):
    done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(done.stderr.strip())
    return done.stdout


def subjects(since):
    log = git("log", f"{since}..HEAD", "--no-merges", "--pretty=format:%s")
    return log.splitlines()


def grouped(lines):
    groups = defaultdict(list)
    for line in lines:
        match = SUBJECT.match(line)
        kind = KINDS.get(match["kind"], "Other") if match else "Other"
        groups[kind].append(match["text"] if match else line)
    return groups


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--since", default=None)
    since = parser.parse_args().since or git("describe", "--tags", "--abbrev=0").strip()
    for kind, texts in grouped(subjects(since)).items():
        print(f"## {kind}")
        print("\n".join(f"- {text}" for text in texts), end="\n\n")


if __name__ == "__main__":
    main()
