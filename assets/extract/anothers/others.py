"""Tables of another year or another agency in a report: for comparison, of subordinate offices, or filled as examples.

Belongs here: the captions that say so, and the lines over which each holds. A caption counts only where it names a
year, an agency or an example outright and the report's own are known; a section's numbered heading never does, since
a heading copied from last year is a slip and not a caption. Does not belong here: whether a table is one of the form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, starmap

from assets.extract.anothers.announced import COUNTED, announcements
from assets.extract.anothers.appended import (
    APPENDED,
    appends_last_year,
    end_of,
    own_year_begins,
)
from assets.extract.anothers.captioned import alike, other_prints
from assets.extract.anothers.captionlines import lines_of_captions
from assets.extract.anothers.instructions import is_instruction
from assets.extract.anothers.tablewords import says_of_table
from assets.extract.anothers.titlerows import titles_below
from assets.extract.dates import YEAR, to_year
from assets.extract.labels import core, squash
from assets.extract.memory import remembering
from assets.extract.model import Item, Prose
from assets.extract.numbers import looks_like_figure
from assets.extract.sections import LAST_SECTIONS, headings
from assets.extract.whose.evidence import Identity
from assets.extract.whose.titles import ORG, TAG
from assets.extract.wordlines import word_lines
from schemas.form import forms
from schemas.whose import WORDS, any_of

_LONGEST = 60
# So many figures are a table.
_TABLE = 6
# Written lines between a caption and the first line of its table.
_NEAR = 4
_YEARS = re.compile(rf"({YEAR})年")
_LAST_YEAR = re.compile(any_of(WORDS.in_captions(WORDS.last_year), WORDS.earlier_years))
_THIS_YEAR = re.compile(any_of(WORDS.in_captions(WORDS.this_year)))
# Words of the form's own labels, which speak of this year and the last, too.
_LABEL = re.compile(r"数量|件数|金额|项目|结转|结果")
_CAPTION = re.compile(r"情况|统计|对比|比较|申请|复议|公开|年度?(?:\(.*\))?$|表[0-9一二三四五六]?")
# An office under the agency; the agency with its offices is the agency itself.
_SUBORDINATE = re.compile(rf"{any_of(WORDS.over_kinds)}属|{any_of(WORDS.under_body)}")
_EXAMPLE = re.compile(any_of(WORDS.examples, WORDS.made_up))
# The body by its kind: 本局.
_KIND = any_of(WORDS.own_kinds)
# Captions that say no more than whether the table is the body's own.
_WHOLE = re.compile(rf"\(?(?:{any_of(WORDS.examples, WORDS.filled_in, WORDS.own_body)}|本{_KIND})\)?")
_OWN = re.compile(rf"{any_of(WORDS.own_body)}|[本我]{_KIND}|我单|自身")
_TOGETHER = re.compile(r"[及和与含]|汇总|合计|在内|全[省市县区局委系]")
# What a caption says of a body stands behind its name.
_OF_WHAT = re.compile(r"(?:单独)?(?:收到|主动公开|依申请|政府信息|信息公开|行政复议|(?:因|被)申请)")
_BODY = re.compile(rf"[\u4e00-\u9fff]{{2,}}{any_of(WORDS.bodies)}")
# Sections of the report without tables of the form: what stands there is often another's.
_ASIDE_SECTIONS = (1, 5, 6)
_NO_CAPTION = re.compile(r"[。;!?]|报告(?:\(.*\))?$|[0-9]日$|发布|来源|点击|篇")
_SAYS = (_YEARS, _LAST_YEAR, _THIS_YEAR, _SUBORDINATE)
# Said of a body by name, but not in a numbered line: （二）部分公开（区分处理的 ... is the label of a row.
_NAMES = (_OWN, _BODY)
_NUMBERED = re.compile(r"\(?[一二三四五六七八九十0-9]{1,2}[.、,)]")
# Letters of a group's label beside a row's, most of them.
_BESIDE = 6
# Something of this stands in every caption; most lines have nothing. Of words that programs space out, the first letter.
_SPACED = (WORDS.own_body, WORDS.under_body, WORDS.examples, WORDS.made_up, WORDS.filled_in)
_HINT = re.compile(
    f"[年属本我自{''.join(word[0] for words in _SPACED for word in words)}]"
    f"|{any_of(WORDS.bodies, WORDS.last_year, WORDS.earlier_years, WORDS.this_year)}"
)


@dataclass(frozen=True, slots=True)
class Aside:
    """Lines `start` to `end` (1-based, `end` excluded) whose tables are another year's or agency's, or an example, by `caption`."""

    start: int
    end: int
    caption: str


def captions(printed: Sequence[str]) -> list[tuple[int, str]]:
    """(line, squashed text) of every line that may be the caption of a table and says of which year or whose it is."""
    return [(number, text) for number, line in word_lines(printed) if (text := _caption(line))]


@remembering
def _caption(line: str) -> str:
    """The squashed text of a line that may be such a caption; empty where it is none."""
    if "<" in line:
        line = TAG.sub("", line)
    if len(line) > 4 * _LONGEST or not _HINT.search(line):
        return ""
    text = squash(line).strip("#*|\"';,").lstrip("-•·").rstrip(":")
    if _WHOLE.fullmatch(text):
        return text
    if not 4 <= len(text) <= _LONGEST or _NO_CAPTION.search(text) or _LABEL.search(text):
        return ""
    if _is_of_label(text) or is_instruction(text):
        return ""
    says = _SAYS if _NUMBERED.match(text) else (*_SAYS, *_NAMES)
    told = _EXAMPLE.search(text) or (_CAPTION.search(text) and any(words.search(text) for words in says))
    return text if told or appends_last_year(text) else ""


def _is_of_label(text: str) -> bool:
    """Whether a line is a label of a row, or a piece of one as narrow cells wrap it, a piece of a group's label before it."""
    rows, groups = _labels()
    if text.count("(") > text.count(")") and core(text) in map(core, rows):
        return True  # its gloss goes on in the next line
    if any(text in label for label in (*rows, *groups)):
        return True
    numbered = _NUMBERED.search(text, 1, _BESIDE + 1)
    if numbered is None:
        return False
    group, label = text[: numbered.start()], text[numbered.start() :]
    return any(group in each for each in groups) and any(each.startswith(label) for each in rows)


