"""What is remembered of texts: the same results, in bounded memory."""

from __future__ import annotations

import pytest

from assets.extract import memory
from assets.extract.batch import _gather
from assets.extract.memory import remembering, remembering_lines
from assets.extract.reading import Reading
from schemas.findings import finding


def test_a_short_text_is_computed_once_and_a_long_one_every_time() -> None:
    asked: list[str] = []

    @remembering
    def upper(text: str) -> str:
        asked.append(text)
        return text.upper()

    long = "a" * 1000
    assert [upper("a"), upper("a"), upper(long), upper(long)] == ["A", "A", long.upper(), long.upper()]
    assert asked == ["a", long, long]


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_MOST", 3)
    lengths = remembering(len)
    assert [lengths("x" * n) for n in range(10)] == list(range(10))
    assert len(lengths.__self__) <= 3  # type: ignore[attr-defined]


def test_the_lines_of_a_text_are_told_apart_by_what_they_say() -> None:
    @remembering_lines
    def joined(lines: tuple[str, ...]) -> str:
        return "/".join(lines)

    lines = ["a", "b"]
    assert joined(lines) == "a/b"
    lines[0] = "c"
    assert joined(lines) == "c/b"


def test_rows_that_fit_no_column_are_the_fault_of_their_file_alone() -> None:
    fine = Reading(findings=[finding("not-a-report", source_file="a.txt", line=1)])
    wrong = Reading(findings=[{**finding("not-a-report", source_file="b.txt", line=1), "line": "first"}])
    found = _gather([("a.txt", fine), ("b.txt", wrong)]).findings
    assert found.select("source_file", "code").rows() == [("a.txt", "not-a-report"), ("b.txt", "read-failed")]
