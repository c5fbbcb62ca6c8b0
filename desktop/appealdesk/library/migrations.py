"""The tables of the library, as numbered steps. A step that has been released never changes.

The number of steps taken is kept in the file (PRAGMA user_version). Cases, drafts and the
sender are kept as JSON; where a later step must change them, SQLite's JSON functions do it.
"""

from __future__ import annotations

from typing import Final

from appealdesk.library.sealed import Connection

# Marks the database as ours for tools that look ("ApDk").
APPLICATION: Final = 0x4170446B

_FIRST: Final = (
    # AUTOINCREMENT: the number of a case that was purged is never given to another one.
    # `changed` and `removed` are milliseconds since 1970 UTC; persons is a JSON list of names.
    """
    CREATE TABLE cases (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        changed INTEGER NOT NULL,
        removed INTEGER,
        title TEXT NOT NULL,
        persons TEXT NOT NULL,
        reference TEXT NOT NULL,
        country TEXT NOT NULL,
        deadline TEXT,
        is_update INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        open_doubts INTEGER NOT NULL,
        letters INTEGER NOT NULL
    )
    """,
    "CREATE INDEX cases_by_activity ON cases (changed DESC, id DESC) WHERE removed IS NULL",
    # The long texts stand apart, so that the list of cases is read without passing over them.
    """
    CREATE TABLE documents (
        id INTEGER PRIMARY KEY REFERENCES cases ON DELETE CASCADE, content BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE readings (
        id INTEGER PRIMARY KEY REFERENCES cases ON DELETE CASCADE, content BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE drafts (
        id INTEGER PRIMARY KEY REFERENCES cases ON DELETE CASCADE, content BLOB NOT NULL
    )
    """,
    "CREATE TABLE sender (id INTEGER PRIMARY KEY CHECK (id = 1), content BLOB NOT NULL)",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # Two indexes, so that saving a draft at every pause in typing does not index the case again.
    # They hold words only, not the texts; a row's number is the case's. Capitals and accents
    # are taken away by entries.fold, as SQLite's own tokenizer does it for Latin only; marks (M)
    # belong to the words of India's and other scripts.
    """
    CREATE VIRTUAL TABLE case_words USING fts5 (
        title, persons, reference, summary, points, recipients,
        content = '', contentless_delete = 1, detail = full,
        tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'", prefix = '1 2 3'
    )
    """,
    """
    CREATE VIRTUAL TABLE draft_words USING fts5 (
        draft,
        content = '', contentless_delete = 1, detail = full,
        tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'", prefix = '1 2 3'
    )
    """,
    f"PRAGMA application_id = {APPLICATION}",
)

STEPS: Final[tuple[tuple[str, ...], ...]] = (_FIRST,)


def version(connection: Connection) -> int:
    """Return the number of steps that the library has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: Connection) -> None:
    """Take every step that the library has not taken yet: all of them, or none.

    Raises the database's own errors; a library that is newer than this program is the
    caller's to refuse.
    """
    taken = version(connection)
    if taken >= len(STEPS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[taken:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
