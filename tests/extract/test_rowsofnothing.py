"""Bars below the last row of a table whose rows are filled up, one cell a line; and long glosses of labels a cell a line."""

from __future__ import annotations

import pytest

from tests.extract.printed import Rows, change, figures, printed, read, report, reported, row_of, wrong
from tests.extract.test_blanksbelow import bare

LOST = "?"
EXTRA = [
    "其他主动公开文件（以本单位名义正式签发的、除上列文件以外的主动公开文件，可参考本单位网站同名栏目，此栏目每月更新一次，由办公室负责）"
]
EXPLAINED = "（各级机关制定发布的决定、公告、通告、意见、通知，以及标题采用规定、办法、细则、规范、规程、规则等字样的公文，一般情况下属于此类）"
RESTRICTED = "（仅统计以办公室名义制定发布的决定、公告、通告、意见、通知，以及标题采用规定、办法、细则、规范、规程、规则等字样的公文，其余未列入）"


def filled(rows: Rows, tail: list[str]) -> list[str]:
    """A cell a line with its bar behind it, each row filled up to the widest with bars on a line of their own."""
    width = max(map(len, rows))
    lines = []
    for row in rows:
        lines += [f"{cell} |" for cell in row]
        if len(row) < width:
            lines.append("|" * (width - len(row)))
    return [*lines, *tail]


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("tail", [["|"], ["|"] * 2, ["|"] * 3, ["|"] * 5, ["|", "|||"], ["||||"]])
def test_a_row_of_nothing_below_the_last(form: str, tail: list[str]) -> None:
    values = figures(form)
    reading = read(report(bare(printed(values, form)), lambda rows: filled(rows, tail)))
    assert not wrong(reading, values)
    assert {k for k in reported(reading) if k.table_no == "2"} == {k for k in values if k.table_no == "2"}


@pytest.mark.parametrize("tail", [["|"], ["|", "|"]])
@pytest.mark.parametrize("row", ["regulations", "normative_docs", "penalties", "fees"])
def test_a_cell_lost_above_is_none_of_them(row: str, tail: list[str]) -> None:
    """The bars would make up for it where they were counted."""
    values = figures("2019")
    parts = bare(printed(values, "2019"))
    label, _, *rest = row_of(parts, row, "2")
    text = report(change(parts, row, [label, LOST, *rest]), lambda rows: filled(rows, tail))
    reading = read(text.replace(f"{LOST} |\n", ""))
    assert not wrong(reading, values)


def a_line_each(rows: Rows) -> list[str]:
    return [line for row in rows for cell in row if cell for line in (cell, "")]


def glossed(gloss: str) -> str:
    """A report whose second row has a gloss, and an extra row below it."""
    parts = bare(printed(figures("2019"), "2019"))
    label, *cells = row_of(parts, "normative_docs", "2")
    parts = change(parts, "normative_docs", [label + gloss, *cells, *EXTRA, "86", "87", "255"])
    return report(parts, a_line_each)


def test_a_label_with_a_long_gloss_is_one() -> None:
    values = figures("2019")
    reading = read(glossed(EXPLAINED))
    assert not wrong(reading, values)
    assert {k for k in values if k.table_no == "2"} <= reported(reading)


def test_a_long_gloss_that_restricts_leaves_its_row_in_doubt() -> None:
    reading = read(glossed(RESTRICTED))
    assert not {k for k in reported(reading) if k.row_key == "normative_docs"}
    assert not wrong(reading, figures("2019"))
