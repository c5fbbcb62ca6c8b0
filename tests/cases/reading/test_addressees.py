"""Who is an addressee and who is none, and what of a block is name, office and address. All invented."""

from __future__ import annotations

import pytest

from appealdesk.cases import Part

from .test_recipients import LETTER, case, doubted, said, under

STREET = ("1 Hill Road", "Lusaka", "Zambia")


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("Attorney General", "Hon. Sheriff Banda-Phiri"),
        ("Secretary of Mines", "Hon. Perfecto R. Yumul Jr."),
        ("Minister of Justice", "Barr. Chukwu Nwafor-Obi, SAN"),
        ("Speaker of Parliament", "Mr. Yahya Abdul-Karim al-Ra'i"),
        ("General Delegate for Prison Administration", "Hafid Bencheda"),
        ("Coordonnatrice de la Dynamique Amina", "Madame Zawa Furaha"),
        ("Direttore dell'Ufficio politico", "Maggior generale Mutah al-Qadi"),
        ("Президент Утопии", "Рамиз Агапов"),
        ("Начальнику Департамента исполнения наказаний", "Ковалю Сергею Антоновичу"),
        ("المفوضة الوطنية لحقوق الإنسان", "السيدة زهية مراد"),
    ],
)
def test_names_and_offices_of_many_countries_are_known_as_such(role: str, name: str) -> None:
    (entry,) = under("APPEALS TO:", role, name, *STREET)
    assert said(entry) == (role, name, "1 Hill Road, Lusaka, Zambia")


def test_an_office_wrapped_before_its_last_word_is_one_office() -> None:
    (entry,) = under(
        "APPEALS TO:", "Director General of the National", "Intelligence Agency", "Ali Roe", *STREET
    )
    assert said(entry)[:2] == ("Director General of the National Intelligence Agency", "Ali Roe")


@pytest.mark.parametrize("note", ["NGO", "(newspaper)", "Human rights organization"])
def test_a_word_for_what_an_addressee_is_belongs_to_no_field(note: str) -> None:
    (entry,) = under("COPIES TO:", note, "Nuestra Umoja", "12 Hill Road, Lusaka, Zambia")
    assert said(entry) == ("Nuestra Umoja", "", "12 Hill Road, Lusaka, Zambia")
    assert note in entry.notices


def test_an_institution_and_its_street_in_one_line_are_told_apart() -> None:
    (entry,) = under("COPIES TO:", "Comité de Madres, Apartado Postal 12, Quito,", "Ecuador")
    assert said(entry) == ("Comité de Madres", "", "Apartado Postal 12, Quito, Ecuador")
    (entry,) = under(
        "COPIES TO:", "M. Luc Tchoumi, Ministre de la Justice, BP 12, Bujumbura, Burundi"
    )
    assert said(entry) == ("Ministre de la Justice", "M. Luc Tchoumi", "BP 12, Bujumbura, Burundi")


def test_a_bare_name_that_reaches_nobody_is_no_addressee() -> None:
    found = case(
        "APPEALS TO:\nMinister of Justice\nAli Roe\n1 Hill Road\nLusaka, Zambia\n\n"
        "cc: Jane Doe\n    Ombudsman\n    PO Box 12, Lusaka, Zambia\n    Fax: +260 1 555 014\n"
        "    The Honorable Nadir M. Al Kit\n"
    )
    assert [entry.name for entry in found.recipients] == ["Ali Roe", "Jane Doe"]
    assert "recipients" in {doubt.field for doubt in found.doubts}


def test_a_disguised_e_mail_is_nobodys_name() -> None:
    found = under("APPEALS TO:", "Minister of Justice", *STREET, "minister[at]justice.example")
    assert [(entry.role, entry.email) for entry in found] == [
        ("Minister of Justice", ("minister@justice.example",))
    ]


