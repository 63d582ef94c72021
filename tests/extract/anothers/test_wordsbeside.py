"""A bracket behind the label of a row that names other figures, and a second label joined to it, put the row in doubt; glosses do not."""

from __future__ import annotations

import pytest

from tests.extract.odd import LAYOUTS, PARTS, VALUES
from tests.extract.printed import read, report, reported, wrong

LABEL = "7.属于行政执法案卷"
SOME = ("tsv", "running", "one_a_line", "markdown")


def labelled(words: str, layout: str = "tsv", label: str = LABEL) -> str:
    return report(PARTS, LAYOUTS[layout]).replace(label, words, 1)


def in_doubt(text: str, key: str) -> None:
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert not {k for k in reported(reading, "3") if k.row_key == key}


@pytest.mark.parametrize("layout", SOME)
@pytest.mark.parametrize(
    "words",
    [
        "（考核得分）",
        "（其中逾期办理的部分）",
        "（单位：小时）",
        "——月均数",
        "：涉及页数",
        "（青岚县水务局的数据）",
    ],
)
def test_other_figures(words: str, layout: str) -> None:
    in_doubt(labelled(LABEL + words, layout), "denied_enforcement_file")


def test_the_opposite() -> None:
    in_doubt(labelled("3.补正后申请内容明确", label="3.补正后申请内容仍不明确"), "unable_unclear")


@pytest.mark.parametrize("joint", ["（含", "、", "及"])
def test_two_rows_in_one(joint: str) -> None:
    lines = report(PARTS, LAYOUTS["tsv"]).split("\n")
    at = next(n for n, line in enumerate(lines) if LABEL in line)
    lines[at] = lines[at].replace(LABEL, f"{LABEL}{joint}属于行政查询事项")
    del lines[at + 1]
    in_doubt("\n".join(lines), "denied_enforcement_file")


@pytest.mark.parametrize(
    "words", ["（件）", "（单位：件）", "（含行政处罚案卷）", "（本机关数据）", "（指案卷中的材料）"]
)
def test_glosses(words: str) -> None:
    reading = read(labelled(LABEL + words))
    assert not wrong(reading, VALUES)
    assert {k for k in reported(reading, "3") if k.row_key == "denied_enforcement_file"}


@pytest.mark.parametrize("layout", SOME)
def test_other_charges(layout: str) -> None:
    reading = read(labelled("经营性收费", layout, "行政事业性收费"))
    assert not {k for k in reported(reading, "2") if k.row_key == "fees"}
