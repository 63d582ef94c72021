"""Tables in the report's own sections or below its end that are another body's or matter's, and honest ones like them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.odd import FIGURES, FOURTH, OTHER, PARTS, THIRD, VALUES, third
from tests.extract.printed import (
    Part,
    closed,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    tab_cells,
    tsv,
    wrong,
)

RENDERS = [tsv, tab_cells, closed, running, one_a_line]
some_renders = pytest.mark.parametrize("render", RENDERS, ids=lambda f: f.__name__)
TITLES = {
    "2": "主动公开政府信息情况",
    "3": "收到和处理政府信息公开申请情况",
    "4": "政府信息公开行政复议、行政诉讼情况",
}
END = "青岚县林业局\n2023年1月20日\n"
REST = [part for part in PARTS if part.table_no != "3"]


def _without(tables: str, said: str, render) -> str:  # type: ignore[no-untyped-def]
    """The report, in which some tables are only spoken of."""
    text = report([part for part in PARTS if part.table_no not in tables], render)
    for no in tables:
        heading = {"3": "三、收到和处理政府信息公开申请情况", "4": "四、政府信息公开行政复议、行政诉讼情况"}[
            no
        ]
        behind = "四、政府信息公开行政复议" if no == "3" and "4" not in tables else "五、存在"
        text = text.replace(behind, f"{heading}\n\n{said}\n\n{behind}", 1)
    return text


def _annex(name: str, values: dict, render) -> str:  # type: ignore[no-untyped-def,type-arg]
    lines = [name]
    for no, title in TITLES.items():
        rows = [row for part in printed(values) if part.table_no == no for row in [*part.header, *part.rows]]
        lines += [title, "", *render(rows), ""]
    return "\n".join(lines)


@some_renders
@pytest.mark.parametrize("name", ["青岚县档案馆", "所属单位：青岚县第一中学", "河头镇人民政府"])
def test_tables_below_another_bodys_name_are_its_own(name: str, render) -> None:  # type: ignore[no-untyped-def]
    text = _without("34", "（略）", render) + _annex(name, OTHER, render)
    reading = read(text)
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.table_no == "2"})
    assert not reported(reading, "3") and not reported(reading, "4")


@some_renders
def test_own_tables_are_read_beside_such_an_annex(render) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(PARTS, render) + _annex("青岚县档案馆", OTHER, render))
    assert not wrong(reading, VALUES) and reported(reading) == set(VALUES)


@some_renders
def test_tables_below_the_own_name_are_the_reports(render) -> None:  # type: ignore[no-untyped-def]
    text = _without("34", "见附件。", render).replace(END, "")
    (head, _, tail) = _annex("青岚县林业局", VALUES, render).partition("收到和处理")
    reading = read(text + head.splitlines()[0] + "\n收到和处理" + tail)
    assert not wrong(reading, VALUES) and reported(reading, "3") and reported(reading, "4")


@some_renders
@pytest.mark.parametrize("said", ["本机关2022年数据正在统计，另行公布。", "2022年我局情况另表公布。"])
def test_a_section_that_says_its_figures_are_not_there_has_none(said: str, render) -> None:  # type: ignore[no-untyped-def]
    header = [["全省平均"], *THIRD.header]
    text = report([replace(p, header=header) if p.table_no == "3" else p for p in PARTS], render)
    text = text.replace(
        "三、收到和处理政府信息公开申请情况\n", f"三、收到和处理政府信息公开申请情况\n{said}\n"
    )
    reading = read(text)
    assert not reported(reading, "3") and reported(reading, "2") and reported(reading, "4")


@pytest.mark.parametrize(
    "said",
    [
        "公共企事业单位信息公开数据另行公布。",
        "上表不含所属公共企事业单位情况，其年报另行发布。",
        "申请的具体情况见下表，部分解读另行公布。",
    ],
)
def test_what_others_will_publish_says_nothing_of_the_table(said: str) -> None:
    text = report(PARTS, running).replace("申请情况\n", f"申请情况\n{said}\n", 1)
    assert reported(read(text)) == set(VALUES)


@some_renders
@pytest.mark.parametrize("matter", ["信访事项", "公共企事业单位信息公开申请", "热线诉求"])
def test_a_table_that_counts_another_matter(matter: str, render) -> None:  # type: ignore[no-untyped-def]
    rows = [[row[0].replace("政府信息公开申请", matter), *row[1:]] for row in THIRD.rows]
    reading = read(report(third(THIRD.header, rows), render))
    assert not reported(reading, "3") and reported(reading, "2") and reported(reading, "4")


@some_renders
def test_one_such_label_alone_leaves_the_others(render) -> None:  # type: ignore[no-untyped-def]
    rows = [
        THIRD.rows[0],
        *[[r[0].replace("上年结转政府信息公开申请", "上年结转政府信息公开"), *r[1:]] for r in THIRD.rows[1:]],
    ]
    reading = read(report(third(THIRD.header, rows), render))
    assert not wrong(reading, VALUES) and len(reported(reading)) >= len(VALUES) - 7


@pytest.mark.parametrize("render", [tsv, tab_cells, running], ids=lambda f: f.__name__)
def test_the_row_of_another_kind_of_cases(render) -> None:  # type: ignore[no-untyped-def]
    header = [
        [cell.replace("行政复议", "信访复查").replace("行政诉讼", "劳动仲裁") for cell in row]
        for row in FOURTH.header
    ]
    reading = read(report([*[p for p in PARTS if p.table_no != "4"], Part("4", header, [FIGURES])], render))
    assert not reported(reading, "4") and reported(reading, "3")


def test_an_agency_of_another_matter_has_its_own_table() -> None:
    text = report(PARTS, running, title="青岚县信访局2022年政府信息公开工作年度报告").replace(
        "林业局", "信访局"
    )
    assert reported(read(text)) == set(VALUES)


@some_renders
@pytest.mark.parametrize("word", ["2021年", "下属单位", "上年", "青岚县审计局"])
def test_a_word_in_front_of_the_first_row_says_whose_rows_these_are(word: str, render) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(third(*_in_front(word)), render))
    assert not reported(reading, "3") and reported(reading, "2") and reported(reading, "4")


@pytest.mark.parametrize("render", [tsv, closed], ids=lambda f: f.__name__)
@pytest.mark.parametrize("word", ["2022年", "本机关", "青岚县林业局"])
def test_the_own_word_in_front_leaves_them(word: str, render) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(third(*_in_front(word)), render))
    assert not wrong(reading, VALUES) and reported(reading, "3")


def _in_front(word: str) -> tuple[list[list[str]], list[list[str]]]:
    rows = [[word if not at else "", *row] for at, row in enumerate(THIRD.rows)]
    return [["", *row] for row in THIRD.header], rows


@pytest.mark.parametrize("render", [tsv, running], ids=lambda f: f.__name__)
def test_two_tables_of_one_row_are_both_in_doubt(render) -> None:  # type: ignore[no-untyped-def]
    other = next(part for part in printed(OTHER) if part.table_no == "4")
    text = report(PARTS, render).replace(
        "五、存在", "\n".join([*render([*other.header, *other.rows]), "", "五、存在"])
    )
    assert not wrong(read(text), {k: v for k, v in VALUES.items() if k.table_no != "4"})
    again = report(PARTS, render).replace(
        "五、存在", "\n".join([*render([*FOURTH.header, *FOURTH.rows]), "", "五、存在"])
    )
    assert not wrong(read(again), VALUES)
