"""Whom an urgent action asks to write to, and where. All people and places here are invented."""

from __future__ import annotations

import pytest

from appealdesk.cases import Case, Document, Doubtful, Line, Part, Recipient, read

MINISTER = ("Minister of Justice", "Chanda Mulwila", "1 Hill Road", "Lusaka", "Zambia")
LETTER = """Dear Minister,

I am writing about Ali Banda, who was arrested in May and is held without charge.

I urge you to release him immediately and unconditionally.

Yours sincerely,
"""


def case(text: str) -> Case:
    lines = tuple(Line(number=n, text=t) for n, t in enumerate(text.split("\n"), 1))
    (only,) = read(Document(name="case.txt", format="text", lines=lines))
    return only


def under(heading: str, *lines: str) -> tuple[Recipient, ...]:
    """Return the recipients of an action that lists these lines under a heading."""
    above = "URGENT ACTION\n\nAli Banda was arrested in May and is held without charge.\n\n"
    return case(above + heading + "\n\n" + "\n".join(lines) + "\n").recipients


def said(entry: Recipient) -> tuple[str, str, str]:
    return entry.role, entry.name, ", ".join(entry.address)


def doubted(entry: Recipient) -> set[str]:
    return {doubt.field for doubt in entry.doubts}


@pytest.mark.parametrize(
    "lines",
    [
        MINISTER,
        (MINISTER[1], MINISTER[0], *MINISTER[2:]),
        ("Minister of Justice:", *MINISTER[1:]),
        ("Minister of Justice: Chanda Mulwila", *MINISTER[2:]),
        ("Minister of Justice Chanda Mulwila", *MINISTER[2:]),
        ("Chanda Mulwila, Minister of Justice", *MINISTER[2:]),
        ("Chanda Mulwila – Minister of Justice", *MINISTER[2:]),
        ("Chanda Mulwila (Minister of Justice)", *MINISTER[2:]),
        ("Chanda Mulwila, Minister of Justice, 1 Hill Road, Lusaka, Zambia",),
        ("Minister of Justice:", "Chanda Mulwila, 1 Hill Road, Lusaka, Zambia"),
        (
            "Name: Chanda Mulwila",
            "Title: Minister of Justice",
            "Address: 1 Hill Road, Lusaka, Zambia",
        ),
        ("Chanda Mulwila | Minister of Justice | 1 Hill Road, Lusaka, Zambia",),
        tuple(line + "," for line in MINISTER[:-1]) + MINISTER[-1:],
    ],
)
def test_name_office_and_address_are_told_apart_however_they_are_printed(
    lines: tuple[str, ...],
) -> None:
    (minister,) = under("APPEALS TO:", *lines)
    assert said(minister) == (
        "Minister of Justice",
        "Chanda Mulwila",
        "1 Hill Road, Lusaka, Zambia",
    )
    assert minister.country == "ZM"


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("Ministre de la Justice", "Monsieur Luc Tchoumi"),
        ("Délégué général à la Sûreté nationale", "Colonel Luc Tchoumi"),
        ("Fiscal General del Estado", "Dra. Ximena Tacuri"),
        ("Presidente da República", "Exmo. Sr. Rui Cativa"),
        ("Generalstaatsanwalt", "Ivan Sawjalow"),
        ("Procuratore generale", "Sig. Aldo Brenta"),
        ("Министр внутренних дел", "Иван Савьялов"),
        ("وزير الداخلية", "الفريق أول سامي الزيدي"),
        ("Judge Advocate General", "Lieutenant General Somkiat Rattana"),
        ("Public Prosecutor", "Mu'awiya al-Fazi"),
        ("GENERALSTAATSANWALT DER REPUBLIK UTOPIEN", "Ivan Sawjalow"),
    ],
)
def test_offices_and_names_of_many_languages_stand_in_one_line_or_two(role: str, name: str) -> None:
    for lines in ((role, name), (name, role), (f"{role} {name}",), (f"{role}: {name}",)):
        (entry,) = under("APPEALS TO:", *lines, "PO Box 12", "Zambia")
        assert said(entry) == (role, name, "PO Box 12, Zambia")


