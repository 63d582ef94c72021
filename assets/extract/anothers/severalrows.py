"""Several rows of figures under each label: this year's and last year's, half years and the year, parts and their sum.

Such rows carry a word of their own each, and the same words return under label after label. Where one of them plainly
names what the form asks for, its rows stand for all; otherwise nothing is known of the table. Does not belong here: one
row that is printed twice (rowtable.py), whole tables of another year or body (others.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from assets.extract.cells import TableReading
from assets.extract.labels import normalize, squash
from assets.extract.memory import remembering
from assets.extract.model import Cell, GridRow, Item, Prose, Run
from assets.extract.numbers import UNITS, looks_like_figure
from schemas.form import Form, forms
from schemas.whose import WORDS, any_of

# So many rows with the same word, under so many labels, are no chance.
_LEAST = 3
_LONGEST = 12
# What the form asks for, beside words for its parts or for other years.
_WHOLE = re.compile(rf"{any_of(WORDS.whole_year)}?{any_of(WORDS.sums, WORDS.sums_of_parts)}|全年度?")
_THIS_YEAR = re.compile(rf"{any_of(WORDS.this_year)}[度数]?")
_LAST_YEAR = re.compile(rf"{any_of(WORDS.last_year, WORDS.earlier_years)}[度数]?")
_BARE_YEAR = re.compile(r"20[0-9]{2}")
# Years that are compared lie no farther apart.
_YEARS_APART = 3
_YEAR = re.compile(r"(20[0-9]{2})年?度?")
_IN_BRACKETS = re.compile(rf"\(({_YEAR.pattern}|{_THIS_YEAR.pattern}|{_LAST_YEAR.pattern})\)$")


@dataclass(frozen=True)
class _Row:
    """An item with figures: its word that returns, its other words, how many figures it has."""

    item: GridRow | Run
    word: str
    rest: tuple[str, ...]
    size: int


def one_row_each(
    items: list[Item], form: Form, years: Callable[[], Collection[int]]
) -> tuple[list[Item], dict[int, str], set[int]]:
    """The items with one row for each label; the lines of rows of which none can be chosen, with their words.

    `years` gives those that the report is of by its own words; it is asked only where there are such rows.
    Last the lines of all such rows: a year on one of them is no caption of a table.
    """
    items = _with_years(items)
    rows = _rows(items, form)
    groups = _groups(rows)
    grouped = [row for group in groups for row in group]
    words = {row.word for row in rows.values()}
    alone = sum(not row.rest for row in rows.values()) - sum(not row.rest for row in grouped)
    if len(words) > 1 and (
        (alone and len(groups) >= _LEAST) or (alone >= _LEAST and any(map(_is_of_part, words)))
    ):
        # whose such rows are is not known: their labels may stand below them as well as above
        return items, *_in_doubt(rows.values())
    if len(groups) < _LEAST:
        return items, {}, set()
    parts = {row.word for row in grouped}
    chosen = asked_for(parts, years())
    held = {*map(id, grouped)}
    # labels that narrow cells wrap go on beside other rows: which of them is whose label's is not known then
    strays = [row for row in rows.values() if row.word in parts - {chosen} and id(row) not in held]
    if chosen is None or len(strays) >= _LEAST:
        return items, *_in_doubt([*grouped, *strays])
    merged: dict[int, list[Item]] = {id(row.item): [] for row in grouped} | {
        id(group[0].item): [_merged(group[0], row) for row in group if row.word == chosen] for group in groups
    }
    lines = {row.item.line_start for row in grouped}
    return [new for item in items for new in merged.get(id(item), [item])], {}, lines


def _in_doubt(rows: Collection[_Row]) -> tuple[dict[int, str], set[int]]:
    words = "、".join(sorted({row.word for row in rows}))
    lines = {row.item.line_start for row in rows}
    return dict.fromkeys(lines, words), lines


def doubt_several(reading: TableReading, several: Mapping[int, str]) -> None:
    """Put all cells of a table in doubt that has rows of which none could be chosen."""
    line = next((line for line in sorted(reading.lines) if line in several), None)
    if line is not None:
        reading.note("table-unreadable", line=line, detail=several[line])
        for key in reading.cells:
            reading.doubt(key, "table-unreadable", line)


def _with_years(items: list[Item]) -> list[Item]:
    """The items, with years for the bare numbers of a column of years: the first figures of rows are two or three such."""
    first: dict[int, int] = {}
    for index, item in enumerate(items):
        if isinstance(item, GridRow):
            texts = [*map(squash, [item.cells[at].text for at in item.written])]
            written = zip(item.written, texts, map(looks_like_figure, texts), strict=True)
            figures = [(at, text) for at, text, is_figure in written if is_figure]
            if len(figures) > 1 and _BARE_YEAR.fullmatch(figures[0][1]):
                first[index] = figures[0][0]
    counts = Counter(squash(items[index].cells[at].text) for index, at in first.items())  # type: ignore[union-attr]
    years = {year for year, count in counts.items() if count >= _LEAST}
    if len(years) < 2 or max(map(int, years)) - min(map(int, years)) > _YEARS_APART:
        return items
    out = list(items)
    for index, at in first.items():
        item = items[index]
        if isinstance(item, GridRow) and (year := squash(item.cells[at].text)) in years:
            cells = [replace(c, text=f"{year}年") if n == at else c for n, c in enumerate(item.cells)]
            out[index] = replace(item, cells=cells)
    return out


def _rows(items: Sequence[Item], form: Form) -> dict[int, _Row]:
    """The items with figures and one of the words that return, by their place."""
    texts = {
        index: texts
        for index, item in enumerate(items)
        if not isinstance(item, Prose) and (texts := _words(item)) is not None
    }
    counts = Counter(word for words in texts.values() for word in {*words})
    often = {
        word
        for word, count in counts.items()
        if count >= _LEAST
        and len(word) <= _LONGEST
        and (_WHOLE.fullmatch(word) or normalize(word) not in _labels(form.id))
    }
    rows = {}
    for index, words in texts.items():
        own = [word for word in words if word in often]
        item = items[index]
        if len(own) == 1 and not isinstance(item, Prose):
            rows[index] = _Row(item, own[0], tuple(w for w in words if w != own[0]), _size(item))
    return rows


def _groups(rows: Mapping[int, _Row]) -> list[list[_Row]]:
    """The rows under each label that has several, one right behind the other."""
    groups: list[list[_Row]] = []
    last = -1
    for index, row in rows.items():
        group = groups[-1] if groups and index == last + 1 else []
        goes_on = group and (not row.rest or row.rest == group[0].rest) and row.size == group[0].size
        if goes_on and row.word not in {other.word for other in group}:
            group.append(row)
            last = index
        elif row.rest:
            groups.append([row])
            last = index
    return [group for group in groups if len(group) > 1]


def _words(item: GridRow | Run) -> tuple[str, ...] | None:
    """The words of a row beside its figures, without units; None where it has no figures."""
    if isinstance(item, Run):
        above = [fragment.text for fragment in item.before]
        beside = [word for text in item.head.split() for word in _without_year(squash(text))]
        return tuple(map(squash, beside if len(beside) > 1 else [*above[-1:], *beside] if beside else above))
    words = [*chain.from_iterable(map(_words_of_cell, [item.cells[at].text for at in item.written]))]
    return tuple(words) if len(words) < len(item.written) else None


@remembering
def _words_of_cell(text: str) -> tuple[str, ...]:
    """The words of a cell; none where it holds a figure or a unit."""
    own = squash(text)
    return () if looks_like_figure(own) or own in UNITS else _without_year(own)


def _without_year(text: str) -> tuple[str, ...]:
    """A label and the year or the like in brackets at its end, as two words."""
    found = _IN_BRACKETS.search(text) if text.endswith(")") else None
    return (text[: found.start()], found[1]) if found and found.start() else (text,)


def _size(item: GridRow | Run) -> int:
    return sum(looks_like_figure(squash(cell.text)) for cell in item.cells if cell.text.strip())


@cache
def _labels(form_id: str) -> frozenset[str]:
    labels = [
        label for table in forms()[form_id].tables for label in (*table.rows, *table.groups, *table.columns)
    ]
    return frozenset(normalize(wording) for label in labels for wording in label.wordings)


def _merged(first: _Row, row: _Row) -> Item:
    """A row under the label of the first one of its group, where it has none of its own."""
    item, top = row.item, first.item
    text = item.head if isinstance(item, Run) else "".join(cell.text for cell in item.cells)
    if row.rest == first.rest and f"({row.word})" in squash(text):
        return item  # with the word in brackets behind it
    if isinstance(item, Run) and isinstance(top, Run):
        if top.head:
            words = top.head.split()
            at = top.head.rindex(words[-1])
            return replace(
                item,
                head=top.head[:at].rstrip() if squash(words[-1]) == first.word else top.head,
                head_line=top.head_line,
                head_x0=top.head_x0,
                before=top.before,
            )
        return replace(item, before=[f for f in top.before if squash(f.text) != first.word])
    if not isinstance(item, GridRow) or not isinstance(top, GridRow):
        return item
    if len(item.cells) == len(top.cells):
        pairs = list(zip(top.cells, item.cells, strict=True))
    else:
        pairs = [(cell, cell) for cell in top.cells if _is_word(cell)] + [(c, c) for c in item.cells]
    cells = [above if _is_word(above) else cell for above, cell in pairs]
    own = (first.word, row.word)
    return replace(
        item, cells=[Cell("", c.line_start, c.line_end) if squash(c.text) in own else c for c in cells]
    )


def _is_word(cell: Cell) -> bool:
    return bool(cell.text.strip()) and not looks_like_figure(squash(cell.text))


def _is_of_part(word: str) -> bool:
    return any(kind.fullmatch(word) for kind in (_WHOLE, _THIS_YEAR, _LAST_YEAR, _YEAR))


def asked_for(words: set[str], own: Collection[int] = ()) -> str | None:
    """The one word that says what the form asks for, where every other is another year's, or all are parts of it.

    `own` are the years that the report is of, where they are known.
    """
    years = {int(match[1]): word for word in words if (match := _YEAR.fullmatch(word))}
    if len(years) == len(words):
        asked = [word for year, word in years.items() if year in own] if own else [years[max(years)]]
        return asked[0] if len(asked) == 1 else None
    this_year = [word for word in words if _THIS_YEAR.fullmatch(word)]
    if len(this_year) == 1 and all(_LAST_YEAR.fullmatch(word) for word in words - {*this_year}):
        return this_year[0]
    whole = [word for word in words if _WHOLE.fullmatch(word)]
    others = words - {*whole}
    is_of_years = any(p.fullmatch(word) for word in others for p in (_THIS_YEAR, _LAST_YEAR, _YEAR))
    return whole[0] if len(whole) == 1 and len(others) > 1 and not is_of_years else None
