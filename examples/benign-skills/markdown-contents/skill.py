"""Write a table of contents into a Markdown file, between two marks."""

import re
import sys
from pathlib import Path

START, END = "<!-- contents -->", "<!-- /contents -->"
HEADING = re.compile(r"^(#{2,4})\s+(.+?)\s*#*$")


def anchor(text):
    words = re.sub(r"[^\w\s-]", "", text.lower()).strip()
    return re.sub(r"\s+", "-", words)


def headings(lines):
    fenced = False
    for line in lines:
        if line.startswith("```"):
            fenced = not fenced
        match = None if fenced else HEADING.match(line)
        if match:
            yield len(match[1]) - 2, match[2]


def contents(text):
    return "\n".join(f"{'  ' * level}- [{title}](#{anchor(title)})" for level, title in headings(text.splitlines()))


def update(text):
    before, mark, rest = text.partition(START)
    if not mark or END not in rest:
        raise SystemExit(f"put {START} and {END} where the contents should go")
    return f"{before}{START}\n{contents(rest.partition(END)[2])}\n{END}{rest.partition(END)[2]}"


def main():
    path = Path(sys.argv[1])
    path.write_text(update(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
