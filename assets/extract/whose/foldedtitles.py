"""Titles that the width of the page broke anywhere, within the agency's name or the year: `新安岭彝族自治县人`, `民政府二〇二一年政府`, `信息公开工作年度报告`.

Read line by line the lower lines name an agency that is none: 民政府. Belongs here: which lines are one title, by its opening or
because the text says the same name elsewhere, and whether the agency of a title is but the tail of one. Does not belong here: titles whose
lines end where name, year and subject do (titles.py), a title's last words (brokentitles.py).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from assets.extract.dates import DATE, YEAR
from assets.extract.labels import joined, squash
from assets.extract.whose.names import OTHER_NAME, has_place, is_government, is_own_name
from assets.extract.whose.titles import LINK, PAGE_PART, TITLE, TITLE_END, Title, agency_of_title, bare

# Within so many lines, blank ones too, stand the lines of a title; a title has so many letters.
_LINES, _LINES_OF_TITLE, _LONGEST = 18, 6, 60
_LAST_LETTERS = tuple("告)）》")
# What parts cells.
_MARKS = re.compile("[<|\t]")
# What stands in a line of a title: no stop, colon, bar or arrow.
_PIECE = re.compile(r"[\u3400-\u9fff0-9()《》〇○]{1,30}")
# What a title begins with, so that no line above is of it.
_OPENING = re.compile(rf"^《?(?:关[于於])?(?:{YEAR}年度?)?")
_OPENS = re.compile(rf"《?(?:关[于於]|{YEAR}年)")
# Within these no line ends but where the page does.
_YEAR = re.compile(rf"{YEAR}年度?")
_NEVER_BROKEN = re.compile(rf"{YEAR}年度?|政[府务]信息公开|政务公开|信息公开")
# The name of a site, of a part of a page, or of a paper: nothing that goes on in the line below.
_IS_WHOLE = re.compile(r"网站?$|门户$|报告|通知|欢迎|文件$|年报$|平台$")
_ONLY_LETTERS = re.compile("[\u3400-\u9fff]{3,30}")
# How many columns one line may be narrower than another where no further letter had room, a figure or two among the letters.
_UNEVEN = 3
_KIND_OF_PLACE = re.compile("[省市县区州旗盟镇乡族]")
# The kind of a place, with which no whole name begins; one that a line break cuts in two, or parts from a people's name.
_KIND_CUT = re.compile("族?自治[县州旗区]|治[县州旗区]|联?合旗|道办事处|[省市县区州旗盟]")
_CUT_KIND = re.compile(r"(?:族|族自|自治)\n|\n族自治|联\n合旗|街\n道办事处")
_ONLY_NAME = re.compile("[\u3400-\u9fff]{2,12}")
# Words of a page, which no place is called.
_NO_PLACE = re.compile(
    "公[告示]|通[告知]|附件|年[报度]|文件|正文|政[务府]|信息|网|目录|[首主]页|内容|标题|新闻|动态|机构|部门|打印|关闭|字体|来源|法定|重点|领导|概况|服务|互动|数据"
)
_CUT_PLACE = re.compile("(?:族|自治)$")
_PLACE_AT_END = re.compile("[省市县区州旗盟镇乡]$")
_BODY_AT_END = re.compile(
    r"(?:[局厅署]|委员会|[镇乡]?(?:人民)?政府|办公[室厅]|办事处|中心|集团|公司|学校|学院|大学|医院)$"
)


def with_titles_unfolded(lines: list[str]) -> list[str]:
    """The lines, with each title that breaks within its agency's name or its year whole on the first of its lines."""
    out = lines
    for last in [n for n, text in enumerate(map(str.rstrip, lines)) if text[-1:] in _LAST_LETTERS]:
        parts = _lines_of_title(lines, last)
        # the title begins as high as it can be shown to
        whole = next((parts[n:] for n in range(len(parts) - 1) if _is_folded(parts[n:], lines)), None)
        if whole is None:
            continue
        out = list(out)
        out[whole[0][0]] = "".join(text for _, text in whole)
        for n, _ in whole[1:]:
            out[n] = ""
    return out


def is_tail_of_name(title: Title, lines: Sequence[str]) -> bool:
    """Whether the agency of a title is the end of a name that begins on the line above it, so that it names nobody.

    One that says its place is only where the line above is as wide, as a page breaks lines.
    """
    rest, own = title.agency, bare(lines[title.first])
    above = next((text for line in lines[: title.first][::-1] if (text := bare(line))), "")
    if rest is None or not own.startswith(rest[:2]):
        return False
    if _is_cut_in_place(_OPENING.sub("", above), rest):
        return True
    if has_place(rest) and not (len(title.parts) > 1 and _are_as_wide([above, own])):
        return False
    front = _OPENING.sub("", above)
    if not _ONLY_LETTERS.fullmatch(front) or LINK.match(front) or not _may_go_on(front):
        return False
    if not (is_own_name(front + rest) or is_government(front + rest)):
        return False
    return bool(_CUT_PLACE.search(front)) or (
        has_place(front) and not (_PLACE_AT_END.search(front) or _BODY_AT_END.search(front))
    )


