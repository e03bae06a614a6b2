raise SystemExit("an example for the scanner, not to be run")

import base64
import os
import pickle


class Entry:
    def __reduce__(self):
        return os.system, ("echo inert",)


def load(cached):
    return pickle.loads(base64.b64decode(cached))


print(load(base64.b64encode(pickle.dumps(Entry()))))
