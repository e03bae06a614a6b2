"""Every call of each file named on standard input, as CPython's own parser sees it: a line of JSON per file, null when it refuses the file."""

import ast
import json
import sys
import warnings


def line(callee):
    """Line of the name that is called: where `a\\n.b()` is reported."""
    if isinstance(callee, ast.Attribute):
        return callee.end_lineno
    if isinstance(callee, ast.Call):
        return line(callee.func)
    if isinstance(callee, ast.Subscript):
        return line(callee.value)
    return callee.lineno


def name(callee):
    return getattr(callee, "id", None) or getattr(callee, "attr", "?")


def calls(path):
    with open(path, "rb") as file:
        try:
            tree = ast.parse(file.read())
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [f"{line(call.func)}:{name(call.func)}:{len(call.args) + len(call.keywords)}" for call in found]


warnings.simplefilter("ignore")
for path in sys.stdin.read().split("\n"):
    print(json.dumps(calls(path)))
