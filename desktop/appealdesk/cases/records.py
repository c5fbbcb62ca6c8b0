"""A case as one JSON object: the contract of the command line."""

from __future__ import annotations

from typing import Any

from appealdesk.cases.model import Case, Doubt, Recipient


def as_record(document_name: str, case: Case, *further: Case) -> dict[str, Any]:
    """Return a document's case as plain values, ready for JSON; nothing known is None or [].

    further: the other cases of a document that holds several; they stand under "further_cases".
    """
    record = {"file": document_name, **_case(case)}
    return {**record, "further_cases": [_case(one) for one in further]} if further else record


def _case(case: Case) -> dict[str, Any]:
    return {
        "reference": case.reference or None,
        "index": case.index or None,
        "title": case.title or None,
        "summary": case.summary or None,
        "background": case.background or None,
        "country": case.country or None,
        "stop": case.stop,
        "is_update": case.is_update,
        "issued": case.issued.isoformat() if case.issued else None,
        "deadline": case.deadline.isoformat() if case.deadline else None,
        "languages": list(case.languages),
        "own_language": case.own_language,
        "embassy_note": case.embassy_note,
        "points": [point.text for point in case.points],
        "model_letter": case.model_letter or None,
        "recipients": [_recipient(entry) for entry in case.recipients],
        "doubts": [_doubt(doubt) for doubt in case.doubts],
    }


def _recipient(entry: Recipient) -> dict[str, Any]:
    return {
        "part": entry.part.value,
        "name": entry.name or None,
        "role": entry.role or None,
        "address": list(entry.address),
        "country": entry.country or None,
        "fax": list(entry.fax),
        "phone": list(entry.phone),
        "email": list(entry.email),
        "telegram": list(entry.telegram),
        "telex": list(entry.telex),
        "social": list(entry.social),
        "salutation": entry.salutation or None,
        "doubts": [doubt.field for doubt in entry.doubts],
    }


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {
        "field": doubt.field,
        "problem": doubt.problem.value,
        "line": doubt.source.line if doubt.source else None,
    }
