"""A plain header in which a scanner damaged a word or two, all others in their places."""

from __future__ import annotations

import pytest

from tests.extract.printed import Part, Rows, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures()
NAMES = ["自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]


def _text(names: list[str], *, on_lines: bool = True) -> str:
    def header(part: Part) -> Rows:
        if part.table_no != "3":
            return part.header
        return [["申请人情况"], *([[name] for name in names] if on_lines else [names[:3], names[3:]])]

    def render(rows: Rows) -> list[str]:
        return [" ".join(cell for cell in row if cell) for row in rows]

    return report(printed(VALUES), render, header=header)


@in_turn
@pytest.mark.parametrize("on_lines", [True, False])
@pytest.mark.parametrize(
    "damaged",
    [
        {2: "息计", 5: "会公益组织"},
        {0: "白然人"},
        {4: "科硏机构", 6: "法律服务机枃"},
        {1: "法人或其它组织", 2: "总汁"},
    ],
)
def test_the_columns_are_known(damaged: dict[int, str], on_lines: bool) -> None:
    reading = read(_text([damaged.get(n, name) for n, name in enumerate(NAMES)], on_lines=on_lines))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 25 * 7


@pytest.mark.parametrize(
    "names",
    [
        # in another order, a damaged one among them
        ["息计", *NAMES[:2], *NAMES[3:]],
        ["自然人", "法人或其他组织", "总计", "商业企业", "会公益组织", "科硏机构", "法律服务机构", "其他"],
        [*NAMES[:3], "会公益组织", "科研机构", "商业企业", *NAMES[6:]],
        # one is not there, or is another's
        [*NAMES[:4], *NAMES[5:7], "息计", "其他"],
        [*NAMES[:3], "商业企业", "事业单位", *NAMES[5:]],
        # too many
        ["白然人", "法人或其他组织", "息计", "商业企业", "科硏机构", "会公益组织", "法律服务机构", "其他"],
    ],
)
def test_other_words_or_another_order_are_left_in_doubt(names: list[str]) -> None:
    for on_lines in (True, False):
        assert not reported(read(_text(names, on_lines=on_lines)), "3")


@pytest.mark.parametrize(
    "damaged", [{}, {1: "法入或其他组织"}, {5: "社会公盆组织"}, {1: "法人或其它组织", 2: "总汁"}]
)
def test_letters_apart_hide_no_damage(damaged: dict[int, str]) -> None:
    """The corner and the first row's label are printed letter by letter, too."""
    names = [damaged.get(n, name) for n, name in enumerate(NAMES)]
    text = _text([" ".join(name) for name in names])
    reading = read(text.replace("申请人情况", "申 请 人 情 况").replace("一、本年新收", "一 、 本 年 新 收"))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 25 * 7


def test_letters_apart_of_another_label_are_no_damage() -> None:
    names = [" ".join(name) for name in [*NAMES[:3], NAMES[4], NAMES[3], *NAMES[5:]]]
    names[1] = "法 入 或 其 他 组 织"
    assert not wrong(read(_text(names).replace("申请人情况", "申 请 人 情 况")), VALUES)