def test_lines_a_blank_line_apart_are_one_address_where_all_of_the_document_is_so() -> None:
    found = under(
        "APPEALS TO:\n",
        "\n\n".join(("Minister of Justice", "Ali Roe", *STREET)),
        "\nCOPIES TO:\n",
        "Mr Ben Doe\n\nChairman, Human Rights Board\n\n12 Low Lane, Lusaka, Zambia",
    )
    assert [entry.name for entry in found] == ["Ali Roe", "Mr Ben Doe"]


def test_postcards_to_a_prisoner_are_no_appeals() -> None:
    (entry,) = under(
        "Bitte schicken Sie Postkarten ohne politischen Inhalt an:",
        "Mr Ali Banda",
        "Prison No. 1, Hall 10",
        *STREET,
    )
    assert entry.part is Part.OTHER


FLAT = (
    "Free the editor Ali Banda now! Ali Banda was arrested in May and is held without charge, "
    "although a court ordered his release in June and the prosecutor promised to obey. "
    + "His wife has seen him once and says that he is ill and needs a doctor. "
    * 8
)


def test_addresses_of_a_text_that_lost_its_line_ends_are_read_and_doubted() -> None:
    found = case(
        FLAT + "PLEASE SEND YOUR LETTERS TO: 1. Mr. T. M. Mwale Attorney General Attorney "
        "General's Department Lusaka 12 ZAMBIA Fax: +260 1 555 421 E-mail: ag@law.example 2. Mr. "
        "Upali Phiri Chief Minister of Lusaka H-55 Mall Road Lusaka ZAMBIA Fax: +260 1 555 065"
    )
    assert [(entry.role, entry.name) for entry in found.recipients] == [
        ("Attorney General", "Mr. T. M. Mwale"),
        ("Chief Minister of Lusaka", "Mr. Upali Phiri"),
    ]
    assert found.recipients[1].address == ("H-55 Mall Road Lusaka ZAMBIA",)
    for entry in found.recipients:
        assert {"name", "role", "address"} <= {doubt.field for doubt in entry.doubts}


def test_lines_glued_together_without_a_blank_are_lines_again() -> None:
    found = case(
        FLAT.strip() + "Contact these officials by 12 March, 2018:Cabinet Secretary for "
        "ForestsProf. Judith PhiriMinistry of Lands and ForestsMulti House, 12th floor, Mill "
        "LanePO Box 30 Lusaka, ZambiaEmail: cs@lands.exampleTwitter: @CSPhiriSalutation: Dear "
        "Secretary2) LET US KNOW"
    )
    (entry,) = found.recipients
    assert said(entry)[:2] == ("Cabinet Secretary for Forests", "Prof. Judith Phiri")
    assert entry.address[-1] == "PO Box 30 Lusaka, Zambia"
    assert (entry.email, entry.salutation) == (("cs@lands.example",), "Dear Secretary")


def test_a_letter_in_a_text_that_lost_its_line_ends_begins_below_its_address_and_ends() -> None:
    found = case(
        "His Majesty King Fahim bin Omar Al Rasim C/o Embassy of Zambia 99 Mill Row Dublin 2 Your "
        "Majesty, I write about Ali Banda, an editor, who has been held since May without charge. "
        "I ask you to release him. Yours sincerely, Sign the petition Name Email County Phone"
    )
    (king,) = found.recipients
    assert (king.name, king.salutation) == (
        "His Majesty King Fahim bin Omar Al Rasim",
        "Your Majesty",
    )
    assert found.model_letter.startswith("I write about")
    assert found.model_letter.endswith("release him.")


def test_an_addressee_is_found_behind_the_asks_of_a_sentence() -> None:
    found = case(
        "Ali Banda, a former teacher, is serving twelve years in a labour camp in Zambia.\n\n"
        "+ Please write courteous letters, calling for his release, and asking that he be given "
        "the treatment he needs, to: Ben Mwale, Minister of the Interior, 60 Hill Road, Lusaka, "
        "Republic of Zambia.\n"
    )
    (entry,) = found.recipients
    assert said(entry) == (
        "Minister of the Interior",
        "Ben Mwale",
        "60 Hill Road, Lusaka, Republic of Zambia",
    )
    assert {"name", "role", "address"} <= {doubt.field for doubt in entry.doubts}


