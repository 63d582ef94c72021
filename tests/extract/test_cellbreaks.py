"""Cells of a page that hold several paragraphs: each stands on a line of its own, whether the source has a line break there or not."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    cells_of,
    change,
    figures,
    html,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)

KEY = CellKey("3", "granted", "research")
VALUES = figures()
PARTS = printed(VALUES)


def with_cell(cell: str) -> str:
    row = list(row_of(PARTS, "granted"))
    row[row.index(VALUES[KEY])] = cell
    return report(change(PARTS, "granted", row), html)


@pytest.mark.parametrize(
    "cell",
    [
        "<p>57</p><p>4</p>",
        "<div>57</div><div>4</div>",
        "<ul><li>57</li><li>4</li></ul>",
        "57<p>4</p>",
        "<p>57</p>4",
        "<section>57</section><section>4</section>",
        '<span style="display: block">57</span><span style="display:block">4</span>',
        "<p><span>57</span></p><p><b>4</b></p>",
        "<table><tr><td>57</td><td>4</td></tr></table>",
    ],
)
def test_two_paragraphs_are_no_figure(cell: str) -> None:
    reading = read(with_cell(cell))
    assert not wrong(reading, {key: figure for key, figure in VALUES.items() if key != KEY})
    assert cells_of(reading)[KEY]["status"] != "blank"


@pytest.mark.parametrize(
    "cell",
    [
        "<p>574</p>",
        "<p></p><div>574</div><p>&nbsp;</p>",
        "<p><span>57</span><span>4</span></p>",
        "<div><p>574</p><p>件</p></div>",
        "<font>57</font>4",
    ],
)
def test_a_paragraph_with_its_figure_is_read(cell: str) -> None:
    reading = read(with_cell(cell))
    assert not wrong(reading, VALUES | {KEY: "574"})
    assert reported(reading) == set(VALUES)


def test_labels_in_paragraphs_are_one_label() -> None:
    text = report(PARTS, html).replace("一、本年新收政府信息", "<p>一、本年新收</p><p>政府信息</p>")
    assert reported(read(text)) == set(VALUES)


def test_two_rows_in_one_are_no_row() -> None:
    first, second = (list(row_of(PARTS, key, "2")) for key in ("regulations", "normative_docs"))
    both = [f"<p>{a}</p><p>{b}</p>" for a, b in zip(first, second, strict=True)]
    reading = read(
        report(change(change(PARTS, "regulations", both), "normative_docs", ["", "", "", ""]), html)
    )
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == {key for key in VALUES if key.table_no == "3"}


def test_the_line_of_a_cell_is_that_of_the_text() -> None:
    text = with_cell("<div>\n<p>574</p></div>")
    line = cells_of(read(text))[KEY]["line_start"]
    assert "574" in text.split("\n")[line - 1]
