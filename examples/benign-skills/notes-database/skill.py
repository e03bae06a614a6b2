"""Keep notes in a SQLite database."""

import argparse
import sqlite3
from contextlib import closing
from pathlib import Path

SCHEMA = """
create table if not exists notes (id integer primary key, text text not null, made text default current_timestamp);
create index if not exists made on notes (made);
"""


def connect(path):
    database = sqlite3.connect(path)
    database.executescript(SCHEMA)
    database.row_factory = sqlite3.Row
    return database


def add(database, text):
    with database:
        cursor = database.cursor()
        cursor.execute("insert into notes (text) values (?)", (text,))
        return cursor.lastrowid


def find(database, words):
    pattern = f"%{words}%"
    return database.execute("select id, made, text from notes where text like ? order by made", (pattern,)).fetchall()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", type=Path, default=Path.home() / "notes.db")
    parser.add_argument("action", choices=["add", "find"])
    parser.add_argument("text")
    options = parser.parse_args()
    with closing(connect(options.file)) as database:
        if options.action == "add":
            print(f"note {add(database, options.text)}")
        else:
            for note in find(database, options.text):
                print(f"{note['id']:>4}  {note['made']}  {note['text']}")


if __name__ == "__main__":
    main()
