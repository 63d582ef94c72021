"""Several reports in one text: where each begins.

Belongs here: two years or two agencies in one file, a volume of a county's departments, a form of another kind before
or behind a report. Does not belong here: what a report says.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from assets.extract.labels import joined
from assets.extract.sections import headings, numbered_heading
from assets.extract.whose.titles import Title, titles

# Words of the second row of table 3 and of its last.
_TABLE_3_STARTS, _TABLE_3_ENDS = "结转政府信息公开", "结转下年度"
# No file holds more reports than this; what lies beyond is read with the last.
_MOST_TITLES = 64
# A line so long is of a report's text.
_SENTENCE = 40
# So many lines stand between a list and the first report of it: who signed it, and when.
_BETWEEN = 6
# So many headings of sections make a text a report.
LEAST_SECTIONS = 3


def reports_in(lines: list[str], other: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """The reports in a text as (first index, end); `other` are (line, kind) of forms of another kind.

    A new one starts where a title follows a complete table 3 and another follows it, or where a title of another agency or
    year has sections (or a form of another kind) of its own; the numbers of the sections begin anew there, or all else
    does. A title repeated as running head starts none: a list of the first section may hold rows of table 3, and tables
    that an appendix repeats for the year before follow the head of a page, too. What stands before the first title is
    left out where it is a form of another kind.
    """
    found = titles(lines)[:_MOST_TITLES]
    text, line_at = joined(lines)
    table_3 = [_lines_with(text, line_at, words) for words in (_TABLE_3_STARTS, _TABLE_3_ENDS)]
    first = found[0].first if found else 0
    starts = [first if any(line <= first for line, _ in other) else 0]
    whose: tuple[str | None, int | None] | None = None
    for title, following in zip(found, [*found[1:], None], strict=False):
        identity = (title.agency, title.year)
        if following and _is_listed(lines, title, following):
            continue
        before = (starts[-1], title.first)
        own = (title.first, following.first if following else len(lines))
        another = whose is not None and None not in (*identity, *whose) and identity != whose
        ended = all(any(starts[-1] <= line < title.first for line in lines_) for lines_ in table_3)
        starts_anew = ended and all(lines_[-1] >= title.first for lines_ in table_3)
        starts_anew = starts_anew and not _is_running_head(lines, starts[-1], title.first)
        goes_on = (starts_anew or another) and _goes_on(lines, starts[-1], title.first)
        if (starts_anew and (another or not goes_on)) or (
            another and not goes_on and all(_is_report(lines, *part, other) for part in (before, own))
        ):
            starts.append(title.first)
            whose = identity
        elif whose is None or None in whose:
            whose = identity
    return list(pairwise([*starts, len(lines)]))


def _is_listed(lines: list[str], title: Title, following: Title) -> bool:
    """Whether a title has no text of its own before another report's: one of a list, as a report has of what it appends."""
    if None in (title.agency, title.year, following.agency) or title.year != (following.year or title.year):
        return False
    if title.agency == following.agency:
        return False
    between = [line for line in lines[title.last + 1 : following.first] if line.strip()]
    return len(between) <= _BETWEEN and not any(
        numbered_heading(line) or len(line) >= _SENTENCE for line in between
    )


def _is_running_head(lines: list[str], start: int, at: int) -> bool:
    """Whether a line stood amid the report before, word for word, and no first section follows it."""
    head = lines[at].strip()
    again = any(line.strip() == head for line in lines[start + 1 : at])
    return again and not any(no == 1 for _, no in headings(lines[at:], set()))


def _goes_on(lines: list[str], start: int, at: int) -> bool:
    """Whether the first section headed below a line follows the last one headed above it."""
    last, following = (
        next((no for line in part if (no := numbered_heading(line))), None)
        for part in (reversed(lines[start:at]), lines[at:])
    )
    return last is not None and following is not None and last < following


def _is_report(lines: list[str], start: int, end: int, other: list[tuple[int, str]]) -> bool:
    """Whether lines hold the sections of a report, or the form of an old one."""
    return any(start < line <= end for line, _ in other) or (
        len(headings(lines[start:end], set())) >= LEAST_SECTIONS
    )


def _lines_with(text: str, line_at: Callable[[int], int], words: str) -> list[int]:
    """Indexes of the lines in which some words start, spaces and line breaks inside them aside."""
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(line_at(at) - 1)
        at = text.find(words, at + len(words))
    return found
