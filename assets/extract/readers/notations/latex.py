r"""Tables in LaTeX, as text recognition and exports write them: cells parted by &, rows by \\, whatever stands on a line.

The marks become those of HTML, one line of it for each line of the text. A cell that covers rows is followed by blank cells
in the rows below, as LaTeX wants it, so only widths are taken over. A command that is not known stays in its cell, which
then is no figure. Does not belong here: the reading of the rows that this makes (html.py).
"""

from __future__ import annotations

import re
from html import escape

from assets.extract.readers.notations.html import end_of

SIGNS = ("\\begin{",)
TABULAR = r"\{(?:tabular[xy]?\*?|tabulary|(?:long)?tabu|longtable|xltabular|(?:long)?tblr|array)\}"
_OPEN, _CLOSE = re.compile(r"\\begin" + TABULAR), re.compile(r"\\end" + TABULAR)
_TOKEN = re.compile(
    r"(?P<begin>\\begin\{[a-zA-Z]{1,20}\*?\})|(?P<end>\\end\{[a-zA-Z]{1,20}\*?\})"
    r"|(?P<row>\\\\(?:\*|\[[^\]\n]{0,20}\])?|\\tabularnewline\b)|\\(?P<escaped>[&%_#${}~^ ,;!-])"
    r"|\\(?P<command>[a-zA-Z]{1,40})\*?[ \t]?|(?P<comment>%[^\n]*+)|(?P<mark>[{}&$~])|(?P<quotes>``|'')"
)
_OPTION = re.compile(r"[ \t]*+(?:\[[^\]\n]{0,80}\]|\([lr]{1,2}\))")
_ARGUMENT = re.compile(r"[ \t]*+\{")
# How many arguments, which are no text, stand behind a command; those about what is printed have none.
_ARGUMENTS = {
    **dict.fromkeys(("cline", "cmidrule", "noalign", "vspace", "hspace", "label", "color", "textcolor"), 1),
    **dict.fromkeys(("cellcolor", "rowcolor", "columncolor", "rowfont", "hhline", "Xcline"), 1),
    **dict.fromkeys(("multicolumn", "multirow", "rule", "setlength", "renewcommand", "def", "Xhline"), 2),
    **dict.fromkeys(("hline", "toprule", "midrule", "bottomrule", "addlinespace", "endhead", "endfoot"), 0),
    **dict.fromkeys(("endfirsthead", "endlastfoot", "centering", "raggedright", "raggedleft", "quad"), 0),
    **dict.fromkeys(("textbf", "textit", "emph", "text", "textrm", "textsf", "mathrm", "mathbf", "mbox"), 0),
    **dict.fromkeys(
        ("makecell", "thead", "shortstack", "bfseries", "small", "footnotesize", "scriptsize"), 0
    ),
    **dict.fromkeys(
        ("arraybackslash", "strut", "newline", "par", "normalsize", "tiny", "songti", "heiti"), 0
    ),
}
_AROUND = {"textsuperscript": "sup", "textsubscript": "sub", "st": "del", "sout": "del"}
_WRITTEN = {"``": "“", "''": "”", "~": " "}
_COUNT = re.compile(r"\{\s*(\d{1,2})\s*\}")
_BRACE = re.compile(r"(?<!\\)[{}]")
# Environments with a width before their columns.
_TWO = ("tabularx", "tabulary", "tabular*", "xltabular")
_SPACES = re.compile(r"[ \t]*\n[ \t]*")


def opens(line: str) -> bool:
    """Whether a table is opened on the line."""
    return "\\begin{" in line and bool(_OPEN.search(line))


def end(lines: list[str], index: int) -> int:
    """The line after the one that closes the table; one that is never closed ends with the text."""
    return end_of(lines, index, _OPEN, _CLOSE)


def as_html(lines: list[str]) -> list[str]:
    """The lines of the block as lines of HTML."""
    source = "\n".join(lines)
    table = _Table(source)
    for found in _TOKEN.finditer(source):
        if found.start() >= table.at:
            table.take(found)
    return _SPACES.sub("\n", "".join(table.out)).split("\n")


class _Table:
    """HTML in the making. `at` is how far the source is read, `cell` which piece opened the last cell."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.cell = 0
        self.depth = 0
        self.open_marks: list[str] = []

    def take(self, found: re.Match[str]) -> None:
        """Write the text before a mark, and what the mark stands for."""
        text = self.source[self.at : found.start()]
        self.out.append(escape(text, quote=False) if self.depth else "\n" * text.count("\n"))
        self.at = found.end()
        inside = self.depth > 1 or bool(self.open_marks)
        kind = found.lastgroup
        if kind == "begin":
            self._skip(1 + any(f"{{{name}}}" in found[0] for name in _TWO))
            if _OPEN.fullmatch(found[0]):
                self.depth += 1
                if self.depth == 1:
                    self.open_marks.clear()
                    self.out.append("<table><tr>")
                    self._open_cell()
        elif kind == "end":
            if _CLOSE.fullmatch(found[0]) and self.depth:
                self.depth -= 1
                self.out.append("" if self.depth else "</td></tr></table>")
        elif not self.depth:
            return
        elif kind == "row" or found[0] == "&":
            self.out.append(" " if inside else "</td></tr><tr>" if kind == "row" else "</td>")
            if not inside:
                self._open_cell()
        elif kind == "command":
            self._command(found["command"])
        elif found[0] == "{":
            self.open_marks.append("")
        elif found[0] == "}":
            self.out.append(self.open_marks.pop() if self.open_marks else "")
        else:
            self.out.append(_WRITTEN.get(found[0], escape((found["escaped"] or "").strip(",;! "))))

    def _open_cell(self) -> None:
        self.cell = len(self.out)
        self.out.append("<td>")

    def _command(self, name: str) -> None:
        if name in _AROUND and (opened := _ARGUMENT.match(self.source, self.at)):
            self.at = opened.end()
            self.out.append(f"<{_AROUND[name]}>")
            self.open_marks.append(f"</{_AROUND[name]}>")
        elif name not in _ARGUMENTS:
            self.out.append(f"\\{name}")
        else:
            start = self.at
            self._skip(_ARGUMENTS[name])
            if name == "multicolumn" and (count := _COUNT.search(self.source, start, self.at)):
                self.out[self.cell] = f'<td colspan="{count[1]}">'

    def _skip(self, arguments: int) -> None:
        """Go behind the options and so many arguments in braces, which are no text."""
        start = self.at
        while True:
            if option := _OPTION.match(self.source, self.at):
                self.at = option.end()
            elif arguments and (opened := _ARGUMENT.match(self.source, self.at)):
                self.at, arguments = self._closing(opened.end()), arguments - 1
            else:
                break
        self.out.append("\n" * self.source.count("\n", start, self.at))

    def _closing(self, at: int) -> int:
        """Behind the brace that closes the one before `at`."""
        depth = 1
        for brace in _BRACE.finditer(self.source, at):
            depth += 1 if brace[0] == "{" else -1
            if not depth:
                return brace.end()
        return len(self.source)
