"""Titles that no line break sets apart from the text around them, where the links that a page prints above it name other reports.

    …年报 双河市水务局2024年政府信息公开工作年度报告 2025-01-26 双河市教育局2022年… 双河市水务局2023年政府信息公开工作年度报告 根据《…

The first of them is no more the report's own than the others; what the text says below them tells. Belongs here: which titles open a
text, as text. Does not belong here: titles on lines of their own (titles.py), how one of several is chosen (owntitle.py), a title within a
sentence (selfnamed.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.dates import YEAR
from assets.extract.whose.names import is_government, is_own_name
from assets.extract.whose.ownofseveral import told_in
from assets.extract.whose.owntitle import OwnTitle, are_several, own_within
from assets.extract.whose.titles import Title

# A page's links and the title are no sentence, and name no document in quotes.
_HEAD = re.compile(r"[^。;《]{0,700}")
_TITLE = re.compile(
    rf"[^。,;:|《》>]{{0,40}}?{YEAR}年?度?[^。,;:|《》>年]{{0,25}}?公开(?:工作)?(?:情况)?(?:年度)?报告"
)
# The name of a site's column, in front of the first link.
_COLUMN = re.compile(r".*公开(?:工作)?年报(?=[\u3400-\u9fff])")
# The end of a notice's subject, behind a title, in front of the sentence below it.
_NOTICE_END = re.compile(r"^》?的(?:公示|公告|通告)(?=[\u3400-\u9fff])")
_ABOUT = re.compile(
    rf"([^。,;:|《》>]{{4,30}}?)关[于於]{YEAR}年度?(?:政府|政务)?信息公开(?:工作)?(?:情况)?(?:的?年度)?的?报告(?!的|编制|报送|工作的?通知)"
)


def own_in_text(text: str, below: Sequence[str]) -> tuple[int, OwnTitle] | None:
    """The title of several that open a squashed text which is the report's, and where it stands; None where they are of one report.

    `below` are the lines that follow the text.
    """
    head = _HEAD.match(text)
    found = [*_TITLE.finditer(head[0])] if head else []
    if len(found) < 2:
        return None
    named = []
    for at in found:
        name = _COLUMN.sub("", _NOTICE_END.sub("", at[0]))
        named.append((at.end() - len(name), Title(name, ((0, name),))))
    titles = [title for _, title in named]
    if not all(title.agency for title in titles) or not are_several(titles):
        return None
    own = own_within(titles, told_in([text[found[-1].end() :], *below]))
    return next(at for at, title in named if title is own.title), own


def opening_title(text: str) -> tuple[int, str] | None:
    """The title with which a squashed text opens, if it says of whom, about which year: `某市人民政府办公室关于2019年度…报告`."""
    found = _ABOUT.match(text)
    if found and (is_own_name(found[1]) or is_government(found[1])):
        return 0, found[0]
    return None
