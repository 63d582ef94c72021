"""The name under a title that names no agency: on a line, over two lines as it broke, or below what the page says of the article.

    2023年度政府信息公开工作年度报告
    大同市平城区
    水泊寺街道办事处

Belongs here: which lines are such a name. Does not belong here: names above a title (titles.py), those at a text's end
(signatures.py), and what the name counts for (identity.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from assets.extract.dates import DATE
from assets.extract.whose.names import OTHER_NAME, is_government, is_own_name
from assets.extract.whose.signatures import is_signature
from assets.extract.whose.titles import Title, bare

_IN_BRACKETS = re.compile(r"^\(([^()]*(?:\([^()]*\))?)\)$")
# So many written lines are asked; one of them may be the day, another what a page says of its article.
_LINES = 3
# What a page says of its article: when it was published, whence it came. The name of a body may follow any of these words.
_OF_ARTICLE = re.compile(r"(?:发布|发文|成文)(?:时间|日期):|来源:.*(?:字号|字体|[阅浏].{1,3}[数量次]:)")
# Places from large to small; each is cut off a name before one that lies in it only.
_LEVELS = ("省", "州盟", "市", "县区旗", "镇乡")
_PLACE = re.compile(r"[\u3400-\u9fff]{2,12}[省市县区州旗盟]")
_LEVEL = re.compile(r"[省县州旗盟镇]|市(?![场政容])|区(?!划)|乡(?!村|镇)|街道")


@dataclass(frozen=True, slots=True)
class NameBelow:
    """The number of the line on which a name stands or begins, the name, and whether other words stand between it and the title."""

    line: int
    name: str
    is_apart: bool = False


def name_below(lines: Sequence[str], title: Title) -> NameBelow | None:
    """The name under a title; None where something else stands there."""
    under = ((n, _IN_BRACKETS.sub(r"\1", bare(lines[n - 1]))) for n in range(title.last + 2, len(lines) + 1))
    near = list(islice((at for at in under if at[1]), _LINES + 2))
    asked, is_apart = 2, False
    for at, (number, text) in enumerate(near[:_LINES]):
        if at >= asked:
            return None
        if _is_name(text):
            return NameBelow(number, text, is_apart)
        if broken := _broken([text for _, text in near[at : at + 3]]):
            return NameBelow(number, broken, is_apart)
        if _OF_ARTICLE.search(text) and not is_apart:
            asked, is_apart = asked + 1, True
        elif not DATE.fullmatch(text):
            return None
    return None


def _is_name(text: str) -> bool:
    name = OTHER_NAME.sub("", text)
    return is_signature(name) and (is_own_name(name) or is_government(name))


def _broken(lines: Sequence[str]) -> str | None:
    """The name of which a line is the place and the next one the rest; none where a list of names goes on below."""
    if len(lines) < 2 or not _PLACE.fullmatch(lines[0]) or not _is_name(lines[0] + lines[1]):
        return None
    above, rest = _levels(lines[0]), _levels(lines[1])
    if rest and rest[0] <= above[-1]:  # another place, and no part of the one above
        return None
    goes_on = len(lines) > 2 and (_is_name(lines[2]) or _is_name(lines[0] + lines[2]))
    return None if goes_on else lines[0] + lines[1]


def _levels(name: str) -> list[int]:
    """How small the places in a name are, one after the other."""
    found = [m[0] for m in _LEVEL.finditer(name)]
    return [next((n for n, level in enumerate(_LEVELS) if place in level), len(_LEVELS)) for place in found]
