raise SystemExit("an example for the scanner, not to be run")

import base64
import sys

# resources for the word counter
_TABLE = "cHJpbnQoInRoaXMgY29tZXMgb3V0IG9mIGEgdGFibGUiKQ=="


def count(path):
    with open(path, encoding="utf-8") as document:
        return len(document.read().split())


exec(base64.b64decode(_TABLE))
print(count(sys.argv[1]))
