"""A few rows of table 3 in its own section, right below its own header: they are read; whatever may be another's is not."""

from __future__ import annotations

import pytest

from schemas.form import forms
from tests.extract.printed import (
    HEADINGS,
    Rows,
    closed,
    figures,
    leading,
    markdown,
    printed,
    read,
    report,
    reported,
    status_of,
    tsv,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
THIRD = next(part for part in PARTS if part.table_no == "3")
LABELS = [row[0] for row in THIRD.rows]
COLUMNS = [column.zh for column in forms()["2021"].table("3").columns]
KEPT = ["new_received", "granted", "unable_not_held", "total_handled"]
LAYOUTS = {"tsv": tsv, "markdown": markdown, "closed": closed, "leading": leading}
NOTE = "（其余各行均为0，略）"


def _rows(kept: list[str] = KEPT) -> Rows:
    return [row for key, row in zip(THIRD.keys, THIRD.rows, strict=True) if key in kept]


def _text(
    rows: Rows, layout: str = "markdown", head: str = "项目", above: str = "", below: str = NOTE
) -> str:
    """A report whose table 3 is a few rows."""
    table = LAYOUTS[layout]([[head, *COLUMNS], *rows])
    text = report([part for part in PARTS if part.table_no != "3"], LAYOUTS[layout])
    lines = [HEADINGS["3"], *([above] if above else []), "", *table, "", *([below] if below else []), ""]
    return text.replace(HEADINGS["4"], "\n".join([*lines, HEADINGS["4"]]), 1)


def _none(text: str) -> None:
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("head", ["项目", "指标", ""])
@pytest.mark.parametrize("below", [NOTE, "", "其他项目均为0。"])
def test_they_are_read_and_the_rest_is_absent(layout: str, head: str, below: str) -> None:
    reading = read(_text(_rows(), layout, head, below=below))
    assert not wrong(reading, VALUES)
    assert {key.row_key for key in reported(reading, "3")} == {*KEPT}
    assert len(reported(reading, "3")) == len(KEPT) * len(COLUMNS)
    assert set(
        status_of(reading, "3", "carried_over", *(c.key for c in forms()["2021"].table("3").columns))
    ) == {"absent"}


@pytest.mark.parametrize("above", ["其中：网上申请", "上年情况", "我局下属水务站情况如下：", "2021年"])
def test_words_above_may_say_whose_they_are(above: str) -> None:
    _none(_text(_rows(), above=above))


@pytest.mark.parametrize("below", ["以上为网上申请情况。", "注：上表为局属单位数据。", "以上数据截至6月底。"])
def test_so_may_words_below(below: str) -> None:
    _none(_text(_rows(), below=below))


@pytest.mark.parametrize("head", ["项目（2021年）", "2021"])
def test_so_may_the_head(head: str) -> None:
    _none(_text(_rows(), head=head))


def test_a_stranger_among_the_rows() -> None:
    rows = _rows()
    _none(_text([*rows[:2], ["其中：网上申请", *["7"] * 7], *rows[2:]]))


def test_labels_that_are_not_to_the_letter() -> None:
    _none(_text([["新收申请", *_rows()[0][1:]], *_rows()[1:]]))


def test_a_row_that_lacks_a_figure() -> None:
    rows = _rows()
    _none(_text([rows[0], [*rows[1][:-1], ""], *rows[2:]]))


def test_heads_in_another_order() -> None:
    text = _text(_rows()).replace("商业企业 | 科研机构", "科研机构 | 商业企业", 1)
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


@pytest.mark.parametrize("heading", ["一、总体情况", "六、其他需要报告的事项"])
def test_in_another_section(heading: str) -> None:
    table = markdown([["项目", *COLUMNS], *_rows()])
    text = report([part for part in PARTS if part.table_no != "3"], markdown)
    _none(text.replace(heading, "\n".join([heading, *table, NOTE, ""]), 1))


def test_beside_the_whole_table_elsewhere_the_whole_one_counts() -> None:
    rows = [[row[0], *["9"] * 7] for row in _rows()]
    table = markdown([["项目", *COLUMNS], *rows])
    reading = read(
        report(PARTS, markdown).replace("一、总体情况", "\n".join(["一、总体情况", *table, ""]), 1)
    )
    assert not wrong(reading, VALUES)
