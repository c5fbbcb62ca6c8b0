"""The asks: an urgent action's points turned into sentences of a letter.

The rules stand in forms/<language>.yaml. What they leave alone stays verbatim; where none fits,
the point is set whole into a neutral sentence. No word of a point is ever dropped, except the
address to the reader that becomes "you".
"""

from __future__ import annotations

import re

from appealdesk.cases import Case, Part, Recipient
from appealdesk.letters import forms, grammar
from appealdesk.letters.address import is_mission
from appealdesk.letters.fields import CLOSE, field

_ENDS = (".", "!", "?", "…")
_CLOSERS = "\"'”’»)]"


def ask_sentences(case: Case, language: str) -> tuple[str, ...]:
    """Return one sentence of a letter in `language` for each of the case's points, in order.

    A point in another language than the letter's cannot be turned: it becomes an unfilled field
    that holds it to translate. Raises Trouble for a language that we have no forms for.
    """
    words = forms.of(language)
    if case.language.partition("-")[0] != language:
        return tuple(
            field(words.fields.translate.format(text=_plain(point.text))) for point in case.points
        )
    turning = _Turning(case, grammar.of(language), words.fields)
    return tuple(turning.sentence(_plain(point.text)) for point in case.points)


def _plain(text: str) -> str:
    return " ".join(text.split())


