"""A table of the agency's own office beside one of the bodies under it, without one of both.

    本级：  自然人 … 总计            所属单位：  自然人 … 总计

The form asks for the agency's figures, and reports differ in whether those of the bodies under it are among them: neither table
tells. Belongs here: that doubt. Does not belong here: several prints of which one is the sum or bears the agency's name
(captioned.py), a table that only its caption makes another's (others.py, notown.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from assets.extract.cells import TableReading
from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.sections import headings
from assets.extract.wordlines import word_lines
from schemas.form import Form
from schemas.whose import WORDS, any_of

_CODE = "table-repeated"
_LONGEST = 24
_AROUND = "#*|\"', \t"
_NUMBER = re.compile(r"(?:\(?[一二三四五六七八九十0-9]{1,2}[\).、,:]+|附?表[0-9一二三]{0,2}[:、.]?)?")
_OF = r"(?:的?(?:收到和处理|政府信息公开|申请|统计)*+(?:情况|数据|统计|表)*+)"
_OWN = re.compile(rf"{any_of(WORDS.over_kinds)}?(?:本级|机关)(?:本级|机关)?{_OF}")
_UNDER = re.compile(
    rf"(?:各|{any_of(WORDS.over_kinds)})?(?:{any_of(WORDS.under_body)}|{any_of(WORDS.over_kinds)}属)各?(?:事业|企业|二级|基层)?(?:单位|机构|部门|站所)?{_OF}"
)
_SUM = re.compile(rf"[\u4e00-\u9fff]{{0,4}}(?:{any_of(WORDS.sums)}|汇总){_OF}")
_LABEL = "总计"
_FIGURE = re.compile(r"(?<![0-9])[0-9][0-9,.]*+")
_MOST_CAPTIONS = 4
# So many figures are a table.
_LEAST_FIGURES = 6


def doubt_own_part(tables: Iterable[TableReading], lines: list[str], form: Form) -> None:
    """Put the tables in doubt that one of two such captions stands above, the other above another table of the section."""
    del form
    said = [(number, kind) for number, line in word_lines(lines) if (kind := _kind(line))]
    if not {"own", "under"} <= {kind for _, kind in said}:
        return
    heads = [1, *sorted(line for line, _ in headings(lines, set())), len(lines) + 1]
    for start, end in pairwise(heads):
        captions = [(number, kind) for number, kind in said if start <= number < end]
        spans = [
            (kind, number, stop)
            for (number, kind), (stop, _) in pairwise([*captions, (end, "")])
            if _figures(lines[number : stop - 1]) >= _LEAST_FIGURES
        ]
        # words that return are those of rows (partedrows.py)
        if {kind for kind, _, _ in spans} != {"own", "under"} or len(captions) > _MOST_CAPTIONS:
            continue
        first = spans[0][1]
        for reading in tables:
            if any(first < line < end for line in reading.lines):
                reading.note(_CODE, line=next(n for kind, n, _ in spans if kind == "under"))
                for key in reading.cells:
                    reading.doubt(key, _CODE, first)


@remembering
def _kind(line: str) -> str | None:
    """Whether a line says nothing but that what follows is the agency's own, of the bodies under it, or of both."""
    if len(line) > 4 * _LONGEST:
        return None
    text = squash(line).strip(_AROUND).rstrip(":;。").strip("()")
    text = text[_NUMBER.match(text).end() :].strip(":()")  # type: ignore[union-attr]
    if not 2 <= len(text) <= _LONGEST or text == _LABEL:
        return None
    if _SUM.fullmatch(text):
        return "sum"
    return "own" if _OWN.fullmatch(text) else ("under" if _UNDER.fullmatch(text) else None)


def _figures(lines: Sequence[str]) -> int:
    return sum(len(_FIGURE.findall(line)) for line in lines)
