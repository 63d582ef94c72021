r"""Groups in braces that ConTeXt sets about words: `{\bf 总计}`, `{\language[en-us]0}{\language[en-us]}`.

What the group says of its words is taken off; they stay. Every line keeps its number. Does not belong here: the tables of
ConTeXt (markup.py) and the braces of LaTeX (latex.py).
"""

from __future__ import annotations

import re

_LEAST = 3
# A command with a width takes the space behind it.
_GROUP = re.compile(
    r"\{\\(?:language\[[a-z-]{2,12}\]|(?:bf|it|em|sl|bs|tf|rm|ss|tt|sc|bfa|tfa)\b ?)([^{}\\\n]*+)\}"
)
_SIGN = ("\\language[", "{\\bf ", "{\\it ", "{\\em ")


def without_groups(lines: list[str]) -> list[str]:
    """The lines without such groups, where a text has several and is no LaTeX."""
    held = [any(sign in line for sign in _SIGN) for line in lines]
    if sum(held) < _LEAST or any(line.startswith(("\\begin{", "\\documentclass")) for line in lines):
        return lines
    return [_GROUP.sub(r"\1", line) if has else line for line, has in zip(lines, held, strict=True)]
