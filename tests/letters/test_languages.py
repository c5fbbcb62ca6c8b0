"""Letters in French, German, Spanish and Russian, from documents in those languages."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.cases import Case, Part, Person, Point, Recipient
from appealdesk.letters import (
    Draft,
    Letter,
    Sender,
    ask_sentences,
    compose,
    first_draft,
    letter_languages,
    salutation_is_ours,
)
from appealdesk.letters.fields import fields_in

TWO = (Recipient(number=1, role="Governor"), Recipient(number=2, role="Mayor"))
DAY = dt.date(2026, 12, 1)


def sentence(point: str, language: str, recipients: tuple[Recipient, ...] = TWO) -> str:
    case = Case(language=language, points=(Point(text=point),), recipients=recipients)
    return ask_sentences(case, language)[0]


@pytest.mark.parametrize(
    ("language", "point", "said"),
    [
        ("fr", "exprimez votre inquiétude quant au sort d’Ana ;",
         "J’exprime mon inquiétude quant au sort d’Ana."),
        ("fr", "demandez que le lieu soit révélé ;", "Je demande que le lieu soit révélé."),
        ("fr", "appelez-les à veiller à leur santé ;",
         "J’appelle les autorités à veiller à leur santé."),
        ("fr", "exhortez le maire à agir et demandez une enquête ;",
         "J’exhorte le maire à agir et demande une enquête."),
        ("fr", "Libérez Ana Ruiz immédiatement", "Libérez Ana Ruiz immédiatement."),
        ("fr", "l’ouverture d’une enquête ;", "Je demande l’ouverture d’une enquête."),
        ("fr", "visites médicales", "Je demande ce qui suit : visites médicales."),
        ("de", "fordern Sie die Freilassung von Ana Ruiz.",
         "Ich fordere die Freilassung von Ana Ruiz."),
        ("de", "Dringen Sie darauf, dass sie freikommt;", "Ich dringe darauf, dass sie freikommt."),
        ("de", "Stellen Sie bitte sicher, dass sie freikommt.",
         "Stellen Sie bitte sicher, dass sie freikommt."),
        ("de", "äußern Sie Ihre Sorge um Ana Ruiz und bitten Sie um Auskunft",
         "Ich äußere meine Sorge um Ana Ruiz und bitte um Auskunft."),
        ("de", "eine unabhängige Untersuchung", "Ich bitte um eine unabhängige Untersuchung."),
        ("de", "dass sie freikommt", "Ich bitte darum, dass sie freikommt."),
        ("de", "ein Ende der Haft", "Ich bitte um Folgendes: ein Ende der Haft."),
        ("es", "expresando preocupación por Ana Ruiz;", "Expreso mi preocupación por Ana Ruiz."),
        ("es", "instando a las autoridades a que actúen y pidiendo una investigación;",
         "Insto a las autoridades a que actúen y pido una investigación."),
        ("es", "rechazando la violencia;", "Le escribo rechazando la violencia."),
        ("es", "Que se investigue el incendio;", "Pido que se investigue el incendio."),
        ("ru", "призывая власти освободить Анну Руис;", "Я призываю власти освободить Анну Руис."),
        ("ru", "выражая обеспокоенность и требуя расследования;",
         "Я выражаю обеспокоенность и требую расследования."),
        ("ru", "освободить Анну Руис", "Прошу о следующем: освободить Анну Руис."),
    ],
)  # fmt: skip
def test_points_become_sentences_in_their_own_language(
    language: str, point: str, said: str
) -> None:
    assert sentence(point, language) == said


def test_a_german_official_is_asked_directly_when_one_is_written_to() -> None:
    point = "fordern Sie ihn auf, Ana Ruiz freizulassen"
    assert sentence(point, "de", TWO[:1]) == "Ich fordere Sie auf, Ana Ruiz freizulassen."
    assert sentence(point, "de") == "Ich fordere ihn auf, Ana Ruiz freizulassen."


def test_what_depends_on_the_writer_is_left_to_the_writer() -> None:
    assert fields_in(sentence("dites-vous préoccupé par son état ;", "fr"))
    assert fields_in(sentence("Zeigen Sie sich besorgt über den Fall", "de"))


def letter(language: str, recipient: Recipient, sender: Sender | None = None) -> Letter:
    case = Case(language=language, persons=(Person(name="Ana Ruiz"),), summary="Ana.")
    return compose(case, recipient, sender, Draft(language=language), DAY)


@pytest.mark.parametrize(
    ("language", "role", "printed", "greeting", "closing"),
    [
        ("fr", "Ministre de la Justice", "", "Excellence,",
         "Veuillez agréer, Excellence, l’expression de ma très haute considération."),
        ("fr", "Directeur de la prison", "", "Madame, Monsieur,",
         "Veuillez agréer, Madame, Monsieur, l’expression de mes salutations distinguées."),
        ("fr", "", "Monsieur le Procureur", "Monsieur le Procureur,",
         "Veuillez agréer, Monsieur le Procureur, l’expression de ma haute considération."),
        ("de", "MINISTERPRÄSIDENT", "", "Exzellenz,", "Mit vorzüglicher Hochachtung"),
        ("de", "Leiter der Haftanstalt", "", "Sehr geehrte Damen und Herren,",
         "Mit freundlichen Grüßen"),
        ("de", "", "Dear Governor / Sehr geehrter Herr Gouverneur",
         "Sehr geehrter Herr Gouverneur,", "Mit freundlichen Grüßen"),
        ("es", "Ministra de Defensa", "", "Excelencia:", "Respetuosamente,"),
        ("es", "", "Estimado Sr. Alcalde", "Estimado Sr. Alcalde:", "Atentamente,"),
        ("ru", "", "Уважаемый Иван Иванович", "Уважаемый Иван Иванович!", "С уважением,"),
        ("ru", "посол", "", "Ваше Превосходительство!", "Примите уверения в моём высоком почтении,"),
    ],
)  # fmt: skip
def test_the_closing_fits_the_salutation(
    language: str, role: str, printed: str, greeting: str, closing: str
) -> None:
    said = letter(language, Recipient(number=1, role=role, salutation=printed))
    assert (said.salutation, said.closing) == (greeting, closing)


def test_an_english_salutation_gives_way_to_ours_in_a_french_letter() -> None:
    recipient = Recipient(number=1, role="Minister of Justice", salutation="Dear Minister")
    assert letter("fr", recipient).salutation == "Excellence,"
    assert salutation_is_ours(recipient, Draft(language="fr"), 1)
    assert not salutation_is_ours(recipient, Draft(language="en"), 1)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Namur, le 1er décembre 2026"),
        ("de", "Namur, den 1. Dezember 2026"),
        ("es", "Namur, 1 de diciembre de 2026"),
        ("ru", "Namur, 1 декабря 2026\u00a0г."),
    ],
)
def test_place_and_date_are_written_as_the_language_does(language: str, line: str) -> None:
    sender = Sender(name="Jo Hale", country="BE", place="Namur")
    assert letter(language, TWO[0], sender).dateline == line


@pytest.mark.parametrize("language", letter_languages())
def test_a_letter_and_a_note_are_whole_in_every_language(language: str) -> None:
    case = Case(
        language=language,
        reference="UA 1/26",
        persons=(Person(name="Ana Ruiz"),),
        summary="Текст Ana.",
        points=(Point(text="AAA bbb"),),
        recipients=(TWO[0], Recipient(number=2, part=Part.COPY, name="Luz Sol")),
    )
    draft = first_draft(case, None, prompts=False)
    assert draft.language == language
    assert fields_in(draft.body) == ()
    assert "AAA bbb." in draft.body
    note = compose(case, case.recipients[1], None, draft, DAY)
    assert "Governor" in note.body
    assert "{" not in note.body
    appeal = compose(case, case.recipients[0], None, draft, DAY)
    assert appeal.copies == ("Luz Sol",)
    assert appeal.copies_label.endswith(":")


@pytest.mark.parametrize("language", letter_languages())
def test_asks_in_another_language_wait_for_their_translation(language: str) -> None:
    case = Case(
        language="it", summary="Ana è stata arrestata.", points=(Point(text="chiedendo aiuto"),)
    )
    draft = first_draft(case, None, language=language, prompts=False)
    about, ask = fields_in(draft.body)
    assert about.endswith("Ana è stata arrestata.")
    assert ask.endswith("chiedendo aiuto")


WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "et demandez", "und fordern Sie", "y pidiendo", "и требуя", "Ana", "ihnen", "leurs",
                "and urging", "les autorités", "die Behörden",
            ]
        ),
        st.text(st.characters(categories=["L", "N", "Po"]), min_size=1, max_size=9),
    ),
    min_size=1,
    max_size=9,
)  # fmt: skip
OPENINGS = st.sampled_from(
    ["", "demandez", "exprimez votre vive", "fordern Sie", "Stellen Sie", "instando a", "призывая",
     "la", "dass", "que", "Libérez", "de", "rechazando"]
)  # fmt: skip
TURNED = re.compile(
    r"(?i)^(demandez|exprimez|votre|fordern|sie|instando|призывая|pidiendo|требуя|und|and|urging)$"
)


@given(st.sampled_from(letter_languages()), OPENINGS, WORDS)
def test_no_word_of_a_point_is_lost_in_any_language(
    language: str, opening: str, words: list[str]
) -> None:
    point = f"{opening} {' '.join(words)}"
    said = sentence(point, language)
    there = {word.casefold() for word in re.findall(r"\w+", said)}
    for word in re.findall(r"\w{3,}", point):
        assert TURNED.match(word) or word.casefold() in there, (point, said)
