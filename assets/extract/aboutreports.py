"""Texts about yearly reports, which are none: who asks for them, how they are to be written, what one means, where they are.

Belongs here: what such a text says of itself in its first lines. It is asked only where no figure was found in tables, so
that a report whose page names a notice stays one. Does not belong here: other forms with figures (otherforms.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from assets.extract.labels import squash
from assets.extract.several import LEAST_SECTIONS
from assets.extract.whose.evidence import Identity
from assets.extract.whose.otherdocuments import is_other_document
from assets.extract.whose.titles import bare, titles

# In so many written lines a text says what it is.
_HEAD = 40
_LONGEST_LINE = 60
_LINES_OF_TITLE = 5
_OPENNESS = r"(?:政府信息|政务|信息)公开"
# What is written about reports.
_ABOUT = r"(?:通知|通报|制度|办法|方案|解读|图解|审核意见|审查意见|考核|格式|模板|范本|填报说明|编制说明)"
_KIND = rf"的?[^。;:|报]{{0,18}}?{_ABOUT}(?:\([^()]{{1,8}}\))?》?(?:的?通知)?"
_NAMED = re.compile(rf"{_OPENNESS}[^。;|]{{0,14}}报告[》”\"]?{_KIND}")
# The rest of a title that goes on below 报告, at whose place a page may name its columns: 政策解读, 公开制度.
_REST = re.compile(
    rf"(?:编|发布|公布|报送|上报|填报|审核|有关|相关|工作)[^。;:|]{{0,16}}的(?:通知|通报)|的[^。;:|]{{0,16}}{_ABOUT}"
)
# Who a notice is sent to.
_SENT_TO = re.compile(r"各[^。;]{1,80}:")
_OF_REPORTS = re.compile(rf"关于.*{_OPENNESS}.*报告")
_LINES_OF_NOTICE = 3
# Articles of a regulation, each opening its line.
_ARTICLE = re.compile(r"第([一二三四五六七八九十]{1,3})条(?!第|规定|之|第?[((]|[、和款的至])")
_LEAST_ARTICLES = 2
# So many titles of agencies' reports are a list.
_LEAST_LISTED = 3
# Prose has lines as long as this.
_SENTENCE = 40


def is_about_reports(lines: Sequence[str], identity: Identity, sections: int) -> bool:
    """Whether a text without figures is one about reports, by its title, its articles, or as a list of reports.

    `identity` is what it says of itself, were it a report, and `sections` how many headings of one stand in it.
    """
    if identity.agency and identity.year and sections >= LEAST_SECTIONS:
        return False
    if identity.title_line is not None and _is_named(lines, identity.title_line - 1):
        return True
    if _is_notice(lines) or _is_regulation(lines):
        return True
    if is_other_document(lines, None if identity.title_in_text else identity.title_line, sections):
        return True
    return sections == 0 and _is_list(lines)


def _is_named(lines: Sequence[str], at: int) -> bool:
    """Whether what stands on the lines of a title, or goes on below it, is about reports."""
    said = ""
    here = ((i, text) for i, line in enumerate(lines[at:], at) if (text := bare(line)))
    for i, piece in islice(here, _LINES_OF_TITLE):
        below = "报告" in said
        if len(piece) > _LONGEST_LINE * 2 or (below and not _REST.fullmatch(piece)):
            return False
        said += piece
        if any(found.end() == len(said) for found in _NAMED.finditer(said)):
            return not _has_report_below(lines, i)
    return False


def _is_notice(lines: Sequence[str]) -> bool:
    """Whether a line, or up to three, are a notice's title, and who it is sent to stands below."""
    head = islice(((i, text) for i, line in enumerate(lines) if (text := bare(line))), _HEAD)
    texts: list[str] = []
    titled: int | None = None
    for i, text in head:
        texts.append(text)
        if titled is not None and _SENT_TO.fullmatch(text):
            return not _has_report_below(lines, i)
        is_end = text.endswith(("通知", "通知》")) and len(text) <= _LONGEST_LINE * 2
        if is_end and _OF_REPORTS.search("".join(texts[-_LINES_OF_NOTICE:])):
            titled = i
    return False


def _has_report_below(lines: Sequence[str], at: int) -> bool:
    """Whether a report's own title stands below line `at`: what a notice hands on is one."""
    return any(title.year and title.agency for title in titles(list(lines[at + 1 :])))


def _is_regulation(lines: Sequence[str]) -> bool:
    """Whether articles open lines of the text, the first among them."""
    opening = (squash(line[:24]) for line in lines if line.lstrip().startswith("第"))
    found = {article[1] for text in opening if (article := _ARTICLE.match(text))}
    return "一" in found and len(found) >= _LEAST_ARTICLES


def _is_list(lines: Sequence[str]) -> bool:
    """Whether a text is titles of several agencies' reports, and no sentence."""
    if any(len(line) > _SENTENCE and "。" in line for line in lines):
        return False
    return len({t.agency for t in titles(list(lines)) if t.agency}) >= _LEAST_LISTED
