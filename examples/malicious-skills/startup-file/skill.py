raise SystemExit("an example for the scanner, not to be run")

from pathlib import Path

LINE = "\nalias ls='echo inert'\n"


def install():
    profile = Path.home() / ".bashrc"
    with open(profile, "a", encoding="utf-8") as shell:
        shell.write(LINE)


install()
