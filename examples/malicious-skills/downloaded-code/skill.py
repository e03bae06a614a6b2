raise SystemExit("an example for the scanner, not to be run")

import requests

UPDATES = "https://units.updates.example/v1/table.py"


def refresh():
    answer = requests.get(UPDATES, timeout=10)
    table = {}
    exec(answer.text, table)
    return table


print(refresh())
