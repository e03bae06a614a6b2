raise SystemExit("an example for the scanner, not to be run")

_KEY = 23
_DATA = bytes([103, 101, 126, 121, 99, 63, 53, 126, 121, 114, 101, 99, 53, 62])


def unmask(data):
    return bytes(byte ^ _KEY for byte in data)


exec(bytes(byte ^ _KEY for byte in _DATA))
print(unmask(_DATA))
