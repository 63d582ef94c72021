"""A document in a few very long lines, a tab between all its pieces: each piece is a line, as other programs print it."""

from __future__ import annotations

import pytest

from assets.extract.undone.lines.tabbedstream import with_pieces_on_lines
from tests.extract.odd import KINDS, NAMES
from tests.extract.printed import (
    TITLE,
    Part,
    cells_of,
    change,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    tsv,
    wrong,
)

VALUES = {key: str(int(figure) * 37 % 89 + 3) for key, figure in figures("2019").items()}
*OTHERS, FOURTH = printed(VALUES, "2019")
PARTS = [*OTHERS, Part("4", [[KINDS[0], "行政诉讼"], [*NAMES, *KINDS[1:]], NAMES * 2], FOURTH.rows)]


def streamed(parts: list[Part]) -> str:
    """All pieces behind one another; the lines of the page's source break within words, an indent behind the break."""
    text = "\t".join(filter(None, report(parts, one_a_line).split("\n"))).replace("增/减", "增\t/\t减")
    return text.replace("第二十条", "第二十条\n\t\t\t\t").replace("结转下年度", "结转下\n\t\t\t\t年度")


def test_a_document_in_long_lines_is_read() -> None:
    reading = read(streamed(PARTS))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    assert reading.reports[0]["agency"] in TITLE


def test_cells_have_the_lines_of_their_text() -> None:
    text = streamed(PARTS)
    lines = text.split("\n")
    found = cells_of(read(text))
    assert all(c["raw"] in lines[c["line_start"] - 1].split("\t") for c in found.values())


@pytest.mark.parametrize(("key", "table_no"), [("granted", "3"), ("permits", "2"), ("review", "4")])
def test_a_lost_figure_leaves_its_row_in_doubt(key: str, table_no: str) -> None:
    if table_no == "4":
        parts = [*OTHERS, Part("4", PARTS[-1].header, [[*FOURTH.rows[0][:4], *FOURTH.rows[0][5:]]])]
    else:
        row = row_of(OTHERS, key, table_no)
        parts = [*change(OTHERS, key, [*row[:2], *row[3:]]), PARTS[-1]]
    reading = read(streamed(parts))
    assert not wrong(reading, VALUES)
    assert not [cell for cell in reported(reading, table_no) if cell.row_key == key]


@pytest.mark.parametrize(
    "lines",
    [
        tsv([row for part in PARTS for row in [*part.header, *part.rows]]),  # rows
        ["\t".join(["行政许可", "1", "", "3"] * 20)],  # blank cells
        ["\t".join(["行政许可", *"12345678"] * 2 + ["规章"] * 20)],  # too few rows for a table
        # a record of a data set, and the names of its columns
        ["\t".join(["行政许可", "规章"] * 20), "\t".join("12" * 20)],
    ],
)
def test_other_lines_stay(lines: list[str]) -> None:
    assert with_pieces_on_lines(lines) == (lines, None)
