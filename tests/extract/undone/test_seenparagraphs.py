"""Lines among tab cells that hold a space alone: paragraphs of a cell that say nothing, or the lines between rows."""

from __future__ import annotations

import pytest

from assets.extract.undone.spaces.seenparagraphs import without_seen_paragraphs
from tests.extract.printed import Rows, figures, printed, read, report, reported, tab_cells, wrong
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
SPACES = [" ", "\u3000", "\u00a0", "\u3000\u3000"]


def _with_paragraphs(space: str, every: int = 11) -> str:
    """The report with a paragraph of a space below some cells, whatever they hold."""
    lines: list[str] = []
    cells = 0
    for line in report(PARTS, tab_cells).split("\n"):
        lines.append(line)
        cells += line.startswith("\t")
        if line.startswith("\t") and cells % every == 0:
            lines.append(space)
    return "\n".join(lines)


@in_turn
@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("every", [5, 8, 11])
def test_a_paragraph_of_a_space_is_none_of_the_row(space: str, every: int) -> None:
    found = read(_with_paragraphs(space, every))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


@pytest.mark.parametrize("space", SPACES)
def test_a_space_between_rows_parts_them(space: str) -> None:
    def parted(rows: Rows) -> list[str]:
        return [line or space for line in tab_cells(rows)]

    found = read(report(PARTS, parted))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


def test_each_line_keeps_its_number() -> None:
    lines = _with_paragraphs("\u3000").split("\n")
    kept, numbers = without_seen_paragraphs(lines)
    assert numbers is not None
    assert len(kept) < len(lines)
    assert [lines[number - 1] for number in numbers] == kept


@pytest.mark.parametrize("space", SPACES)
def test_a_cell_that_lost_its_tab_is_no_paragraph(space: str) -> None:
    """A row has a cell less behind its label then: nobody knows which, and the lines stay."""
    lines = report(PARTS, tab_cells).split("\n")
    at = next(n for n, line in enumerate(lines) if "予以公开" in line) + 3
    lines[at] = space
    assert without_seen_paragraphs(lines) == (lines, None)
    assert not wrong(read("\n".join(lines)), VALUES)


@in_turn
@pytest.mark.parametrize("mark", ["[bookmark: _GoBack]", "[bookmark: _Hlk77404296]", "[bookmark: OLE_LINK1]"])
@pytest.mark.parametrize(
    "place", ["自然人", "科研机构", "（一）予以公开", "1.属于国家秘密", "规章", "结果维持"]
)
def test_a_bookmark_shows_nothing(mark: str, place: str) -> None:
    text = report(PARTS, tab_cells)
    for marked in (mark + place, place + mark, place[:1] + mark + place[1:], f"{place}\n{mark}"):
        found = read(text.replace("\t" + place + "\n", "\t" + marked + "\n"))
        assert not wrong(found, VALUES)
        assert reported(found) == set(VALUES)


def test_a_bookmark_beside_a_figure_and_amid_one() -> None:
    text = report(PARTS, tab_cells)
    key = next(key for key, value in VALUES.items() if value == "150")
    for marked in ("[bookmark: _GoBack]150", "150[bookmark: _GoBack][bookmark: a]"):
        assert reported(read(text.replace("\t150\n", f"\t{marked}\n"))) == set(VALUES)
    found = read(text.replace("\t150\n", "\t1[bookmark: a][bookmark: _GoBack]50\n"))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES) - {key}
