"""The benchmarks can be started, and a wrong name is told from a right one."""

from __future__ import annotations

import pytest

from tests.benchmarks import __main__ as benchmarks


def test_an_unknown_benchmark_is_named_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert benchmarks.main(["walking"]) == 2
    told = capsys.readouterr().err
    assert "No benchmark walking." in told
    assert all(name in told for name in benchmarks.names())


def test_a_benchmark_that_fails_makes_the_run_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmarks, "names", lambda: ["good", "bad"])
    monkeypatch.setattr(benchmarks, "run", lambda name: name == "good")
    assert benchmarks.main(["good"]) == 0
    assert benchmarks.main([]) == 1
