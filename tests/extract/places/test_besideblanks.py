"""What stands above and below a row of aligned columns, in the place of a cell that its line does not have."""

from __future__ import annotations

import pytest

from tests.extract.printed import aligned, change, figures, printed, read, report, row_of, status_of, wrong
from tests.turns import in_turn

VALUES = figures()
COLUMNS = ("natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total")
# Where the columns of `aligned` begin.
LABEL, STEP = 100, 10


def with_words(above: str, below: str, at: int, shift: int = 0, gap: bool = False) -> str:
    """A report in which a cell of one row is blank, with words above and below its place."""
    parts = printed(VALUES)
    row = row_of(parts, "granted")
    parts = change(parts, "granted", [*row[: at + 1], "", *row[at + 2 :]])
    lines = []
    for line in report(parts, aligned).split("\n"):
        is_row = "予以公开" in line
        where = " " * (LABEL + STEP * at + shift)
        between = [""] if gap and is_row else []
        lines += [where + above, *between] if is_row and above else []
        lines.append(line)
        lines += [*between, where + below] if is_row and below else []
    return "\n".join(lines)


@in_turn
@pytest.mark.parametrize("at", [0, 3, 6])
@pytest.mark.parametrize(
    ("above", "below"), [("=SUM(D5:", "I5)"), ("见附", "注"), ("", "#REF!"), ("（略", "")]
)
@pytest.mark.parametrize("shift", [-3, 0])
def test_a_cell_whose_words_stand_about_the_line_is_not_blank(
    at: int, above: str, below: str, shift: int
) -> None:
    reading = read(with_words(above, below, at, shift))
    assert status_of(reading, "3", "granted", COLUMNS[at]) != ["blank"]
    assert status_of(reading, "3", "granted", COLUMNS[at]) != ["reported"]
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize(
    ("above", "below", "at", "shift", "gap"),
    [
        # nothing, a header's words, a rest of the label, a paragraph apart
        ("", "", 3, 0, False),
        ("社会公益", "", 3, 0, False),
        ("", "的数量", 3, -110, False),
        ("见附", "", 3, 0, True),
    ],
)
def test_a_blank_cell_stays_blank(above: str, below: str, at: int, shift: int, gap: bool) -> None:
    reading = read(with_words(above, below, at, shift, gap))
    assert status_of(reading, "3", "granted", COLUMNS[at]) == ["blank"]