def test_an_office_printed_in_two_languages_heads_the_address_the_second_time() -> None:
    (minister,) = under(
        "ADRESSEN:",
        "Innenminister:",
        "Dr. Armando Torres Villa",
        "Ministro del Interior",
        "Palacio Azul, Carrera 8 No. 12",
        "Bogotá, Colombia",
    )
    assert said(minister) == (
        "Innenminister",
        "Dr. Armando Torres Villa",
        "Ministro del Interior, Palacio Azul, Carrera 8 No. 12, Bogotá, Colombia",
    )


def test_the_institution_above_a_person_stays_in_the_address() -> None:
    (ambassador,) = under(
        "KOPIEN AN", "Botschaft der Republik Sambia", "S. E. Herrn Chanda Mulwila", "12345 Berlin"
    )
    assert said(ambassador) == (
        "",
        "S. E. Herrn Chanda Mulwila",
        "Botschaft der Republik Sambia, 12345 Berlin",
    )
    assert ambassador.part is Part.COPY


def test_a_word_for_the_kind_of_institution_is_no_name() -> None:
    for lines in (("NGO:", "Umoja Watch"), ("NGO: Umoja Watch",)):
        (watch,) = under("COPIES TO:", *lines, "PO Box 12", "Lusaka, Zambia")
        assert (watch.role, watch.name) == ("Umoja Watch", "")


def test_a_street_named_after_somebody_is_nobody_to_write_to() -> None:
    (minister,) = under(
        "APPEALS TO:", "Minister of Justice", "Ana Roe", "Law Building, 2nd floor",
        "Padre Faura", "1004 Manila", "Philippines",
    )  # fmt: skip
    assert minister.address[1] == "Padre Faura"


def test_what_stands_behind_the_addresses_belongs_to_none() -> None:
    for noise in (
        "Thank you.",
        "March 13, 2014",
        "If you receive a reply, please send us a copy of it.",
        "You may wish to use the following text as a guide:",
        "(Postage: 2.30)",
        "Postage: 2.30 for Zambia",
    ):
        (minister,) = under("APPEALS TO:", *MINISTER, noise)
        assert minister.address == MINISTER[2:]


def test_sentences_between_two_addresses_belong_to_neither() -> None:
    listed = under(
        "ADDRESSES:", *MINISTER, "Salutation: Dear Minister", "",
        "The minister stays in office until August.", "Then somebody else takes over.", "",
        "President:", "Ms Inonge Phiri", "State House", "Lusaka", "Zambia",
        "Salutation: Dear President",
    )  # fmt: skip
    assert [entry.role for entry in listed] == ["Minister of Justice", "President"]


def test_several_recipients_in_one_line_each_begin_with_their_office() -> None:
    text = (
        "Urgent Action\n\nWrite a letter to one or both government officials listed.\n"
        "Minister of Justice Chanda Mulwila Ministry of Justice 1 Hill Road, Lusaka, Zambia "
        "Fax: +260 211 555 014 Twitter: @moj_example "
        "Ambassador Inonge Phiri Embassy of the Republic of Zambia 24 Elm Street NW, "
        "Washington DC 20008 Phone: 202 555 0166 I Fax: 202 555 0167 "
        "Email: [email protected] Salutation: Dear Ambassador\n\n" + LETTER
    )
    minister, ambassador = case(text).recipients
    assert (minister.role, minister.name) == ("Minister of Justice", "Chanda Mulwila")
    assert minister.fax == ("+260 211 555 014",)
    assert (ambassador.role, ambassador.name) == ("Ambassador", "Inonge Phiri")
    assert (ambassador.phone, ambassador.fax) == (("202 555 0166",), ("202 555 0167",))
    assert ambassador.email == ()
    assert "address" in doubted(ambassador)


def test_copy_inside_a_line_rules_that_line_only() -> None:
    text = (
        "Write a letter to one or both government officials listed.\n"
        "Governor of Luapula Chanda Mulwila 12 Lake Road, Mansa, Zambia "
        "Copy: Director – Mansa Police 4 Hill Road, Mansa, Zambia, and nobody else in the province\n"
        "Ambassador Inonge Phiri Embassy of the Republic of Zambia 24 Elm Street NW, "
        "Washington DC 20008 Phone: 202 555 0166\n\n" + LETTER
    )
    assert [(entry.part, entry.role.split()[0]) for entry in case(text).recipients] == [
        (Part.TARGET, "Governor"),
        (Part.COPY, "Director"),
        (Part.TARGET, "Ambassador"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Please write to Chanda Mulwila, Minister of Justice, at 1 Hill Road, Lusaka, Zambia.",
        "Send letters to: Chanda Mulwila, Minister of Justice, 1 Hill Road, Lusaka, Zambia. Ask why.",
        "Bitte: Schreiben Sie an Chanda Mulwila, Minister of Justice, 1 Hill Road, Lusaka, Zambia.",
    ],
)
def test_an_addressee_in_running_text_is_read_with_a_doubt(sentence: str) -> None:
    (minister,) = case("Ali Banda arrested\n\nHe is held without charge. " + sentence).recipients
    assert said(minister) == (MINISTER[0], MINISTER[1], "1 Hill Road, Lusaka, Zambia")
    assert {"name", "role", "address"} <= doubted(minister)


