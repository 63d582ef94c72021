"""A drawn line that goes on with words and lacks a wall behind them takes no figure from the line above."""

from __future__ import annotations

import pytest

from assets.extract.readers.drawn.shortwraps import with_walls_of_wraps
from tests.extract.printed import HEADINGS, Rows, figures, printed, read, report, reported, wrong

VALUES = figures()
PARTS = printed(VALUES)


def by_hand(rows: Rows, lacking: int = 0, split: str = "重复申请") -> list[str]:
    """A box without room in its cells, one label of it over two lines of which the second lacks walls."""
    width = max(map(len, rows))
    lines = ["┌" + "┬".join("─" * width) + "┐"]
    for row in rows:
        cells = [*row, *[""] * (width - len(row))]
        if split in cells[0]:
            head, _, rest = cells[0].partition(split)
            lines += ["│" + "│".join([head + split[:2], *cells[1:]]) + "│"]
            lines += ["│" + "│".join([split[2:] + rest, *[""] * (width - 1)]) + "│" * (1 - lacking)]
            lines[-1] = lines[-1][: len(lines[-1]) - max(0, lacking - 1)]
        else:
            lines.append("│" + "│".join(cells) + "│")
        lines.append("├" + "┼".join("─" * width) + "┤")
    return [*lines[:-1], "└" + "┴".join("─" * width) + "┘"]


@pytest.mark.parametrize("lacking", [0, 1, 2])
def test_the_row_keeps_its_figures(lacking: int) -> None:
    reading = read(report(PARTS, lambda rows: by_hand(rows, lacking)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_line_with_a_figure_is_left_alone() -> None:
    lines = ["│不予│1│2│3│4│5│", "│公开││││7│"]
    assert with_walls_of_wraps(lines, 7) == lines


def test_a_figure_on_such_a_line_is_of_no_column() -> None:
    lines = by_hand(next([*p.header, *p.rows] for p in PARTS if p.table_no == "3"), 1)
    at = next(n for n, line in enumerate(lines) if line.startswith("│申请│"))
    lines[at] = lines[at].replace("││││", "│││9│", 1)
    text = report([p for p in PARTS if p.table_no != "3"], by_hand)
    text = text.replace(HEADINGS["4"], "\n".join([HEADINGS["3"], *lines, "", HEADINGS["4"]]), 1)
    assert not wrong(read(text), VALUES)


def test_lines_below_borders_are_left_alone() -> None:
    lines = ["├─┼─┼─┼─┤", "│其中││││", "│甲│1│2│3│"]
    assert with_walls_of_wraps(lines, 6) == lines
