"""The row of all handled requests, printed as 总计, below the row 其他 that is blank: none of its header's columns."""

from __future__ import annotations

import pytest

from tests.extract.printed import figures, printed, read, report, reported, running, status_of, wrong

VALUES = figures()


def _with(rows: list[str]) -> str:
    lines = report(printed(VALUES), running).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("3.其他"))
    own = lines[at + 1].split(maxsplit=1)[1]
    return "\n".join([*lines[:at], *[row.format(own) for row in rows], *lines[at + 2 :]])


@pytest.mark.parametrize(
    "rows", [["其他", "总计 {}"], ["其他处理   其他", "总计 {}"], ["结  其他处理  其他", "果 总计 {}"]]
)
def test_the_sum_below_a_blank_row(rows: list[str]) -> None:
    found = read(_with(rows))
    assert not wrong(found, VALUES)
    assert {cell.row_key for cell in set(VALUES) - reported(found)} == {"other_misc"}


def test_a_header_printed_again_above_figures_is_none() -> None:
    found = read(_with(["自然人 商业企业 科研机构", "社会公益组织 法律服务机构 其他", "总计 {}"]))
    assert set(status_of(found, "3", "total_handled", "natural_person", "total")).isdisjoint({"reported"})
