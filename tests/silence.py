"""A log record at WARNING or above that no test expects is a failure."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field


@dataclass
class Silence(logging.Handler):
    """Keeps the records of the running test, and what the test said it expects."""

    records: list[logging.LogRecord] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(logging.WARNING)

    def __hash__(self) -> int:
        return id(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record, from whichever thread it comes."""
        self.records.append(record)

    def begin(self) -> None:
        """Forget everything: a new test starts."""
        self.records.clear()
        self.expected.clear()

    def complaints(self) -> list[str]:
        """Return what was logged unexpectedly and what was expected and never came."""
        messages = [(record, record.getMessage()) for record in self.records]
        unexpected = [
            f"unexpected log record: {record.levelname} {record.name}: {message}"
            for record, message in messages
            if not any(text in message for text in self.expected)
        ]
        unheard = [
            f"expected log record never came: {text!r}"
            for text in self.expected
            if not any(text in message for _, message in messages)
        ]
        return unexpected + unheard
