"""Table 4 with noughts in any order, where its title or the heading behind it was lost."""

from __future__ import annotations

import pytest

from tests.extract.printed import figures, printed, read, report, reported, running, wrong
from tests.turns import in_turn

VALUES = {key: "0" if key.table_no == "4" else value for key, value in figures().items()}
TITLE, NEXT = "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况"
HEADER = [
    "行政复议",
    "行政诉讼",
    "复议后起诉",
    "结果维 结果纠 其他结 尚未审 总 未经复议直接起诉",
    "结果纠 其他结 尚未审 总 结果维 结果纠 其他结 尚未审 总",
    "持 正 果 结 计 结果维",
    "持 正 果 结 计 持 正 果 结 计",
]
ON_ONE = ["0 ０" + " 0" * 13]
BY_LINE = [*"0000", "0 0", *"000", "0 0", *"0000"]
SENTENCE = "今后，我单位将持续规范公开流程。"


def text(title: str | None, noughts: list[str], end: str) -> str:
    rest = report([p for p in printed(VALUES) if p.table_no != "4"], running)
    first, below = rest.split("五、", 1)
    fourth = [*([title] if title else []), *HEADER, *noughts]
    return "\n".join([first.rstrip(), *fourth, end, below.split("\n", 1)[-1]])


@in_turn
@pytest.mark.parametrize("noughts", [ON_ONE, BY_LINE], ids=["on one line", "by line"])
@pytest.mark.parametrize(("title", "end"), [(TITLE, NEXT), (None, NEXT), (TITLE, SENTENCE), (None, SENTENCE)])
def test_noughts_of_every_cell(title: str | None, end: str, noughts: list[str]) -> None:
    reading = read(text(title, noughts, end))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


@in_turn
@pytest.mark.parametrize(
    "noughts",
    [
        ["0" + " 0" * 13],
        ["0" + " 0" * 15],
        ["0 1" + " 0" * 13],
        [*ON_ONE, "其他 0"],
        [*["0"] * 14, "第0页"],
    ],
)
@pytest.mark.parametrize("title", [TITLE, None])
def test_one_too_few_or_too_many_or_another_figure(title: str | None, noughts: list[str]) -> None:
    reading = read(text(title, noughts, SENTENCE))
    assert not reported(reading, "4")


def test_a_label_that_stands_twice_tells_no_beginning() -> None:
    printed_as = text(None, ON_ONE, SENTENCE)
    assert not reported(read(printed_as.replace("一、总体情况", "行政复议\n一、总体情况")), "4")
