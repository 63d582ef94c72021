"""Rows of XML whose labels are attributes (assets/extract/formats/rowattributes.py)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.formats.rowattributes import with_labels_of_attributes
from schemas.form import CellKey, forms
from tests.extract.printed import HEADINGS, TITLE, figures, read, reported, wrong
from tests.turns import in_turn

VALUES = figures()
Row = tuple[str, list[str]]


def text(row: str, cell: str, change: Callable[[Row], Row] = lambda row: row, corner: bool = False) -> str:
    """The report with each block of a table as such rows, its header an element of its own; table 4 a row for each kind."""
    lines = [TITLE, "", "一、总体情况", "全年工作平稳。", ""]
    for table in forms()["2021"].tables:
        lines.append(HEADINGS[table.no])
        for block in table.blocks:
            names = [*(["事项"] if corner else []), *(column.zh for column in block.columns)]
            lines += ["<table>", "<head>" + "".join(f"<{cell}>{name}</{cell}>" for name in names) + "</head>"]
            for own in block.rows:
                label = "/".join([*(g.zh for g in reversed(table.ancestors(own.key))), own.zh])
                label, cells = change(
                    (label, [VALUES[CellKey(table.no, own.key, c.key)] for c in block.columns])
                )
                written = "".join(f"<{cell}>{value}</{cell}>" for value in cells)
                lines.append(f'  <{row} name="{label}">{written}</{row}>')
            lines.append("</table>")
    return "\n".join(
        [*lines, "五、存在的主要问题及改进情况", "还不够。", "", "青岚县林业局", "2023年1月20日"]
    )


@in_turn
@pytest.mark.parametrize(("row", "cell"), [("row", "c"), ("Zeile", "Feld"), ("行", "格")])
@pytest.mark.parametrize("corner", [False, True])
def test_rows_are_read(row: str, cell: str, *, corner: bool) -> None:
    written = text(row, cell, corner=corner)
    reading = read(written)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    assert with_labels_of_attributes(written).count("\n") == written.count("\n")


def test_a_row_that_lost_a_cell_is_in_doubt() -> None:
    def cut(row: Row) -> Row:
        return (row[0], row[1][1:]) if "重复申请" in row[0] else row

    reading = read(text("row", "c", cut))
    assert not wrong(reading, VALUES)
    assert not {key for key in reported(reading) if key.row_key == "rejected_repeat"}


def test_a_row_twice_is_in_doubt() -> None:
    lines = text("row", "c").split("\n")
    (at,) = [n for n, line in enumerate(lines) if "出版物" in line]
    other = lines[at].replace("<c>3", "<c>9").replace("<c>2", "<c>8").replace("<c>1", "<c>7")
    reading = read("\n".join([*lines[: at + 1], other, *lines[at + 1 :]]))
    assert not wrong(reading, VALUES)
    assert not {key for key in reported(reading) if key.row_key == "rejected_publication"}


def test_rows_of_which_one_has_no_label_are_left_as_they_are() -> None:
    one = '<row name="规章"><c>1</c></row>\n'
    assert with_labels_of_attributes(one * 3 + "<row><c>1</c></row>") == one * 3 + "<row><c>1</c></row>"
    assert with_labels_of_attributes(one * 3).count("<c>规章</c>") == 3


def test_rows_in_order_numbers_are_no_labels() -> None:
    numbered = "".join(f'<row id="{n}"><c>规章</c><c>{n}</c></row>' for n in range(5))
    assert with_labels_of_attributes(numbered) == numbered


@pytest.mark.parametrize(
    ("odd", "lost"),
    [
        (lambda row: (row[0], [f"{row[1][0][:1]} {row[1][0][1:]}", *row[1][1:]]), 1),
        (lambda row: (row[0], ["见附件", *row[1][1:]]), 1),
        (lambda row: ("", row[1]), 0),
        (lambda row: (row[0], ["7", *row[1]]), 7),
        (lambda row: (row[0], [*row[1][:3], "7", *row[1][3:]]), 7),
        (lambda row: (row[0], [*row[1], "7"]), 7),
    ],
)
def test_one_odd_row_is_in_doubt_and_the_others_are_read(odd: Callable[[Row], Row], lost: int) -> None:
    reading = read(text("row", "c", lambda row: odd(row) if "重复申请" in row[0] else row))
    assert not wrong(reading, VALUES)
    missing = set(VALUES) - reported(reading)
    assert {key.row_key for key in missing} <= {"rejected_repeat"}
    assert len(missing) == lost


def test_rows_of_words_are_left_as_they_are() -> None:
    words = "".join(f'<row name="第{n}章"><c>说明</c></row>' for n in range(5))
    assert with_labels_of_attributes(words) == words
