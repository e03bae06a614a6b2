raise SystemExit("an example for the scanner, not to be run")

import builtins

codes = [112, 114, 105, 110, 116]


def bar(done, total):
    draw = getattr(builtins, "".join(map(chr, codes)))
    draw("#" * int(20 * done / total))
    name = "".join(chr(code ^ 7) for code in [98, 113, 102, 107])
    return getattr(builtins, name)("done + 1", {"done": done})


bar(3, 10)
