r"""The first lines of a text as its page shows them, for what they say of whose report it is: what a program set between words is undone.

A title may stand in a cell with its line breaks written out (`"某局\n2023年…"`), in the cells of a row that a program saw in its words
(`| 某局 | 2023 | 年度…报告 |`), behind the numbers of a frame's rows, in pieces each with its place on the page, behind the place of its cell in a sheet (`A1: 某局`), with its year on a line of its own,
or around a line that says how public a paper is (`公开方式：主动公开`), which stands beside the title on the page, or that numbers its page
(`Page 2 - 2020年报_某镇`), below the name of its sheet between strokes (`--- 年报 ---`) as the one text of a printed row (`('某局…报告',)`), with
its year in other letters than the rest (`**2020**年…`), or with the letters of its last word in another order.
Every line keeps its number. Only names and years are read from these lines: no figure of a table is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.memory import remembering, remembering_lines
from assets.extract.whose.beforetitle import without_front

_LINES = 60
# A line break written out, which is no command of LaTeX.
_BREAK = re.compile(r"\\{1,2}n(?![a-z])")
# The number of a row in front of its only cell.
_NUMBER = re.compile(r"\s*([0-9]{1,3})(?:\s|$)")
_LEAST_NUMBERED = 4
# The place of a cell in a sheet in front of its words, as readers/dumps/coordinates.py reads them, and the name of a sheet.
_ADDRESS = re.compile(
    r"\s*(?:[-*•]\s+)?\$?[A-Z]{1,2}\$?[1-9][0-9]{0,3}\s*(?:[:：=]|->)\s*(?=[\u3400-\u9fff〇（(0-9])"
)
_SHEET = re.compile(r"\s*(?:Sheet|工作表)\s*[:：].{1,40}")
_LEAST_ADDRESSES = 3
_YEAR, _OF_YEAR = re.compile(r"\s*20[0-9]{2}\s*"), re.compile(r"\s*年度?\s*")
_PIECE = re.compile(
    r'\s*<text top="(-?\d{1,5})" left="(-?\d{1,5})" width="(\d{1,5})" height="\d{1,5}"[^<>]*>(.*)</text>\s*'
)
# Pieces of one line stand at one height, one right behind the other.
_NEAR = 3
_TITLE_IN_CELLS = re.compile(r"[^0-9]{0,40}20[0-9]{2}年度?(?:.{0,20}公开(?:工作|.{0,10}报告))?")
# What a row of a page's table says of its article: its name.
_LABEL = re.compile("(?:文件|信息|文章|公文)?(?:名称|标题|题名|题目)[::]?")
_IS_TITLE = re.compile("(?:政府信息|政务|信息)公开.{0,14}(?:报告|年报)(?:\\([^()]{0,20}\\))?$")
# What a page says of its article, where it stands within a title: 来源:市财政局 日期:2024-01-20 字号:.
_OF_ARTICLE = re.compile("(?:来源|(?:发布|发文|成文)?(?:时间|日期)):.{2,80}")
_CUT, _REST = re.compile("[^。;|]{2,40}公开(?:工作)?"), re.compile("(?:工作)?年度(?:工作)?报告")
_PUBLICITY = re.compile(
    r"\s*[(（]?(?:(?:信息)?公开(?:方式|属性|类别|类型|形式|选项)[:：]\s*(?:主动公开|依申请公开)|此件(?:主动)?公开(?:发布)?)[)）]?\s*"
)
# The number of a page, and what may stand behind it: the name of the file, or the title.
_PAGE = re.compile(
    r"\s*(?:[Pp](?:age|\.)\s?[0-9]{1,4}(?:\s?(?:of|/)\s?[0-9]{1,4})?|第\s?[0-9]{1,4}\s?页(?:[,，/]?\s?共\s?[0-9]{1,4}\s?页)?|[-—–]\s?[0-9]{1,3}\s?[-—–])"
    r"(?:\s?[-—–|:]\s?(\S.{0,60}))?\s*"
)
_NAMES_REPORT = re.compile("公开.{0,10}报告$")
_LAST_WORDS = re.compile(r"(公开\s?)([工作年度报告情况的]{4,9})\s*")
_CLOSINGS = ("年度报告", "工作年度报告", "工作情况报告", "工作情况的报告", "情况年度报告", "工作情况年度报告")
# The name of a sheet or a file above what it holds; a row printed as a list of one text; letters set otherwise than those beside them.
_BETWEEN_STROKES = re.compile(r"\s*([-=*#~])\1{2,9}\s?([^-=*#~\s][^-=*#~]{0,60}?)\s?\1{3,10}\s*")
_ONE_TEXT = re.compile(r"\s*[(\[]\s?(['\"])([^'\"]{2,120})\1\s?,?\s?[)\]],?\s*")
_SET = re.compile(r"(\*\*|__)([^*_]{1,40})\1")
_BLANK_CELLS = ("", "null", "None", "nan", "NaN")


@remembering_lines
def as_headlines(lines: Sequence[str]) -> list[str]:
    """The lines, the first of them as their page shows them."""
    head = list(lines[: _last_of_head(lines)])
    rest = list(lines[len(head) :])
    head = [_BREAK.sub(" ", line) if "\\n" in line else line for line in head]
    head = _without_addresses(_without_numbers(_put_together(head)))
    head = [_as_headline(line) if line else line for line in head]
    head = [without_front(line) if "公" in line else line for line in _with_cut_title(head)]
    return [*_with_whole_years(head), *rest]


@remembering
def _as_headline(line: str) -> str:
    """A line without what its page or a program set on it."""
    line = _as_set(line)
    if "|" in line or "\t" in line:
        line = _title_in_cells(line)
    return "" if "公开" in line and _PUBLICITY.fullmatch(line) else _in_order(_without_page(line))


def _as_set(line: str) -> str:
    """The line without what a program set about its words; none of a line that only names a sheet."""
    if "**" in line or "__" in line:
        line = _SET.sub(r"\2", line)
    if line.lstrip()[:1] in ("(", "[") and (only := _ONE_TEXT.fullmatch(line)):
        return only[2]
    strokes = _BETWEEN_STROKES.fullmatch(line)
    return line if strokes is None else strokes[2] if "报告" in strokes[2] else ""


def _last_of_head(lines: Sequence[str]) -> int:
    written = 0
    for index, line in enumerate(lines):
        written += bool(line.strip())
        if written == _LINES:
            return index + 1
    return len(lines)


def _without_page(line: str) -> str:
    """The line without the number of its page: a title behind it, else nothing."""
    page = _PAGE.fullmatch(line) if any(map(str.isdigit, line[:12])) else None
    if page is None:
        return line
    return page[1] if page[1] and _NAMES_REPORT.search(squash(page[1])) else ""


def _in_order(line: str) -> str:
    """A title whose last word has all its letters, as a slip of the pen exchanged some: 政府信息公开工作告年度报."""
    last = _LAST_WORDS.search(line) if "公开" in line else None
    if last is None or last.end() < len(line) or last[2].endswith("报告"):
        return line
    meant = [words for words in _CLOSINGS if sorted(words) == sorted(last[2])]
    return line[: last.start(2)] + meant[0] if len(meant) == 1 else line


def _put_together(lines: list[str]) -> list[str]:
    """Pieces with their places: those of one line on the line of the first."""
    if not any("<text " in line and line.lstrip().startswith("<text ") for line in lines):
        return lines
    out = list(lines)
    at, before = -1, (0, 0)
    for index, line in enumerate(lines):
        piece = _PIECE.fullmatch(line)
        if piece is None:
            at = -1 if line.strip() else at
            continue
        top, left, width = (int(n) for n in piece.groups()[:3])
        if at >= 0 and abs(top - before[0]) <= _NEAR and abs(left - before[1]) <= _NEAR:
            out[at], out[index] = out[at] + piece[4], ""
        else:
            at, out[index] = index, piece[4]
        before = (top, left + width)
    return out


def _without_numbers(lines: list[str]) -> list[str]:
    """Lines without the numbers that count them from nought, or one, on; what stands above may be the number of a column."""
    written = [n for n, line in enumerate(lines) if line.strip()]
    firsts = [_NUMBER.match(lines[n]) for n in written[:2]]
    begin = next((k for k, number in enumerate(firsts) if number and int(number[1]) == 0), None)
    if begin is None:
        return lines
    found = [(n, _NUMBER.match(lines[n])) for n in written]
    # the frame's one column is the first, too
    is_column = begin == 0 and len(found) > 1 and found[1][1] is not None and int(found[1][1][1]) == 0
    begin += is_column
    counted = 0
    for _, number in found[begin:]:
        if number is None or int(number[1]) != counted:
            break
        counted += 1
    if counted < _LEAST_NUMBERED:
        return lines
    out = list(lines)
    for n, number in found[begin : begin + counted]:
        out[n] = lines[n][number.end() :] if number else lines[n]
    for n, number in found[:begin]:
        out[n] = "" if number and not lines[n][number.end() :].strip() else lines[n]
    return out


def _without_addresses(lines: list[str]) -> list[str]:
    """Lines without the places of cells in a sheet (`A1: 某局`), where a program listed the cells so; none of one that names a sheet."""
    found = [_ADDRESS.match(line) for line in lines]
    if sum(map(bool, found)) < _LEAST_ADDRESSES:
        return lines
    return [
        line[m.end() :] if m else "" if _SHEET.fullmatch(line) else line
        for m, line in zip(found, lines, strict=True)
    ]


def _title_in_cells(line: str) -> str:
    """The title that stands in the cells of a row, or in the last of a row that goes on below; else the line as it is."""
    if '"' not in line and "20" not in line and "报告" not in line:
        return line
    cells = [cell.strip() for cell in re.split(r"[|\t]", line)]
    written = [cell for cell in cells if cell not in _BLANK_CELLS]
    named = next(
        (b for a, b in pairwise(written) if _LABEL.fullmatch(squash(a)) and _IS_TITLE.search(squash(b))), None
    )
    if named:
        return named
    last = written[-1] if written else ""
    if len(written) > 1 and last.startswith('"') and last.count('"') % 2 and "\t" in line:
        return last[1:]
    if (
        len(written) > 1
        and any(map(_YEAR.fullmatch, written))
        and _TITLE_IN_CELLS.fullmatch(squash("".join(written)))
    ):
        return "".join(written)
    return line


def _with_cut_title(lines: list[str]) -> list[str]:
    """A title whole on the first of its lines, where what a page says of its article cut it."""
    written = [n for n, line in enumerate(lines) if line.strip()]
    for first, between, rest in zip(written, written[1:], written[2:], strict=False):
        is_cut = "公开" in lines[first] and _CUT.fullmatch(squash(lines[first]).strip("#*"))
        if is_cut and _REST.fullmatch(squash(lines[rest])) and _OF_ARTICLE.fullmatch(squash(lines[between])):
            out = list(lines)
            out[first], out[rest] = lines[first].rstrip() + lines[rest].strip(), ""
            return out
    return lines


def _with_whole_years(lines: list[str]) -> list[str]:
    """A year and the 年 below it on one line."""
    if not any(map(_OF_YEAR.fullmatch, lines)):
        return lines
    out = list(lines)
    written = [n for n, line in enumerate(lines) if line.strip()]
    for n, following in pairwise(written):
        if _YEAR.fullmatch(lines[n]) and _OF_YEAR.fullmatch(lines[following]):
            out[n], out[following] = lines[n].strip() + lines[following].strip(), ""
    return out
