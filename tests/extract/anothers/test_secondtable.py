"""Two different tables of one kind in one report, in unlike shapes: which is the report's is not known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Figures,
    Part,
    Rows,
    figures,
    printed,
    read,
    report,
    reported,
    running,
    tsv,
    wrong,
)
from tests.turns import in_turn

OWN, OTHER = figures(), figures(first=3001)
LAYOUTS = {**{name: GRIDS[name] for name in ("tsv", "closed", "leading", "html")}, "running": running}
HALF = 9


def _third(values: Figures) -> Part:
    return next(part for part in printed(values) if part.table_no == "3")


def _turned(part: Part) -> Rows:
    """The table with its rows along the top, as a program prints it that drops merged cells."""
    names = part.header[-1][1:]
    return [
        ["申请人情况", *(row[0] for row in part.rows)],
        *([name, *(row[at + 1] for row in part.rows)] for at, name in enumerate(names)),
    ]


def _beside(rows: Rows, caption: str = "") -> list[Part]:
    """The report with other rows above its own third table."""
    parts = printed(OWN)
    at = next(n for n, part in enumerate(parts) if part.table_no == "3")
    return [*parts[:at], Part("3", [[caption]] if caption else [], rows), *parts[at:]]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_turned_table_beside_the_whole_one(layout: str) -> None:
    reading = read(report(_beside(_turned(_third(OTHER))), LAYOUTS[layout]))
    assert not wrong(reading, OWN) and not reported(reading, "3")


@in_turn
@pytest.mark.parametrize("layout", ["tsv", "html"])
@pytest.mark.parametrize("words", [("更正后", "更正前"), ("", ""), ("全系统汇总情况", "本级情况")])
def test_a_table_before_it_was_corrected(layout: str, words: tuple[str, str]) -> None:
    parts = _beside(_turned(_third(OTHER)), words[0])
    at = max(n for n, part in enumerate(parts) if part.table_no == "3")
    parts[at] = replace(parts[at], header=[[words[1]], *parts[at].header] if words[1] else parts[at].header)
    assert not reported(read(report(parts, LAYOUTS[layout])), "3")


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("changed", [2, HALF])
def test_a_table_without_its_head_beside_the_whole_one(layout: str, changed: int) -> None:
    rows = [*_third(OWN).rows[-HALF:-changed], *_third(OTHER).rows[-changed:]]
    reading = read(report(_beside(rows), LAYOUTS[layout]))
    assert not wrong(reading, OWN)
    assert len(reported(reading, "3")) < len(_third(OWN).rows) * 7


@pytest.mark.parametrize("layout", ["tsv", "html", "closed"])
def test_a_table_without_labels_beside_the_whole_one(layout: str) -> None:
    third = _third(OTHER)
    rows = [*third.header, *(["", *row[1:]] for row in third.rows)]
    assert not reported(read(report(_beside(rows), LAYOUTS[layout])), "3")


@pytest.mark.parametrize("layout", ["tsv", "html", "closed"])
def test_the_same_figures_in_another_shape(layout: str) -> None:
    """The neighbour of each: the second says the same, or less, or is no table of the form."""
    for rows in (_turned(_third(OWN)), _third(OWN).rows[-HALF:]):
        assert reported(read(report(_beside(rows), LAYOUTS[layout]))) == set(OWN)


@pytest.mark.parametrize("layout", ["tsv", "html", "closed"])
def test_tables_of_other_bodies_and_years_leave_it_alone(layout: str) -> None:
    bodies = [[f"{name}镇", *map(str, range(n, n + 7))] for n, name in enumerate("东西南北中上下", 5001)]
    years = [[row[0], "7001", "7002", "7003"] for row in _third(OWN).rows[:6]]
    for rows in (bodies, [["项目", "2020年", "2021年", "2022年"], *years]):
        lines = ["各项情况如下：", *LAYOUTS[layout](rows), "", "五、存在"]
        text = report(printed(OWN), LAYOUTS[layout]).replace("五、存在", "\n".join(lines))
        assert reported(read(text)) == set(OWN)


def test_plain_text_of_the_form_is_no_second_table() -> None:
    for layout in PLAIN.values():
        assert reported(read(report(printed(OWN), layout))) == set(OWN)
    assert reported(read(report(printed(OWN), tsv))) == set(OWN)
