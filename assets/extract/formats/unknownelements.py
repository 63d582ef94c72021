"""Rows and cells of XML whose elements have names that no format of ours has: `<Zeile><Feld>规章</Feld><Feld>0</Feld></Zeile>`.

An element that holds nothing but elements of one other name is a row, and what it holds are its cells, where many such rows begin
with words and go on with figures. They become the rows of a table; as cells that take several places are marked there only where
their attributes say so, rows without any are those of the notations that lose it. Every line keeps its number. Does not belong here:
names that are a page's but for something in front of them (ownelements.py), cells named like their columns (recordelements.py), and
elements whose attributes tell a cell's place (opendocument.py): without it, a blank cell left out would move those behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from assets.extract.numbers import looks_like_figure

_NAME = r"[A-Za-z_\u3400-\u9fff][\w:.-]{0,40}"
_ATTRIBUTES = r"(?:\s[^<>]{0,300})?"
# The first cell of a row, and the last.
_FIRST = re.compile(rf"<({_NAME}){_ATTRIBUTES}(?<!/)>(?=\s*+<({_NAME}){_ATTRIBUTES}>)")
_LAST = re.compile(rf"</({_NAME})>(?=\s*+</({_NAME})>)")
_EMPTY_LAST = re.compile(rf"<({_NAME}){_ATTRIBUTES}(?<=/)>\s*+</({_NAME})>")
# What a page, DocBook and the like call other things than rows and cells; those of theirs are read as they stand.
_KNOWN = re.compile(
    r"html|head|body|div|p|span|[abisu]|em|strong|font|center|section|article|header|footer|nav|main|[uod]l|li|d[td]|"
    r"table|t(?:head|body|foot)|col(?:group|spec)?|caption|h[1-6]|[bh]r|img|form|input|button|label|select|option|su[pb]|"
    r"(?:sim)?para|(?:sub)?title|informaltable|tgroup|sect[1-3]|chapter|book|itemizedlist|listitem",
    re.IGNORECASE,
)
_PAGE_ROWS, _PAGE_CELLS = ("tr", "row"), ("td", "th", "cell", "entry")
# Attributes that say nothing of where a cell stands, and those that say how many places it takes.
_SPAN = re.compile(r"\b(col|row)[-_]?span(?=\s*=)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_HARMLESS = re.compile(
    r"(?:col|row)[-_]?span|class|style|width|height|v?align|(?:data-?|xsi:)?type|lang|xml:(?:lang|space)|bg-?color|role",
    re.IGNORECASE,
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_TAG = re.compile(r"<[^<>]*+>")
_TABLE_BEFORE = re.compile(r"<(?:informal)?table\b[^<>]{0,300}>\s*\Z", re.IGNORECASE)
# So many rows of words and figures are no chance.
_LEAST_ROWS = 3
# Names are few in any one document.
_MOST_PAIRS = 12


def with_rows_of_unknown_names(text: str) -> str:
    """The text with such rows as those of tables; as many lines as before."""
    if "</" not in text:
        return text
    pairs = Counter((row, cell) for row, cell in _FIRST.findall(text) if row != cell)
    if not pairs:
        return text
    ends = Counter((row, cell) for cell, row in [*_LAST.findall(text), *_EMPTY_LAST.findall(text)])
    for pair, count in pairs.most_common(_MOST_PAIRS):
        if min(count, ends[pair]) < _LEAST_ROWS:
            continue
        if _is_known(*pair, text):
            continue
        if (made := _with_rows(text, *pair)) is not None:
            return made
    return text


def _is_known(row: str, cell: str, text: str) -> bool:
    """Whether the names are those that a page or its like has for rows, cells or other things."""
    own_row, own_cell = row.lower(), cell.lower()
    if _KNOWN.fullmatch(row) or _KNOWN.fullmatch(cell):
        return True
    return own_row in _PAGE_ROWS and own_cell in _PAGE_CELLS and "table" in text.lower()


def _with_rows(text: str, row: str, cell: str) -> str | None:
    """The text with elements of two names as rows and cells; None where they are none."""
    own_row, own_cell = re.escape(row), re.escape(cell)
    # what a cell holds: anything but another cell or row
    held = rf"(?:[^<]++|<(?!/?(?:{own_row}|{own_cell})[\s/>]))*+"
    one = rf"<{own_cell}(?=[\s/>])(?:[^<>]*+(?<=/)>|[^<>]*+(?<!/)>{held}</{own_cell}>)"
    whole = re.compile(rf"<{own_row}(?=[\s>])[^<>]*+(?<!/)>(?:\s*+{one})++\s*+</{own_row}>")
    each = re.compile(
        rf"<{own_cell}(?=[\s/>])([^<>]*+)(?<!/)>({held})</{own_cell}>|<{own_cell}(?=[\s/>])([^<>]*+)(?<=/)>"
    )
    rows = list(whole.finditer(text))
    tables = 0
    spans = False
    for found in rows:
        texts = []
        for each_cell in each.finditer(found[0]):
            attributes = (each_cell[1] or each_cell[3] or "").removesuffix("/")
            if not all(map(_HARMLESS.fullmatch, _ATTRIBUTE.findall(attributes))):
                return None
            spans = spans or bool(_SPAN.search(attributes))
            texts.append(_TAG.sub("", each_cell[2] or "").strip())
        tables += _is_of_table(texts)
    if tables < _LEAST_ROWS:
        return None
    as_row, as_cell = ("tr", "td") if spans else ("row", "cell")
    opened = re.compile(rf"<(/?)({own_row}|{own_cell})(?=[\s/>])")

    def renamed(tag: re.Match[str]) -> str:
        return f"<{tag[1]}{as_row if tag[2] == row else as_cell}"

    return _in_tables(text, rows, lambda part: _SPAN.sub(r"\1span", opened.sub(renamed, part)))


def _is_of_table(texts: list[str]) -> bool:
    """Whether cells are words first and figures behind them."""
    first = next((at for at, text in enumerate(texts) if looks_like_figure(text)), 0)
    return first > 0 and any(map(_HAN.search, texts[:first]))


def _in_tables(text: str, rows: list[re.Match[str]], renamed: Callable[[str], str]) -> str:
    """The text with rows that stand right behind each other as one table."""
    pieces: list[str] = []
    at = 0
    runs: list[tuple[int, int]] = []
    for found in rows:
        if runs and not text[runs[-1][1] : found.start()].strip():
            runs[-1] = (runs[-1][0], found.end())
        else:
            runs.append(found.span())
    for begin, stop in runs:
        opens, closes = (
            ("", "") if _TABLE_BEFORE.search(text, max(0, begin - 400), begin) else ("<table>", "</table>")
        )
        pieces += [text[at:begin], opens, renamed(text[begin:stop]), closes]
        at = stop
    return "".join([*pieces, text[at:]])
