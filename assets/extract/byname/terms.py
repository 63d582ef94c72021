"""Table 2 as a page's list of terms: the label of a row, and below it or behind it each column with its figure.

    第二十条第（一）项
    规章
    本年制发件数：0
    本年废止件数：0
    现行有效件数：3

Programs set each on a line of its own, indented or not, or all of them on one line, some with nothing between a figure and the
next name. So the labels of rows and the names of columns are the joints; a stretch of lines in which anything else stands, or a
row without one of its columns, is left to other readers. Does not belong here: rows written as sentences (rowsentences.py), and
names with signs of lists and of levels (keyed.py).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assets.extract.byname.leaves import Leaf
from assets.extract.labels import squash
from assets.extract.model import Cell
from assets.extract.numbers import EMPTY_WORDS, UNITS, looks_like_figure
from schemas.form import Block, Form, forms

_TABLE = "2"
# What programs set about the items of such lists.
_MARKS = " \t\u3000\xa0\r\\*_•·▪●[]:~>-"
_TAG = re.compile(r"</?d[ltd]>")
_FIGURE = re.compile(
    r"[-+−]?[0-9０-９][0-9０-９,，.]*\s*(?:" + "|".join(sorted(UNITS, key=len, reverse=True)) + ")?"
)
_LEAST_LEAVES = 5
# Signs of radicals, which some programs print in the place of the letters that look so.
_RADICAL = re.compile("[\u2e80-\u2fdf]")


@dataclass
class _Piece:
    """A label of a row, or the name of a column, with its line and what stands behind it."""

    kind: str
    text: str
    line: int
    value: str = ""


def terms(lines: Sequence[str], form: Form) -> dict[int, list[Leaf]]:
    """The figures of such lists, by the index of the line; lines without figures that belong to one have an empty list."""
    text = "\n".join(lines)
    if ":" not in text and "：" not in text:
        return {}
    if _RADICAL.search(text):
        lines = [_RADICAL.sub(_plain, line) for line in lines]
    names = _names(form.id)
    if not any(names.search(line) for line in lines if ":" in line or "：" in line):
        return {}
    found: dict[int, list[Leaf]] = {}
    for stretch in _stretches(lines, form):
        leaves = _leaves_of(stretch, lines, form)
        if len(leaves) >= _LEAST_LEAVES:
            found |= {at: [] for at in stretch}
            for leaf in leaves:
                found[leaf.name.line_start - 1].append(leaf)
    return found


def is_list_of_terms(line: str) -> bool:
    """Whether a line holds such a list, and nothing else."""
    line = _RADICAL.sub(_plain, line)
    return any(_is_of_list(line, form) and _leaves_of([0], [line], form) for form in forms().values())


def _plain(sign: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", sign[0])


def _stretches(lines: Sequence[str], form: Form) -> Iterator[list[int]]:
    """Runs of lines that hold nothing but labels, names and figures; blank lines may stand between."""
    own: list[int] = []
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        if _is_of_list(line, form):
            own.append(at)
        elif own:
            yield own
            own = []
    if own:
        yield own


def _is_of_list(line: str, form: Form) -> bool:
    rest = _joint(form.id).sub(" ", _TAG.sub(" ", line))
    return not _FIGURE.sub(" ", rest).strip(_MARKS).replace("*", "").strip()


def _leaves_of(stretch: Sequence[int], lines: Sequence[str], form: Form) -> list[Leaf]:
    pieces: list[_Piece] = []
    for at in stretch:
        line = _TAG.sub(" ", lines[at])
        joints = list(_joint(form.id).finditer(line))
        before = line[: joints[0].start()] if joints else line
        if pieces:
            pieces[-1].value += before
        elif before.strip(_MARKS):
            return []
        ends = [*(joint.start() for joint in joints[1:]), len(line)][: len(joints)]
        for joint, end in zip(joints, ends, strict=True):
            pieces.append(_Piece(str(joint.lastgroup), joint[0], at, line[joint.end() : end]))
    return _leaves(pieces, form)


def _leaves(pieces: Sequence[_Piece], form: Form) -> list[Leaf]:
    """The figures, each under the label before it; none where a row has not all of its columns, or anything is out of place."""
    blocks = _blocks(form.id)
    leaves: list[Leaf] = []
    label, lacking = "", set[str]()
    for piece in pieces:
        value = _without_marks(piece.value)
        if piece.kind != "column":
            if value or lacking:
                return []
            if piece.kind == "row":
                label = piece.text
                lacking = {column.key for column in blocks[squash(label)].columns}
            continue
        column = _column_of(piece.text, blocks[squash(label)]) if label else None
        if column not in lacking or not (not value or value in EMPTY_WORDS or looks_like_figure(value)):
            return []
        lacking.discard(column)
        name = Cell(piece.text.rstrip(":： "), piece.line + 1, piece.line + 1)
        leaves.append(Leaf((label,), name, Cell(value, piece.line + 1, piece.line + 1)))
    return [] if lacking else leaves


def _without_marks(text: str) -> str:
    """What stands behind a name, without the marks of the list; a stroke right before a figure is its sign."""
    value = text.strip(_MARKS)
    lead = text[: text.find(value)] if value else ""
    return "-" + value if lead.endswith("-") and value[0].isdigit() else value


def _column_of(text: str, block: Block) -> str:
    name = squash(text)
    return next(
        (c.key for c in block.columns if any(name.startswith(squash(w)) for w in (c.zh, *c.wordings))), ""
    )


@cache
def _blocks(form: str) -> dict[str, Block]:
    """The block of each row, by the wordings of its label."""
    table = forms()[form].table(_TABLE)
    return {squash(w): block for block in table.blocks for row in block.rows for w in row.wordings}


@cache
def _names(form: str) -> re.Pattern[str]:
    """The name of a column, with a gloss or without, and a colon."""
    table = forms()[form].table(_TABLE)
    words = {w for block in table.blocks for column in block.columns for w in column.wordings}
    every = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:{every})(?:[（(][^（()）]{{1,12}}[)）])?\s*[:：]")


@cache
def _joint(form: str) -> re.Pattern[str]:
    """The name of a column, the label of a row or a clause."""
    rows = "|".join(re.escape(w) for w in sorted(_blocks(form), key=len, reverse=True))
    return re.compile(
        rf"(?P<column>{_names(form).pattern})"
        rf"|(?P<row>(?<![\u3400-\u9fff])(?:{rows})(?=[\s\]\\*<]|$))"
        r"|(?P<clause>第二十条第[（(][一二三四五六七八九]{1,2}[）)]项)"
    )
