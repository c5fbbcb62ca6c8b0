"""Numbers, days, languages and signals of an urgent action, each in its sentence. All invented."""

from __future__ import annotations

import datetime as dt

import pytest

from appealdesk.cases import Case, Document, Doubtful, Line, read


def case_of(text: str) -> Case:
    lines = tuple(Line(number=n, text=t) for n, t in enumerate(text.strip().split("\n"), 1))
    return read(Document(name="case.txt", format="text", lines=lines))[0]


def problems(case: Case, field: str) -> set[Doubtful]:
    return {doubt.problem for doubt in case.doubts if doubt.field == field}


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Let us know the actions you took on Urgent Action 26.23. Thank you.", "UA 26/23"),
        ("UA-143/2015-1    AI-Index: AMR 99/2217/2015", "UA 143/15"),
        ("FI 071/21-2 | Zambia", "FI 71/21"),
        ("URGENT ACTION\nUA No: 7/96", "UA 7/96"),
        ("Case ZMB 180504.CC", "ZMB 180504.CC"),
    ],
)
def test_the_case_number_is_read_in_each_form(printed: str, number: str) -> None:
    assert case_of(printed).reference == number


def test_the_number_of_another_case_is_not_taken() -> None:
    case = case_of(
        "The village has been raided before (for example, see UA 159/95, AFR\n"
        "99/15/95, 5 July 1995; and follow-ups AFR 99/16/95, 26 July and\n"
        "17 August; UA 37/96, AFR 99/06/96, 15 February 1996; AFR 99/11/96,\n"
        "23 February 1996).\n"
        "RECOMMENDED ACTION: Please send letters in English:\n"
        "- urging that the villagers be protected;\n"
        "- asking for an inquiry."
    )
    assert (case.reference, case.index, case.issued) == ("", "", None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("AI-Index: AFR 99/122/2001\n6. Dezember 2001", dt.date(2001, 12, 6)),
        ("EXTRA 77/94     Death threats / Fear for safety     5 July 1994", dt.date(1994, 7, 5)),
        ("By the Lusaka group | March 12th, 2014\n\nTEACHER HELD", dt.date(2014, 3, 12)),
        ("Posted on 2007/05/03", dt.date(2007, 5, 3)),
        ("ENVÍEN CARTAS\nFECHA DE EMISIÓN: 2 DE MAYO DE 2012", dt.date(2012, 5, 2)),
        ("Further information on UA 7/99 issued 29 January 1999\n9 May 1999", dt.date(1999, 5, 9)),
        ("The teacher was held in the barracks until\n14 March 2005.", None),
        ("Date (May 20, 1997)\n\nDear Minister,", None),
        ("November 2012", None),
    ],
)
def test_the_day_of_issue_is_the_documents_own(text: str, day: dt.date | None) -> None:
    assert case_of(text).issued == day


@pytest.mark.parametrize(
    "printed",
    [
        "PLEASE SEND APPEALS BEFORE 2 MAY 2012 TO:",
        "If you wish to write after 2 May 2012, please check with your section office.",
        "Wir bitten dich, nach dem 2. Mai 2012 keine Appelle mehr zu verschicken.",
        "MERCI D'ENVOYER VOS APPELS AVANT LE 2 MAI 2012 À :",
        "ENVÍEN LLAMAMIENTOS ANTES DEL 2 DE MAYO DE 2012 A:",
        "ENVIE APELOS ATÉ 2 DE MAIO DE 2012 PARA:",
        "SI PREGA DI INVIARE GLI APPELLI PRIMA DEL 2 MAGGIO 2012 A:",
        "ПОЖАЛУЙСТА, ОТПРАВЬТЕ ОБРАЩЕНИЯ ДО 2 МАЯ 2012 ГОДА:",
        "يرجى إرسال المناشدات قبل 2 مايو 2012 إلى:",
    ],
)
def test_the_deadline_is_read_in_all_eight_languages(printed: str) -> None:
    case = case_of(f"3 April 2012\n\n{printed}")
    assert case.deadline == dt.date(2012, 5, 2)
    assert problems(case, "deadline") == set()


@pytest.mark.parametrize(
    "printed",
    [
        "He was told that the sentence would be carried out no later than 2 May 2012.",
        "Sie wurde bis zum 2. Mai 2012 in der Kaserne festgehalten.",
        "Given the deadline of 2 May 2012, the newspaper has closed its office.",
    ],
)
def test_a_day_that_others_must_keep_is_no_deadline(printed: str) -> None:
    assert case_of(f"3 April 2012\n\n{printed}").deadline is None


@pytest.mark.parametrize(
    ("printed", "languages", "own"),
    [
        ("Please write immediately in Nyanja, English or your own language:", ("ny", "en"), True),
        ("Sie können auf Englisch oder auf Deutsch schreiben.", ("en", "de"), False),
        (
            "Vi preghiamo di scrivere in turco, in inglese o nella\nvostra lingua:",
            ("tr", "en"),
            True,
        ),
        (
            "لغة المخاطبة المفضلة: العربية والإنجليزية.\nكما يمكنكم استخدام لغة بلدكم.",
            ("ar", "en"),
            True,
        ),
        ("We ask you to write about the report in Chinese.", (), False),
        ("Der Chinese Liu Weimin ruft auf: Bitte schreiben Sie Briefe.", (), False),
        ("News in other languages:\nEditorials in English\nEditorials in Italian", (), False),
    ],
)
def test_the_languages_asked_for_are_those_of_the_letters(
    printed: str, languages: tuple[str, ...], own: bool
) -> None:
    case = case_of(printed)
    assert (case.languages, case.own_language) == (languages, own)


