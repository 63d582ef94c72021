"""Tables of another year or another agency in a report: printed for comparison, or those of subordinate offices.

Belongs here: the captions that say so, and the lines over which each holds. A caption counts only where it names a
year or an agency outright and the report's own are known; a section's numbered heading never does, since a heading
copied from last year is a slip and not a caption. Does not belong here: whether a table is one of the form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assets.extract.identity import ORG, YEAR, Identity, to_year
from assets.extract.labels import squash
from assets.extract.model import GridRow, Item, Prose
from assets.extract.numbers import looks_like_figure
from assets.extract.sections import headings

_LONGEST = 60
# Written lines between a caption and the first line of its table.
_NEAR = 4
_YEARS = re.compile(rf"({YEAR})年")
_LAST_YEAR = re.compile(r"上一?年度|去年|往年|历年")
_THIS_YEAR = re.compile(r"本年度|今年|当年")
# Words of the form's own labels, which speak of this year and the last, too.
_LABEL = re.compile(r"数量|件数|金额|项目|结转|结果")
_APPENDED = re.compile(r"^附[件表录]?[0-9一二三四五六七八九十]*[::、.)]*")
_CAPTION = re.compile(r"情况|统计|对比|比较|申请|复议|公开|年度?(?:\(.*\))?$|表[0-9一二三四五六]?")
_NO_CAPTION = re.compile(r"[。;!?]|报告(?:\(.*\))?$|[0-9]日$|发布|来源|点击|篇")


@dataclass(frozen=True, slots=True)
class Aside:
    """Lines `start` to `end` (1-based, `end` excluded) whose tables are another year's or agency's, by `caption`."""

    start: int
    end: int
    caption: str


def captions(items: Sequence[Item], lines: Sequence[str]) -> list[tuple[int, str]]:
    """(line, squashed text) of every line that may be the caption of a table and says of which year it is."""
    texts: dict[int, str] = {}
    for item in items:
        if isinstance(item, GridRow):
            written = [cell.text for cell in item.cells if cell.text.strip()]
            texts |= dict.fromkeys(range(item.line_start, item.line_end + 1), "")
            texts[item.line_start] = written[0] if len(set(written)) == 1 else ""
    found = []
    for number, printed in enumerate(lines, 1):
        line = texts.get(number, printed)
        if "年" not in line or len(line) > 4 * _LONGEST:
            continue
        text = squash(line).strip("#*|\"';,")
        if not 4 <= len(text) <= _LONGEST or _NO_CAPTION.search(text) or _LABEL.search(text):
            continue
        if _CAPTION.search(text) and (
            _YEARS.search(text) or _LAST_YEAR.search(text) or _THIS_YEAR.search(text)
        ):
            found.append((number, text))
    return found


def set_aside(items: Sequence[Item], lines: list[str], whose: Callable[[], Identity]) -> list[Aside]:
    """The stretches of lines under captions that name another year or agency than the report's (`whose`)."""
    found = captions(items, lines)
    if not found:
        return []
    identity = whose()
    years = {int(evidence.value) for evidence in identity.years}
    agency = identity.agency.value if identity.agency else None
    if not years or not any(_is_other(text, years, agency) for _, text in found):
        return []
    sections = {line for line, _ in headings(lines, set())}
    tables = [item for item in items if not isinstance(item, Prose)]
    prose = [item.line_start for item in items if isinstance(item, Prose)]
    stops = sorted({number for number, _ in found} | sections)
    asides = []
    for number, text in found:
        if number in sections or not _is_other(text, years, agency):
            continue
        end = next((stop for stop in stops if stop > number), len(lines) + 1)
        first = next((item.line_start for item in tables if item.line_start > number), end)
        between = sum(bool(line.strip()) for line in lines[number : first - 1])
        if (
            first < end
            and not any(number < line < first for line in prose)
            and (between <= _NEAR or _is_header(lines[number : first - 1]))
        ):
            asides.append(Aside(number, end, text))
    return asides


def _is_other(text: str, years: set[int], agency: str | None) -> bool:
    named = {to_year(year) for year in _YEARS.findall(text)} - {None}
    if named:
        return not named & years or _is_of_another(text, agency)
    return bool(_LAST_YEAR.search(text)) and not _THIS_YEAR.search(text)


def _is_of_another(text: str, agency: str | None) -> bool:
    """Whether an appendix begins with the name of an agency that is not the report's, by the whole of its name."""
    appended = _APPENDED.match(text)
    head = text[appended.end() if appended else 0 : next(_YEARS.finditer(text)).start()]
    if not appended or agency is None or len(head) < 4 or not ORG.search(head):
        return False
    return not (head.endswith(agency) or agency.endswith(head))


def _is_header(lines: Sequence[str]) -> bool:
    """Whether the lines between a caption and the first figures are short pieces of a header."""
    return all(len(squash(line)) <= _LONGEST and not looks_like_figure(line) for line in lines)
