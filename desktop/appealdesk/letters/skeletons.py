"""Letter skeletons: Jinja2 texts in resources/skeletons/<language>/, edited by anybody."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from appealdesk import resources
from appealdesk.errors import Trouble
from appealdesk.translation import _

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

NAMES = ("appeal", "note", "subject")
"""The skeletons every language has."""

_LISTED = re.compile(r"\s*([-*•–]|\d+[.)])\s")


@cache
def languages() -> tuple[str, ...]:
    """Return the languages (ISO 639-1) that have every skeleton and a file of forms, sorted."""
    return tuple(
        sorted(
            folder.name
            for folder in resources.path("skeletons").iterdir()
            if all((folder / f"{name}.jinja").is_file() for name in NAMES)
            and resources.path("forms", f"{folder.name}.yaml").is_file()
        )
    )


@cache
def _environment() -> SandboxedEnvironment:
    from jinja2 import StrictUndefined  # noqa: PLC0415
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415

    # What comes out is text, never a web page: there is nothing to escape.
    return SandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _template(text: str) -> Template:
    return _environment().from_string(text)


def fill(text: str, name: str, values: dict[str, object]) -> str:
    """Return a skeleton's text with its values put in, as paragraphs separated by a blank line.

    name: the file's, for the Trouble that a mistake in the skeleton raises.
    """
    from jinja2 import TemplateError, TemplateSyntaxError  # noqa: PLC0415

    try:
        return paragraphs(_template(text).render(values))
    except TemplateSyntaxError as error:
        raise _mistake(name, str(error.message), error.lineno) from error
    except (
        TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        raise _mistake(name, str(error), _line_of(error)) from error


def render(language: str, name: str, **values: object) -> str:
    """Return one of our skeletons filled in; the values are named in the skeleton's own head."""
    file = f"{name}.jinja"
    return fill(_text(language, file), f"skeletons/{language}/{file}", dict(values))


@cache
def _text(language: str, file: str) -> str:
    return resources.text("skeletons", language, file)


def paragraphs(text: str) -> str:
    """Return a text with its lines run together into paragraphs; listed lines stay lines."""
    result = []
    for block in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.strip()):
        lines: list[str] = []
        for line in filter(None, (" ".join(raw.split()) for raw in block.split("\n"))):
            if lines and not _LISTED.match(line):
                lines[-1] += f" {line}"
            else:
                lines.append(line)
        result.append("\n".join(lines))
    return "\n\n".join(filter(None, result))


def _line_of(error: Exception) -> int:
    """Return the line of the skeleton that an error came from; 0 if that is not known."""
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _mistake(name: str, problem: str, line: int) -> Trouble:
    return Trouble(
        _("There is a mistake in the letter skeleton: {problem}.").format(
            problem=problem.strip().rstrip(".")
        ),
        place=_("{file}, line {line}").format(file=name, line=line) if line else name,
        kept=_("No letter was changed."),
        remedy=_("Set it right in the file, or take the file of a fresh copy of the program."),
    )
