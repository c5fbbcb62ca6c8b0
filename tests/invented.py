"""Invented people, officials and urgent actions that tests of several rooms use."""

from __future__ import annotations

import datetime as dt

from appealdesk.cases import (
    Case,
    Document,
    Doubt,
    Doubtful,
    Line,
    Part,
    Person,
    Point,
    Recipient,
    Source,
)
from appealdesk.letters import Identity, Sender

MINISTER = Recipient(
    number=1,
    name="Orhan Velidov",
    role="Minister of Internal Affairs",
    address=("12 Fountain Street", "370001 Baku", "Azerbaijan"),
    country="AZ",
    fax=("+994 12 555 01 01",),
    email=("minister@mia.example",),
    salutation="Dear Minister",
)
PROSECUTOR = Recipient(
    number=2,
    name="Leyla Hasanzade",
    role="Prosecutor General",
    address=("7 Quarry Lane", "370601 Baku", "Azerbaijan"),
    country="AZ",
    salutation="Dear Prosecutor General",
)
OMBUDSMAN = Recipient(
    number=3,
    part=Part.COPY,
    name="Rauf Tagiyev",
    role="Commissioner for Human Rights",
    address=("40 Garden Avenue", "370000 Baku", "Azerbaijan"),
    country="AZ",
    doubts=(Doubt(field="salutation", problem=Doubtful.MISSING, source=Source(line=9, last=12)),),
)
PRISONER = Recipient(
    number=4,
    part=Part.OTHER,
    name="Samir Quliyev",
    address=("Prison No. 13", "Baku", "Azerbaijan"),
    country="AZ",
)

SENDER = Sender(
    name="Maud Ekström-Lavoie",
    address=("12 Rue des Tilleuls", "1000 Bruxelles"),
    country="BE",
    email="maud@post.example",
    phone="+32 2 555 01 23",
    place="Bruxelles",
    language="en",
    identity=Identity.FULL,
)


def a_case() -> Case:
    """Return an urgent action with two targets, a copy, a prisoner's address and two doubts."""
    return Case(
        reference="UA 31/25",
        index="EUR 55/0042/2025",
        title="Journalist held without contact: Samir Quliyev",
        persons=(Person(name="Samir Quliyev", pronoun="he/him"),),
        country="AZ",
        summary="On 4 March journalist Samir Quliyev was taken from his home in Baku.",
        situation="His family has not been told where he is held.",
        points=(
            Point(text="Urging the authorities to release Samir Quliyev immediately;"),
            Point(text="Calling on them to ensure that he has access to a lawyer of his choice;"),
            Point(text="Expressing concern that he may be ill-treated."),
        ),
        recipients=(MINISTER, PROSECUTOR, OMBUDSMAN, PRISONER),
        languages=("az",),
        own_language=True,
        deadline=dt.date(2025, 4, 20),
        doubts=(Doubt(field="deadline", problem=Doubtful.PAST, source=Source(line=20, last=20)),),
    )


def a_document() -> Document:
    """Return a short text document; its words do not matter."""
    words = ("URGENT ACTION", "", "Journalist held without contact: Samir Quliyev")
    lines = tuple(Line(number=at, text=text) for at, text in enumerate(words, start=1))
    return Document(name="ua-31-25.txt", format="text", lines=lines)
