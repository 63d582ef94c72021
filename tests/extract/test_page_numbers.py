"""Numbers alone on their lines that could count pages, where digits of cut figures stand so, too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.readers.plain.pages import bare_pages
from schemas.form import CellKey
from tests.extract.printed import (
    Rows,
    change,
    closed,
    compact,
    figures,
    leading,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    status_of,
    trailing,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
ROWS = ("denied_state_secret", "unable_not_held", "rejected_repeat")


def cut(feeds: bool, others: int = 0) -> tuple[str, dict[CellKey, str]]:
    """The last digits 1, 2 and 3 of three totals on lines of their own, and those of so many others."""
    values = dict(VALUES)
    totals = [key for key in VALUES if key.table_no == "3" and key.col_key == "total"]
    for number, row in enumerate(ROWS, 1):
        values[CellKey("3", row, "total")] = f"98{number}"
    lines = report(printed(values), running).split("\n")
    more = [key for key in totals if key.row_key not in ROWS][:others]
    for key in [*(CellKey("3", row, "total") for row in ROWS), *more]:
        at = next(n for n, line in enumerate(lines) if line.endswith(f" {values[key]}"))
        # long labels stand on lines of their own, so that pages could end where the digits stand
        lines[at : at + 1] = [*["续"] * 8, lines[at][:-1], values[key][-1]]
    text = "\n".join(lines)
    for heading in ("二、主动", "四、政府信息公开行政", "五、存在") if feeds else ():
        text = text.replace(heading, "\f" + heading)
    return text, values


def test_numbers_amid_pages_count_none() -> None:
    """Form feeds show where pages end."""
    text, values = cut(feeds=True)
    assert not bare_pages(text.split("\n")).lines
    assert not wrong(read(text), values)


def test_digits_right_below_rows_that_also_count() -> None:
    text, values = cut(feeds=False, others=4)
    assert not bare_pages(text.split("\n")).lines
    assert not wrong(read(text), values)


def test_numbers_at_the_ends_of_pages_count_them() -> None:
    lines = report(printed(VALUES), running)
    for number, heading in enumerate(("二、主动", "四、政府信息公开行政", "五、存在"), 1):
        lines = lines.replace(heading, f"{number}\n\f{heading}")
    assert len(bare_pages(lines.split("\n")).lines) == 3
    assert reported(read(lines)) == set(VALUES)


def test_one_page_of_many_that_ends_in_a_digit() -> None:
    """The others end in words: it may be the last of the figure above."""
    text = report(printed(VALUES), running)
    total = VALUES[CellKey("3", "total_handled", "total")]
    text = text.replace(f"{total}\n", f"{total}\n5\n\f", 1)
    for heading in ("一、总体", "二、主动", "五、存在"):
        text = text.replace(heading, "\f" + heading)
    assert status_of(read(text), "3", "total_handled", "total") == ["uncertain"]


@in_turn
@pytest.mark.parametrize(
    "mark", ["~ {} ~", "～{}～", "* {} *", "… {} …", "_ {} _", "页 {}", "页码：{}", "共9页 第{}页", "P {}"]
)
@pytest.mark.parametrize("indent", ["", " " * 30])
def test_the_number_of_a_page_is_no_figure_of_the_row_above(mark: str, indent: str) -> None:
    """Rows whose blank cells left nothing, where a page ends."""
    parts = printed(VALUES)
    for key in ("regulations", "permits", "coercion"):
        label, *cells = row_of(parts, key, "2")
        parts = change(parts, key, [label, *[""] * len(cells)])
    lines = report(parts, one_a_line).split("\n")
    for number, label in enumerate(("规章", "行政许可", "行政强制"), 2):
        lines.insert(lines.index(label) + 1, indent + mark.format(number))
    reading = read("\n".join(line for line in lines if line.strip()))
    assert not wrong(reading, VALUES)
    assert not {"reported", "not_applicable"} & set(status_of(reading, "2", "regulations"))
    assert not {"reported", "not_applicable"} & set(status_of(reading, "2", "coercion"))


@in_turn
@pytest.mark.parametrize("render", [closed, trailing, compact])
@pytest.mark.parametrize("page", [["3"], ["", "3", ""], ["12", ""]])
def test_a_number_below_a_row_that_a_bar_closes(render: Callable[[Rows], list[str]], page: list[str]) -> None:
    values = figures()
    for key in ("denied_state_secret", "other_misc", "total_handled"):
        label = row_of(printed(values), key)[0]
        lines = report(printed(values), render).split("\n")
        at = next(n for n, line in enumerate(lines) if label in line)
        reading = read("\n".join([*lines[: at + 1], *page, *lines[at + 1 :]]))
        assert not wrong(reading, values)
        assert reported(reading) == set(values)


def inner(rows: Rows) -> list[str]:
    return [" | ".join(row) for row in rows]


@pytest.mark.parametrize("render", [leading, inner])
def test_a_number_below_a_row_that_nothing_closes(render: Callable[[Rows], list[str]]) -> None:
    values = figures()
    label = row_of(printed(values), "denied_state_secret")[0]
    lines = report(printed(values), render).split("\n")
    at = next(n for n, line in enumerate(lines) if label in line)
    lines[at + 1 : at + 1] = [lines[at][-1]]
    lines[at] = lines[at][:-1]
    reading = read("\n".join(lines))
    assert not wrong(reading, values)
    assert len(reported(reading)) < len(values)


HEAD = "青岚县林业局政府信息公开"
LARGE = figures(first=1001)


def with_heads(at: tuple[str, ...], number: str = "3", head: str = HEAD) -> str:
    """A cell a line; a page ends behind each of these lines, the last but two behind a row of figures that a number follows."""
    lines = [cell for line in report(printed(LARGE), one_a_line).split("\n") for cell in (line, "")]
    for page, line in enumerate(at, 1):
        where = lines.index(line) + 1
        above = number if page == 3 else str(page)
        lines[where:where] = ["", above, "", "", head if page == 3 else HEAD, ""]
    return "\n".join(lines)


ENDS = (
    "全年工作平稳，各项制度得到落实。",
    "二、主动公开政府信息情况",
    LARGE[CellKey("3", "carried_over", "total")],
    "四、政府信息公开行政复议、行政诉讼情况",
    "业务培训还不够经常，将逐步补上。",
)


def test_a_number_above_the_head_of_all_pages_is_the_missing_one() -> None:
    text = with_heads(ENDS)
    assert [n for n in bare_pages(text.split("\n")).unseen if n[0] == 3] == []
    reading = read(text)
    assert not wrong(reading, LARGE)
    assert reported(reading) == set(LARGE)


def test_a_number_above_another_line_or_another_number_is_in_doubt() -> None:
    for text in (with_heads(ENDS, head="青岚县林业局"), with_heads(ENDS, number="7")):
        assert [n for n in bare_pages(text.split("\n")).unseen if n[0] == 3]
        assert not wrong(read(text), LARGE)
