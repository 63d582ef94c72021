"""Documents of XML whose attributes name the figures."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

import pytest

from assets.extract.formats.namedelements import with_named_figures
from schemas.form import CellKey
from tests.extract.printed import (
    TITLE,
    Rows,
    cells_of,
    figures,
    printed,
    read,
    reported,
    row_of,
    status_of,
    wrong,
)
from tests.extract.whole import is_of_the_office, read_whole
from tests.turns import in_turn


def _tree(
    values: dict[CellKey, str], leaf: Callable[[str, str], str], form: str = "2021", parts: list | None = None
) -> str:  # type: ignore[type-arg]
    """A report as elements: tables, rows and figures, the organisations a group of their own."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<年报 单位="青岚县林业局" 年度="2022">',
        f"  <标题>{TITLE}</标题>",
    ]
    for part in parts or printed(values, form):
        lines.append(
            f"  <项目 名称={quoteattr({'2': '主动公开', '3': '依申请公开', '4': '复议诉讼'}[part.table_no])}>"
        )
        rows: Rows = part.rows
        header = part.header[-1][1:]
        if part.table_no == "4":
            labels, header = ("行政复议", "未经复议直接起诉", "复议后起诉"), part.header[-1][:5]
            rows = [[label, *part.rows[0][5 * n : 5 * n + 5]] for n, label in enumerate(labels)]
        for label, *cells in rows:
            lines.append(f"    <项目 名称={quoteattr(label)}>")
            for n, (name, cell) in enumerate(zip(header, cells, strict=True)):
                inner = part.table_no == "3" and 0 < n < 6
                lines += ['      <项目 名称="法人或其他组织">'] if inner and n == 1 else []
                lines.append(f"        {leaf(name, cell)}")
                lines += ["      </项目>"] if inner and n == 5 else []
            lines.append("    </项目>")
        lines.append("  </项目>")
    return "\n".join([*lines, "</年报>"])


_LEAVES: dict[str, Callable[[str, str], str]] = {
    "attribute": lambda name, cell: f"<指标 名称={quoteattr(name)} 值={quoteattr(cell)}/>",
    "turned, single quotes": lambda name, cell: f"<指标 值='{cell}' 名称='{name}'></指标>",
    "text": lambda name, cell: f'<field label={quoteattr(name)} code="0101">{escape(cell)}</field>',
    "unit and code": lambda name, cell: (
        f'<item code="0101" name={quoteattr(name)} unit="件" value="{cell}"/>'
    ),
}


@in_turn
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("way", _LEAVES)
def test_figures_behind_names_in_elements(way: str, form: str) -> None:
    values = figures(form)
    assert is_of_the_office(read_whole(_tree(values, _LEAVES[way], form), values))


def test_rows_of_attributes() -> None:
    values = figures()
    lines = ["<年报>", f"<标题>{TITLE}</标题>"]
    for part in printed(values):
        if part.table_no == "3":
            for label, *cells in part.rows:
                own = " ".join(f'{n}="{c}"' for n, c in zip(part.header[-1][1:], cells, strict=True))
                lines.append(f"  <行 项目={quoteattr(label)} {own}/>")
    reading = read("\n".join([*lines, "</年报>"]))
    assert not wrong(reading, values)
    assert reported(reading, "3") == {key for key in values if key.table_no == "3"}


@pytest.mark.parametrize("way", _LEAVES)
def test_words_and_nothing_in_the_place_of_a_figure(way: str) -> None:
    values = figures("2019")
    parts = printed(values, "2019")
    row_of(parts, "permits", "2")[2] = "增"
    row_of(parts, "granted")[2] = ""
    reading = read(_tree(values, _LEAVES[way], "2019", parts))
    values[CellKey("2", "permits", "change")] = values[CellKey("3", "granted", "commercial")] = ""
    assert not wrong(reading, values)
    assert status_of(reading, "3", "granted", "commercial") == ["blank"]
    assert cells_of(reading)[CellKey("2", "permits", "decisions")]["status"] == "reported"


def test_a_number_that_is_called_a_code_is_no_figure() -> None:
    lines = ["<a>", *(f'<b name="自然人" code="{n}" level="2"/>' for n in range(9)), "</a>"]
    assert with_named_figures(lines) == (lines, None)


@pytest.mark.parametrize(
    "text",
    [
        "<p>一、总体情况</p>\n<table><tr><td name='自然人'>3</td></tr></table>",
        '<a name="自然人" value="1"/>\n<a name="总计" value="2"/>',
        "<a><b></a></b>",
    ],
)
def test_pages_and_pieces_stay(text: str) -> None:
    lines = text.split("\n")
    assert with_named_figures(lines) == (lines, None)
