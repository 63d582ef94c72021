"""Other words that mean a column of the form for certain, and the same words over a column that is none of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import GRIDS, Part, figures, printed, read, report, reported, row_of, wrong

VALUES = figures()
PARTS = printed(VALUES)
WORDS = [
    ("3", "法律服务机构", "律所"),
    ("3", "总计", "共计"),
    ("4", "总计", "共计"),
    ("4", "结果维持", "维持原结果"),
    ("4", "结果纠正", "结果更正"),
    ("4", "结果纠正", "结果改正"),
    ("4", "尚未审结", "正在审理"),
    ("4", "尚未审结", "尚未结案"),
]


def _named(table_no: str, name: str, word: str) -> list[Part]:
    return [
        replace(part, header=[[word if cell == name else cell for cell in row] for row in part.header])
        if part.table_no == table_no
        else part
        for part in PARTS
    ]


@pytest.mark.parametrize("kind", ["tsv", "tab_cells", "markdown"])
@pytest.mark.parametrize(("table_no", "name", "word"), WORDS)
def test_a_word_for_a_column(kind: str, table_no: str, name: str, word: str) -> None:
    found = read(report(_named(table_no, name, word), GRIDS[kind]))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


def test_the_columns_in_another_order_are_placed_by_these_words() -> None:
    part = next(part for part in PARTS if part.table_no == "3")
    names = part.header[0]
    at, to = names.index("科研机构"), names.index("法律服务机构")

    def exchanged(row: list[str]) -> list[str]:
        row = list(row)
        row[at], row[to] = row[to], row[at]
        return row

    named = [
        row if row is not names else ["律所" if c == "法律服务机构" else c for c in row]
        for row in part.header
    ]
    changed = replace(part, header=list(map(exchanged, named)), rows=[exchanged(row) for row in part.rows])
    found = read(report([changed if p is part else p for p in PARTS], GRIDS["tsv"]))
    assert not wrong(found, VALUES)


@pytest.mark.parametrize("kind", ["tsv", "tab_cells", "markdown"])
@pytest.mark.parametrize("word", ["共计", "总计"])
def test_a_sum_of_the_groups_columns_is_not_the_total(kind: str, word: str) -> None:
    """共计 behind the group's columns, 总计 behind all: which is the form's must not be taken from the first."""
    part = next(part for part in PARTS if part.table_no == "3")
    header = [
        [*row[:-1], "共计" if row is part.header[0] else "", word if row is part.header[0] else ""]
        for row in part.header
    ]
    rows = [[*row[:-1], "77", row[-1]] for row in part.rows]
    found = read(
        report([replace(part, header=header, rows=rows) if p is part else p for p in PARTS], GRIDS[kind])
    )
    assert not wrong(found, VALUES)


@pytest.mark.parametrize("kind", ["tsv", "markdown"])
def test_the_total_row_by_another_word(kind: str) -> None:
    row = row_of(PARTS, "total_handled")
    parts = [replace(p, rows=[["（七）共计", *r[1:]] if r is row else r for r in p.rows]) for p in PARTS]
    found = read(report(parts, GRIDS[kind]))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)
