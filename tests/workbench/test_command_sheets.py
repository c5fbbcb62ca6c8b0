"""`appealdesk write`: what goes with the letters, from a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from appealdesk import cases
from appealdesk.cases import Doubt, Doubtful, Source
from appealdesk.cli import run
from tests.invented import PROSECUTOR, a_case

SENDER = "name: Maud Ekström\naddress: [12 Rue des Tilleuls, 1000 Bruxelles]\ncountry: BE\n"


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "case.yaml"
    path.write_text(cases.dump_case_file(a_case()), encoding="utf-8")
    (tmp_path / "sender.yaml").write_text(SENDER, encoding="utf-8")
    return str(path)


def _write(case: str, *options: str) -> tuple[int, list[str]]:
    out = Path(case).parent / "out"
    sender = str(Path(case).parent / "sender.yaml")
    status = run(["write", case, "--out", str(out), "--sender", sender,
                  "--date", "2025-03-10", *options])  # fmt: skip
    return status, sorted(path.name for path in out.iterdir()) if out.exists() else []


def test_together_the_letters_are_one_file(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, names = _write(case, "--together", "--duplex", "--to", "all")
    assert (status, names) == (0, ["UA 31-25 Samir Quliyev - letters.pdf"])
    assert capsys.readouterr().out.strip().endswith(names[0])


def test_every_form_and_sheet_can_be_asked_for_at_once(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, names = _write(
        case, "--format", "pdf,docx,odt,txt,eml", "--envelopes", "DL", "--labels", "l7160",
        "--start", "4", "--fax", "--slips",
    )  # fmt: skip
    assert status == 0
    assert len(names) == 2 * 5 + 3 + 1
    told = capsys.readouterr()
    assert "Leyla Hasanzade has no fax number and is left out." in told.err
    assert sorted(Path(line).name for line in told.out.splitlines()) == names


def test_a_size_that_is_none_is_said_before_anything_is_written(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _write(case, "--envelopes", "c4") == (1, [])
    assert "c5" in capsys.readouterr().err


def test_labels_of_ones_own_come_from_a_file(case: str) -> None:
    own = Path(case).parent / "ours.yaml"
    own.write_text(
        "{paper: us-letter, rows: 5, columns: 2, width: 100, height: 50, left: 5, top: 10,"
        " across: 103, down: 51}"
    )
    assert "UA 31-25 Samir Quliyev - labels.pdf" in _write(case, "--labels", str(own))[1]


def test_a_second_run_overwrites_nothing(case: str) -> None:
    first = _write(case, "--envelopes", "dl")[1]
    second = _write(case, "--envelopes", "c6")[1]
    assert set(first) < set(second)
    assert "UA 31-25 Samir Quliyev - envelopes (2).pdf" in second


def test_whom_only_mail_reaches_has_no_envelope(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from msgspec.structs import replace

    nowhere = replace(PROSECUTOR, address=(), country="", email=("p@office.example",))
    Path(case).write_text(
        cases.dump_case_file(replace(a_case(), recipients=(nowhere,))), encoding="utf-8"
    )
    _status, names = _write(case, "--envelopes", "dl")
    assert not any("envelopes" in name for name in names)
    assert "no postal address" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "other"),
    [
        (("--duplex",), "--together"),
        (("--start", "4"), "--labels"),
        (("--copies", "2"), "--labels"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(
    case: str, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], other: str
) -> None:
    assert _write(case, *options) == (1, [])
    assert f"without {other}" in capsys.readouterr().err


def test_a_stop_action_that_names_nobody_is_no_call_to_add_somebody(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    stopped = replace(a_case(), stop=True, recipients=())
    Path(case).write_text(cases.dump_case_file(stopped), encoding="utf-8")
    assert _write(case) == (1, [])
    told = capsys.readouterr().err
    assert "no more appeals are to be sent" in told
    assert "add a recipient" not in told


def test_a_doubt_is_told_with_its_line(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    doubt = Doubt(field="deadline", problem=Doubtful.REFERRED_TO, source=Source(line=7, last=7))
    Path(case).write_text(
        cases.dump_case_file(replace(a_case(), doubts=(doubt,))), encoding="utf-8"
    )
    assert _write(case)[0] == 0
    assert "Please check: line 7: " in capsys.readouterr().err
