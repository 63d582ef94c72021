"""Sentences about tables of an earlier year's report: 我局对2022年度报告表三数据错误进行了更正, 上年度报告第三部分表格填报错误问题已整改.

What was wrong there, and put right, says nothing of this year's tables. The report is named by a year before the report's own, or by a
word for last year, and its table right behind that; where the sentence also points at a table here, or tells that figures
were taken over, it is about this report. Belongs here: this question. Does not belong here: what sentences say of the report's own
tables (changing.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection

from assets.extract.anothers.spokenof import BY_SECTION, POINTS
from assets.extract.dates import YEAR, to_year
from schemas.ofnoweight import OF_NO_WEIGHT
from schemas.whose import WORDS, any_of

_OF_TABLES = r"(?:第[二三四234]部分|表[二三四])(?:的?(?:表格|数据|数字))?"
_REPORT = re.compile(
    rf"(?:(?P<year>{YEAR})年?度?|{any_of(WORDS.last_year)}度?)(?:的|政府信息公开|信息公开|工作|年度|《|》)*(?:报告|年报)"
    rf"(?:中|里|内|的|“|”|\(|\))*(?:{_OF_TABLES}[、和及与]?)+"
)
# What is done with figures of another report in this one, and what may be wrong with them here.
_TAKEN = re.compile(
    any_of(WORDS.taken_over, OF_NO_WEIGHT.other_copies)
    + "|误[用填贴植]|照[抄搬]|复制|粘贴|一致|相同|仍|尚未|未能"
)


def is_of_earlier_report(sentence: str, years: Collection[int]) -> bool:
    """Whether a squashed sentence speaks of tables of an earlier report, and of none of the one of these years."""
    rest, found = sentence, False
    for named in reversed([*_REPORT.finditer(sentence)]):
        if named["year"]:
            year = to_year(named["year"])
            if not years or year is None or year >= min(years):
                return False
        rest, found = rest[: named.start()] + rest[named.end() :], True
    return found and not (BY_SECTION.search(rest) or POINTS.search(rest) or _TAKEN.search(rest))
