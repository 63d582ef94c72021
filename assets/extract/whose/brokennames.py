"""A title whose line break falls within the name of its agency: `青川县乔庄`, `镇人民政府`, `2024年度政府信息公开工作年度报告`.

The lower line alone looks like an agency's name that says no place, which many titles have. Belongs here: whether the line above
is its front, and whether words in front of a name on its line are its place. Does not belong here: names that break before their kind (titles.py), and names without a place (identity.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.whose.names import has_place, is_government, is_own_name

_TAG = re.compile(r"<[^<>]{0,200}>")
_LONGEST = 20
_LEAST = 3
# What a place's name ends in.
_PLACES = "省市县区州旗盟"
_ONLY_LETTERS = re.compile("[\u3400-\u9fff]+")


def is_broken_off(above: str, rest: str, lines: Sequence[str], *, is_first: bool) -> bool:
    """Whether a line is the front of a name of which `rest` stands below it.

    Only both together are a name, of an agency with its place; and the text says that name somewhere else, or nothing stands above
    the line: other lines there may be of the site. `lines` are squashed.
    """
    if not _LEAST <= len(above) <= _LONGEST or not _ONLY_LETTERS.fullmatch(above):
        return False
    if has_place(rest) or not has_place(above) or not is_own_name(above + rest):
        return False
    if is_own_name(above) or is_government(above):
        return False
    return is_first or any(above + rest in line for line in lines)


def first_letters_above(name: str, line: int, lines: Sequence[str]) -> str | None:
    """The name with its first letters, which stand alone at the end of the line above `line` (from 1): 青, 山市财政局 below.

    The text says the whole name in a line of its own, too: else the letters may be of something else.
    """
    if line < 2 or not squash(_TAG.sub("", lines[line - 1])).startswith(name):
        return None
    above = squash(_TAG.sub("", lines[line - 2]))
    if not 1 <= len(above) < _LEAST or not _ONLY_LETTERS.fullmatch(above):
        return None
    whole = above + name
    return whole if any(whole in squash(each) for each in lines if name[-2:] in each) else None


def is_place_of(name: str, at: int) -> bool:
    """Whether what stands before `at` is a place that shares the first letters of the rest, 乌拉特区 of 乌拉特街道: no name said twice."""
    return name[at - 1] in _PLACES and not name.startswith(name[:at], at)
