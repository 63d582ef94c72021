"""Table 4 with a column of another head among the form's, or with its heads in the place of figures."""

from __future__ import annotations

import pytest

from tests.extract.odd import fourth
from tests.extract.printed import GRIDS, PLAIN, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
LAYOUTS = {name: GRIDS[name] for name in ("tsv", "tab_cells", "closed", "html", "box")} | PLAIN
FOURTH = next(part for part in PARTS if part.table_no == "4")
(ROW,) = FOURTH.rows


def _with_column(head: str, at: int, row: list[str]) -> list:  # type: ignore[type-arg]
    header = [
        [*cells[:at], *([head] if n == 2 else [""]), *cells[at:]] for n, cells in enumerate(FOURTH.header)
    ]
    return fourth(header, [row])


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("head", ["撤诉", "驳回", "合计"])
@pytest.mark.parametrize("blank", [0, 10])
def test_one_column_more_and_no_more_figures(layout: str, head: str, blank: int) -> None:
    row = [*ROW[:5], "777", *ROW[5:]]
    row[blank] = ""
    reading = read(report(_with_column(head, 5, row), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("sum_", ["合计", "小计"])
def test_sums_under_another_name_are_those_of_the_form(layout: str, sum_: str) -> None:
    header = [[sum_ if cell == "总计" else cell for cell in cells] for cells in FOURTH.header]
    usual = len(reported(read(report(PARTS, LAYOUTS[layout])), "4"))
    assert usual == len(ROW)
    assert len(reported(read(report(fourth(header, [ROW]), LAYOUTS[layout])), "4")) in (0, usual)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("head", ["已审结", "上年未审结"])
def test_another_head_in_the_place_of_one(layout: str, head: str) -> None:
    header = [list(cells) for cells in FOURTH.header]
    header[-1][header[-1].index("其他结果")] = head
    assert not reported(read(report(fourth(header, [ROW]), LAYOUTS[layout])), "4")


def test_heads_are_no_figures() -> None:
    lines = [
        "四、政府信息公开行政复议、行政诉讼情况",
        "",
        "\t行政复议",
        "\t行政诉讼",
        "",
        "\t未经复议直接起诉",
        "\t复议后起诉",
        "",
    ]
    for name in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3:
        lines.append("\t" + "\n".join(name))
    lines += [f"\t{figure}" for figure in (0, 0, 0, 24, 0, 0, 23, 70, 37, 0)]
    text = report(PARTS, GRIDS["tab_cells"])
    head, _, rest = text.partition("四、政府信息公开行政复议、行政诉讼情况")
    tail = rest[rest.index("五、存在") :]
    assert not reported(read(head + "\n".join(lines) + "\n" + tail), "4")
