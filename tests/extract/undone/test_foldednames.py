"""The header of table 4 with a line for each paragraph of its cells, its figures behind the last name."""

from __future__ import annotations

import pytest

from assets.extract.reading import Reading
from assets.extract.undone.bars.foldednames import with_names_unfolded
from tests.extract.odd import FIGURES, NAMES, PARTS, VALUES
from tests.extract.printed import HEADINGS, closed, read, report, reported, wrong

SUITS = ("未经复议直接起诉", "复议后起诉")
REST = {key for key in VALUES if key.table_no != "4"}


def folded(names: list[str], row: list[str], suits: tuple[str, str] = SUITS) -> str:
    """Each cell closed by its bar, names over two lines as paragraphs of their cells."""
    broken = [f"{name[:2]}\n\n{name[2:]}" if len(name) > 2 else name for name in names]
    cells = [*broken[:5], *suits, *[""] * 6, *broken[5:], "", *row, ""]
    return " |".join(cells) + " |"


def reading_of(table: str) -> Reading:
    text = report([part for part in PARTS if part.table_no != "4"], closed)
    return read(text.replace("五、存在", f"{HEADINGS['4']}\n\n{table}\n\n五、存在", 1))


def test_the_figures_behind_folded_names_are_read() -> None:
    reading = reading_of(folded(NAMES * 3, FIGURES))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    "table",
    [
        folded(NAMES * 3, FIGURES[1:]),  # a cell that was blank
        folded(NAMES * 3, [*FIGURES, "7"]),
        folded(NAMES * 2, FIGURES),
        folded([NAMES[1], NAMES[0], *NAMES[2:]] * 3, FIGURES),
        folded([*NAMES[:4], "合计总计"] * 3, FIGURES),
    ],
)
def test_another_header_and_other_figures_are_left(table: str) -> None:
    lines = table.split("\n")
    assert with_names_unfolded(lines) == lines
    assert not wrong(reading_of(table), VALUES)


def test_suits_in_another_order_are_not_taken_for_each_other() -> None:
    other = {"suit_direct": "suit_after_review", "suit_after_review": "suit_direct"}
    printed = {key: VALUES[key._replace(row_key=other.get(key.row_key, key.row_key))] for key in VALUES}
    found = reading_of(folded(NAMES * 3, FIGURES, SUITS[::-1]))
    assert not wrong(found, printed)
    assert reported(found) >= REST
