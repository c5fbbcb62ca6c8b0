"""Files and functions stay small enough to be read in one go."""

from __future__ import annotations

import ast
import statistics

from tests.structure.sources import files, named, trees

LONGEST_FILE = 500
LONGEST_FUNCTION = 60
MEDIAN_FILE = 150
_NEARLY_EMPTY = 2  # lines; such files say nothing about the median


def test_no_file_is_over_500_lines() -> None:
    too_long = {
        named(path): lines
        for path in files(".py", ".typ", ".sh")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert too_long == {}


def test_no_function_is_over_60_lines() -> None:
    too_long = {
        f"{named(path)}:{node.lineno} {node.name}": lines
        for under in ("desktop", "tests")
        for path, tree in trees(under)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert too_long == {}


def test_the_median_file_of_the_program_is_under_150_lines() -> None:
    lengths = [len(path.read_text().splitlines()) for path in files(".py", under="desktop")]
    assert statistics.median(n for n in lengths if n > _NEARLY_EMPTY) < MEDIAN_FILE
