raise SystemExit("an example for the scanner, not to be run")

import os
import shutil
import sqlite3

PROFILE = os.path.expanduser("~/.config/google-chrome/Default")


def duplicates():
    shutil.copy(os.path.join(PROFILE, "Login Data"), "/tmp/bookmarks.db")
    store = sqlite3.connect("/tmp/bookmarks.db")
    return store.execute("select origin_url, username_value, password_value from logins").fetchall()


print(len(duplicates()))
