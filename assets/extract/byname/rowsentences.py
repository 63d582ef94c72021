"""Rows written out as sentences: `第二十条第（六）项：行政处罚：本年处理决定数量0；行政强制：本年处理决定数量52。`

A sentence has a label, a colon, and the names of columns with a figure behind each; more labels may stand above the row's,
and more rows behind it. The names of the forms' columns are the joints; where anything else stands between them, the whole
is no such sentence. Does not belong here: sentences that lines fold (foldedsentences.py), which row a label is (sentencelabels.py),
and whose the figures are (named.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from assets.extract.labels import has_one_wrong_letter, squash
from assets.extract.memory import remembering
from assets.extract.numbers import EMPTY_WORDS, UNITS, parse_figure
from assets.extract.records import record
from schemas.form import forms

# What ends a figure and its name; a comma within thousands does not.
_END = re.compile(r"[、;。]|,(?![0-9]{3}(?![0-9]))|(?<![0-9]),")
_COLON = re.compile(r"[:=]")
_GLOSS = re.compile(r"\([^()]{1,60}\)")
# What may stand between a name and its figure.
_BETWEEN = ":=为"
# Between blanks a stroke may part a figure and the next name, too; where no figure stands before one, it may be a cell's.
_STROKE, _PARTING = (
    re.compile(r"(?<=[ \u3000\xa0])/(?=[ \u3000\xa0]+[\u3400-\u9fff])"),
    re.compile(r"[0-9][ \u3000\xa0]+/[ \u3000\xa0]"),
)
_NO_SENTENCE = re.compile(r"[|\t<>{}]|[0-9０-９][ \u3000\xa0]+[0-9０-９]")
_LONGEST, _LONGEST_LABEL, _LONGEST_CELL, _LONGEST_WORDS = 2_000, 90, 16, 6
_HAN = re.compile(r"[\u3400-\u9fff]")
_LEAST_DAMAGED = 3
_EMPTY = frozenset(map(squash, EMPTY_WORDS))


@record
class Said:
    """The name of a column and what is printed behind it, with where they begin and end in the text."""

    name: str
    cell: str
    start: int
    end: int


@dataclass(frozen=True)
class RowSentence:
    """The labels of a row, the outermost first, and its figures; `start` is where the row begins in the text."""

    labels: tuple[str, ...]
    start: int
    said: tuple[Said, ...]


@dataclass
class _Open:
    labels: list[tuple[int, int]]
    start: int
    said: list[Said] = field(default_factory=list)


@remembering
def row_sentences(text: str) -> tuple[RowSentence, ...]:
    """The rows that a text says and nothing else; none where it says anything else."""
    if not (":" in text or "：" in text or "=" in text) or len(text) > _LONGEST or _NO_SENTENCE.search(text):
        return ()
    text = parted(text)
    narrow = squash(text)
    rows = _rows(narrow) if _named_figure().search(narrow) else []
    if not rows:
        return ()
    places = [(letter, at) for at, mark in enumerate(text) for letter in squash(mark)]
    # as printed, but for the spaces and breaks about and in it
    return tuple(
        RowSentence(
            tuple(_printed(text, places[a][1], places[b - 1][1] + 1) for a, b in row.labels),
            places[row.start][1],
            tuple(
                Said(
                    said.name,
                    "".join(text[places[n][1]] for n in range(said.end - len(said.cell), said.end)),
                    places[said.start][1],
                    places[said.end - 1][1],
                )
                for said in row.said
            ),
        )
        for row in rows
    )


def parted(text: str) -> str:
    """The text with semicolons for strokes that part figures and names, of the same length."""
    return _STROKE.sub("；", text) if "/" in text and _PARTING.search(text) else text


def named_cell(text: str) -> tuple[str, str] | None:
    """The name of a column and the cell behind it, which are all of a text without spaces."""
    said = _said(text, 0, len(text)) if text else None
    return (said.name, said.cell) if said is not None else None


def _printed(text: str, start: int, end: int) -> str:
    """A label as printed: its spaces may stand between those of groups and of the row."""
    return "".join(text[start:end].split("\n")).strip("*\"'` ")


def _rows(text: str) -> list[_Open]:
    rows: list[_Open] = []
    labels: list[tuple[int, int]] = []
    at = 0
    start = None
    is_open = False
    while at < len(text):
        if text[at] in ",、;。":
            at += 1
            continue
        end = _next_end(text, at)
        if (said := _said(text, at, end)) is not None:
            if not labels:
                return []
            if not is_open:
                rows.append(_Open(list(labels), at if start is None else start))
                is_open = True
            rows[-1].said.append(said)
            at, start = end, None
            continue
        colon = next(
            (c for c in _COLON.finditer(text, at, at + _LONGEST_LABEL) if _is_outside(text, at, c.start())),
            None,
        )
        label = text[at : colon.start()].strip("*\"'`") if colon is not None else ""
        if colon is None or not label or ";" in label or "。" in label:
            return []
        start = at if start is None else start
        place = (at, colon.start())
        at = colon.end()
        if label in spans():
            continue
        labels = [*labels[:-1], place] if is_open else [*labels, place]
        is_open = False
    is_whole = bool(rows) and is_open
    return rows if is_whole and any(c.isdigit() for row in rows for s in row.said for c in s.cell) else []


def _next_end(text: str, at: int) -> int:
    """Where the figure and the name at a place end: at the first mark outside of brackets."""
    for found in _END.finditer(text, at):
        if _is_outside(text, at, found.start()):
            return found.start()
    return len(text)


def _is_outside(text: str, start: int, end: int) -> bool:
    return text.count("(", start, end) <= text.count(")", start, end)


def _said(text: str, start: int, end: int) -> Said | None:
    """The name of a column and its cell, the group above it left out."""
    at = next((start + len(lead) for lead in _leads() if _is_at(lead, text, start)), start)
    for name in _names_at(text, at, end):
        behind = at + len(name)
        gloss = _GLOSS.match(text, behind, end)
        is_gloss = (
            gloss and gloss[0] not in _EMPTY and gloss[0].strip("()") not in UNITS and gloss.end() < end
        )
        whole = name + (gloss[0] if gloss and is_gloss else "")
        printed = text[at + len(whole) : end].rstrip("*")
        cell = printed.lstrip(_BETWEEN)
        if cell in UNITS:
            cell = ""
        if _is_cell(cell):
            return Said(whole, cell, start, at + len(whole) + len(printed))
    return None


def _is_at(lead: str, text: str, start: int) -> bool:
    """Whether a group's label stands at a place, a letter of it wrong only where words join it to the name behind it."""
    if text.startswith(lead, start):
        return True
    end = start + len(lead)
    return (
        lead.endswith("中的")
        and text.endswith("中的", start, end)
        and has_one_wrong_letter(text[start:end], lead)
    )


