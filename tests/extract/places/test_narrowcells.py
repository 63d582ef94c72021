"""Cells so narrow that a figure goes on in the next line, in texts of one cell a line that have lost blank cells."""

from __future__ import annotations

import re

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    status_of,
    wrong,
)

TABLE = forms()["2021"].table("3")
KEYS = [c.key for c in TABLE.columns]
NARROW = ["商业企业", "科研机构", "社会公益组织", "法律服务机构"]


def _text(values: dict[CellKey, str], letters: int = 2) -> str:
    text = report(printed(values), one_a_line)
    for label in NARROW:
        pieces = [label[i : i + letters] for i in range(0, len(label), letters)]
        text = text.replace(f"\n{label}\n", "\n" + "\n".join(pieces) + "\n")
    return text


def _values(sums: str = "1153\n4") -> dict[CellKey, str]:
    """One row lacks a figure, another has the last one broken in two and lacks its first."""
    values = figures()
    values[CellKey("3", "granted", KEYS[2])] = ""
    values[CellKey("3", "new_received", KEYS[0])] = ""
    values[CellKey("3", "new_received", KEYS[-1])] = sums
    return values


def test_a_figure_that_fills_its_cell_may_go_on_below() -> None:
    values = _values()
    reading = read(_text(values))
    assert "reported" not in status_of(reading, "3", "new_received")
    values |= {k: "" for k in values if k.row_key in ("new_received", "granted")}
    assert not wrong(reading, values)
    assert {k for k in values if k.row_key == "denied_other_law"} <= reported(reading, "3")


@pytest.mark.parametrize(("letters", "first"), [(2, "12345"), (4, "1153"), (6, "1153"), (2, "115")])
def test_cells_with_room_left_hold_whole_figures(letters: int, first: str) -> None:
    """Another figure is longer, the header's labels are whole, or the longest leaves room."""
    values = figures() | {CellKey("3", "granted", KEYS[2]): "", CellKey("3", "new_received", KEYS[0]): first}
    if first == "12345":
        values[CellKey("3", "new_received", KEYS[1])] = "1153"
    reading = read(_text(values, letters))
    assert {k for k in values if k.row_key == "new_received"} <= reported(reading, "3")
    assert not wrong(reading, values)


def test_texts_that_lost_no_cell_are_read() -> None:
    values = figures() | {CellKey("3", "new_received", KEYS[0]): "1153"}
    reading = read(_text(values))
    assert {k for k in values if k.table_no == "3"} <= reported(reading, "3")
    assert not wrong(reading, values)


def test_one_figure_left_of_most_rows() -> None:
    """A page read column by column: one row has as many figures below it as columns, of whatever rows they are."""
    values = figures()
    text = report(printed(values), one_a_line)
    for row in TABLE.rows:
        if row.key != "granted":
            own = [values[CellKey("3", row.key, key)] for key in KEYS]
            text = text.replace("\n".join(own), own[-1])
    assert len(re.findall(r"(?m)^[0-9]+$", text)) > len(TABLE.rows)
    assert not reported(read(text), "3")


def test_figures_pushed_below_the_next_label() -> None:
    """A stamp between the lines: the label of the second row ends beside its own figures."""
    values = figures()
    text = report(printed(values), running)
    first, second = (
        next(line for line in text.split("\n") if line.startswith(words))
        for words in ("（一）予以公开", "（二）部分公开")
    )
    own = [" ".join(line.split()[1:]) for line in (first, second)]
    moved = [
        "三、 （一）予以公开",
        "本 （二）部分公开（区分处理的，",
        "",
        "                 府信",
        f"                  {own[0]}",
        "",
        "",
        "                政",
        f"年 只计这一情形，不计其他情形） {own[1]}",
        "度",
    ]
    reading = read(text.replace(f"{first}\n{second}", "\n".join(moved)))
    assert not wrong(reading, values)
    assert {k for k in values if k.row_key == "denied_other_law"} <= reported(reading, "3")


def test_a_label_about_the_line_of_its_figures() -> None:
    values = figures()
    text = report(printed(values), running)
    line = next(line for line in text.split("\n") if line.startswith("（二）部分公开"))
    own = " ".join(line.split()[1:])
    about = f"（二）部分公开（区分处理的，\n{own}\n只计这一情形，不计其他情形）"
    reading = read(text.replace(line, about))
    assert {k for k in values if k.table_no == "3"} <= reported(reading, "3")
    assert not wrong(reading, values)