@cache
def _labels() -> tuple[frozenset[str], frozenset[str]]:
    """The labels of rows and those of groups of rows."""
    tables = [table for form in forms().values() for table in form.tables if not table.one_row]
    rows = frozenset(squash(wording) for table in tables for row in table.rows for wording in row.wordings)
    return rows, frozenset(squash(w) for table in tables for g in table.groups for w in g.wordings)


def set_aside(items: Sequence[Item], lines: list[str], whose: Callable[[], Identity]) -> list[Aside]:
    """The stretches of lines under captions that name another year or agency than the report's (`whose`)."""
    printed = lines_of_captions(items, lines)
    found, told = captions(printed), announcements(printed, whose)
    prints = other_prints(
        lines, lambda: [line for line, _ in headings(lines, set())], lambda: _agency(whose())
    )
    listed = [Aside(*each) for each in prints]
    if not found and not told:
        return listed
    identity = whose()
    years = {int(evidence.value) for evidence in identity.years}
    agency = _agency(identity)
    heads = headings(lines, set())
    sections = {line for line, _ in heads}
    others = {
        number
        for number, text in found
        if ((years or not _YEARS.search(text)) and _is_other(text, years, agency))
        or is_of_subordinate(text, agency, max((h for h in heads if h[0] < number), default=(0, 0))[1])
    }
    others = (others | {number for number, _, is_other in told if is_other}) - sections
    found = sorted((dict(found) | {number: text for number, text, _ in told}).items())
    if not others:
        return listed
    tables = [item for item in items if not isinstance(item, Prose)]
    prose = [
        item.line_start
        for item in items
        if isinstance(item, Prose) and not says_of_table(lines[item.line_start - 1])
    ]
    within = titles_below(items, lines, [number for number, _ in found])
    stops = sorted({number for number, text in found if number not in within or _says_whose(text)} | sections)
    asides = listed
    below = _below([number for number, _ in found], tables, [1, *sorted(sections), len(lines) + 1], lines)
    for number, text in found:
        if number not in others:
            continue
        if number in below:
            asides.append(Aside(below[number], number + 1, text))
            continue
        end = end_of(number, text, stops, lines)
        first = next((item.line_start for item in tables if item.line_start > number), end)
        # a grid opens with lines of marks alone
        between = sum(not line.isascii() for line in lines[number : first - 1])
        is_appended = appends_last_year(text) or bool(APPENDED.match(text) and _CAPTION.search(text))
        is_last = max((h for h in heads if h[0] < number), default=(0, 0))[1] in LAST_SECTIONS
        is_appended = is_appended or (is_last and _is_other(text, years, None))
        is_near = not any(number < line < first for line in prose) and (
            between <= _NEAR or _is_header(lines[number : first - 1])
        )
        if first < end and (is_appended or is_near):
            asides.append(Aside(number, own_year_begins(lines, range(first + 1, end), years), text))
    return asides


