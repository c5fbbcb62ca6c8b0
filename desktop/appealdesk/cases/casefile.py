"""Case files: a case as YAML, to be mailed, kept and edited by hand."""

from __future__ import annotations

from typing import Any

import msgspec

from appealdesk.cases.model import Case
from appealdesk.errors import Trouble
from appealdesk.translation import _

LARGEST = 1_000_000  # bytes of UTF-8; a case has a few thousand
_DEEPEST = 20  # levels; a case has four


def dump_case_file(case: Case) -> str:
    """Return a case as the text of a case file; load_case_file gives the same case back."""
    import yaml  # noqa: PLC0415

    plain = msgspec.to_builtins(case)
    return str(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=100))


def load_case_file(text: str, name: str) -> Case:
    """Return the case of a case file. name: the file's name, for what is said about mistakes.

    Raises Trouble for a file that is too large, is no YAML, uses aliases, or is no case.
    """
    import yaml  # noqa: PLC0415

    if len(text.encode("utf-8", "replace")) > LARGEST:
        raise Trouble(_("This case file is too large to be one."), place=name)
    try:
        _refuse_aliases(text, name)
        plain = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        place = _("{name}, line {line}").format(name=name, line=line)
        raise Trouble(_("This case file is not written as YAML here."), place=place) from error
    except (ValueError, RecursionError) as error:
        raise Trouble(_("This case file holds a value that cannot be read."), place=name) from error
    return _checked(plain, name)


def _refuse_aliases(text: str, name: str) -> None:
    """An alias may stand for a whole tree of others: a small file could fill the memory."""
    import yaml  # noqa: PLC0415

    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent) or (getattr(event, "anchor", None)):
            place = _("{name}, line {line}").format(
                name=name, line=event.start_mark.line + 1 if event.start_mark else 1
            )
            raise Trouble(_("A case file may not use anchors or aliases (& and *)."), place=place)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise Trouble(_("This case file is nested too deeply."), place=name)


def _checked(plain: Any, name: str) -> Case:  # noqa: ANN401  (whatever the file held)
    try:
        return msgspec.convert(plain, Case)
    except msgspec.ValidationError as error:
        said, _sign, path = str(error).partition(" - at ")
        place = (
            _("{name}, at {path}").format(name=name, path=path.strip("`$."))
            if path.strip("`$.")
            else name
        )
        raise Trouble(
            _("This case file does not say what a case says: {what}.").format(what=said),
            place=place,
        ) from error
