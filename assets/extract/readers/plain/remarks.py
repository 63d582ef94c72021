"""Remarks behind the last figure of a row of running text: `3 0 0 0 0 0 3 （均为低保名单）`, `*`, `（注1）`, `已办结`.

They say of the row's figures what these are, and are no cell. Belongs here: which words behind a row are such remarks. A bracket with other words
may say that the figures are another's, of another year or wrong, and one with digits may be a cell: they are none. Does not belong here: notes
within a cell (numbers.py), and on lines of their own (anothers/).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.numbers import looks_like_figure
from schemas.form import forms

_REMARK = re.compile(
    r"[（(](?:均|全部|都)[^\W0-9_]{1,24}[)）]|[（(]注[0-9]?[)）]|[*＊※。①-⑳]|(?:均|全部)?已(?:办结|答复|回复)"
)
# What puts figures in question, whatever else is said of them.
_QUESTION = re.compile(
    "[上去前明]年|错|误|估|约|暂|未|示例|测试|作废|累计|合计|总|万元|单位|部门|机关|下属|所属|其他|其它|[局处办镇]"
)


def ends_in_remark(words: Sequence[str]) -> bool:
    """Whether the last word of a line is a remark behind a row that has all its figures."""
    if not _REMARK.fullmatch(words[-1]) or _QUESTION.search(words[-1]):
        return False
    figures = words[-1 - _widest() : -1]
    return len(words) > _widest() and all(map(looks_like_figure, figures))


@cache
def _widest() -> int:
    """The figures of the widest rows of the forms: a row with fewer may have the remark in the place of one."""
    return max(
        len(block.columns) for form in forms().values() for table in form.tables for block in table.blocks
    )