def test_running_text_without_an_address_is_no_recipient() -> None:
    assert not case("Please write to the Minister of Justice, Chanda Mulwila, as well.").recipients


def test_the_addressee_above_a_greeting_is_the_target() -> None:
    found = case("12 June 2014\n\n" + "\n".join(MINISTER) + "\n\nRe: Ali Banda\n\n" + LETTER)
    (minister,) = found.recipients
    assert said(minister) == (*MINISTER[:2], "1 Hill Road, Lusaka, Zambia")
    assert minister.salutation == "Dear Minister"
    assert not {"name", "role", "address"} & doubted(minister)
    assert found.model_letter.endswith("unconditionally.")


def test_to_and_cc_lines_name_target_and_copy() -> None:
    found = case(
        "To: President Inonge Phiri\nCc: His Excellency Chanda Mulwila\n    Ambassador of Zambia\n\n"
        + LETTER
    )
    assert [(entry.part, entry.name) for entry in found.recipients] == [
        (Part.TARGET, "Inonge Phiri"),
        (Part.COPY, "His Excellency Chanda Mulwila"),
    ]


def test_the_head_of_an_email_names_nobody_to_write_to() -> None:
    found = case(
        "From: ana@list.example\nTo: undisclosed-recipients:;\nCc: ben@list.example\n\nNews."
    )
    assert not found.recipients


def test_a_list_of_copies_below_a_letter_has_one_person_in_each_line() -> None:
    found = case(
        "\n".join(MINISTER)
        + "\n\n"
        + LETTER
        + "\n\ncc:  Mr. Ben Doe, Chief Executive Officer, Lusaka Broadcasting\n"
        "       Authority\n     Ambassador Inonge Phiri, Permanent Mission of Zambia, Geneva\n"
    )
    copies = found.of(Part.COPY)
    assert [entry.name for entry in copies] == ["Mr. Ben Doe", "Inonge Phiri"]
    assert copies[0].address == ("Lusaka Broadcasting Authority",)


def test_a_title_and_a_name_above_an_office_greet_nobody() -> None:
    (director,) = under(
        "LLAMAMIENTOS A:", "Ministerio del Interior,", "Señor Danilo Rojo,",
        "Director de la Unidad de Derechos Humanos,", "Carrera 8 No. 25,", "Bogotá, Colombia",
    )  # fmt: skip
    assert director.name == "Señor Danilo Rojo"


def test_a_letter_that_lost_its_line_breaks_begins_behind_its_address() -> None:
    found = case(
        "You may copy the letter below. Minister of Interior Le Minh Tan Ministry of Interior "
        "Tran Binh Ha Noi Socialist Republic of Vietnam Dear Minister: It is ten years since Ali "
        "Banda was arrested. I call upon you to bring his imprisonment to an end, now and for good."
    )
    assert found.model_letter.startswith("It is ten years")
    (minister,) = found.recipients
    assert (minister.role, minister.name) == ("Minister of Interior", "Le Minh Tan")


def test_whoever_organises_the_action_gets_no_appeal() -> None:
    text = (
        "APPEALS TO:\n\n"
        + "\n".join(MINISTER)
        + "\n\nAmnesty International\nPO Box 9\nBonn\nGermany"
    )
    assert [entry.role for entry in case(text).of(Part.TARGET)] == ["Minister of Justice"]


def test_the_links_above_an_action_do_not_end_it() -> None:
    found = case(
        "Amnesty International\nShare this via post\n\n" + "\n".join(MINISTER) + "\n\n" + LETTER
    )
    assert found.model_letter
    assert [entry.name for entry in found.recipients] == ["Chanda Mulwila"]