@pytest.mark.parametrize(
    "printed",
    [
        "No further action is requested. Many thanks to all who sent appeals.",
        "This is the final update to UA 7/12.",
        "Es sind keine weiteren Aktionen erforderlich.",
        "Aucune action complémentaire n'est requise de la part du réseau.",
        "No se requieren nuevas acciones por parte de la Red.",
        "Não são necessárias mais ações. Obrigado a todos os que escreveram.",
        "Non sono richieste ulteriori azioni. Grazie a chi ha scritto.",
        "Дальнейших действий не требуется. Спасибо всем, кто писал.",
        "لا حاجة إلى مزيد من التحرك. شكرا لكل من بعث بمناشدات.",
    ],
)
def test_a_stop_action_is_seen_in_all_eight_languages(printed: str) -> None:
    assert case_of(f"UA 7/12\n\nTEACHER RELEASED\n\n{printed}").stop


@pytest.mark.parametrize(
    "printed",
    [
        "Please write immediately:\n- calling on them to stop torture;\n- asking for an end to action by the police.",
        "Bitte nach dem 14. Januar 2022 keine Appelle mehr senden!",
        "Calling on the authorities to stop the action against the family at once.",
    ],
)
def test_what_others_shall_stop_is_no_stop_action(printed: str) -> None:
    assert not case_of(printed).stop


@pytest.mark.parametrize(
    ("printed", "update"),
    [
        ("This is the second update of UA 214/11.", True),
        ("Weitere Information zu UA 071/21 vom 29. Juni 2021", True),
        ("LINK TO PREVIOUS UA:\nhttp://www.example.org/afr99/0012/2019", True),
        ("LINK TO PREVIOUS UA: N/A", False),
        ("Para más información sobre la organización visite su página.", False),
        ("Two similar cases are known (siehe auch UA-011/2013).", False),
    ],
)
def test_an_update_names_the_action_it_follows(printed: str, update: bool) -> None:
    assert case_of(f"TEACHER HELD\n\n{printed}").is_update is update


def test_copies_to_missions_are_asked_for_beside_an_ambassador_of_another_institution() -> None:
    case = case_of(
        "APPEALS TO:\n\nMinister of Justice\nChanda Mulwila\nPO Box 1204\nLusaka, Zambia\n\n"
        "COPIES TO:\nAmbassador Kabwe Sakala\nHuman Rights Commission\nPO Box 1165\nLusaka, Zambia\n\n"
        "and to diplomatic representatives of Zambia accredited to your country."
    )
    assert case.embassy_note


def test_a_list_of_asks_is_found_without_its_heading_and_with_round_bullets() -> None:
    case = case_of(
        "Vi preghiamo di scrivere immediatamente in inglese:\n\n"
        "o chiedendo che venga posto fine al suo isolamento;\n"
        "o esortando le autorità ad assicurare che possa essere visitata da un medico\n"
        "  indipendente."
    )
    assert [point.text.split()[0] for point in case.points] == ["chiedendo", "esortando"]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("deadline", "SEND APPEALS BEFORE 2 MAY 2012 TO:\n\nAPPEALS BEFORE 9 MAY 2012 ONLY."),
        ("issued", "Date: 3 April 2012\n\nTEACHER HELD\n\nIssue date: 5 April 2012"),
        ("reference", "UA 7/12\nURGENT ACTION\nUA 8/12\nTEACHER HELD"),
        ("index", "AI Index: AFR 99/001/2012\nAI Index: AFR 99/002/2012\nTEACHER HELD"),
    ],
)
def test_what_is_given_twice_with_different_values_is_a_doubt(field: str, text: str) -> None:
    assert Doubtful.CONTRADICTION in problems(case_of(text), field)


def test_a_deadline_before_the_day_of_issue_is_a_doubt() -> None:
    case = case_of("Date: 3 June 2012\n\nPLEASE SEND APPEALS BEFORE 2 MAY 2012 TO:")
    assert Doubtful.BEFORE_ISSUE in problems(case, "deadline")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("UA 123/88   Legal Concern   12 May 1988\nAI Index: MDE 24/05/88", dt.date(1988, 5, 12)),
        ("Urgent Action | 03.05.2019 | Philippinen", dt.date(2019, 5, 3)),
        (
            f"ABC-UAC-012-2010 3 February 2010 ZAMBIA: A boy {'was tortured ' * 9}",
            dt.date(2010, 2, 3),
        ),
        ("Posted by Kim on May 3, 2010 at 5:14 pm", dt.date(2010, 5, 3)),
        ("ЗАМБИЯ\nUA: 12/12 Индекс: AFR 99/001/2012 Дата: 12 января 2012 г.", dt.date(2012, 1, 12)),
        ("التاريخ: 12 مايو/أيار 2011", dt.date(2011, 5, 12)),
    ],
)
def test_heads_of_all_periods_bear_their_day(head: str, day: dt.date) -> None:
    assert case_of(head).issued == day


def test_an_urgent_action_without_its_day_is_a_doubt_and_a_letter_without_is_none() -> None:
    assert Doubtful.MISSING in problems(case_of("UA 7/12\n\nTEACHER HELD"), "issued")
    assert problems(case_of("Dear Minister,\n\nI am writing to you."), "issued") == set()


@pytest.mark.parametrize(
    "head",
    [
        "UPDATE (ZAMBIA): The teacher has been moved",
        "ABC-UAU-029-2013",
        "Further information on\nUA 12/99 issued 29 January 1999",
        "XYZ 001 / 0712 / OBS 055.1",
    ],
)
def test_follow_ups_of_other_organisations_are_updates(head: str) -> None:
    assert case_of(f"Human Rights Network\n{head}\n\nThe teacher has been moved.").is_update
