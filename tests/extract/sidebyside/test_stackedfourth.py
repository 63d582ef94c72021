"""Table 4 under a header whose labels are broken into pieces, one above the other or one after the other."""

from __future__ import annotations

import pytest

from tests.extract.printed import figures, printed, read, report, reported, running, wrong

VALUES = figures()
FIGURES = next(p for p in printed(VALUES) if p.table_no == "4").rows[0]
STACKS = [
    ["行政", "复议", "结果", "维持"],
    ["", "", "结果", "纠正"],
    ["", "", "其他", "结果"],
    ["", "", "尚未", "审结"],
    ["", "", "总计", ""],
    ["诉讼", "未经复议", "直接起诉", "结果", "维持"],
    *[["", "", "", *of] for of in (("结果", "纠正"), ("其他", "结果"), ("尚未", "审结"), ("总计", ""))],
    ["", "复议后", "起诉", "结果", "维持"],
    *[["", "", "", *of] for of in (("结果", "纠正"), ("其他", "结果"), ("尚未", "审结"), ("总计", ""))],
]
STACKS[5][0] = "行政诉讼"


def lines_of(stacks: list[list[str]], cells: list[str], step: int = 10) -> list[str]:
    """The stacks and the figures below them, by display width."""
    lines = []
    for n in range(5):
        line = ""
        for at, stack in enumerate(stacks):
            piece = stack[n] if n < len(stack) else ""
            if piece:
                line += " " * (at * step - sum(2 if ord(c) > 0x2E7F else 1 for c in line)) + piece
        lines.append(line)
    row = ""
    for at, cell in enumerate(cells):
        row += " " * (at * step + 1 - len(row)) + cell
    return [*lines, row]


def text_of(lines: list[str]) -> str:
    parts = [p for p in printed(VALUES) if p.table_no == "2"]
    four = ["四、政府信息公开行政复议、行政诉讼情况", *lines, ""]
    return report(parts, running).replace("五、存在", "\n".join([*four, "五、存在"]), 1)


def test_stacks_that_spell_all_labels() -> None:
    reading = read(text_of(lines_of(STACKS, FIGURES)))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


@pytest.mark.parametrize(
    "stacks",
    [
        # a column without a label, two of one name, a row without its label, the suits exchanged
        [*STACKS[:3], ["", "", "", ""], *STACKS[4:]],
        [*STACKS[:3], STACKS[2], *STACKS[4:]],
        [*STACKS[:10], ["", "", "", "结果", "维持"], *STACKS[11:]],
        [*STACKS[:5], STACKS[10], *STACKS[6:10], STACKS[5], *STACKS[11:]],
    ],
)
def test_stacks_that_leave_a_doubt(stacks: list[list[str]]) -> None:
    reading = read(text_of(lines_of(stacks, FIGURES)))
    assert not reported(reading, "4")


def test_stacks_in_another_order_are_followed_or_refused() -> None:
    """总计 first in the review: its figures are not those of the form's order."""
    total_first = [["行政", "复议", "总计", ""], ["", "", "结果", "维持"], *STACKS[1:4], *STACKS[5:]]
    moved = [FIGURES[4], *FIGURES[:4], *FIGURES[5:]]
    assert not wrong(read(text_of(lines_of(total_first, moved))), VALUES)


def test_figures_that_stand_under_other_stacks() -> None:
    lines = lines_of(STACKS, FIGURES)
    assert not reported(read(text_of([*lines[:-1], " " * 10 + lines[-1]])), "4")


NAMES = "结果 维持 结果 纠正 其他 结果 尚未 审结 总计"
SPELLED = [
    "行政复议 行政诉讼",
    *NAMES.split()[:7],
    "审结 总计",
    "未经复议直接起诉 复议后起诉",
    *NAMES.split()[:7],
]


def test_words_that_spell_all_labels_one_after_the_other() -> None:
    reading = read(text_of([*SPELLED, f"审结 总计 {NAMES}", " ".join(FIGURES)]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


@pytest.mark.parametrize(
    "last",
    [
        "审结 总计 总计 结果 维持 结果 纠正 其他 结果 尚未 审结",
        "审结 总计 结果 结果 维持 纠正 其他 结果 尚未 审结 总计",
    ],
)
def test_words_that_spell_them_otherwise(last: str) -> None:
    assert not reported(read(text_of([*SPELLED, last, " ".join(FIGURES)])), "4")
