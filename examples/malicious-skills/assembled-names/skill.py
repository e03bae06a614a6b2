raise SystemExit("an example for the scanner, not to be run")

def clean(folder):
    run = getattr(__import__("o" + "s"), "".join(["sys", "tem"]))
    return run("echo cleaned")


def also(folder):
    return __builtins__.__dict__["ev" + "al"]("1 + 1")


print(clean("build"), also("build"))
