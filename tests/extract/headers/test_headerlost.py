"""A header of one cell a line that lost its first label, beside other slips of its print."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.extract import printed as p

_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
_UPPER = ["申请人情况", "法人或其他组织", "总计"]
_LOWER = ["科研机构", "社会公益组织", "法律服务机构", "其他"]


def _read(head: Sequence[str], end: str = "\n\n") -> p.Reading:
    """A report of the cells of table 3, one a line, below a header."""
    part = next(part for part in p.printed(p.figures()) if part.table_no == "3")
    cells = [*head, *[cell for row in part.rows for cell in row]]
    return p.read(f"{p.TITLE}\n\n{p.HEADINGS['3']}\n\n" + "".join(cell + end for cell in cells))


@pytest.mark.parametrize("note", [_NOTE, _NOTE.replace("勾", "钩")])
@pytest.mark.parametrize("commercial", ["商业企业", "商业 企业"])
@pytest.mark.parametrize("end", ["\n\n", " |\n"])
def test_a_slip_beside_the_loss_of_the_first_label_is_none_of_a_column(
    note: str, commercial: str, end: str
) -> None:
    reading = _read([note, *_UPPER, commercial, *_LOWER], end)
    assert not p.wrong(reading, p.figures())
    assert len(p.reported(reading, "3")) == 175


@pytest.mark.parametrize("more", [["商业", "企业"], ["商业 企业", "个体工商户"]])
@pytest.mark.parametrize("end", ["\n\n", " |\n"])
def test_a_label_more_may_be_that_of_the_column_that_is_not_named(more: list[str], end: str) -> None:
    assert not p.reported(_read([_NOTE, *_UPPER, *more, *_LOWER], end), "3")