@pytest.mark.parametrize(
    "heading",
    [
        "Bitte faxt an:",
        "Gli indirizzi sono questi:",
        "وابعثوا بنسخ إلى:",
        "Senden Sie bitte eine Kopie Ihres Schreibens an:**",
        "Send a copy to the embassy",
    ],
)
def test_headings_of_addresses_in_many_words(heading: str) -> None:
    (entry,) = under(heading, "Minister of Justice", "Ali Roe", *STREET)
    assert entry.name == "Ali Roe"


def test_what_stands_before_the_colon_of_copies_is_nobodys_name() -> None:
    minister = "Minister of Justice\nAli Roe\n1 Hill Road\nLusaka, Zambia\n\n"
    for line in (
        "Copies to the union: Ibex Workers Solidarity, Fax +260 1 555 102",
        "Copia all'Ibex Workers Solidarity, fax +260 1 555 102",
    ):
        _, copy = case("APPEALS TO:\n" + minister + line + "\n").recipients
        assert (copy.part, copy.role) == (Part.COPY, "Ibex Workers Solidarity")


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("Fax: +260 1 555 131 / 2", ("+260 1 555 131", "+260 1 555 132")),
        ("Fax: 0090/312/5550476", ("0090/312/5550476",)),
        ("Fax: 011 502 2413 5555, extension 8026", ("011 502 2413 5555",)),
        ("Fax: 020 7555 6316 / 7 / 8", ("020 7555 6316", "020 7555 6317", "020 7555 6318")),
    ],
)
def test_numbers_printed_short_or_with_strokes(line: str, values: tuple[str, ...]) -> None:
    (entry,) = under("APPEALS TO:", "Minister of Justice", "Ali Roe", *STREET, line)
    assert entry.fax == values


@pytest.mark.parametrize("email", ["minister(собака)justice.example", "minister @ justice.example"])
def test_e_mail_addresses_in_disguise(email: str) -> None:
    (entry,) = under("APPEALS TO:", "Minister of Justice", *STREET, "E-mail: " + email)
    assert entry.email == ("minister@justice.example",)
    assert "email" in {doubt.field for doubt in entry.doubts}


def test_a_notice_divides_no_address_and_a_price_is_none() -> None:
    (entry,) = under(
        "APPEALS TO:",
        "Minister of Justice",
        "Ali Roe",
        *STREET,
        "Mail service from the U.S. to Zambia is running, with delays of up to six weeks.",
        "Phone: +260 1 555 712",
        "Airpost $2.00, aerogramme $1.50",
    )
    assert entry.phone == ("+260 1 555 712",)
    assert entry.address == STREET


def test_a_number_that_no_addressee_took_is_doubted_even_where_all_is_one_line() -> None:
    found = case(
        "APPEALS TO:\nMinister of Justice, Ali Roe, 1 Hill Road, Lusaka, Zambia\n\n"
        "Fax: +260 1 555 712\n\nIf you have the time, please take a second letter to the post office "
        "and let us know.\n\nTel: +260 1 555 999\n"
    )
    assert "recipients" in {doubt.field for doubt in found.doubts}


def test_the_numbers_of_the_same_line_go_with_an_addressee_in_a_sentence() -> None:
    found = case(
        "Ali Banda, a former teacher, is serving twelve years in a labour camp in Zambia.\n\n"
        "+ Please write in English, asking that he be freed and that he be seen by a doctor of his "
        "own choice in the meantime. Send appeals to: President Ben Mwale, State House, Lusaka, "
        "Zambia. Fax: +260 1 555 512. Salutation: Dear President\n"
    )
    (entry,) = found.recipients
    assert (entry.fax, entry.salutation) == (("+260 1 555 512",), "Dear President")


