"""What editors and mails set before or behind every line: marks of points, numbers of lines, the signs of two versions compared."""

from __future__ import annotations

import difflib
from collections.abc import Callable

import pytest

from assets.extract.formats.bulletedlines import without_points
from assets.extract.formats.difflines import without_old_lines
from assets.extract.formats.everyline import without_additions
from tests.extract.printed import (
    Rows,
    closed,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
LONG = "本报告依照有关规定编制，所列数据的统计期限自2022年1月1日起至2022年12月31日止，内容如下，请予监督，欢迎社会各界提出宝贵意见。"


def _marked(text: str, mark: str) -> str:
    lines = text.replace("全年工作平稳，各项制度得到落实。", LONG).split("\n")
    return "\n".join(mark + line if line and line != LONG else line for line in lines)


@in_turn
@pytest.mark.parametrize("mark", ["-", "- ", "—", "▪ ", "o ", "// ", "REM ", "% "])
@pytest.mark.parametrize("render", [one_a_line, running])
def test_a_mark_before_every_line_but_prose(mark: str, render: object) -> None:
    reading = read(_marked(report(PARTS, render), mark))  # type: ignore[arg-type]
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    assert reading.reports[0]["agency"] == "青岚县林业局"


def test_a_dash_before_some_figures_is_their_sign() -> None:
    """Lines without it that are no prose: the dash is no mark of the text."""
    lines = report(PARTS, running).split("\n")
    some = [f"-{line}" if n > 8 and line else line for n, line in enumerate(lines)]
    assert without_points(some) == some
    walls = [f"│ {line} │" for line in lines]
    assert without_points(walls) == walls


@in_turn
@pytest.mark.parametrize("how", ["\t{}", " {}", " [{}]", "  // {}", " |{}"])
@pytest.mark.parametrize("render", [tsv, closed, running, one_a_line])
def test_a_number_behind_every_line(how: str, render: object) -> None:
    lines = report(PARTS, render).split("\n")  # type: ignore[arg-type]
    reading = read("\n".join(line + how.format(n) for n, line in enumerate(lines, 1)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    assert reading.reports[0]["agency"] == "青岚县林业局"


def test_figures_behind_lines_that_do_not_count_them() -> None:
    lines = report(PARTS, running).split("\n")
    assert without_additions(lines) == lines
    skipped = [f"{line} {2 * n}" for n, line in enumerate(lines)]
    assert without_additions(skipped) == skipped


def test_of_two_versions_compared_the_new_one_is_read() -> None:
    old = report(printed(figures(first=501)), running).split("\n")
    new = report(PARTS, running).split("\n")
    compared = list(difflib.unified_diff(old, new, "a/r.txt", "b/r.txt", lineterm="", n=999))
    assert any(line.startswith("-行政许可") for line in compared)
    reading = read("\n".join(compared))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    # a line that is of no piece: the text is no comparison
    other = [*compared, "又及"]
    assert without_old_lines(other) == other


@pytest.mark.parametrize("layout", [closed, tsv, running])
def test_every_line_is_the_only_field_of_a_record(layout: Callable[[Rows], list[str]]) -> None:
    lines = report(PARTS, layout).split("\n")
    reading = read("\n".join(f'"{line}"' if line.strip() else line for line in lines))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)
