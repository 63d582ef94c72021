"""Whether words beside a table's own say anything of its figures: （市级机关的数据） does, （截至2022年12月31日） and （左右滑动查看） do not.

What is left when the form's words are taken away is put together of words and shapes that change nothing (schemas/besides.toml), of the
agency's name and the report's year, or it says something. Belongs here: that question, for a bracket or a phrase.
Does not belong here: where such words stand, and what is doubted for them (wordsleft.py, wordsbeside.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache

from assets.extract.anothers.changing import changes_figures
from assets.extract.anothers.instructions import is_instruction
from assets.extract.anothers.ownnames import all_of_place
from assets.extract.anothers.ownwords import Own
from assets.extract.anothers.spokenof import POINTS, bare_labels, is_note
from assets.extract.dates import to_year
from assets.extract.labels import squash, strip_numbering
from assets.extract.memory import remembering
from assets.extract.sections import SECTIONS
from schemas.besides import BESIDES
from schemas.form import Form, Table
from schemas.meaning import TURNS
from schemas.whose import any_of

_LONGEST_SAID = 44
# Letters, or a unit with no figure beside it.
_HAN = re.compile(r"[\u4e00-\u9fff]|^[%‰]$")
_PLACE = re.compile("[省市县区州盟旗镇乡]")
_UNIT = re.compile(
    r"(?:计量|统计|数据|金额|收费|收费金额)?单位(?:均?为|[:：])+(?P<unit>.{1,14})|以(?P<as>.{1,4})为(?:计量)?单位"
)
_YEARS = re.compile("(20[0-9]{2}|二[〇○零0][一二三四五六七八九〇○零]{2})年?度?")
_MARKS = r"(?:[^\w%‰]|_)"
# Units of what the tables count, and of amounts, whose head may stand anywhere.
_UNITS = re.compile(rf"(?:{any_of(BESIDES.units, BESIDES.money)}|{_MARKS})+")

_SHAPES = (
    *map(re.compile, BESIDES.shapes),
    re.compile(rf"{any_of(BESIDES.own)}{any_of(BESIDES.kinds)}|[局委办厅院]机关"),
)
_ANY_SHAPE = re.compile("|".join(f"(?:{shape.pattern})" for shape in _SHAPES))


def _by_first_letter(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in filter(None, words):
        found.setdefault(word[0], []).append(word)
    return {letter: tuple(own) for letter, own in found.items()}


_ATOMS = _by_first_letter({*BESIDES.time, *BESIDES.said_of, *BESIDES.figures})

# What explains what stands before it: （含局属单位）.
_EXPLAINED = re.compile(rf"(?!指标){any_of(TURNS.explanations)}")
# What is left out may be what nobody asks for: （不含咨询）.
_LEAVES_OUT = re.compile(any_of(TURNS.leaving_out))
# A day alone is that on which the report was made.
_DAY = re.compile(r"20[0-9]{2}(?:年[0-9]{1,2}月[0-9]{1,2}日|[-./][0-9]{1,2}[-./][0-9]{1,2})")
# What gives the order of columns.
_IN_ORDER = re.compile("依次|顺序")


def is_said(text: str, table: Table, form: Form, own: Own) -> bool:
    """Whether a text is neither the form's own words, nor pieces of them, nor known to change nothing."""
    if (
        _IN_ORDER.search(text)
        or _EXPLAINED.match(text)
        or _DAY.fullmatch(text.strip("',"))
        or len(text) > _LONGEST_SAID
        or "。" in text
        or not _HAN.search(text)
        or is_instruction(text)
    ):
        return False
    if unit := _UNIT.fullmatch(text.rstrip(")")):
        said = unit["unit"] or unit["as"]
        if _UNITS.fullmatch(said) or said.startswith("件、"):
            return False
        return len(said) < 2 or not said.endswith(tuple(BESIDES.kinds)) or not _is_nothing(said, own)
    if _is_nothing(text, own):
        return False
    if POINTS.search(text) or is_note(text) or _LEAVES_OUT.match(text):  # a sentence, not a name
        agencies, years = own
        return changes_figures(text, years, agencies, bare_labels(table), table_no=table.no, is_note=True)
    pieces = _own_words(table).sub("\0", strip_numbering(text)).split("\0")
    return any(
        len(piece) > 1
        and bool(_HAN.search(piece))
        and not _is_nothing(piece, own)
        and piece.strip("(),:、") not in _print(form)
        for piece in pieces
    )


def _is_nothing(text: str, own: Own) -> bool:
    """Whether all of a text is put together of words and shapes that change nothing, to a report of these agencies and years."""
    agencies, years = own
    return _is_nothing_to_all(text) or _is_put_together(text, _names(agencies), years)


@remembering
def _is_nothing_to_all(text: str) -> bool:
    """The same whatever the report's agencies and years: those only add to the words."""
    return _is_put_together(text, {}, None)


def _is_put_together(text: str, names: Mapping[str, Sequence[str]], years: Collection[int] | None) -> bool:
    """Whether a text is put together so; `names` are by their first letter. Without `years` no year is said; any may be where there are none."""
    reached = {0}
    for at in range(len(text)):
        if at not in reached:
            continue
        if not text[at].isalnum() and text[at] not in "%‰":
            reached.add(at + 1)
        for word in (*_ATOMS.get(text[at], ()), *names.get(text[at], ())):
            if text.startswith(word, at):
                reached.add(at + len(word))
        if _ANY_SHAPE.match(text, at):
            reached |= {found.end() for shape in _SHAPES if (found := shape.match(text, at))}
        if years is None:
            continue
        if (year := _YEARS.match(text, at)) and (not years or to_year(year[1]) in years):
            reached.add(year.end())
    return len(text) in reached


@lru_cache(maxsize=64)
def _names(agencies: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The ends of the agencies' names, and the places before them, by their first letter; for a government, all of its place."""
    names = {agency[at:] for agency in agencies for at in range(max(1, len(agency) - 2))}
    names |= {agency[: seat.end()] for agency in agencies for seat in _PLACE.finditer(agency, 1)}
    return _by_first_letter(names | all_of_place(agencies))


@cache
def _print(form: Form) -> str:
    return "\n".join(sorted(_titles().union(*map(_of_table, form.tables))))


@cache
def _titles() -> frozenset[str]:
    return frozenset(squash(w) for section in SECTIONS for w in section.wordings)


@cache
def _of_table(table: Table) -> frozenset[str]:
    labels = (*table.columns, *table.groups, *table.rows, *(b.clause for b in table.blocks if b.clause))
    found = {squash(w) for label in labels for w in label.wordings}
    found.update(map(squash, (table.zh, *table.aliases, table.header, table.note or "")))
    found.update({strip_numbering(w) for w in found})
    return frozenset(w for w in found if len(w) > 1)


@cache
def form_words(form: Form) -> re.Pattern[str]:
    """The labels and titles of all tables."""
    return re.compile(any_of(_titles(), *map(_of_table, form.tables)))


@cache
def _own_words(table: Table) -> re.Pattern[str]:
    """The labels of a table, and the titles of all."""
    return re.compile(any_of(_of_table(table), _titles()))
