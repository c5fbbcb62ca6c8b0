"""The same workbench, from a terminal: `appealdesk read` and `appealdesk write`."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from appealdesk import __version__, cases, letters
from appealdesk.cases import Case, Doubt, Doubtful, Part, Recipient
from appealdesk.errors import Trouble
from appealdesk.letters import Identity, Sender
from appealdesk.paper import Sheets
from appealdesk.translation import _
from appealdesk.workbench import FORMATS, Work, export, opening, read_sender, sending, sheets, works

DONE, FAILED, UNREADABLE, DOUBTFUL = 0, 1, 2, 3


def run(arguments: Sequence[str]) -> int:
    """Run a command and return the exit status (the contract of design.md, section 4)."""
    _speak_utf8()
    asked = _parser().parse_args(arguments)
    try:
        status: int = asked.command(asked)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return UNREADABLE if isinstance(trouble, cases.Unreadable) else FAILED
    except BrokenPipeError:  # `appealdesk read ... | head`: nobody listens any more
        sys.stderr.close()
        return DONE
    return status


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="appealdesk",
        description=_("From an urgent action to letters in the post."),
        epilog=_("Without a command: opens the window, with the document given."),
    )
    parser.add_argument("--version", action="version", version=f"Appeal Desk {__version__}")
    commands = parser.add_subparsers(required=True)

    read = commands.add_parser("read", help=_("print what documents say"))
    read.add_argument("files", nargs="+", metavar="FILE")
    form = read.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("one JSON object a line (default)"))
    form.add_argument("--yaml", action="store_true", help=_("a case file that can be edited"))
    read.set_defaults(command=_read)

    write = commands.add_parser("write", help=_("draft and export letters"))
    write.add_argument("file", metavar="FILE", help=_("a document or a case file"))
    write.add_argument("--out", required=True, metavar="DIR", type=Path)
    write.add_argument("--case", default=1, type=int, metavar="N", help=_("of several cases"))
    write.add_argument("--to", default="targets", help="targets | copies | all | 1,3")
    write.add_argument("--sender", type=Path, metavar="FILE.yaml")
    write.add_argument("--identity", choices=[level.value for level in Identity])
    write.add_argument("--language", metavar="xx")
    write.add_argument("--layout", metavar="NAME")
    write.add_argument("--date", type=_date, metavar="YYYY-MM-DD")
    write.add_argument("--format", default="pdf", metavar=",".join(FORMATS))
    write.add_argument(
        "--together", action="store_true", help=_("all letters in one PDF, with a cover sheet")
    )
    write.add_argument(
        "--duplex", action="store_true", help=_("there, blank backs for printing on both sides")
    )
    write.add_argument("--envelopes", metavar="SIZE", help="dl | c5 | c6 | 10 | 9")
    write.add_argument("--labels", metavar="NAME", help="l7160 | l7163 | 5160 | 5163 | FILE.yaml")
    write.add_argument("--start", type=int, default=1, metavar="N", help=_("the first free label"))
    write.add_argument("--copies", type=int, default=1, metavar="N", help=_("labels an address"))
    write.add_argument("--fax", action="store_true", help=_("also as a fax, with its sheet"))
    write.add_argument("--slips", action="store_true", help=_("also address slips to cut out"))
    write.add_argument("--strict", action="store_true", help=_("stop at open doubts (exit 3)"))
    write.set_defaults(command=_write)
    return parser


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("{text} is not a date like 2026-11-24").format(text=text)
        ) from None


def _read(asked: argparse.Namespace) -> int:
    status = DONE
    for name, found in opening.open_files([Path(name) for name in asked.files]):
        if isinstance(found, Trouble):
            status = UNREADABLE
            print(json.dumps({"file": str(name), "error": str(found)}, ensure_ascii=False))
            continue
        held = [case for _document, case in found]
        if asked.yaml:
            print("---\n".join(cases.dump_case_file(case) for case in held), end="")
        else:
            print(json.dumps(cases.as_record(str(name), *held), ensure_ascii=False))
        sys.stdout.flush()
    return status


def _write(asked: argparse.Namespace) -> int:
    formats = _formats(asked.format)
    _must_belong(asked)
    sender = read_sender(asked.sender) if asked.sender else None
    found = opening.open_file(Path(asked.file))
    if not 1 <= asked.case <= len(found):
        raise Trouble(
            _("There is no case {number} in this document.").format(number=asked.case),
            remedy=_("Choose one from 1 to {count}.").format(count=len(found)),
        )
    document, case = found[asked.case - 1]
    if len(found) > 1:
        _warn(
            _("{count} cases in this document; letters are made for number {number}.").format(
                count=len(found), number=asked.case
            )
        )
    work = _drafted(asked, (document, case), sender)
    numbers = _chosen(case, asked.to)
    on = asked.date or dt.datetime.now().astimezone().date()
    if _told_doubts(_on_the_day(case, on), numbers) and asked.strict:
        print(_("Open doubts: no letter was made."), file=sys.stderr)
        return DOUBTFUL
    work = _ticked(work, numbers)
    if asked.together:
        formats = tuple(one for one in formats if one != "pdf")
    beside = list(_sheets(asked, work, numbers, sender, on))  # a wrong size stops before any file
    for path in sending.save_letters(work, numbers, sender, on, asked.out, formats=formats):
        print(path)
    for name, pages in beside:
        print(sending.save_sheets(pages, on, asked.out / f"{name}.pdf"))
    return DONE


def _on_the_day(case: Case, on: dt.date) -> Case:
    """Return the case with a doubt on its deadline, if the letters are written after it."""
    if case.deadline is None or case.deadline >= on:
        return case
    past = Doubt(field="deadline", problem=Doubtful.PAST, source=case.sources.get("deadline"))
    return replace(case, doubts=(*case.doubts, past))


def _sheets(
    asked: argparse.Namespace,
    work: Work,
    numbers: tuple[int, ...],
    sender: Sender | None,
    on: dt.date,
) -> Iterator[tuple[str, Sheets]]:
    """Yield what goes with the letters, each with the name of its file."""
    case = export.case_stem(work.case)
    if asked.together:
        pile = sheets.pile(work, numbers, sender, on, cover=True, duplex=asked.duplex)
        yield f"{case} - {_('letters')}", pile
    posted: tuple[int, ...] = ()
    if asked.envelopes or asked.labels or asked.slips:
        posted = sheets.by_post(work, numbers)
        _tell_left_out(work, numbers, posted, _("{name} has no postal address and is left out."))
    if asked.envelopes and posted:
        yield f"{case} - {_('envelopes')}", sheets.envelopes(work, posted, sender, asked.envelopes)
    if asked.labels and posted:
        sheet = sheets.label_sheet(asked.labels)
        pages = sheets.labels(work, posted, sender, sheet, start=asked.start, copies=asked.copies)
        yield f"{case} - {_('labels')}", pages
    if asked.slips and posted:
        yield f"{case} - {_('address slips')}", sheets.slips(work, posted, sender)
    if asked.fax:
        faxed = sheets.by_fax(work, numbers)
        _tell_left_out(work, numbers, faxed, _("{name} has no fax number and is left out."))
        for number in faxed:
            stem = export.file_stem(work.case, works.recipient(work, number))
            yield f"{stem} - {_('fax')}", sheets.fax(work, number, sender, on)


def _tell_left_out(
    work: Work, numbers: tuple[int, ...], reached: tuple[int, ...], words: str
) -> None:
    for number in numbers:
        if number not in reached:
            _warn(words.format(name=letters.short_name(works.recipient(work, number))))


def _drafted(asked: argparse.Namespace, found: opening.Found, sender: Sender | None) -> Work:
    """Return the case with its letters drafted; raises Trouble for a stop action."""
    document, case = found
    draft = letters.first_draft(case, sender, language=asked.language, prompts=False)
    identity = asked.identity or (sender.identity if sender else Identity.NONE)
    layout = asked.layout or (sender.layout if sender else "") or draft.layout
    draft = replace(draft, identity=Identity(identity), layout=layout)
    return Work(id=0, document=document, case=case, draft=draft)


def _ticked(work: Work, numbers: tuple[int, ...]) -> Work:
    """Return the letters with these recipients ticked; copies are always named in a letter."""
    copies = (one.number for one in work.case.of(Part.COPY))
    draft = replace(work.draft, recipients=tuple(sorted({*numbers, *copies})))
    return replace(work, draft=draft)


def _must_belong(asked: argparse.Namespace) -> None:
    """Refuse an option that would do nothing, as what it belongs to is not asked for."""
    for option, given, other, there in (
        ("--duplex", asked.duplex, "--together", asked.together),
        ("--start", asked.start != 1, "--labels", asked.labels),
        ("--copies", asked.copies != 1, "--labels", asked.labels),
    ):
        if given and not there:
            raise Trouble(
                _("{option} does nothing without {other}.").format(option=option, other=other),
                remedy=_("Add {other}, or leave {option} out.").format(option=option, other=other),
            )


def _formats(text: str) -> tuple[str, ...]:
    chosen = tuple(part.strip() for part in text.split(",") if part.strip())
    unknown = [one for one in chosen if one not in FORMATS]
    if unknown or not chosen:
        raise Trouble(
            _("{what} is no format for letters.").format(what=", ".join(unknown) or text),
            remedy=_("Choose from: {formats}.").format(formats=", ".join(FORMATS)),
        )
    return chosen


def _chosen(case: Case, to: str) -> tuple[int, ...]:
    """Return the numbers of the recipients asked for; raises Trouble when there is none."""
    parts = {
        "targets": {Part.TARGET},
        "copies": {Part.COPY},
        "all": {Part.TARGET, Part.COPY},
    }
    writable = [one for one in case.recipients if one.part is not Part.OTHER]
    if to in parts:
        chosen = [one for one in writable if one.part in parts[to]]
    else:
        wanted = {part.strip() for part in to.split(",")}
        chosen = [one for one in writable if str(one.number) in wanted]
        missing = wanted - {str(one.number) for one in chosen}
        if missing:
            raise Trouble(
                _("There is no recipient {number} to write to.").format(
                    number=", ".join(sorted(missing))
                ),
                remedy=_("There are: {list}.").format(list=_listed(writable)),
            )
    if not chosen:
        raise Trouble(
            _("The document names nobody to write to."),
            remedy=_("Open it in the window and add a recipient there."),
        )
    return tuple(one.number for one in chosen)


def _listed(recipients: Sequence[Recipient]) -> str:
    return ", ".join(f"{one.number} {letters.short_name(one)}" for one in recipients)


def _told_doubts(case: Case, numbers: tuple[int, ...]) -> int:
    """Print the doubts that touch these letters as warnings, and return how many there are."""
    count = 0
    for number, doubt in works.doubts_of(case):
        if number and number not in numbers:
            continue
        count += 1
        words = cases.describe(doubt)
        if doubt.source:
            words = _("line {number}: {doubt}").format(number=doubt.source.line, doubt=words)
        _warn(words)
    return count


def _warn(text: str) -> None:
    print(_("Please check: {text}").format(text=text), file=sys.stderr)
