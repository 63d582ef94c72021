"""One table printed several times under captions: the print that the form asks for is read, or none."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.extract.damage import (
    FOURTH,
    PARTS,
    ROW,
    VALUES,
    Render,
    text_of,
)
from tests.extract.printed import (
    closed,
    figures,
    printed,
    read,
    report,
    reported,
    running,
    tab_cells,
    wrong,
)
from tests.turns import in_turn


def several(captions: list[str], own: int, render: Render) -> str:
    """Table 3 printed once under each caption, the one at `own` with the known figures."""
    other = printed(figures(first=901))
    parts = []
    for part in PARTS:
        if part.table_no != "3":
            parts.append(part)
            continue
        for at, caption in enumerate(captions):
            rows = part.rows if at == own else next(p.rows for p in other if p.table_no == "3")
            parts.append(replace(part, rows=rows, header=[[caption], *part.header]))
    text = report(parts, render)
    for caption in captions:
        text = re.sub(rf"(?m)^\W*{re.escape(caption)}\W*$", f"\n{caption}\n", text)
    return text


@in_turn
@pytest.mark.parametrize("render", [running, tab_cells], ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    ("captions", "own"),
    [
        (["（一）局机关", "（二）局属事业单位", "（三）合计"], 2),
        (["上半年：", "下半年：", "全年："], 2),
        (["全局合计", "局机关", "下属单位"], 0),
        (["市水文站：", "市节水中心：", "局机关："], 2),
        (["青岚县林业局", "青岚县苗圃站"], 0),
    ],
)
def test_the_print_that_the_form_asks_for(captions: list[str], own: int, render: Render) -> None:
    reading = read(several(captions, own, render))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES)


@in_turn
@pytest.mark.parametrize("render", [running, tab_cells], ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    "captions",
    [
        ["上半年：", "下半年："],
        ["市水文站：", "市节水中心："],
        ["合计", "全局合计", "局机关"],
        ["本级", "局机关", "下属单位"],
    ],
)
def test_prints_of_which_none_is_plainly_asked_for(captions: list[str], render: Render) -> None:
    text = several(captions, 0, render)
    assert not wrong(read(text), {k: v for k, v in VALUES.items() if k.table_no != "3"})


def test_appended_tables_of_a_body() -> None:
    table = next(p for p in printed(figures(first=901)) if p.table_no == "3")
    rows = "\n".join(running([*table.header, *table.rows]))
    text = text_of(PARTS) + f"\n附件1 县苗圃站统计表\n\n{rows}\n"
    reading = read(text)
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)


def test_three_tables_under_captions() -> None:
    names = FOURTH.header[-1][:5]
    parts = [
        ("（一）行政复议", ROW[:5]),
        ("（二）未经复议直接起诉", ROW[5:10]),
        ("（三）复议后起诉", ROW[10:]),
    ]

    def text(captions: list[str]) -> str:
        tables = "\n\n".join(
            "\n".join([caption, "", *closed([names, row])])
            for caption, (_, row) in zip(captions, parts, strict=True)
        )
        rest = [p for p in PARTS if p is not FOURTH]
        heading = "四、政府信息公开行政复议、行政诉讼情况"
        return report(rest, closed).replace("五、存在", f"{heading}\n\n{tables}\n\n五、存在")

    reading = read(text([caption for caption, _ in parts]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES)
    for captions in (
        ["行政复议", "行政复议", "复议后起诉"],
        ["", "", ""],
        ["行政复议", "行政诉讼", "复议后起诉"],
    ):
        assert not reported(read(text(captions)), "4")
