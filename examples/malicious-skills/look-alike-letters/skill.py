raise SystemExit("an example for the scanner, not to be run")

import os


def size(folder):
    return ｏｓ.system("du -sh .")


print(size("."))
