"""A word of decrease above its figure: the figure has its sign, or none is given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import TITLE, Rows, cells_of, figures, printed, read, report, wrong
from tests.turns import in_turn

VALUES = figures("2019")
KEY = CellKey("2", "penalties", "change")


def width(text: str) -> int:
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)


def page(rows: Rows, *, apart: bool = True) -> list[str]:
    """Columns on a page, the lines of each cell about the middle of its row, a blank line between rows."""
    wide = max(map(len, rows))
    full = [[cell.split("\n") for cell in row + [""] * (wide - len(row))] for row in rows]
    sizes = [max(width(line) for row in full for line in row[at]) + 2 for at in range(wide)]
    lines = []
    for row in full:
        high = max(map(len, row))
        for number in range(high):
            line = ""
            for cell, size in zip(row, sizes, strict=True):
                at = number - (high - len(cell)) // 2
                text = cell[at] if 0 <= at < len(cell) else ""
                line += text + " " * (size - width(text))
            lines.append(line.rstrip())
        lines += [""] if apart else []
    return lines


def with_change(text: str, *, apart: bool = True) -> str:
    parts = [
        replace(p, rows=[[cell.replace("@", text) for cell in row] for row in p.rows])
        for p in printed({**VALUES, KEY: "@"}, "2019")
    ]
    title = TITLE.replace("2022", "2020")
    return report(parts, lambda rows: page(rows, apart=apart), title=title)


@in_turn
@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize(
    "text", ["减少\n1496\n项", "减\n1496", "负\n12", "减少了\n12\n项", "减少\n\n1496", "↓\n12"]
)
def test_a_decrease_above_its_figure(text: str, *, apart: bool) -> None:
    reading = read(with_change(text, apart=apart))
    minus = "-" + "".join(c for c in text if c.isdigit())
    assert not wrong(reading, {**VALUES, KEY: minus})
    if text == "减少\n1496\n项":
        assert cells_of(reading)[KEY]["value"] == float(minus)


def test_the_label_of_the_column_is_no_sign() -> None:
    """`本年增/减`, whole or broken before its last letter, stands over the first figure."""
    for label in ("本年增/减", "本年增/\n减", "本年增\n/减"):
        parts = [
            replace(p, header=[[cell.replace("本年增/减", label) for cell in row] for row in p.header])
            for p in printed(VALUES, "2019")
        ]
        title = TITLE.replace("2022", "2020")
        reading = read(report(parts, lambda rows: page(rows, apart=False), title=title))
        assert cells_of(reading)[KEY]["value"] == float(VALUES[KEY])


@pytest.mark.parametrize("label", ["本年增加\n减少", "本年增加或\n减少", "本年增加、\n减少", "本年\n减少"])
def test_another_wording_of_the_column_is_no_sign_either(label: str) -> None:
    parts = [
        replace(p, header=[[cell.replace("本年增/减", label) for cell in row] for row in p.header])
        for p in printed(VALUES, "2019")
    ]
    text = report(parts, lambda rows: page(rows, apart=False), title=TITLE.replace("2022", "2020"))
    assert not wrong(read(text), VALUES)
