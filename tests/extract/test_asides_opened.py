"""Tables of last year under a caption, whose first line is words: a clause that closes with a bar, or the note in the corner."""

from __future__ import annotations

import pytest

from tests.extract.printed import Part, Rows, figures, printed, read, report, reported, status_of, wrong

VALUES = figures()
PARTS = printed(VALUES)
OTHERS = printed(figures(first=601))
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
LAST, OWN = "2021年度情况（上年数据，供对比）：", "2022年度情况："


def closed_one(rows: Rows) -> list[str]:
    """Rows that open and close with a bar, a cell over all columns alone between two."""
    lines = []
    for row in rows:
        written = [cell for n, cell in enumerate(row) if cell or not n]
        lines.append("|" + "|".join(cell.ljust(120 // len(written)) for cell in written) + "|")
    return lines


def body(parts: list[Part], table_no: str) -> list[str]:
    return [
        line for part in parts if part.table_no == table_no for line in closed_one([*part.header, *part.rows])
    ]


def with_last_year(text: str, table_no: str, first: str = LAST, second: str = OWN) -> str:
    own = "\n".join(body(PARTS, table_no))
    assert own in text
    return text.replace(own, "\n".join([first, *body(OTHERS, table_no), "", second, own]))


TEXT = report(PARTS, closed_one)


@pytest.mark.parametrize("captions", [(LAST, OWN), (OWN, LAST)])
def test_a_clause_alone_opens_a_table(captions: tuple[str, str]) -> None:
    text = with_last_year(TEXT, "2", *captions)
    reading = read(text)
    if captions[0] == LAST:
        assert not wrong(reading, VALUES)
        assert len(reported(reading, "2")) == 10
    else:
        assert not wrong(reading, figures(first=601) | {k: v for k, v in VALUES.items() if k.table_no != "2"})


def test_without_captions_neither_is_given() -> None:
    reading = read(with_last_year(TEXT, "2", "情况一：", "情况二："))
    assert not reported(reading, "2")


def test_the_note_in_the_corner_opens_a_table() -> None:
    """Its header in plain words, each label of a group again on the line above."""

    def plain(part: Part) -> list[str]:
        names = part.header[-1][1:]
        return [f"{NOTE}  {'  '.join(names)}", *("  ".join(row) for row in part.rows)]

    (own,), (other,) = ([p for p in parts if p.table_no == "3"] for parts in (PARTS, OTHERS))
    rest = report([p for p in PARTS if p.table_no != "3"], closed_one)
    third = [
        "三、收到和处理政府信息公开申请情况",
        LAST,
        "",
        *plain(other),
        "",
        OWN,
        "",
        *plain(own),
        "",
        "四、",
    ]
    reading = read(rest.replace("四、", "\n".join(third), 1))
    assert not wrong(reading, VALUES)
    assert set(status_of(reading, "3", "granted")) == {"reported"}
    assert len(reported(reading, "3")) == 25 * 7