class _Turning:
    """The turning of one case's points."""

    def __init__(self, case: Case, rules: grammar.Grammar, fields: forms.Fields) -> None:
        self.rules = rules
        self.asks = rules.asks
        self.fields = fields
        targets = case.of(Part.TARGET)
        self.to_authorities = not any(_at_mission(target) for target in targets)
        self.to_one = len(targets) == 1
        self.persons = tuple(person.name for person in case.persons)
        self.lead = self._lead(_plain(case.points_to).rstrip(" :"))
        self.infinitives = bool(rules.ends_infinitive.search(self.lead))

    def _lead(self, line: str) -> str:
        """Return what the line before the points already says: "urging them to", or ""."""
        openings = list(self.rules.opening_within.finditer(line))
        if not openings or not self.rules.ends_lead.search(line):
            return ""
        return line[openings[-1].start() :]

    def sentence(self, point: str) -> str:
        """Return the sentence for one point (a single line of text)."""
        text = self._without_list_end(point)
        if not text:
            return field(self.fields.ask)
        parts = re.split(self.rules.next_sentence, text)
        return " ".join(self._one(part) for part in parts)

    def _one(self, text: str) -> str:
        turned = self._from_opening(text)
        if turned is None:
            turned = self._led(text)
        if turned is None:
            turned = self._from_what_is_asked(text)
        return finished(turned)

    def _led(self, text: str) -> str | None:
        """Return a point that ends the line before the points ("urging them to:" "release ...")."""
        rules = self.rules
        if not self.lead or rules.sentence.match(text) or rules.must.match(text):
            return None
        lead = self.lead
        names = {word for person in self.persons for word in person.split()}
        if self.infinitives and (rules.noun.match(text) or text.split(maxsplit=1)[0] in names):
            return None
        if not self.infinitives and rules.verb.match(text):
            return None
        if rules.begins_infinitive.match(text):
            if not self.infinitives:
                return None
            lead = rules.ends_infinitive.sub("", lead)
        elif rules.negative.match(text):
            return None
        return self._from_opening(f"{lead} {_small(text)}")

    def _without_list_end(self, text: str) -> str:
        text = text.strip()
        while True:
            shorter = self.rules.list_end.sub("", text).rstrip(" ,;:")
            if shorter == text:
                return text
            text = shorter

    # -- "Urging the authorities to ..." ---------------------------------------------------------

    def _from_opening(self, text: str) -> str | None:
        if self.rules.own_words.match(text):
            return field(self.fields.own_words.format(text=text))
        lead = self.rules.led.match(text)
        start = lead.end("lead") if lead else 0
        found = self.rules.opening.match(text, start)
        table = self.rules.openings
        if found is None and not self.infinitives:
            found, table = self.rules.request.match(text, start), self.rules.requests
        if found is None:
            return self._loose(text)
        if self.rules.writer.search(text, found.end()):
            return field(self.fields.own_words.format(text=text))
        tail = text[found.end() :]
        joined = self._joined(tail) if table is self.rules.openings else []
        if joined is None:
            return self.asks.loose.format(point=_small(text))
        said = [text[:start], _said(table, found, whole=True)]
        position = 0
        for match in joined:
            said.append(self._to_reader(tail[position : match.start()]))
            said.append(match["joint"])
            said.append(_said(table, match, whole=match["joint"].startswith(";")))
            position = match.end()
        said.append(self._to_reader(tail[position:]))
        return "".join(said)

    def _loose(self, text: str) -> str | None:
        """Return a point that opens like the others, with a word that we do not know."""
        first = self.rules.like_opening.match(text)
        if first is None or not self.asks.loose or first.group().lower() in self.rules.unlike:
            return None
        if self.rules.writer.search(text):
            return field(self.fields.own_words.format(text=text))
        return self.asks.loose.format(point=_small(text))

    def _joined(self, tail: str) -> list[re.Match[str]] | None:
        """Return the further openings that stand in the same position as the first.

        None when one cannot be sure: another word of that form comes before them ("concern about
        police stopping people and asking for papers").
        """
        found = list(self.rules.joined.finditer(tail))
        if not any(match["and"] or match["joint"].startswith(";") for match in found):
            return []  # ", noting that ..." goes with the sentence as it is
        known = {match.start("word") for match in found}
        for other in self.rules.like_opening.finditer(tail, 0, found[-1].start()):
            if other.start() not in known and other.group().lower() not in self.rules.unlike:
                return None
        return found

    def _to_reader(self, tail: str) -> str:
        """Return " on the authorities to release" as " on you to release", where it is the same."""
        reader = self.asks.reader
        found = self.rules.reader.match(tail)
        if reader is None or found is None:
            return tail
        who = " ".join(found["who"].lower().split())
        if who in reader.one:
            # The one written to; of several, "him" is nobody in this letter.
            say = reader.you if self.to_one else found["who"]
        elif self.to_authorities and not self.rules.not_with_you.search(tail, found.end()):
            say = reader.you
        else:
            say = reader.third if who in reader.pronouns else found["who"]
        return tail[: found.start("who")] + say + tail[found.end("who") :]

    # -- "Release ...", "An investigation into ..." -----------------------------------------------

    def _from_what_is_asked(self, text: str) -> str:
        rules, asks = self.rules, self.asks
        if rules.sentence.match(text) or rules.must.match(text):
            return text
        if negative := rules.negative.match(text):
            return asks.asked_not.format(point=text[negative.end() :])
        if infinitive := rules.begins_infinitive.match(text):
            return asks.asked.format(point=text[infinitive.end() :])
        if rules.verb.match(text):
            return asks.asked.format(point=_small(text))
        if rules.that.match(text):
            return asks.that.format(point=_small(text))
        if rules.noun.match(text):
            return asks.noun.format(point=_small(text))
        return asks.whole.format(point=text)


def _at_mission(target: Recipient) -> bool:
    """Tell whether an embassy is written to: "the authorities" are others then."""
    lines = (target.name, target.role, *target.address)
    return target.embassy or any(is_mission(line) for line in lines)


def _said(table: dict[str, str], found: re.Match[str], *, whole: bool) -> str:
    """Return what the letter says for an opening: "I urge", or "urge" where one is joined on."""
    word = " ".join(found["word"].lower().split())
    subject, _bar, verb = table[word].partition("|")
    return (subject if whole else "") + found["adverb"].lower() + verb


def _small(text: str) -> str:
    """Return a text with a small first letter, unless its first word is in capitals ("UN")."""
    first = text.split(maxsplit=1)[0]
    return text if len(first) > 1 and first[1].isupper() else text[:1].lower() + text[1:]


def finished(text: str) -> str:
    """Return a text as a sentence: a capital first, a full stop last."""
    text = text.strip()
    text = text[:1].upper() + text[1:]
    return text if text.rstrip(_CLOSERS).endswith(_ENDS) or text.endswith(CLOSE) else f"{text}."
