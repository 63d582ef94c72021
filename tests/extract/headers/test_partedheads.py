"""A head that a table parts into two columns: which of them is the form's is not known."""

from __future__ import annotations

import pytest

from tests.extract.odd import THIRD, VALUES, third
from tests.extract.printed import Rows, closed, one_a_line, read, report, reported, running, tsv, wrong

COLUMNS = THIRD.header[0][1:]
FULL = [
    ["", "申请人情况", *[""] * 6],
    ["", "自然人", "法人或其他组织", "", "", "", "", "总计"],
    ["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
]


def _parted(at: int, part: str, whole: str, *, is_first: bool) -> tuple[Rows, Rows]:
    """Table 3 whose column `at` is two, a part beside the whole or behind it."""
    header = [row.copy() for row in FULL]
    for row, words in zip(header, [["", ""], [header[1][at], ""], [part, whole]], strict=True):
        row[at : at + 1] = words if is_first else words[::-1] if words[0] == part else words
    rows = []
    for row in THIRD.rows:
        pair = ["7001", row[at]] if is_first else [row[at], "7001"]
        rows.append([*row[:at], *pair, *row[at + 1 :]])
    return header, rows


@pytest.mark.parametrize("render", [tsv, closed, running, one_a_line], ids=lambda f: f.__name__)
@pytest.mark.parametrize("part", ["网上", "其中：结转", "占比（%）", "增减", "上年"])
@pytest.mark.parametrize("whole", ["小计", "件数", "合计"])
@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("at", [1, 7])
def test_a_part_beside_the_whole(render, part: str, whole: str, is_first: bool, at: int) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(third(*_parted(at, part, whole, is_first=is_first)), render))
    assert not wrong(reading, VALUES)
    column = "natural_person" if at == 1 else "total"
    assert not any(key.col_key == column for key in reported(reading, "3"))


@pytest.mark.parametrize("render", [tsv, closed, running], ids=lambda f: f.__name__)
@pytest.mark.parametrize("pieces", [("自然人（男）", "自然人（女）"), ("自然人—新收", "自然人—结转")])
def test_two_pieces_of_one_column(render, pieces: tuple[str, str]) -> None:  # type: ignore[no-untyped-def]
    header = [[THIRD.header[0][0], *pieces, *COLUMNS[1:]]]
    rows = [[row[0], row[1], "7001", *row[2:]] for row in THIRD.rows]
    reading = read(report(third(header, rows), render))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.col_key != "natural_person"})


def test_two_pieces_over_a_line_of_dashes() -> None:
    def wiki(rows: Rows) -> list[str]:
        return ["{|", *(line for row in rows for line in ("|-|", "| " + " || ".join(row))), "|}"]

    header = [[THIRD.header[0][0], "自然人（本地）", "自然人（外地）", *COLUMNS[1:]]]
    rows = [[row[0], row[1], "7001", *row[2:]] for row in THIRD.rows]
    reading = read(report(third(header, rows), wiki))
    assert not any(key.col_key == "natural_person" for key in reported(reading, "3"))


@pytest.mark.parametrize("render", [tsv, closed, running], ids=lambda f: f.__name__)
@pytest.mark.parametrize("said", ["其中网上申请较多。", "其中予以公开的2件", "上年"])
def test_words_above_the_header_part_nothing(render, said: str) -> None:  # type: ignore[no-untyped-def]
    text = report(third(FULL, THIRD.rows), render).replace("申请情况\n", f"申请情况\n{said}\n", 1)
    reading = read(text)
    assert not wrong(reading, VALUES) and len(reported(reading, "3")) == len(
        reported(read(report(third(FULL, THIRD.rows), render)), "3")
    )