def test_labels_above_their_values_are_read() -> None:
    (minister,) = under(
        "APPEALS TO:", *MINISTER, "Fax:", "+260 211 555 014", "Salutation:", "Dear Minister"
    )
    assert minister.fax == ("+260 211 555 014",)
    assert minister.salutation == "Dear Minister"


def test_contacts_of_all_kinds_are_read_from_one_line() -> None:
    contacts = (
        "Lusaka, Tel: +260 211 555 010 ext. 12, Fax: +260 211 555 014 moj@justice.example "
        "/ law(a)justice.example"
    )
    (minister,) = under("APPEALS TO:", *MINISTER[:3], contacts)
    assert minister.phone == ("+260 211 555 010 ext. 12",)
    assert minister.fax == ("+260 211 555 014",)
    assert minister.email == ("moj@justice.example", "law@justice.example")
    assert minister.address[-1] == "Lusaka"


def test_contacts_that_belong_to_nobody_are_a_doubt_on_the_recipients() -> None:
    text = "APPEALS TO:\n\n" + "\n".join(MINISTER) + "\n\nTAKE ACTION NOW\n\nFax: +260 211 555 014"
    doubts = {doubt.field: doubt.problem for doubt in case(text).doubts}
    assert doubts.get("recipients") is Doubtful.GUESSED


def test_a_heading_without_an_address_below_is_a_doubt_on_the_recipients() -> None:
    text = "APPEALS TO:\n\n" + "\n".join(MINISTER) + "\n\nCOPIES TO:\n\nsomewhere in town\n"
    assert "recipients" in {doubt.field for doubt in case(text).doubts}


def test_an_address_that_goes_on_behind_its_country_is_a_doubt() -> None:
    (minister,) = under("APPEALS TO:", *MINISTER, "Hidden Valley")
    assert "address" in doubted(minister)


def test_a_plain_address_carries_no_doubt() -> None:
    (minister,) = under("APPEALS TO:", *MINISTER, "Salutation: Dear Minister")
    assert minister.doubts == ()


def test_a_letter_without_a_closing_is_a_doubt_on_the_letter() -> None:
    found = case("\n".join(MINISTER) + "\n\n" + LETTER.replace("Yours sincerely,", ""))
    assert "model_letter" in {doubt.field for doubt in found.doubts}


@pytest.mark.parametrize(
    "greeting",
    ["Hon. Minister,", "Dear Mr. Mulwila:", "Señor Ministro:", "Exzellenz,", "Eccellenza,"],
)
def test_a_letter_begins_behind_its_greeting(greeting: str) -> None:
    found = case("\n".join(MINISTER) + "\n\n" + LETTER.replace("Dear Minister,", greeting))
    assert found.model_letter.startswith("I am writing")
    assert found.recipients[0].salutation == greeting.rstrip(",:")


def test_a_letter_without_a_greeting_is_read_with_a_doubt() -> None:
    found = case("SAMPLE LETTER\n\n" + LETTER.partition("\n\n")[2])
    assert found.model_letter.startswith("I am writing")
    assert "model_letter" in {doubt.field for doubt in found.doubts}


def test_a_label_with_an_office_and_a_name_behind_it_is_read_with_its_numbers() -> None:
    found = case(
        "Contact information for the Minister of Safety, Head of the Agency, Lusaka Border Service, "
        "Chanda Mulwila\nLusaka: Phone: 613 555 8042 Fax: 613 555 1289\n"
    )
    (minister,) = found.recipients
    assert minister.name == "Chanda Mulwila"
    assert (minister.phone, minister.fax) == (("613 555 8042",), ("613 555 1289",))
    assert minister.address == ()
    assert "name" in doubted(minister)


def test_a_line_that_names_nobody_and_reaches_nobody_is_no_recipient() -> None:
    listed = under(
        "APPEALS TO:", *MINISTER, "", "Salutation: Dear Minister", "", "see over for more"
    )
    assert [entry.role for entry in listed] == ["Minister of Justice"]


def test_an_office_between_an_honorific_and_a_name_is_cut_out() -> None:
    for printed in ("His Excellency the President Ali Roe-Banda", "President Ali Roe-Banda"):
        (president,) = under("APPEALS TO:", printed, "State House", "PO Box 12", "Lusaka", "Zambia")
        assert (president.role, president.name) == ("President", "Ali Roe-Banda")
