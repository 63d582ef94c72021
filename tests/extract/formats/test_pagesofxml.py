"""Pages as XML whose pieces of text have their places."""

from __future__ import annotations

from assets.extract.formats.pagesofxml import with_lines_of_pages
from tests.extract.printed import Rows, aligned, figures, printed, read, report, reported, status_of, wrong

VALUES = figures()


def xml_of(text: str, unit: int = 6, slip: int = 2) -> str:
    """The words of a page, each with its place; figures stand a little higher than labels."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<pdf2xml>", '<page number="1" top="0" left="0">']
    for number, line in enumerate(text.split("\n")):
        at, words = 0, line.split(" ")
        for word in words:
            wide = sum(2 if ord(c) > 0x2E7F else 1 for c in word)
            top = number * 20 - slip * word.isascii()
            place = f'top="{top}" left="{40 + at * unit}" width="{wide * unit}" height="16" font="1"'
            lines += [f"<text {place}><b>{word}</b></text>"] if word else []
            at += wide + 1
    return "\n".join([*lines, "</page>", "</pdf2xml>"])


def page(rows: Rows) -> list[str]:
    return aligned(rows)


def test_columns_stand_in_line_as_on_the_page() -> None:
    reading = read(xml_of(report(printed(VALUES), page)))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES)
    assert reading.reports[0]["agency"] == "青岚县林业局"


def test_a_blank_cell_is_blank() -> None:
    parts = printed(VALUES)
    row = next(row for part in parts if part.table_no == "3" for row in part.rows if "重复申请" in row[0])
    row[3] = ""
    reading = read(xml_of(report(parts, page)))
    assert status_of(reading, "3", "rejected_repeat", "research") == ["blank"]
    assert len(reported(reading)) == len(VALUES) - 1


def test_a_figure_has_the_number_of_its_line() -> None:
    text = xml_of(report(printed(VALUES), page))
    cell = next(c for c in read(text).cells if c["row_key"] == "new_received" and c["col_key"] == "total")
    assert f">{cell['raw']}<" in text.split("\n")[cell["line_start"] - 1] or cell["line_start"] > 1


def test_other_texts_stay_as_they_are() -> None:
    for text in ("规章 0", '<text top="1">规章</text>', '<svg><text x="1" left="2">规章</text></svg>'):
        assert with_lines_of_pages(text, None) == (text, None)
