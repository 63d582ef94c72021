"""Rows of XML that name their label and the column of each cell (assets/extract/formats/namedcells.py)."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assets.extract.formats.namedcells import with_rows_of_named_cells
from schemas.form import CellKey, forms
from tests.extract.printed import HEADINGS, TITLE, figures, read, reported, status_of, wrong

VALUES = figures()


def text(
    row: str = "row",
    cell: str = "cell",
    *,
    between: str = "",
    lacking: CellKey | None = None,
    blank: CellKey | None = None,
    said: str = "",
) -> str:
    """The report with each row of a table as such an element."""
    lines = [TITLE, "", "一、总体情况", "全年工作平稳。", ""]
    for table in forms()["2021"].tables:
        lines += [HEADINGS[table.no], said if table.no == "3" else "", ""]
        for own, keys in table.keys:
            label = " ".join([*(g.zh for g in reversed(table.ancestors(own.key))), own.zh])
            names = {c.key: c.zh for c in table.columns}
            cells = [
                f'<{cell} col="{names[key.col_key]}">{"" if key == blank else VALUES[key]}</{cell}>'
                for key in keys
                if key != lacking
            ]
            lines.append(f'<{row} name="{label}">{between}{between.join(cells)}{between}</{row}>')
        lines.append("")
    return "\n".join(
        [*lines, "五、存在的主要问题及改进情况", "还不够。", "", "青岚县林业局", "2023年1月20日"]
    )


@pytest.mark.parametrize(("row", "cell"), [("row", "cell"), ("row", "c"), ("Zeile", "Feld"), ("行", "格")])
@pytest.mark.parametrize("between", ["", "\n  "])
def test_rows_are_read(row: str, cell: str, between: str) -> None:
    written = text(row, cell, between=between)
    reading = read(written)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    assert with_rows_of_named_cells(written).count("\n") == written.count("\n")


def test_a_sentence_that_says_what_was_carried_over_names_no_other_year() -> None:
    said = "2022年，本机关共收到申请31件，上年结转5件，具体情况见下表："
    assert reported(read(text(said=said))) == set(VALUES)


def test_a_blank_cell_is_one() -> None:
    key = CellKey("3", "denied_other_law", "research")
    reading = read(text(blank=key))
    assert status_of(reading, "3", "denied_other_law", "research") == ["blank"]
    assert reported(reading) == set(VALUES) - {key}


def test_a_row_without_one_of_its_cells_is_in_doubt() -> None:
    key = CellKey("3", "denied_other_law", "research")
    reading = read(text(lacking=key))
    assert not wrong(reading, VALUES)
    assert not any(k.row_key == key.row_key for k in reported(reading))


def test_a_row_with_something_else_in_it_leaves_the_text_as_it_is() -> None:
    written = text().replace("</cell></row>", "</cell><note>见附件</note></row>", 1)
    assert with_rows_of_named_cells(written) == written
    assert not wrong(read(written), VALUES)


@pytest.mark.parametrize(
    ("odd", "lost"),
    [
        (lambda row: re.sub(r">(\d)(\d+)<", r">\1 \2<", row, count=1), 1),
        (lambda row: re.sub(r">\d+<", ">见附件<", row, count=1), 1),
        (lambda row: re.sub(r'name="[^"]*"', 'name=""', row), 7),
        (lambda row: re.sub(r'col="[^"]*"', 'col=""', row, count=1), 7),
        (lambda row: row.replace("<cell", '<cell col="总计">7</cell><cell', 1), 7),
        (lambda row: row.replace("<cell", '<cell col="">7</cell><cell', 1), 7),
        (lambda row: row.replace("科研机构", "商业企业"), 7),
    ],
)
def test_one_odd_row_is_in_doubt_and_the_others_are_read(odd: Callable[[str], str], lost: int) -> None:
    lines = text().split("\n")
    reading = read("\n".join(odd(line) if "2.重复申请" in line else line for line in lines))
    assert not wrong(reading, VALUES)
    missing = set(VALUES) - reported(reading)
    assert {key.row_key for key in missing} <= {"rejected_repeat"}
    assert len(missing) == lost
