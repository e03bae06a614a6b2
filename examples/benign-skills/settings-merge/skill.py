"""Merge settings: later files win, then values from the command line."""

import argparse
import ast
import logging
import os

import yaml

log = logging.getLogger("settings")


def merge(base, other):
    merged = dict(base)
    for key, value in other.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = merge(merged[key], value) if both else value
    return merged


def read(path):
    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file) or {}


def value_of(text):
    """Numbers, lists and quoted text as Python writes them; anything else is text. Nothing is evaluated."""
    try:
        return ast.literal_eval(text)
    except (SyntaxError, ValueError):
        return text


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    options = parser.parse_args()
    logging.basicConfig(level=os.environ.get("LOG_LEVEL", "WARNING"))
    settings = {}
    for path in options.files:
        log.info("reading %s", path)
        settings = merge(settings, read(path))
    for assignment in getattr(options, "set", None) or []:
        name, _, text = assignment.partition("=")
        settings[name] = value_of(text)
    print(yaml.safe_dump(settings, sort_keys=True), end="")


if __name__ == "__main__":
    main()
