"""Rows joined by hand, with one sign of sentences between their figures: `（一）予以公开、5、1、0、0、0、0、6` below `项目、自然人、商业企业、…、总计`.

    （以下数字依次为：自然人、商业企业、…、总计）
    二、上年结转政府信息公开申请数量：1、0、0、0、0、0、1

The sign also stands in labels, between thousands and for blanks. So every row must have as many figures as the line above names columns, all of
one block of the form in its order and with the same sign between them, or said to come in that order; every label must be a row's to the letter, and one line that
has more or fewer figures leaves the table as it is. Does not belong here: small tables without groups (headersigns.py), signs that
are told by many rows (rarecells.py), figures that the order names in a sentence (lines/listedfigures.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.headers.corners import CORNERS
from assets.extract.labels import ascii_width, normalize, squash
from assets.extract.memory import remembering
from schemas.form import forms

# Narrow forms of the signs.
_SIGN = r"[、,;/\-·~\\。_#]"
_LEAST_COLUMNS = 3
# That the figures come in this order, and nothing else, such as whose they are: the line is not kept.
_SAID = re.compile(
    r"\(?(?:以下|下列|下面|各[行项栏])*(?:数字|数据|数值|各数)?(?:按|均按)?(?:依次|顺序|先后)(?:分别)?(?:为|是|如下)?:?\(?"
)
_AROUND = ")]。;:"
_THOUSANDS = re.compile(r"(?<![0-9])[1-9][0-9]{0,2},[0-9]{3}(?![0-9])")


def with_tabs_for_hand_signs(lines: list[str]) -> list[str]:
    """The lines, with tabs for the signs in tables that were joined by hand."""
    out = lines
    names_last = _last_columns().search
    for at, line in enumerate(lines):
        if "\t" in line or "|" in line or not names_last(line) or not any(signs := _signs(line)):
            continue
        for ((number, columns), (_, least)), sign in zip(_blocks().items(), signs, strict=True):
            rows = _rows(lines, at, number, len(columns), sign) if sign else {}
            if len(rows) >= least:
                out = list(lines) if out is lines else out
                # the words of the clause may stand on the line, too
                out[at] = "\t".join(["项目", *columns])
                for n, cells in rows.items():
                    out[n] = "\t".join(cells)
                break
    return out


@remembering
def _signs(line: str) -> list[str]:
    """The signs of `_sign_of` for each of the blocks."""
    return [_sign_of(line, columns, clauses) for (_, columns), (clauses, _) in _blocks().items()]


def _sign_of(line: str, columns: Sequence[str], clauses: frozenset[str]) -> str:
    """The signs that may stand between the figures below a line that names all columns; empty where it is no such line."""
    if normalize(line) in clauses:
        return _SIGN
    text = squash(line).rstrip(_AROUND)
    names = [squash(column).rstrip(_AROUND) for column in columns]
    start = text.find(names[0])
    if len(columns) < _LEAST_COLUMNS or start < 0:
        return ""
    found = re.compile(f"({_SIGN})".join(map(re.escape, names))).fullmatch(text, start)
    if found is None or len(set(found.groups())) != 1:
        return ""
    lead, sign = text[:start], found[1]
    if f"{names[0]}{sign}" in line and sign in ",;":
        return ""  # rows of a format that has quotes (delimited.py)
    if lead.removesuffix(sign).rstrip(":") in _corners():
        return re.escape(sign)
    return _SIGN if lead and _SAID.fullmatch(lead) else ""


def _rows(lines: Sequence[str], at: int, number: str, width: int, sign: str) -> dict[int, list[str]]:
    """The cells of the rows below a line of columns, by their lines; none where one of them does not fit."""
    row, misfit = _patterns(width, sign)
    names, groups = _names(number)
    found: dict[int, list[str]] = {}
    signs = set()
    for n in range(at + 1, len(lines)):
        text = squash(lines[n])
        read = row.fullmatch(text)
        label = re.sub(rf"(?:{sign}|:)$", "", read["label"]) if read else ""
        if read and normalize(label) in names:
            joint = read["sign"] or ""
            if joint == "," and _THOUSANDS.search(ascii_width(lines[n])):
                return {}
            signs.add(joint)
            found[n] = [label, *(read["figures"].split(joint) if joint else [read["figures"]])]
        elif misfit.search(text):
            return {}
        elif text and normalize(text) not in groups:
            break
    return found if len(signs) == 1 else {}


@cache
def _patterns(width: int, sign: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A row of so many figures, and what a row of more or fewer has. One figure stands behind a colon."""
    if width == 1:
        return (
            re.compile(r"(?P<label>[^:]+):(?P<figures>[0-9]+(?:\.[0-9]+)?)(?P<sign>(?!))?[。;]?"),
            re.compile(rf":[0-9.]*{sign}"),
        )
    figures = rf"[0-9]+(?P<sign>{sign})[0-9]+(?:(?P=sign)[0-9]+){{{width - 2}}}"
    return (
        re.compile(rf"(?P<label>.*[^0-9])(?P<figures>{figures})[。;]?"),
        re.compile(rf"[0-9]{sign}[0-9]*{sign}|{sign}{sign}|{sign}[0-9]+[。;]?$"),
    )


@cache
def _blocks() -> dict[tuple[str, tuple[str, ...]], tuple[frozenset[str], int]]:
    """The blocks by table and columns, whichever form has them: the letters of a clause with its columns, and the fewest rows."""
    found: dict[tuple[str, tuple[str, ...]], tuple[frozenset[str], int]] = {}
    for table in (table for form in forms().values() for table in form.tables):
        for block in table.blocks:
            columns = tuple(column.zh for column in block.columns)
            letters, least = found.get((table.no, columns), (frozenset(), len(table.rows)))
            if block.clause:
                letters |= {normalize(w + "".join(columns)) for w in block.clause.wordings}
            found[table.no, columns] = letters, min(least, max(1, len(block.rows) // 3))
    return found


@cache
def _last_columns() -> re.Pattern[str]:
    return re.compile("|".join(sorted({re.escape(columns[-1]) for _, columns in _blocks()})))


@cache
def _corners() -> frozenset[str]:
    return frozenset({"", *map(squash, CORNERS)})


@cache
def _names(number: str) -> tuple[frozenset[str], frozenset[str]]:
    """The letters of the labels of rows, also behind those of their groups where rows stand side by side, and those of groups."""
    names, groups = set(), set()
    for table in (form.table(number) for form in forms().values()):
        names |= {normalize(wording) for row in table.rows for wording in row.wordings}
        if table.one_row:
            names |= {
                normalize(group.zh + row.zh) for row in table.rows for group in table.ancestors(row.key)
            }
        groups |= {normalize(wording) for group in table.groups for wording in group.wordings}
    return frozenset(names), frozenset(groups)
