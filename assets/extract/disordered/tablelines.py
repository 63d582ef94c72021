"""The lines of one table in a text whose order says little: where they are, and whether they are nothing else.

Serves the readers that count a whole table (paragraphs.py, noughts.py). Does not belong here: what a row is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from assets.extract.labels import normalize, squash
from assets.extract.memory import remembering_lines
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import bare_pages, is_furniture
from assets.extract.records import record
from schemas.form import Form, Table

# Words this much alike are a piece of a label: those with so many letters, and shorter ones; the shortest to the letter.
_ALIKE, _LONG, _ALIKE_SHORT, _SHORT = 80, 5, 66, 3
_LONGEST_TITLE = 80
_HEADING = re.compile(r"[一二三四五六七]、")
_LONGEST_HEADING = 30


@record
class Line:
    """A written line: words, then figures; `gap` tells that empty lines stand above it, `feed` that a page may end there."""

    number: int
    words: tuple[str, ...]
    figures: tuple[str, ...]
    gap: bool
    feed: bool


def region(lines: list[str], form: Form, table: Table) -> tuple[int, int] | None:
    """The lines (0-based, the second one excluded) between the title of a table and that of the next.

    Each must stand in one place of the text; behind the last table the next heading counts, or a sentence. None otherwise.
    """
    tables = list(form.tables)
    starts = _titled(lines, table)
    if table is tables[-1]:
        end = _end_below(lines, starts[-1]) if starts else None
        ends = [end] if end is not None else []
    else:
        ends = _titled(lines, tables[tables.index(table) + 1])
    if not starts or not ends or starts[-1] >= ends[0]:
        return None
    together = all(
        not "".join(lines[of[0] + 1 : of[-1]]).strip() or of[-1] - of[0] < 2 for of in (starts, ends)
    )
    return (starts[-1] + 1, ends[0]) if together else None


def region_untitled(lines: list[str], table: Table) -> tuple[int, int] | None:
    """The lines of a table of one row whose title was lost: from the label of its first row to the next heading, or a sentence.

    The label must stand alone on one line of the text.
    """
    if not table.one_row:
        return None
    first = squash(table.rows[0].zh)
    starts = [i for i, line in enumerate(lines) if len(line) < _LONGEST_HEADING and squash(line) == first]
    if len(starts) != 1 or _titled(lines, table):
        return None
    (start,) = starts
    end = _end_below(lines, start)
    return (start, end) if end is not None else None


def _end_below(lines: list[str], start: int) -> int | None:
    """The first line below another that is a heading, or else a sentence of the section whose heading was lost."""
    behind = range(start + 1, len(lines))
    headed = (i for i in behind if len(lines[i]) < _LONGEST_HEADING and _HEADING.match(squash(lines[i])))
    return next(headed, None) or next((i for i in behind if "。" in lines[i]), None)


def _titled(lines: list[str], table: Table) -> list[int]:
    names = {normalize(name) for name in (table.zh, *table.aliases)}
    last = {name[-1] for name in names}
    places = _by_letters(lines)
    found = [i for name in names for i in places.get(name, ()) if lines[i].rstrip()[-1:] in last]
    return sorted(found)


@remembering_lines
def _by_letters(lines: Sequence[str]) -> dict[str, list[int]]:
    """The indexes of the lines that may be titles, by their letters."""
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if len(line) < _LONGEST_TITLE:
            places.setdefault(normalize(line), []).append(i)
    return places


def written(lines: list[str], start: int, end: int) -> Iterator[Line]:
    """The written lines between two, without those of the page and ends of sentences."""
    pages = bare_pages(lines).lines
    gap = feed = False
    for number in range(start + 1, end + 1):
        line = lines[number - 1]
        feed |= "\f" in line
        if not line.strip() or is_furniture(line) or number in pages or "。" in line:
            feed |= bool(line.strip())
            gap = True
            continue
        tokens = line.split()
        cut = len(tokens)
        while cut and looks_like_figure(tokens[cut - 1]):
            cut -= 1
        yield Line(number, tuple(tokens[:cut]), tuple(tokens[cut:]), gap, feed)
        gap = feed = False


def only_its_words(words: Iterable[str], lines: list[str], table: Table) -> bool:
    """Whether all words are pieces of the table's own labels, or of a line that returns in the text."""
    clauses = [block.clause for block in table.blocks if block.clause]
    labels = [*table.rows, *table.groups, *table.columns, *clauses]
    own = [normalize(w) for label in labels for w in label.wordings]
    own += [normalize(w) for w in (table.header, table.zh, *table.aliases, table.note or "")]
    often = "|".join(text for text, count in Counter(squash(line) for line in lines).items() if count > 1)
    for word in set(words):
        text = normalize(word)
        if any(text in label for label in own) or squash(word) in often:
            continue
        likeness = max(fuzz.partial_ratio(text, label) for label in own)
        if len(text) < _SHORT or likeness < (_ALIKE if len(text) >= _LONG else _ALIKE_SHORT):
            return False
    return True
