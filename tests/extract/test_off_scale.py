"""Headers whose lines are not to one scale: words that stand highest come first, whatever is left of them."""

from __future__ import annotations

import pytest

from assets.extract.plainheaders.plainheader import text_order
from schemas.form import CellKey, forms
from tests.extract.places.test_rulers import blank_in, lines_of, of_table, text_of
from tests.extract.printed import figures, read, reported, wrong

TABLE = forms()["2021"].table("3")
COLUMNS = TABLE.blocks[0].columns
FAR, NEAR = " " * 19, " " * 2
LOWER = [("商业", "企业"), ("科研", "机构"), ("社会公", "益组织"), ("法律服", "务机构"), ("其", "他")]


def header(
    first: str = "自然", apart: str = FAR, last: str = "总", lower: list[tuple[str, str]] | None = None
) -> list[str]:
    upper, under = zip(*(LOWER if lower is None else lower), strict=True)
    ends = {"自然": "人", "总": "计"}
    return [
        " " * 41 + "申请人情况",
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之        法人或其他组织",
        " " * 15 + "和）" + " " * 33 + first + apart + last,
        " " * 33 + ends.get(first, "") + apart + ends.get(last, "") + " " * 36 + " ".join(upper),
        " " * 36 + " ".join(under),
    ]


def test_a_header_off_scale_with_room_for_the_group() -> None:
    assert text_order(header(), TABLE, COLUMNS) == (None, None)
    values = figures()
    reading = read(text_of([*header(), *lines_of(values)]))
    assert not wrong(reading, values)
    assert reported(reading, "3") == of_table(values)


def test_a_row_with_a_blank_under_it() -> None:
    values = blank_in(["research"], ["granted"])
    reading = read(text_of([*header(), *lines_of(values)]))
    assert not wrong(reading, values)
    assert reported(reading, "3") == of_table(values)


EXCHANGED = [LOWER[1], LOWER[0], *LOWER[2:]]


@pytest.mark.parametrize(
    "lines",
    [
        header(apart=NEAR),  # the total beside the first column, the group behind or before both
        header(apart=" " * 7),
        header("总", FAR, "自然"),
        header(lower=EXCHANGED),
        header(lower=[*LOWER[:4], ("其", "")]),
        header(lower=LOWER[1:]),
        header(lower=[*LOWER, ("商业", "企业")]),
        # the last line in another order than the one above it
        [*header()[:-1], " " * 36 + "机构 企业 益组织 务机构 他"],
        # to one scale: the total stands left of the group, behind a wide gap
        [
            *header()[:2],
            " " * 48 + "自然" + FAR + "总",
            " " * 48 + "人 " + FAR + "计    商业 科研 社会公 法律服 其",
            " " * 50 + " " + FAR + "      企业 机构 益组织 务机构 他",
        ],
    ],
    ids=["near", "nearer", "turned", "exchanged", "cut", "lacks", "twice", "crossed", "to scale"],
)
def test_a_header_that_may_have_other_columns(lines: list[str]) -> None:
    assert text_order(lines, TABLE, COLUMNS) != (None, None)
    order, _ = text_order(lines, TABLE, COLUMNS)
    found = read(text_of([*lines, *lines_of(figures())]))
    assert order or not reported(found, "3")


def test_most_rows_of_a_long_table_without_words_of_its_header() -> None:
    """Rows of blanks lose their figures; of the others each has all of them on its line."""
    values = figures()
    rows = [
        row.key for row in TABLE.rows if row.key not in {"unable_unclear", "other_misc", "rejected_excessive"}
    ]
    reading = read(text_of([*header(), *lines_of(values, rows)]))
    assert not wrong(reading, values)
    assert reported(reading, "3") == {k for k in of_table(values) if k.row_key in rows}
    few = rows[::2]
    assert not reported(read(text_of([*header(), *lines_of(values, few)])), "3")
    assert CellKey("3", "granted", "total") in reported(reading, "3")


def test_lines_set_by_characters_with_columns_in_another_order() -> None:
    """Programs that count characters set labels left of the figures below wide letters: by characters they stand above."""
    values = figures()
    keys = [c.key for c in COLUMNS]
    order = [*keys[:3], keys[4], keys[3], *keys[5:]]
    names = {c.key: c.zh for c in COLUMNS}

    def line(label: str, cells: list[str], start: int = 44) -> str:
        for at, cell in enumerate(cells):
            label = label.ljust(start + 9 * at) + cell
        return label

    rows = [line(row.zh, [values[CellKey("3", row.key, key)] for key in order]) for row in TABLE.rows]
    labels = [line("", [names[key] for key in order])]
    found = read(text_of([*labels, *rows]))
    assert not wrong(found, values)
    assert reported(found, "3") == of_table(values)
    # above no column in either measure: the lines are not to one scale
    far = read(text_of([line("", [names[key] for key in order], 4)[: 4 + 9 * 7], *rows]))
    assert not wrong(far, values)
    assert not reported(far, "3")
