"""Labels of rows that name a year which the report is not of: said in the words of the form, which know what they make of a label.

2020年行政许可 in the report of 2021 is 上年行政许可, and no row of the form; 2020年结转政府信息公开申请数量 is 上年结转…, which is one.
A head that says last year by its word already, as 上一年项目数量 2020年 does, says no more by its number.
Belongs here: a year beside the label of figures. Does not belong here: the rows of several years (severalrows.py,
yearrows.py), columns of years (yearcolumns.py), years in captions (captioned.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from assets.extract.model import Fragment, GridRow, Item, Prose, Run
from assets.extract.numbers import looks_like_figure
from schemas.whose import WORDS, any_of

# A year right before a label, in brackets by itself, or right behind one.
_YEAR = re.compile(
    r"(?<![0-9至到—–~-])(?P<year>20[0-9]{2}) ?年(?:度(?!内))?(?=[^0-9至到—–~-]|[0-9]{1,2}[.、](?![0-9])|$)"
)
_GLOSS = re.compile(r"[（(][^（()）]*[)）]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LAST_YEAR, _EMPTY = re.compile(any_of(WORDS.last_year)), re.compile(r"[（(]\s*[)）]")
_LONGEST, _LEAST_LETTERS = 80, 2


def in_words_of_the_form(items: Sequence[Item], years: Callable[[], Collection[int]]) -> list[Item]:
    """The items, with 上年 and the like for years in labels of figures that are none of those that the report is of.

    Where other labels name the report's own year, rows are told apart by their years: they stay as they are.
    """
    texts = [_labels(item) for item in items if not isinstance(item, Prose)]
    if not _YEAR.search("\n".join(texts)):
        return list(items)
    if any(_names_own_year(item, years) for item in items if not isinstance(item, Prose)):
        return list(items)
    return [_said(item, years) if not isinstance(item, Prose) else item for item in items]


def _labels(item: GridRow | Run) -> str:
    """All that stands in a row, or before figures, on lines of its own."""
    if isinstance(item, GridRow):
        return "\n".join([cell.text for cell in item.cells])
    return "\n".join([item.head, *[fragment.text for fragment in item.before[-1:]]])


def _names_own_year(item: GridRow | Run, years: Callable[[], Collection[int]]) -> bool:
    """Whether the label of figures names a year that the report is of."""
    if isinstance(item, GridRow):
        has_figures = len(item.words) < len(item.written)
        labels = [item.cells[at].text for at in item.words] if has_figures else []
    else:
        labels = [item.head]
    return any(
        int(m["year"]) in years()
        for text in labels
        if "20" in text and len(text) <= _LONGEST
        for m in _YEAR.finditer(text)
    )


def _said(item: GridRow | Run, years: Callable[[], Collection[int]]) -> GridRow | Run:
    if isinstance(item, GridRow):
        labels = {at: label for at in item.words if "20" in (label := item.cells[at].text)}
        changed = {at: text for at, label in labels.items() if (text := _without_year(label, years))}
        if len(item.words) == len(item.written) and not _are_columns(item, changed, years):
            return item
        if not changed:
            return item
        cells = [replace(c, text=changed.get(at, c.text)) for at, c in enumerate(item.cells)]
        return replace(item, cells=cells)
    if item.head:
        text = _without_year(item.head, years)
        return replace(item, head=text) if text else item
    last = item.before[-1] if item.before else None
    text = _without_year(last.text, years) if last else None
    if last is None or not text:
        return item
    return replace(item, before=[*item.before[:-1], Fragment(text, last.line, last.x0)])


def _are_columns(row: GridRow, changed: Mapping[int, str], years: Callable[[], Collection[int]]) -> bool:
    """Whether words with years are labels of columns: beside others, none of which is of the year that the report is of."""
    texts = {row.cells[at].text for at in row.words}
    if not changed or len(texts) < _LEAST_LETTERS:
        return False
    return not any(int(m["year"]) in years() for text in texts for m in _YEAR.finditer(text))


def _without_year(text: str, years: Callable[[], Collection[int]]) -> str | None:
    """A label with a word for the year that it names; None where it names none, or one that the report is of."""
    if "20" not in text or len(text) > _LONGEST or looks_like_figure(text):
        return None
    found = [m for m in _YEAR.finditer(text) if not _is_explained(text, m)]
    if len(found) != 1 or len(_HAN.findall(_YEAR.sub("", text))) < _LEAST_LETTERS:
        return None
    year, own = int(found[0]["year"]), years()
    if not own or year in own:
        return None
    is_last = year + 1 in own
    before, behind = text[: found[0].start()], text[found[0].end() :]
    if is_last and _LAST_YEAR.search(before + "\n" + behind):
        return _EMPTY.sub("", before + behind).strip()
    return before + (WORDS.last_year[0] if is_last else WORDS.earlier_years[0]) + behind


def _is_explained(text: str, year: re.Match[str]) -> bool:
    """Whether a year stands in a bracket that has other words, too: it explains the label."""
    around = next((g for g in _GLOSS.finditer(text) if g.start() < year.start() < g.end()), None)
    return around is not None and len(_HAN.findall(_YEAR.sub("", around[0]))) > 0
