"""A table as one paragraph of bars, on a line or wrapped at the width of a page."""

from __future__ import annotations

import textwrap

import pytest

from assets.extract.places.positions import display_width
from assets.extract.undone.lines.wrappedtable import with_paragraphs_whole
from tests.extract.printed import HEADINGS, Rows, figures, printed, read, report, reported, wrong

_VALUES = figures()


def _line(rows: Rows) -> str:
    width = max(map(len, rows))
    return " | |".join(" |".join([*row, *[""] * (width - len(row))]) for row in rows) + " |"


def _wrapped(line: str, width: int) -> list[str]:
    lines = [""]
    for word in line.split():
        if lines[-1] and display_width(lines[-1]) + 1 + display_width(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@pytest.mark.parametrize("width", [10_000, 76])
def test_a_table_in_one_paragraph_is_read(width: int) -> None:
    text = report(printed(_VALUES), lambda rows: _wrapped(_line(rows), width))
    text = text.replace(f"\n\n{HEADINGS['4']}", f"\n|{HEADINGS['4']}").replace("\n\n五、存在", " |五、存在")
    reading = read(text)
    assert not wrong(reading, _VALUES)
    assert len(reported(reading, "4")) == 15


def test_rows_between_bars_are_no_paragraph() -> None:
    rows = textwrap.dedent("""\
        规章 |0 |0 | |0 |
        行政规范性文件 |11 |0 | |7 |
        行政许可 |0 |0 | |0 |
        行政处罚 |0 |0 | |0 |""").split("\n")
    assert with_paragraphs_whole(rows) == rows
