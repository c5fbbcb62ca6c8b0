"""The library: cases, drafts, the sender, settings. What it is kept in is nobody else's matter."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from appealdesk.cases import Case, Document
from appealdesk.letters import Draft, Sender
from appealdesk.library import entries, making, migrations, sealed
from appealdesk.library.entries import CaseEntry
from appealdesk.library.keys import Key, Kind
from appealdesk.library.packing import pack, unpack, whole
from appealdesk.library.telling import damaged, newer, telling
from appealdesk.library.trouble import Gone
from appealdesk.translation import _


def _bring_up_to_date(connection: sealed.Connection, place: Path) -> None:
    """Take the migrations that are due. Raises Damaged, or Newer, without touching anything."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != migrations.APPLICATION:
        raise damaged(place, _("This file is not a library of Appeal Desk."))
    if migrations.version(connection) > len(migrations.STEPS):
        raise newer(place)
    migrations.migrate(connection)


class Library:
    """Everything that is kept, in one encrypted file or in memory.

    May be opened on one thread and used on any other: calls wait for each other. Every call
    that changes something is one transaction, on the disk when it returns; if it fails,
    nothing of it has happened. All may raise Damaged, or Trouble where the disk is full or gone.
    """

    def __init__(self, connection: sealed.Connection, place: Path | None) -> None:
        self._connection = connection
        self._place = place
        self._turn = threading.RLock()
        self._last = 0  # when something was changed last, in milliseconds since 1970

    @classmethod
    def open(cls, place: Path, key: Key) -> Library:
        """Open the library file, or make it where there is none yet.

        Raises Locked, Damaged, InUse, Newer, or Trouble; none of them changes the file.
        """
        place = place.absolute()
        if not sealed.is_there(place):
            making.make(place, key, migrations.migrate)
        connection = sealed.connect(place, key)
        try:
            with telling(place):
                _bring_up_to_date(connection, place)
        except BaseException:
            sealed.release(connection, place)
            raise
        return cls(connection, place)

    def close(self) -> None:
        """Close the library; others may open it then. Nothing is left to save at this point."""
        with self._turn:
            sealed.release(self._connection, self._place)

    def check(self) -> None:
        """Read the whole file and verify every page's seal; raises Damaged. Takes a while."""
        with self._reading():
            seals = self._connection.execute("PRAGMA cipher_integrity_check").fetchall()
            order = self._connection.execute("PRAGMA integrity_check").fetchall()
        if seals or order != [("ok",)]:
            raise damaged(self._place or Path(), _("Parts of the library file are damaged."))

    def backup(self, place: Path, key: Key) -> None:
        """Write everything into a new library file, which opens with the key given here.

        A passphrase makes a copy that opens on any computer. The copy is complete, or it is
        not there; it is opened once to see that it does. Raises Trouble, also where there is
        a file of this name already.
        """
        with self._reading():
            making.copy(self._connection, place.absolute(), key)

    def cases(self) -> tuple[CaseEntry, ...]:
        """Return all cases that are not removed, the one worked on last first."""
        return self._entries("", (), -1)

    def search(self, words: str, *, most: int = 500) -> tuple[CaseEntry, ...]:
        """Return the cases that hold every word, the one worked on last first.

        Searches titles, persons, references, summaries, points, recipients and drafts;
        beginnings of words are enough, capitals and accents do not count. Any text may be
        given; "" finds all.
        most: no more than so many are returned
        """
        phrases = entries.phrases(words)
        if words.strip() and not phrases:
            return ()
        # "+id": walk along the order of activity and stop at `most`, instead of fetching and
        # sorting every case that begins with "a"; four times as fast among 20,000 cases.
        condition = (
            " AND +id IN (SELECT rowid FROM case_words WHERE case_words MATCH ?"
            " UNION ALL SELECT rowid FROM draft_words WHERE draft_words MATCH ?)"
        )
        twice = tuple(phrase for phrase in phrases for _copy in range(2))
        return self._entries(condition * len(phrases), twice, most)

    def _entries(self, condition: str, values: tuple[Any, ...], most: int) -> tuple[CaseEntry, ...]:
        statement = (
            f"SELECT {entries.COLUMNS} FROM cases WHERE removed IS NULL{condition}"  # noqa: S608
            " ORDER BY changed DESC, id DESC LIMIT ?"
        )
        with self._reading():
            rows = self._connection.execute(statement, (*values, most)).fetchall()
        return tuple(map(entries.entry, rows))

    def add(self, document: Document, case: Case, draft: Draft) -> int:
        """Keep a new case with its document and draft; return its number, never used again."""
        read, document = pack(document)
        with self._writing():
            number = int(
                self._connection.execute(
                    "INSERT INTO cases (changed, title, persons, reference, country, is_update,"
                    " stop, open_doubts, letters) VALUES (?, '', '[]', '', '', 0, 0, 0, 0)",
                    (self._now(),),
                ).lastrowid
            )
            self._connection.execute("INSERT INTO documents VALUES (?, ?)", (number, read))
            self._put_case(number, case)
            self._put_draft(number, draft)
        return number

    def load(self, id: int) -> tuple[Document, Case, Draft]:  # noqa: A002
        """Return a case with its document and draft. Raises Gone where it is purged."""
        with self._reading():
            row = self._connection.execute(
                "SELECT documents.content, readings.content, drafts.content FROM documents"
                " JOIN readings USING (id) JOIN drafts USING (id) WHERE id = ?",
                (id,),
            ).fetchone()
        if row is None:
            raise self._gone()
        return (
            unpack(row[0], Document, self._place),
            unpack(row[1], Case, self._place),
            unpack(row[2], Draft, self._place),
        )

    def save_case(self, id: int, case: Case) -> None:  # noqa: A002
        """Keep the case as a person has set it right. Raises Gone where it is purged."""
        with self._writing():
            self._touch(id)
            self._put_case(id, case)

    def save_draft(self, id: int, draft: Draft) -> None:  # noqa: A002
        """Keep the draft. Raises Gone where the case is purged."""
        with self._writing():
            self._touch(id)
            self._put_draft(id, draft)

    def remove(self, id: int) -> None:  # noqa: A002
        """Take a case off the list; it is kept until purge_removed. Raises Gone."""
        with self._writing():
            self._change("UPDATE cases SET removed = ? WHERE id = ?", self._now(), id)

    def restore(self, id: int) -> None:  # noqa: A002
        """Put a removed case back on the list, where it was. Raises Gone where it is purged."""
        with self._writing():
            self._change("UPDATE cases SET removed = NULL WHERE id = ?", id)

    def purge_removed(self) -> int:
        """Delete removed cases for good, overwriting what they held; return how many."""
        with self._writing():
            gone = self._connection.execute("SELECT id FROM cases WHERE removed IS NOT NULL")
            numbers = gone.fetchall()
            for table in ("case_words", "draft_words") if numbers else ():
                for number in numbers:
                    self._connection.execute(f"DELETE FROM {table} WHERE rowid = ?", number)  # noqa: S608
                # An index forgets a deleted row's words only when its parts are merged.
                self._connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608
            self._connection.execute("DELETE FROM cases WHERE removed IS NOT NULL")
        with self._reading():
            self._connection.execute("PRAGMA wal_checkpoint (TRUNCATE)").fetchall()
        return len(numbers)

    def sender(self) -> Sender | None:
        """Return the volunteer's own details; None where they have not been given."""
        with self._reading():
            row = self._connection.execute("SELECT content FROM sender").fetchone()
        return unpack(row[0], Sender, self._place) if row else None

    def save_sender(self, sender: Sender | None) -> None:
        """Keep the volunteer's own details; None forgets them."""
        with self._writing():
            if sender is None:
                self._connection.execute("DELETE FROM sender")
            else:
                self._connection.execute("REPLACE INTO sender VALUES (1, ?)", (pack(sender)[0],))

    def setting(self, name: str) -> str | None:
        """Return what was kept under a name, such as the window's state; None where nothing."""
        with self._reading():
            row = self._connection.execute(
                "SELECT value FROM settings WHERE name = ?", (name,)
            ).fetchone()
        return str(row[0]) if row else None

    def save_setting(self, name: str, value: str | None) -> None:
        """Keep a text under a name; None forgets it. No paths: they name the person."""
        with self._writing():
            if value is None:
                self._connection.execute("DELETE FROM settings WHERE name = ?", (name,))
            else:
                self._connection.execute(
                    "REPLACE INTO settings VALUES (?, ?)", (name, whole(value))
                )

    def _put_case(self, number: int, case: Case) -> None:
        content, case = pack(case)
        self._connection.execute("REPLACE INTO readings VALUES (?, ?)", (number, content))
        columns = ", ".join(f"{column} = ?" for column in entries.CASE_COLUMNS)
        self._connection.execute(
            f"UPDATE cases SET {columns} WHERE id = ?",  # noqa: S608
            (*entries.case_row(case), number),
        )
        self._connection.execute(
            "REPLACE INTO case_words (rowid, title, persons, reference, summary, points,"
            " recipients) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, *entries.case_words(case)),
        )

    def _put_draft(self, number: int, draft: Draft) -> None:
        content, draft = pack(draft)
        self._connection.execute("REPLACE INTO drafts VALUES (?, ?)", (number, content))
        self._connection.execute(
            "UPDATE cases SET letters = ? WHERE id = ?", (len(draft.recipients), number)
        )
        self._connection.execute(
            "REPLACE INTO draft_words (rowid, draft) VALUES (?, ?)",
            (number, entries.draft_words(draft)),
        )

    def _now(self) -> int:
        """Return the milliseconds since 1970, UTC; never the same twice, so that order is kept."""
        self._last = max(time.time_ns() // 1_000_000, self._last + 1)
        return self._last

    def _touch(self, number: int) -> None:
        self._change("UPDATE cases SET changed = ? WHERE id = ?", self._now(), number)

    def _change(self, statement: str, *values: object) -> None:
        if self._connection.execute(statement, values).rowcount != 1:
            raise self._gone()

    def _gone(self) -> Gone:
        return Gone(
            _("This case is not in the library any more."),
            place=str(self._place or ""),
            remedy=_("Open its document again."),
        )

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        with self._turn, telling(self._place):
            yield

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        with self._turn, telling(self._place):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def memory() -> Library:
    """Return a library that is never written anywhere, for trials and "leave nothing" sessions."""
    connection = sealed.in_memory()
    migrations.migrate(connection)
    return Library(connection, None)


def needs_passphrase(place: Path) -> bool:
    """Return whether an existing library was made with a passphrase; False where there is none.

    Raises Damaged, Newer, or Trouble where the file cannot be read.
    """
    return sealed.is_there(place) and sealed.header(place).kind is Kind.PASSPHRASE
