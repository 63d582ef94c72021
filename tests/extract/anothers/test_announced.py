"""Lines that announce whose figures stand below: these are set aside, and nothing fills the place of the report's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets.extract.anothers.announced import announces_another
from schemas.form import CellKey
from tests.extract.odd import (
    HEADER,
    LAYOUTS,
    OTHER,
    PARTS,
    THIRD,
    THIRD_OF_OTHER,
    VALUES,
    instead_of,
    some_layouts,
    third,
    whole,
)
from tests.extract.printed import (
    HEADINGS,
    Figures,
    Part,
    Rows,
    codes,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

YEARS, OWN = {2022}, {"青岚县林业局"}
ANOTHERS = [
    "以下为上年度（2021年）数据，本年度数据另行公布：",
    "注：下列数据系2021年数据。",
    "表中数据为2021年数据，2022年数据正在统计。",
    "下表为下属单位青岚县水务局数据，本单位数据未统计。",
    "下表为全县汇总数据，非本单位数据。",
    "下表为县林木种苗站报送数据，未并入本机关统计：",
    "下属单位青岚县文化和旅游局数据",
    "附：青岚县自然资源和规划局收到和处理政府信息公开申请情况",
    "青岚县水务局2022年政府信息公开申请情况",
    "表3-2 全市其他单位收到和处理政府信息公开申请情况",
    "附件2：县林木种苗站收到和处理政府信息公开申请情况（2022年）",
    "附表：青岚县林业局下属事业单位2022年政府信息公开申请情况（不计入上表）",
    "未纳入统计的下属单位数据",
    "以下为未并入本表的下属单位数据",
]
NOT_ANOTHERS = [
    "以下为2022年度数据，2021年数据见上年度报告。",
    "以下为本单位数据",
    "以下为局机关及下属单位数据",
    "下表为青岚县林业局数据",
    "下表为全局汇总数据",
    "注：下属单位数据不计入本表。",
    "青岚县林业局2022年政府信息公开申请情况",
    "附件1：县林业局收到和处理政府信息公开申请情况",
    "附件：机关各处室收到和处理政府信息公开申请情况",
    "全县政府信息公开情况统计表",
    "下表数据已并入下属单位数据。",
    "以下数据未计入下属单位数据",
]


def above(table_no: str, words: str, layout: str) -> str:
    heading = HEADINGS[table_no]
    return report(PARTS, LAYOUTS[layout]).replace(heading, f"{heading}\n{words}", 1)


@in_turn
@some_layouts
@pytest.mark.parametrize("words", ANOTHERS)
def test_the_only_table_is_anothers(layout: str, words: str) -> None:
    reading = read(above("3", words, layout))
    assert not wrong(reading, VALUES)
    assert reported(reading) == {key for key in VALUES if key.table_no != "3"}
    assert "table-of-another" in codes(reading)


@in_turn
@some_layouts
@pytest.mark.parametrize("words", NOT_ANOTHERS)
def test_the_only_table_is_the_reports_own(layout: str, words: str) -> None:
    reading = read(above("3", words, layout))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("table_no", ["2", "4"])
def test_other_tables_too(table_no: str) -> None:
    reading = read(above(table_no, "下表为下属单位青岚县水务局数据，本单位数据未统计。", "tsv"))
    assert reported(reading) == {key for key in VALUES if key.table_no != table_no}


def test_notes_below_a_table() -> None:
    def below(words: str) -> str:
        return report(PARTS, LAYOUTS["tsv"]).replace(HEADINGS["4"], f"{words}\n{HEADINGS['4']}", 1)

    reading = read(below("以上为下属单位青岚县水务局报送数据，未并入本机关统计。"))
    assert not reported(reading, "3")
    for own in ("以上为局机关及下属单位数据，2021年数据未并入。", "（以上数据未并入下属单位）"):
        assert reported(read(below(own))) == set(VALUES)


def under(caption: str, part: Part) -> Part:
    return replace(part, header=[[caption, *[""] * (len(HEADER) - 1)], *part.header])


@in_turn
@some_layouts
@pytest.mark.parametrize(
    "words", ["下属单位青岚县水务局数据", "附：青岚县自然资源和规划局政府信息公开申请情况"]
)
def test_a_lost_row_is_not_filled_from_anothers_table(layout: str, words: str) -> None:
    own = replace(THIRD, rows=[*THIRD.rows[:9], *THIRD.rows[10:]])
    whole(instead_of("3", own, under(words, THIRD_OF_OTHER)), layout, but=7)


@some_layouts
def test_a_lost_label_is_not_found_in_anothers_table(layout: str) -> None:
    rows = [["", *row[1:]] if at == 9 else row for at, row in enumerate(THIRD.rows)]
    other = under("下属单位青岚县水务局数据", THIRD_OF_OTHER)
    whole(instead_of("3", replace(THIRD, rows=rows), other), layout, but=14)


@some_layouts
def test_the_own_table_below_anothers(layout: str) -> None:
    other = under("下属单位青岚县水务局数据", THIRD_OF_OTHER)
    whole(instead_of("3", other, under("青岚县林业局数据如下：", THIRD)), layout)


@some_layouts
def test_last_years_own_table(layout: str) -> None:
    other = under("青岚县林业局2021年收到和处理政府信息公开申请情况", THIRD_OF_OTHER)
    whole(instead_of("3", THIRD, other), layout)


# --- amid the rows


def with_note(words: str, at: int = 6) -> list[Part]:
    note = [words, *[""] * (len(HEADER) - 1)]
    return third(THIRD.header, [*THIRD.rows[:at], note, *THIRD.rows[at:]])


@in_turn
@some_layouts
@pytest.mark.parametrize("at", [3, 20])
@pytest.mark.parametrize("words", ["（以下各行为2021年数据）", "以下为上年数据", "以下为下属单位数据"])
def test_rows_below_a_note_amid_a_table(layout: str, words: str, at: int) -> None:
    reading = read(report(with_note(words, at), LAYOUTS[layout]))
    above_it = set(THIRD.keys[:at])
    assert not wrong(reading, VALUES)
    assert reported(reading) == {key for key in VALUES if key.table_no != "3" or key.row_key in above_it}


@some_layouts
def test_blank_rows_below_a_note_are_not_the_reports(layout: str) -> None:
    rows = [
        *THIRD.rows[:6],
        ["以下为上年数据", *[""] * 7],
        *([row[0], *[""] * 7] for row in THIRD.rows[6:12]),
        *THIRD.rows[12:],
    ]
    reading = read(report(third(THIRD.header, rows), LAYOUTS[layout]))
    below = set(THIRD.keys[6:])
    assert not [c for c in reading.cells if c["row_key"] in below and c["status"] in ("blank", "reported")]


@in_turn
@some_layouts
@pytest.mark.parametrize("words", ["（以下各行为2022年数据）", "以下为本单位数据"])
def test_a_note_amid_a_table_that_takes_nothing_away(layout: str, words: str) -> None:
    reading = read(report(with_note(words), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) >= len(VALUES) - 7


# --- prints of which nothing says whose they are


def without(rows: Rows, *numbers: int) -> Rows:
    return [row for at, row in enumerate(rows) if at not in numbers]


def test_rows_go_on_in_no_second_table() -> None:
    """The first table has six columns, and one of its rows is lost: the second has that row."""

    def six(part: Part, *but: int) -> Part:
        rows = [[*row[:2], *row[3:]] for row in [*part.header, *without(part.rows, *but)]]
        return replace(part, header=rows[: len(part.header)], rows=rows[len(part.header) :])

    parts = instead_of("3", six(THIRD, 12), under("另附一表", six(THIRD_OF_OTHER)))
    for layout in ("tsv", "running", "semicolons"):
        reading = read(report(parts, LAYOUTS[layout]))
        assert not wrong(reading, VALUES)
        assert not [key for key in reported(reading, "3") if key.row_key == THIRD.keys[12]]


def test_a_row_that_the_last_of_three_tables_lacks() -> None:
    same: Figures = {k: OTHER[k] if k.row_key != THIRD.keys[7] else "5" for k in VALUES}
    another: Figures = {k: v if k.row_key != THIRD.keys[7] else "5" for k, v in figures(first=3001).items()}
    (one,), (two,) = ([p for p in printed(v) if p.table_no == "3"] for v in (same, another))
    last = replace(THIRD, rows=without(THIRD.rows, 7))
    parts = instead_of(
        "3", under("（一）网上申请情况", one), under("（二）当面申请情况", two), under("（三）汇总情况", last)
    )
    reading = read(report(parts, LAYOUTS["tsv"]))
    assert not wrong(reading, VALUES)
    assert CellKey("3", THIRD.keys[7], "total") not in reported(reading)


APPENDED_BODIES = ["附件：县图书馆2022年数据", "附件1：县人民法院2022年情况", "附：县住房和城乡建设局统计表"]
APPENDED_OWN = ["附件：2022年数据", "附件：全县数据", "附件：县林业局2022年数据", "附件：林业局和图书馆数据"]


def _blank_with_annex(caption: str, layout: str) -> str:
    """A report whose own third table is blank, and a filled one at its end."""
    parts = printed(VALUES)
    own = [
        replace(p, rows=[[row[0], *[""] * 7] for row in p.rows]) if p.table_no == "3" else p for p in parts
    ]
    third = next(p for p in parts if p.table_no == "3")
    return report(own, LAYOUTS[layout]) + "\n".join([caption, *LAYOUTS[layout](third.header + third.rows)])


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("caption", APPENDED_BODIES)
def test_the_annex_of_another_body_does_not_fill_the_own_blank_table(layout: str, caption: str) -> None:
    reading = read(_blank_with_annex(caption, layout))
    assert not wrong(reading, VALUES) and not reported(reading, "3")


@pytest.mark.parametrize("words", APPENDED_BODIES)
def test_annexes_that_name_another_body(words: str) -> None:
    from assets.extract.anothers.announced import _text

    assert announces_another(_text(words), YEARS, OWN)


@pytest.mark.parametrize("words", APPENDED_OWN)
def test_annexes_of_the_reports_own(words: str) -> None:
    from assets.extract.anothers.announced import _text

    assert not announces_another(_text(words), YEARS, OWN)


@pytest.mark.parametrize("words", ANOTHERS)
def test_words_that_announce_another(words: str) -> None:
    from assets.extract.anothers.announced import _text

    assert announces_another(_text(words), YEARS, OWN)


@pytest.mark.parametrize(
    "words",
    [
        *NOT_ANOTHERS,
        "青岚县林业局2021年收到和处理政府信息公开申请情况",
        "三、收到和处理政府信息公开申请情况",
        "1.本机关不掌握相关政府信息",
        "以下为2021年结转2022年办理的申请",
        "所属单位均已并入统计",
        "林业局及所属单位申请情况",
    ],
)
def test_words_that_do_not(words: str) -> None:
    from assets.extract.anothers.announced import _text

    assert not announces_another(_text(words), YEARS, OWN)