def name_over_two_lines(title: Title, lines: Sequence[str]) -> str | None:
    """The whole name of which the title's agency is the tail, where a place's kind is cut in two, or the text says the place elsewhere."""
    rest, own = title.agency, bare(lines[title.first])
    above = next((text for line in lines[: title.first][::-1] if (text := bare(line))), "")
    if (
        rest is None
        or not own.startswith(rest[:2])
        or not _is_cut_in_place(front := _OPENING.sub("", above), rest)
    ):
        return None
    kind = _KIND_CUT.match(rest)
    place = front + (kind[0] if kind else "")
    is_sure = _CUT_KIND.search(f"{front}\n{rest}") is not None
    others = (squash(line) for n, line in enumerate(lines) if n != title.first)
    return front + rest if is_sure or any(place in line for line in others) else None


def _is_cut_in_place(front: str, rest: str) -> bool:
    """Whether a name begins with the kind of a place whose own name is the line above: 大兴, 区人民政府; 罗城仫佬族自, 治县人民政府."""
    if not _KIND_CUT.match(rest) or not _ONLY_NAME.fullmatch(front) or _NO_PLACE.search(front):
        return False
    if not _may_go_on(front) or _PLACE_AT_END.search(front) or _BODY_AT_END.search(front):
        return False
    return is_own_name(front + rest) or is_government(front + rest)


def _lines_of_title(lines: Sequence[str], last: int) -> list[tuple[int, str]]:
    """The lines down to `last` that may be one title, blank ones left out."""
    parts: list[tuple[int, str]] = []
    for n in range(last, max(-1, last - _LINES), -1):
        if not (line := lines[n]).strip():
            continue
        text = "" if len(line) > _LONGEST or _MARKS.search(line) else bare(line)
        # a day is that on which the report above was signed
        if not _PIECE.fullmatch(text) or DATE.fullmatch(text) or LINK.match(text):
            break
        if len(parts) == _LINES_OF_TITLE:
            break
        parts.append((n, text))
    return parts[::-1]


def _is_folded(parts: Sequence[tuple[int, str]], lines: Sequence[str]) -> bool:
    """Whether lines are one title that breaks within its agency's name or its year."""
    text = "".join(part for _, part in parts)
    if len(text) > _LONGEST or not (TITLE_END.search(text) and TITLE.search(text)):
        return False
    breaks = list(accumulate(len(part) for _, part in parts[:-1]))
    name = agency_of_title(text)
    at = text.find(name) if name else -1
    if name is None or at < 0 or not _OPENING.fullmatch(text[:at]):
        return False
    within = [b - at for b in breaks if at < b < at + len(name)]
    words = [found.span() for found in _NEVER_BROKEN.finditer(text)]
    in_words = any(start < b < end for b in breaks for start, end in words)
    if not within:  # a title's last words are put together without this
        year = _YEAR.search(text)
        return bool(year and any(year.start() < b < year.end() for b in breaks))
    whole = OTHER_NAME.sub("", name)
    if not (is_own_name(whole) or is_government(whole)) or all(_stands_alone(name, b) for b in within):
        return False
    if _OPENS.match(text):
        return True
    front = name[: within[0]]
    if not _may_go_on(front) or name[:2] in name[2:]:  # no title says its place twice
        return False
    above, below = lines[: parts[0][0]], lines[parts[-1][0] + 1 :]
    if has_place(front) and not any(map(str.strip, above)):
        return True
    if in_words and _are_as_wide([part for _, part in parts[:-1]]):
        return True
    return any(name in joined(around)[0] for around in (above, below)) or any(
        len(name) - within[0] < len(line) < len(name) and name.endswith(line) for line in map(squash, below)
    )


def _stands_alone(name: str, at: int) -> bool:
    """Whether a name breaks before another that is whole: 滁川市 above 五里桥镇人民政府."""
    front, rest = name[:at], name[at:]
    if _KIND_OF_PLACE.match(rest) or not (is_own_name(rest) or is_government(rest)):
        return False
    return bool(_PLACE_AT_END.search(front)) or is_own_name(front) or is_government(front)


def _may_go_on(text: str) -> bool:
    """Whether a line may be the front of a name: it is no name by itself, nor one of the page's."""
    return not (_IS_WHOLE.search(text) or PAGE_PART.search(text) or is_own_name(text) or is_government(text))


def _are_as_wide(texts: Sequence[str]) -> bool:
    """Whether lines are as wide as each other, or have as many letters, as a page breaks them."""
    widths, lengths = list(map(_width, texts)), list(map(len, texts))
    if len(texts) < 2:
        return False
    return max(widths) - min(widths) <= _UNEVEN or max(lengths) - min(lengths) <= 1


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)
