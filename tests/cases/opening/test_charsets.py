"""Text in any encoding is read as what its writer typed."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.cases.opening.charsets import decoded, decoded_as
from appealdesk.cases.opening.reasons import Reason, Refused

FRENCH = "Exprimez votre inquiétude : Émilie Ngono, arrêtée à Garoua, n’a « jamais » été jugée."
SPANISH = "¿Dónde está la señora Muñoz? Pidan que las autoridades averigüen qué ocurrió en Ibagué."
GERMAN = "Bitte fordern Sie die Behörden auf, für Gerechtigkeit zu sorgen – größtmöglich."
PORTUGUESE = (
    "Peçam às autoridades que não deixem de investigar; a população está em situação difícil."
)
RUSSIAN = (
    "Призываем власти провести расследование. Уважаемый господин прокурор! "
    "Город Вязники, улица Лесная, дом 5."
)
UKRAINIAN = "Шановний пане міністре! Закликаємо провести розслідування у місті Київ, її звільнити."
ARABIC = "نحث السلطات على الإفراج عن المعتقلين فورا، وفتح تحقيق مستقل في قضية السيدة نور."
POLISH = "Szanowny Panie Ministrze, wyrażam głębokie zaniepokojenie losem więźniów w Łodzi."
CZECH = "Vážený pane ministře, žádám Vás o propuštění vězněného novináře, který příliš dlouho čeká."
TURKISH = (
    "Sayın Bakan, tutuklu öğrencilerin ışığında İstanbul’da çağrı yapıyoruz: şiddeti durdurun."
)
GREEK = "Αξιότιμε κύριε Υπουργέ, σας καλούμε να διερευνήσετε την υπόθεση του κρατουμένου."
HUNGARIAN = "Kérem, hogy engedje szabadon a tanárnőt, akit őrizetbe vettek, és az új fűtőt is."
LITHUANIAN = "Prašau nedelsiant paleisti mokytoją, kuri buvo sulaikyta; žmogaus teisės, šalies."
JAPANESE = "大臣殿、教師アミナさんの件についてお手紙を差し上げます。三月四日に連れ去られました。"
CHINESE = "尊敬的部长先生:我写信是为了教师阿米娜的案件,她于三月四日被带走,至今下落不明。"
CHINESE_OF_OLD = "尊敬的部長先生:我寫信是為了教師阿米娜的案件,她於三月四日被帶走,至今下落不明。"
KOREAN = "장관님께, 교사 아미나의 사건에 관하여 편지를 드립니다. 즉시 석방해 주십시오."
HEBREW = "כבוד השר, אנו קוראים לשחרר את העצורים מיד ולפתוח בחקירה עצמאית."


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (FRENCH.replace("’", "'"), "iso8859_15"),
        (FRENCH.replace("’", "'"), "latin-1"),
        (SPANISH, "cp1252"),
        (SPANISH, "cp850"),
        (GERMAN, "cp1252"),
        (GERMAN.replace("–", "-"), "cp850"),
        (PORTUGUESE, "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859_5"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8_u"),
        (ARABIC, "cp1256"),
        (ARABIC, "iso8859_6"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (CZECH, "cp1250"),
        (TURKISH, "cp1254"),
        (GREEK, "cp1253"),
        (HEBREW, "cp1255"),
        (RUSSIAN, "mac_cyrillic"),
        (HUNGARIAN, "cp1250"),
        (HUNGARIAN, "iso8859_2"),
        (LITHUANIAN, "cp1257"),
        ("Fine of £200 and 30° of heat", "cp1252"),
        ("The authorities’ lack of “interest”, and the ‘trial’.", "cp1252"),
        ("The trial was ‘grossly unfair’", "cp1252"),
    ],
)
def test_one_byte_encodings_are_told_by_their_letters(text: str, codec: str) -> None:
    assert decoded(text.encode(codec)) == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        (CHINESE_OF_OLD, "big5"),
        (KOREAN, "euc_kr"),
    ],
)
def test_encodings_of_east_asia_are_told(text: str, codec: str) -> None:
    assert decoded(text.encode(codec)) == text


@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, ARABIC])
@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-8"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_read_with_and_without_a_mark(text: str, mark: bytes, codec: str) -> None:
    assert decoded(mark + text.encode(codec)) == text


def test_the_euro_of_latin_9_and_the_quotes_of_windows_are_kept_apart() -> None:
    for text, codec in (
        ("Le cœur de l'été coûte 5 €, déjà payé", "iso8859_15"),
        ("“Dear Minister” – it’s urgent", "cp1252"),
        ("The prisoner’s health", "cp1252"),
    ):
        assert decoded(text.encode(codec)) == text


def test_one_broken_letter_does_not_spoil_a_utf_8_text() -> None:
    broken = FRENCH.encode() + b" \xff " + RUSSIAN.encode()
    assert decoded(broken) == f"{FRENCH} \ufffd {RUSSIAN}"


def test_a_utf_8_text_cut_within_a_letter_ends_in_a_mark_of_loss() -> None:
    assert decoded("Ibagué".encode()[:-1]) == "Ibagu\ufffd"


def test_a_surrogate_written_into_utf_8_stays_to_be_shown() -> None:
    data = (RUSSIAN + "\ud800").encode("utf-8", "surrogatepass")
    assert decoded(data) == RUSSIAN + "\ud800"


def test_english_with_a_few_nulls_in_it_is_no_chinese() -> None:
    assert decoded(b"Dear Minister\r\n\x1a\x00") == "Dear Minister\r\n\x1a\x00"
    assert decoded(b"Dear\x00Minister") == "Dear\x00Minister"
    assert decoded("Dear Minister".encode("utf-16-be")) == "Dear Minister"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(Refused) as refusal:
        decoded(bytes(range(256)) * 40)
    assert refusal.value.reason is Reason.BINARY


def test_a_declared_encoding_is_believed_unless_it_is_plainly_wrong() -> None:
    assert decoded_as(RUSSIAN.encode("koi8-r"), "koi8-r") == RUSSIAN
    assert decoded_as(FRENCH.encode("cp1252"), "iso-8859-1") == FRENCH
    assert decoded_as(FRENCH.encode(), "us-ascii") == FRENCH
    assert decoded_as(RUSSIAN.encode("cp1251"), "utf-8") == RUSSIAN
    assert decoded_as(FRENCH.encode(), "no-such-encoding") == FRENCH
    assert decoded_as(FRENCH.encode(), "windows-1252") == FRENCH
    assert decoded_as(RUSSIAN.encode(), "koi8-r") == RUSSIAN
    assert decoded_as(CHINESE.encode("gb18030"), "gb2312") == CHINESE


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_every_utf_8_text_comes_back_whole(text: str) -> None:
    # A byte order mark at the start is a mark and no text.
    assert decoded(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_become_text_or_are_refused(data: bytes) -> None:
    try:
        text = decoded(data)
    except Refused:
        return
    assert isinstance(text, str)
