"""What is remembered of texts: the same results, in bounded memory."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from assets.extract import memory
from assets.extract.batch import _gather
from assets.extract.headers.gridheader import Header
from assets.extract.headers.headersaid import cells_said
from assets.extract.memory import remembering, remembering_header, remembering_lines
from assets.extract.model import Cell, GridRow
from assets.extract.reading import Reading, read_text
from schemas.findings import finding
from schemas.form import forms

TEXTS = Path(__file__).parents[1] / "conformance" / "texts"


def test_a_text_is_computed_once_and_one_longer_than_any_paragraph_every_time() -> None:
    asked: list[str] = []

    @remembering
    def upper(text: str) -> str:
        asked.append(text)
        return text.upper()

    prose, longer = "a" * 1000, "a" * 10_000
    for text in ("a", prose, longer):
        assert [upper(text), upper(text)] == [text.upper(), text.upper()]
    assert asked == ["a", prose, longer, longer]


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_MOST", 3)
    lengths = remembering(len)
    assert [lengths("x" * n) for n in range(10)] == list(range(10))
    assert len(lengths.__self__) <= 3  # type: ignore[attr-defined]


def test_prose_does_not_drive_out_what_labels_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_MOST_PROSE", 3)
    asked: list[str] = []

    @remembering
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    label, paragraphs = "总计", [str(n) * 300 for n in range(10)]
    assert [length(text) for text in (label, *paragraphs, label)] == [2, *[300] * 10, 2]
    assert asked == [label, *paragraphs]
    assert len(length.__self__._prose) <= 3  # type: ignore[attr-defined]


def test_only_headers_of_a_common_length_are_remembered() -> None:
    asked: list[tuple[str, ...]] = []

    @remembering_header
    def first(lines: tuple[str, ...], at: int) -> str:
        asked.append(lines)
        return lines[0][at]

    header, hostile = ("项目", "总计"), ("项" * 5_000, "总计")
    assert [first(header, 0), first(header, 0), first(header, 1)] == ["项", "项", "目"]
    assert [first(hostile, 0), first(hostile, 0)] == ["项", "项"]
    assert asked == [header, header, hostile, hostile]


def test_a_text_says_the_same_whatever_was_read_before_it() -> None:
    paths = sorted(TEXTS.glob("*/*.txt"))[::8]
    here = [repr(_read(path)) for path in paths]
    again = [repr(_read(path)) for path in reversed(paths)]
    # a process that has read nothing yet begins with the last one
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        there = list(fresh.map(_shown, reversed(paths), chunksize=len(paths)))
    assert here == again[::-1] == there[::-1]


def _read(path: Path) -> Reading:
    return read_text(path.read_text(encoding="utf-8"), path.name, "0" * 32)


def _shown(path: Path) -> str:
    return repr(_read(path))


def test_headers_of_the_same_words_are_told_apart_by_where_cells_are_merged() -> None:
    table = forms()["2021"].table("4")
    (block,) = table.blocks
    cells = [Cell(column.zh, 1, 1) for column in block.columns]

    def said(starts: tuple[int, ...]) -> Header:
        row = GridRow([*cells, Cell("", 1, 1)], "html", 0, spans=True, starts=starts)
        return cells_said([row], "2021", table, block, (0, len(cells)))

    last = block.columns[-1].key
    assert [len(said(starts).covered[last]) for starts in ((), tuple(range(len(cells))))] == [1, 2]


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
