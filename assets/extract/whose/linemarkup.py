r"""Commands of markup about the words of a line: `[b]…[/b]`, `\begin{center}\Large …\end{center}`, `{\bf …}`, `\f[B]…\f[R]`.

Of what a title says they are none, wherever they stand in it: a title over two lines has them in its middle. Belongs here: commands that
set letters, lines and places on the page, in BBCode, LaTeX, ConTeXt, RTF, Typst and troff. Does not belong here: what opens a heading
(titles.py), tags (formats/blocks.py).
"""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\[{\\]")
# What troff says of the lines below, alone on its line.
_REQUEST = re.compile(r"\s*[.'][A-Za-z]{1,3}(?:\s++[0-9.]{1,6}[a-z]?){0,2}\s*")
_COMMAND = re.compile(
    # BBCode: a name of Latin letters, its value
    r"\[/?(?:b|i|u|s|h[1-6]|center|left|right|align|justify|size|font|color|indent|p|quote|url|strong|em|table|t[rdh]|list)"
    r"(?:=[^\[\]]{0,80})?\]"
    # what LaTeX and ConTeXt open and close, with the name of it
    r"|\\(?:begin|end|start|stop|label|hypertarget|reference)\{[^{}]{0,60}\}(?:\[[^\[\]]{0,60}\])?"
    # troff: fonts and sizes
    r"|\\f(?:\[[A-Za-z]{0,4}\]|\([A-Z]{2}|[A-Z1-4])|\\s[-+]?[0-9]{1,2}"
    # any command of letters
    r"|\\[A-Za-z]{1,30}[0-9]{0,4}\*?(?:\[[^\[\]\u3400-\u9fff]{0,60}\])?|\\\\(?:\[[0-9.]{1,5}[a-z]{2}\])?|\\[{}]"
    r"|[{}]"
)


def without_commands(text: str) -> str:
    """A text without commands of markup; most texts hold no sign of one."""
    if text[:1] in ".'" and _REQUEST.fullmatch(text):
        return ""
    return _COMMAND.sub("", text) if _SIGNS.search(text) else text