def test_an_office_and_its_seat_in_one_line_are_told_apart() -> None:
    lines = ("Mr Ben Mwale", "Attorney General, Office of the Attorney General", *STREET)
    (entry,) = under("APPEALS TO:", *lines)
    assert said(entry)[0] == "Attorney General"
    assert entry.address[0] == "Office of the Attorney General"


def test_one_number_for_telephone_and_fax_is_both() -> None:
    (entry,) = under("APPEALS TO:", "Minister of Justice", *STREET, "Tel./Fax: +260 1 555 512")
    assert entry.fax == entry.phone == ("+260 1 555 512",)


def test_a_line_to_be_filled_in_and_a_joining_word_are_no_address() -> None:
    found = under(
        "APPEALS TO:",
        *("Minister of Justice", "Ali Roe", *STREET, "and", "Ombudsman", "Ben Doe", *STREET),
        "Le ................. 2008",
    )
    assert [(entry.role, entry.address) for entry in found] == [
        ("Minister of Justice", STREET),
        ("Ombudsman", STREET),
    ]


def test_a_greeting_that_names_another_office_is_doubted() -> None:
    above = (
        "APPEALS TO:\nAttorney General\nAli Roe\n1 Hill Road\nLusaka, Zambia\n\nSAMPLE LETTER\n\n"
    )
    (entry,) = case(above + LETTER).recipients
    assert "salutation" in doubted(entry)
    (entry,) = case(above.replace("Attorney General", "Ministre de la Justice") + LETTER).recipients
    assert "salutation" not in doubted(entry)


def test_a_title_that_begins_as_a_heading_hides_no_addressee() -> None:
    found = case(
        "Further Information: Jailed Nurse Denied Tests (Zambia: UA 9.18)\n\nJune 30, 2020\n\n"
        "Contact information:\nMinister of Justice\nAli Roe\n1 Hill Road\nLusaka, Zambia\n"
    )
    assert [entry.name for entry in found.recipients] == ["Ali Roe"]


def test_a_list_of_asks_that_was_not_understood_is_doubted() -> None:
    found = case(
        "URGENT ACTION\n\nAli Banda is held without charge.\n\nTell the minister this\n\n"
        "the release of all prisoners;\nthe withdrawal of the army;\nrespect for the law.\n"
    )
    assert "points" in {doubt.field for doubt in found.doubts}


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Amnesty asks that it be answered before the end of March.", "deadline"),
        ("UPDATE (Zambia): editor still held", "is_update"),
    ],
)
def test_words_that_hint_at_what_was_not_read_raise_a_doubt(line: str, field: str) -> None:
    found = case(line + "\n\nAPPEALS TO:\nMinister of Justice\n1 Hill Road\nLusaka, Zambia\n")
    value = {"deadline": found.deadline, "is_update": found.is_update}[field]
    assert value or field in {doubt.field for doubt in found.doubts}


def test_an_editor_is_named_by_the_newspaper_below() -> None:
    (entry,) = under("COPIES TO:", "The Editor", "The Daily Herald", "PO Box 12", "Lusaka, Zambia")
    assert said(entry) == ("The Editor, The Daily Herald", "", "PO Box 12, Lusaka, Zambia")


def test_a_salutation_above_the_addresses_is_missed_by_the_first_of_them() -> None:
    found = case(
        "Schreiben Sie in gutem Englisch.\n\nAnrede: Dear President\n\nAdresse:\nMinister of Justice\n"
        "Ali Roe\n1 Hill Road\nLusaka, Zambia\n\nMustertext\n\n" + LETTER
    )
    (entry,) = found.recipients
    assert entry.salutation == "Dear President" or "salutation" in doubted(entry)
