r"""Rows of which the words of RTF are left in the text: `规章\cell 0\cell \row`."""

from __future__ import annotations

import pytest

from assets.extract.formats.rtfrows import with_rows_of_cells
from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong

VALUES = figures()
PARTS = printed(VALUES)


def on_lines(rows: Rows) -> list[str]:
    return ["".join(f"{cell}\\cell " for cell in row) + "\\row" for row in rows]


def with_looks(rows: Rows) -> list[str]:
    return [f"\\trowd\\trgaph108\\pard\\intbl {line}" for line in on_lines(rows)]


def over_lines(rows: Rows) -> list[str]:
    return [line for row in rows for line in [*(f"{cell}\\cell" for cell in row), "\\row"]]


@pytest.mark.parametrize("kind", [on_lines, with_looks, over_lines])
def test_cells_and_rows(kind) -> None:  # type: ignore[no-untyped-def]
    found = read(report(PARTS, kind))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


def test_a_lost_cell_is_not_made_up() -> None:
    text = report(PARTS, on_lines).replace("150\\cell ", "")
    found = read(text)
    assert not wrong(found, VALUES)
    assert len(reported(found)) < len(VALUES)


def test_digits_beside_a_break_are_no_figure() -> None:
    key = next(key for key, value in VALUES.items() if value == "150")
    for broken in ("1\\par 50\\cell", "1\\line 50\\cell", "1\n50\\cell"):
        found = read(report(PARTS, on_lines).replace("150\\cell", broken))
        assert not wrong(found, VALUES)
        assert key not in reported(found)


def test_the_front_of_the_first_cell_on_the_line_above() -> None:
    """The row of table 4 has no label: what stands above it may be the first digits of its first figure."""
    first = next(part for part in PARTS if part.table_no == "4").rows[0][0]
    text = report(PARTS, on_lines).replace(f"\n{first}\\cell", f"\n{first[:1]}\n{first[1:]}\\cell")
    assert not wrong(read(text), VALUES)


def test_a_sentence_about_cells_stays() -> None:
    lines = ["规章\\cell 0\\cell \\row", "the word row", "\\cell"]
    assert with_rows_of_cells(lines) is lines
