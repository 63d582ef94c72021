r"""Cells between bars as a program writes its own texts: in quotes, with escapes (`| '规章' | '0' | '\xa05' | None |`).

The quotes become spaces, the escapes the characters they stand for; the first row may be names without quotes. Every line keeps its number
and every wall its column. Does not belong here: quoted cells between other signs (quotedcells.py, delimited.py), lists (lists.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.extract.formats.wholecharacters import whole_characters

_SIGNS = ("| '", "|'", '| "', '|"', "│ '", "│'")
_BAR = re.compile(r"([|│┃])")
_QUOTED = re.compile(r"u?'((?:[^'\\]|\\.)*)'|u?\"((?:[^\"\\]|\\.)*)\"")
_BARE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?|None|True|False|nan|NaN|")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))")
_ESCAPED = {"n": " ", "t": " ", "r": " "}
_RULE = re.compile(r"[\s|│┃:+=─━┄┈├┤┼╞╡╪-]*")
_LEAST_ROWS = 3


def without_quotes_of_cells(lines: list[str]) -> list[str]:
    """The lines, in such tables without quotes."""
    out = lines
    for run in _tables(lines):
        split = {n: _BAR.split(lines[n]) for n in run}
        names, *rows = run
        cells = [cell.strip() for n in rows for cell in split[n][2:-2:2]]
        if not cells or not all(_QUOTED.fullmatch(cell) or _BARE.fullmatch(cell) for cell in cells):
            continue
        if sum(_QUOTED.fullmatch(cell) is not None for cell in cells) * 2 < len(cells):
            continue
        out = list(lines) if out is lines else out
        for n in run:
            out[n] = "".join(_plain(piece) if at % 2 == 0 else piece for at, piece in enumerate(split[n]))
        if all(re.fullmatch(r"[a-z_]{0,8}[0-9]{1,2}", cell.strip()) for cell in split[names][2:-2:2]):
            out[names] = re.sub(r"[a-z0-9_]", " ", lines[names])  # columns that the program counted
    return out


def _tables(lines: list[str]) -> Iterator[list[int]]:
    """The lines with cells of each run of lines with bars and rules."""
    run: list[int] = []
    for n, line in enumerate([*lines, ""]):
        if line.count("|") + line.count("│") > 1 and not _RULE.fullmatch(line):
            run.append(n)
        elif not line.strip() or not _RULE.fullmatch(line):
            if len(run) > _LEAST_ROWS and any(sign in lines[at] for at in run[1:2] for sign in _SIGNS):
                yield run
            run = []


def _plain(piece: str) -> str:
    """A cell without quotes, as wide as it was."""
    found = _QUOTED.fullmatch(piece.strip())
    if found is None:
        return piece
    text = found[1] if found[1] is not None else found[2]
    lead = len(piece) - len(piece.lstrip()) + 1
    return (" " * lead + whole_characters(_ESCAPE.sub(_escaped, text))).ljust(len(piece))


def _escaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(found[3], found[3])
