r"""How a program set the figures between bars: `$0$`, `\(0\)`, `*0*`, a figure between backticks or `<center>` and its like.

The marks become spaces, so that every column keeps its place; so does a break behind the cell. What is struck out stays as it is, and so does
a star on one side of a figure, which is a note's; where Org breaks a cell's words over lines their stars are at either end. Does not
belong here: marks of quoting (marks.py), bold letters and escapes that every table may have (pipes.py).
"""

from __future__ import annotations

import re

_INNER = r"[^|<>`$\\]{1,200}?"
_FIGURE = r"[-+−–]?[ \u3000\u200b]*[0-9０-９][0-9０-９,.，．]*[ \u3000\u200b]*"
_BLANK = r"[ \t\u3000\u00a0]*+"
_TAGS = r"center|u|b|i|em|strong|font|span|div|p|small|big|tt|code|kbd"
_STYLED = re.compile(
    rf"(?<=\|)(?P<lead>{_BLANK})(?:"
    rf"(?P<math>\$\$?|\\\()(?P<figure>{_FIGURE}|\s*\\(?:mathbf|mathrm|text|textbf|bf)\{{{_FIGURE}\}}\s*)(?P<end>\$\$?|\\\))"
    rf"|(?P<tick>`{{1,2}})(?P<code>{_INNER})(?P=tick)"
    rf"|(?P<tag><(?P<name>{_TAGS})(?:\s[^<>|]{{0,200}})?>)(?P<text>{_INNER})(?P<close></(?P=name)\s*>)"
    rf")(?P<behind>{_BLANK}(?:<br\s*/?>{_BLANK})?)(?=\|)",
    re.IGNORECASE,
)
_COMMAND = re.compile(r"\\(?:mathbf|mathrm|textbf|text|bf)\{|\}")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BOLD = re.compile(
    rf"(?<=\|)(?P<lead>{_BLANK})(?P<stars>\*\*|__)(?P<figure>{_FIGURE}|[ \u3000]+[^|*_<>]{{1,200}}?)(?P=stars)(?P<behind>{_BLANK})(?=\||<br)"
)
# Words between two stars or strokes below, and those that Org goes on with on the next line of their cell.
_SLANTED = re.compile(r"(\s*)([*_])(?=[^\s*_])([^*_]{0,199}[^\s*_])\2(\s*)")
_OPENED = re.compile(r"(\s*)\*(?=[^\s*])([^*]{1,199}\\\\\s*)")
_CLOSED = re.compile(r"(\s*[^\s*][^*]{0,199})\*(\s*)")
_GOES_ON = re.compile(r"\s*[^\s*][^*]{0,199}\\\\\s*")
_LEAST_BARS = 2


def without_styles_of_cells(lines: list[str]) -> list[str]:
    """The lines, those with bars without such marks about their cells."""
    out = lines
    opened: frozenset[int] = frozenset()
    for n, line in enumerate(lines):
        if line.count("|") < _LEAST_BARS:
            opened = frozenset()
            continue
        plain = _BOLD.sub(_as_bold, _STYLED.sub(_plain, line))
        if "*" in plain or "_" in plain or opened:
            plain, opened = _without_single(plain, opened)
        if plain != line:
            out = list(lines) if out is lines else out
            out[n] = plain
    return out


def _without_single(line: str, opened: frozenset[int]) -> tuple[str, frozenset[int]]:
    """A line without single marks about its cells, and the cells whose words go on below; `opened` are those that do from above."""
    cells = line.split("|")
    going: set[int] = set()
    for at, cell in enumerate(cells):
        if at in opened and _CLOSED.fullmatch(cell):
            cells[at] = _CLOSED.sub(r"\1 \2", cell)
        elif at in opened and _GOES_ON.fullmatch(cell):
            going.add(at)
        elif _OPENED.fullmatch(cell):
            cells[at] = _OPENED.sub(r"\1 \2", cell)
            going.add(at)
        elif 0 < at < len(cells) - 1 and _SLANTED.fullmatch(cell):
            cells[at] = _SLANTED.sub(r"\1 \3 \4", cell)
    return "|".join(cells), frozenset(going)


def _plain(found: re.Match[str]) -> str:
    behind = _BREAK.sub(_blank, found["behind"])
    if found["math"]:
        body = _COMMAND.sub(_blank, found["figure"])
        return f"{found['lead']}{' ' * len(found['math'])}{body}{' ' * len(found['end'])}{behind}"
    if found["tick"]:
        ends = " " * len(found["tick"])
        return f"{found['lead']}{ends}{found['code']}{ends}{behind}"
    return f"{found['lead']}{' ' * len(found['tag'])}{found['text']}{' ' * len(found['close'])}{behind}"


def _as_bold(found: re.Match[str]) -> str:
    return f"{found['lead']}  {found['figure']}  {found['behind']}"


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
