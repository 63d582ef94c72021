"""Figures between tags whose two attributes name their row and their column: `<item row="规章" col="本年制发件数">3</item>`.

Below each other they become the rows of a long table on a page, a row, a column and a figure each; every line keeps its number. Does not
belong here: elements without text, whose attributes hold the figure (namedelements.py), and which name is a row's (byname/).
"""

from __future__ import annotations

import re
from collections import defaultdict
from html import escape, unescape

from assets.extract.numbers import UNITS

_WORD = r"[^\W\d][\w.-]{0,40}"
_QUOTED = r"(?:\"[^\"<]*\"|'[^'<]*')"
_RECORD = re.compile(
    rf"\s*<(?P<tag>{_WORD})\s+(?P<first>{_WORD})\s*=\s*(?P<a>{_QUOTED})\s+(?P<second>{_WORD})\s*=\s*(?P<b>{_QUOTED})\s*"
    r"(?:>(?P<text>[^<>]{0,80})</(?P=tag)\s*>|(?P<alone>/>))\s*"
)
_OF_PAGE = frozenset({"td", "th", "p", "div", "span", "a", "li", "font", "img", "input", "cell", "entry"})
_HAN = re.compile(r"[\u3400-\u9fff]")
_LEAST = 5

# (number of the line, tag and names of the attributes, the texts of row, column and figure)
_Record = tuple[int, tuple[str, str, str], tuple[str, str, str]]


def with_long_tables(lines: list[str]) -> list[str]:
    """The lines, with rows of a page for such elements."""
    runs: list[list[_Record]] = []
    for number, line in enumerate(lines):
        record = _record(number, line) if "=" in line and line.lstrip().startswith("<") else None
        if record is None:
            continue
        before = runs[-1][-1] if runs else None
        between = lines[before[0] + 1 : number] if before else []
        if before and before[1] == record[1] and not any(map(str.strip, between)):
            runs[-1].append(record)
        else:
            runs.append([record])
    kinds = {run[0][1] for run in runs if len(run) >= _LEAST and _is_crossing(run)}
    found = lines
    for run in runs:
        if run[0][1] in kinds and len(run) >= _LEAST and all(map(_is_named, run)):
            found = list(lines) if found is lines else found
            _write(run, found)
    return found


def _record(number: int, line: str) -> _Record | None:
    record = _RECORD.fullmatch(line)
    if record is None or record["tag"].lower() in _OF_PAGE or record["first"] == record["second"]:
        return None
    texts = (record["a"][1:-1], record["b"][1:-1], record["text"] or "")
    kind = (record["tag"], record["first"], record["second"])
    return number, kind, (unescape(texts[0]).strip(), unescape(texts[1]).strip(), unescape(texts[2]).strip())


def _is_crossing(run: list[_Record]) -> bool:
    """Whether rows have several columns and columns several rows: a name and its group, or its unit, do not cross so."""
    rows: defaultdict[str, set[str]] = defaultdict(set)
    columns: defaultdict[str, set[str]] = defaultdict(set)
    for _, _, (row, column, _) in run:
        rows[row].add(column)
        columns[column].add(row)
    names = {*rows, *columns}
    crossed = [any(len(others) > 1 for others in named.values()) for named in (rows, columns)]
    return all(crossed) and not names & UNITS


def _is_named(record: _Record) -> bool:
    """Whether words name the row, the column or both, and nothing else stands in their places."""
    names = [name for name in record[2][:2] if name]
    return bool(names) and all(map(_HAN.search, names))


def _write(run: list[_Record], found: list[str]) -> None:
    for number, _, (row, column, figure) in run:
        # a table of one row names its parts and columns in one attribute
        names = (row, column) if row and column else (row or column).rpartition(" ")[::2]
        cells = "".join(f"<td>{escape(text, quote=False)}</td>" for text in (*names, figure))
        found[number] = f"<tr>{cells}</tr>"
    found[run[0][0]] = f"<table>{found[run[0][0]]}"
    found[run[-1][0]] += "</table>"
