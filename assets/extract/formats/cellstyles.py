r"""How a program set the figures between bars: `$0$`, `\(0\)`, a figure between backticks or `<center>` and its like.

The marks become spaces, so that every column keeps its place; so does a break behind the cell. What is struck out stays as it is. Does not
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
_LEAST_BARS = 2


def without_styles_of_cells(lines: list[str]) -> list[str]:
    """The lines, those with bars without such marks about their cells."""
    out = lines
    for n, line in enumerate(lines):
        if line.count("|") < _LEAST_BARS:
            continue
        plain = _BOLD.sub(_as_bold, _STYLED.sub(_plain, line))
        if plain != line:
            out = list(lines) if out is lines else out
            out[n] = plain
    return out


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
