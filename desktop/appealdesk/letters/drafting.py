"""The first draft of a case's letters, in the urgent action's own words."""

from __future__ import annotations

import re

from appealdesk.cases import Case, Part
from appealdesk.errors import Trouble
from appealdesk.letters import forms, skeletons
from appealdesk.letters.asks import ask_sentences, finished
from appealdesk.letters.composing import persons_named
from appealdesk.letters.fields import field
from appealdesk.letters.model import Draft, Sender
from appealdesk.translation import _

LEAD = 700
"""The most characters of a case's story in a letter, when it has no lead: about seven lines, so
that a letter of four asks stays on one page."""

# Not "[sic]", nor a letter changed in a quotation ("[t]he").
_BRACKETS = re.compile(r"\[(?!sic\])([^\[\]]{4,})\]")
_SENTENCE_END = re.compile(r"(?<=\w{4}[.!?])\s+(?=[^\sa-z])")


def letter_languages() -> tuple[str, ...]:
    """Return the languages (ISO 639-1) in which we can draft letters."""
    return skeletons.languages()


def first_draft(
    case: Case, sender: Sender | None, *, language: str | None = None, prompts: bool = True
) -> Draft:
    """Return a draft of a case's letters, every target and copy ticked and every ask made.

    language: of the letters; None to choose one (see best_language)
    prompts:  whether to leave a place for the writer's own sentence
    Raises Trouble for a stop action, and for a language without skeletons.
    """
    if case.stop:
        raise Trouble(
            _("This urgent action has been stopped: no more appeals are to be sent."),
            kept=_("The letters that are written already are kept."),
            remedy=_("Ask your section office if you think that an appeal could still help."),
        )
    chosen = language or best_language(case, sender)
    numbers = tuple(r.number for r in case.recipients if r.part is not Part.OTHER)
    targets = case.of(Part.TARGET)
    return Draft(
        language=chosen,
        layout=(sender.layout if sender is not None else "") or Draft().layout,
        recipients=numbers,
        shown=targets[0].number if targets else next(iter(numbers), 0),
        asks=tuple(range(len(case.points))),
        body=_body(case, chosen, prompts=prompts),
        note=skeletons.render(
            chosen,
            "note",
            persons=persons_named(case, chosen, at_most=5),
            recipients=forms.of(chosen).recipients,
        ),
    )


def best_language(case: Case, sender: Sender | None) -> str:
    """Return the language to draft in, of those we have.

    The document's own comes first, for only in it the asks can be made from the document's words:
    a letter that is complete is offered before one that is still to be translated. Where we lack
    it: the sender's, if the action allows it; one that the action names; English.
    """
    wanted = [case.language.partition("-")[0]]
    if case.own_language and sender is not None:
        wanted.append(sender.language.partition("-")[0])
    wanted += case.languages
    have = letter_languages()
    return next((language for language in wanted if language in have), "en")


def _body(case: Case, language: str, *, prompts: bool) -> str:
    fields = forms.of(language).fields
    own = field(fields.own) if prompts else ""
    if case.model_letter.strip():
        model = _in_language(_with_fields(case.model_letter.strip()), case, language)
        return f"{model}\n\n{own}".strip()
    what = _what_happened(case)
    return skeletons.render(
        language,
        "appeal",
        persons=persons_named(case, language, at_most=5),
        named=any(what.startswith(person.name) for person in case.persons if person.name),
        what=_in_language(what, case, language) or field(fields.about),
        asks=list(ask_sentences(case, language)) or [field(fields.ask)],
        own=own,
    )


def _with_fields(model: str) -> str:
    """Return a model letter with what it leaves to the writer ("[your profession]") as fields."""
    return _BRACKETS.sub(lambda found: field(found.group(1)), model)


def _in_language(text: str, case: Case, language: str) -> str:
    """Return a text of the document, as a field to translate when the letter's language differs."""
    if not text or case.language.partition("-")[0] == language:
        return text
    return field(forms.of(language).fields.translate.format(text=text))


def _what_happened(case: Case) -> str:
    """Return the lead, or the beginning of the story up to the end of a sentence; "" for none."""
    if case.summary.strip():
        return finished(" ".join(case.summary.split()))
    first = " ".join(re.split(r"\n\s*\n", case.situation.strip(), maxsplit=1)[0].split())
    if len(first) <= LEAD:
        return finished(first) if first else ""
    ends = [found.start() for found in _SENTENCE_END.finditer(first) if found.start() <= LEAD]
    return first[: ends[-1]] if ends else ""
