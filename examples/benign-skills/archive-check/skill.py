"""Check the files of a ZIP archive against a list of SHA-256 digests."""

import hashlib
import hmac
import sys
import zipfile

CHUNK = 1 << 20


def expected(path):
    with open(path, encoding="ascii") as sums:
        return {name.strip().lstrip("*"): digest for digest, name in (line.split(maxsplit=1) for line in sums if line.strip())}


def digest(archive, name):
    sha = hashlib.sha256()
    with archive.open(name) as member:
        while chunk := member.read(CHUNK):
            sha.update(chunk)
    return sha.hexdigest()


def check(path, sums):
    with zipfile.ZipFile(path) as archive:
        names = {info.filename for info in archive.infolist() if not info.is_dir()}
        for name in sorted(names | sums.keys()):
            if name not in names:
                yield name, "missing"
            elif name not in sums:
                yield name, "not listed"
            elif not hmac.compare_digest(digest(archive, name), sums[name]):
                yield name, "changed"


def main():
    faults = list(check(sys.argv[1], expected(sys.argv[2])))
    for name, fault in faults:
        print(f"{fault:>10}  {name}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
