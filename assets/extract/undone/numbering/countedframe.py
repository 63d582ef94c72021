"""The numbers that a program which holds tables in memory prints of columns and rows: `,0,1,2,3` above, `3,规章,0,0,0` below it.

    ,0,1,2,3                            |    | 0      |   1 |
    0,信息内容,本年制发件数,…           |---:|:-------|----:|
    1,规章,0,…                          |  0 | 规章   | nan |

The columns are counted from nought behind a blank corner, and the rows below from nought, too; so these numbers are none of the
sheet's. They are taken off, and the word for an empty cell with them; every line keeps its number. Does not belong here: rows
counted without their columns (rowindex.py), and columns set to the right by spaces (dataframes.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable

# A corner and the numbers of columns.
_COMMAS = re.compile(r'(?:"")?((?:,"?[0-9]{1,2}"?)+)\s*')
_BARS = re.compile(r"\|\s*((?:\|\s*[0-9]{1,2}\s*)+)\|\s*")
_RULE = re.compile(r"\|[\s|:-]*-[\s|:-]*\|\s*")
_NUMBER = re.compile(r"[0-9]+")
_OF_COMMAS = re.compile(r'"?([0-9]{1,4})"?,(.*)', re.DOTALL)
_OF_BARS = re.compile(r"\|\s*([0-9]{1,4})\s*\|(.*)", re.DOTALL)
_EMPTY = {"nan", "NaN", "None", "<NA>"}
_LEAST_ROWS = 3


def without_counts(lines: list[str]) -> list[str]:
    """The lines without such numbers; the lines themselves where there are none."""
    out = lines
    for at, line in enumerate(lines):
        if not line.startswith((",", '"",', "|")):
            continue
        head = _COMMAS.fullmatch(line) or _BARS.fullmatch(line)
        if head is None:
            continue
        columns = _NUMBER.findall(head[1])
        if columns != [str(n) for n in range(len(columns))]:
            continue
        rows = _rows(lines, at + 1, line[0] == "|", len(columns))
        if len(rows) >= _LEAST_ROWS:
            out = list(lines) if out is lines else out
            out[at] = ""
            if line[0] == "|":
                out[at + 1] = ""
            for number, text in rows.items():
                out[number] = text
    return out


def _rows(lines: list[str], start: int, is_bars: bool, columns: int) -> dict[int, str]:
    """The rows that are counted from nought, by their lines, without their numbers."""
    if is_bars:
        start += start < len(lines) and _RULE.fullmatch(lines[start]) is not None
    form = _OF_BARS if is_bars else _OF_COMMAS
    bare: Callable[[str, int], str] = _of_bars if is_bars else _of_commas
    rows: dict[int, str] = {}
    count, quotes = 0, 0
    for at in range(start, len(lines)):
        if quotes % 2:  # a cell in quotes goes on
            quotes += lines[at].count('"')
            continue
        found = form.fullmatch(lines[at])
        if found is None or int(found[1]) != count:
            break
        rows[at] = bare(found[2], columns)
        quotes = 0 if is_bars else found[2].count('"')
        count += 1
    return rows


def _of_bars(rest: str, columns: int) -> str:
    cells = [cell.strip() for cell in rest.rstrip().removesuffix("|").split("|")]
    cells = ["" if cell in _EMPTY else cell for cell in cells]
    return cells[0] if columns == 1 and len(cells) == 1 else f"| {' | '.join(cells)} |"


def _of_commas(rest: str, columns: int) -> str:
    is_whole = columns == 1 and rest.startswith('"') and rest.rstrip().endswith('"') and len(rest) > 1
    return rest.rstrip()[1:-1].replace('""', '"') if is_whole else rest