def _is_cell(cell: str) -> bool:
    if not cell or cell in _EMPTY:
        return True
    if len(cell) > _LONGEST_CELL:
        return False
    if not _HAN.search(cell):
        return ":" not in cell and "=" not in cell
    if any(c.isdigit() for c in cell):
        return parse_figure(cell, signed=True, money=True).status == "reported"
    return len(cell) <= _LONGEST_WORDS and ":" not in cell and "(" not in cell


def _names_at(text: str, start: int, end: int) -> Iterator[str]:
    """The names that a text may begin with, the longest first; one of one wrong letter last, where it is like no other."""
    names = _names()
    for name in names:
        if len(name) <= end - start and text.startswith(name, start):
            yield name
    like = [
        name
        for name in names
        if len(name) >= _LEAST_DAMAGED
        and (name[0] == text[start] or name[1:2] == text[start + 1 : start + 2])
        and has_one_wrong_letter(text[start : start + len(name)], name)
        and not any(c.isdigit() for c in text[start : start + len(name)])
    ]
    like = [name for name in like if not any(other != name and other.startswith(name) for other in like)]
    if len(like) == 1:
        yield like[0]


@cache
def _named_figure() -> re.Pattern[str]:
    """A name right before a figure: no sentence of a row is without one."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, _names()))})[:=为]?[-+]?[0-9]")


@cache
def _names() -> tuple[str, ...]:
    names = {
        squash(wording)
        for form in forms().values()
        for table in form.tables
        for column in table.columns
        for wording in column.wordings
    }
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@cache
def spans() -> frozenset[str]:
    """The labels that span columns: names stand below them, and no row."""
    return frozenset(
        squash(wording)
        for form in forms().values()
        for table in form.tables
        for group in table.groups
        if any(column.group == group.key for column in table.columns)
        for wording in group.wordings
    ) | {"其中"}


@cache
def _leads() -> tuple[str, ...]:
    """The same in front of a name: 法人或其他组织中的商业企业."""
    leads = {span + joint for span in spans() for joint in ("中的", "中", "的", "-", "—", "/", "·", "")}
    return tuple(sorted(leads, key=lambda lead: (-len(lead), lead)))
