"""Sheets copied as text: cells with line breaks stand in quotes, at the beginning of a row and one behind the other."""

from __future__ import annotations

from assets.extract.readers.separated.delimited import read_tsv, starts_tsv
from assets.extract.readers.separated.quotedrows import quoted_row
from tests.extract.printed import figures, printed, read, report, reported, wrong

VALUES = figures()


def _broken(text: str, at: int) -> str:
    return f'"{text[:at]}\n{text[at:]}"' if len(text) > at and not text.isdigit() else text


def _sheet(rows: list[list[str]]) -> list[str]:
    return "\n".join("\t".join(_broken(cell, 3) for cell in row) for row in rows).split("\n")


def test_every_label_is_broken() -> None:
    reading = read(report(printed(VALUES), _sheet))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_cells_that_close_and_open_on_one_line() -> None:
    lines = ['"自然', '人"\t"商业', '企业"\t总计', "1\t2\t3"]
    assert quoted_row(lines, 0) == 3
    rows = read_tsv(lines, 1, 0)
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["自然\n人", "商业\n企业", "总计"],
        ["1", "2", "3"],
    ]
    assert [(cell.line_start, cell.line_end) for cell in rows[0].cells] == [(1, 2), (2, 3), (3, 3)]


def test_a_quoted_sentence_is_no_row() -> None:
    for lines in (
        ['"一是加强领导', '二是抓好落实"', "规章\t1\t2"],
        ['"一是加强领导', "规章\t1\t2", '二是"\t1'],
        ['"' + "长" * 60, '二是"\t1\t2'],
    ):
        assert not quoted_row(lines, 0)
        assert not starts_tsv(lines, 0)
