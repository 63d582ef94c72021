"""A title that runs on behind what a page offers above it: `字体：[大 中 小]青岚县林业局2022年政府信息公开工作年度报告`.

Page and title share a line where a program kept no break between them, links to other years' reports before them. Belongs here: the
cut behind the sizes of letters. Does not belong here: titles within sentences (selfnamed.py), headings of sections (runonheadings.py).
"""

from __future__ import annotations

import re

# The sizes of letters that a page offers, and what else it does beside them.
_SIZES = re.compile(
    r"字[体号][:： ]{0,2}[\[【(（]?\s?大[\s|｜/]{0,3}中[\s|｜/]{0,3}小\s?[\]】)）]?(?:\s?[\[【]?(?:打印|关闭|分享|收藏)[本页到:： ]{0,3}[\]】]?){0,4}\s*"
)
_TITLE = re.compile(r"公开[^。；;]{0,14}报告|报告$")
# Lines of the head of a page.
_HEAD = 60


def with_titles_apart(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines with such a title on one of its own, and the number of each before; None where none runs on."""
    for at, line in enumerate(lines[:_HEAD]):
        found = _SIZES.search(line) if "大" in line and "字" in line else None
        if found and _TITLE.search(line, found.end()):
            cut = [line[: found.end()].rstrip(), line[found.end() :]]
            return [*lines[:at], *cut, *lines[at + 1 :]], [
                n for n in range(1, len(lines) + 1) for _ in range(1 + (n == at + 1))
            ]
    return lines, None