def _says_whose(text: str) -> bool:
    """Whether a caption says of which year or whose its table is, by more than a word that may be part of a name."""
    return any(words.search(text) for words in (*_SAYS, _OWN, _EXAMPLE))


def _below(
    captions: Sequence[int], items: Sequence[Item], heads: Sequence[int], lines: Sequence[str]
) -> dict[int, int]:
    """The captions that stand below their tables, with the first line that each holds for.

    So they do where a section has several prints of one table, the first caption one above it, the last none below.
    """
    figures = {
        item.line_start: sum(looks_like_figure(squash(cell.text)) for cell in item.cells)
        for item in items
        if not isinstance(item, Prose) and item.line_start not in captions
    }

    def has_table(start: int, end: int) -> bool:
        return sum(count for line, count in figures.items() if start <= line < end) >= _TABLE

    found: dict[int, int] = {}
    for start, end in pairwise(heads):
        own = [number for number in captions if start < number < end]
        above = [start, *own]
        if len(own) < 2 or has_table(own[-1], end) or not all(starmap(has_table, pairwise(above))):
            continue
        if alike([lines[before : number - 1] for before, number in pairwise(above)]):
            found |= {number: before + 1 for before, number in pairwise(above)}
    return found


def _agency(identity: Identity) -> str | None:
    return identity.agency.value if identity.agency else None


def _is_other(text: str, years: set[int], agency: str | None) -> bool:
    named = {to_year(year) for year in _YEARS.findall(text)} - {None}
    if named:
        return not named & years or _is_of_another(text, agency)
    return bool(_LAST_YEAR.search(text) or appends_last_year(text)) and not _THIS_YEAR.search(text)


def _is_of_another(text: str, agency: str | None) -> bool:
    """Whether an appendix begins with the name of an agency that is not the report's, by the whole of its name."""
    appended = APPENDED.match(text)
    head = text[appended.end() if appended else 0 : next(_YEARS.finditer(text)).start()]
    if not appended or agency is None or len(head) < 4 or not ORG.search(head):
        return False
    return not (head.endswith(agency) or agency.endswith(head))


def is_of_subordinate(text: str, agency: str | None, section: int) -> bool:
    """Whether a caption says that its table is an example, or names an office under the agency and not the agency.

    The bare name of a body counts only in a section that has no table of the form.
    """
    if _OWN.search(text):
        return False
    if _EXAMPLE.search(text):
        return True
    what = _OF_WHAT.search(text)
    whose = _YEARS.sub("", text[: what.start()] if what else text)
    if not whose or _TOGETHER.search(whose):
        return False
    if under := _SUBORDINATE.search(whose):
        is_counted = COUNTED.search(whose[: under.start()])
        return not is_counted and (agency is None or whose not in agency)
    is_named = what is not None or APPENDED.match(whose)
    if section not in _ASIDE_SECTIONS or not is_named or agency is None:
        return False
    body = _BODY.search(whose)
    return body is not None and body[0] not in agency and agency not in whose


def _is_header(lines: Sequence[str]) -> bool:
    """Whether the lines between a caption and the first figures are short pieces of a header."""
    return all(len(squash(line)) <= _LONGEST and not looks_like_figure(line) for line in lines)
