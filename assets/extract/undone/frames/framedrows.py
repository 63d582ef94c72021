"""Rows between bars that stand in a cell of an HTML table: the cell is a page's frame, and its tags are taken off.

A program that writes a notation without tables in tables (Textile) keeps the table of a layout as HTML and writes those within as
its own rows:

    <td align="left"><table>
    <td align="left">h1. 青岚县林业局…年度报告

    |规章|0|3|1|

Every line keeps its number. Belongs here: frames without figures of their own. Does not belong here: tables in cells of a
table, both of them HTML (html.py), boxes that are drawn (onecell.py).
"""

from __future__ import annotations

import re

_OPENS, _CLOSES = re.compile(r"<table\b", re.IGNORECASE), re.compile(r"</table\s*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:table|thead|tbody|tfoot|tr|t[dh]|col|colgroup|div)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE
)
# A row between bars with two cells or more, without a tag.
_ROW = re.compile(r"[ \t]{0,8}\|[^|<>\n]{0,300}\|[^<>\n]{0,3000}\|[ \t]*")
# So many of them one below the other are a table.
_LEAST_ROWS = 3
# A figure alone in a cell of the HTML table.
_FIGURE = re.compile(r"<t[dh]\b[^<>]{0,300}>\s*[+-]?[0-9][0-9.,]*\s*</t[dh]>", re.IGNORECASE)


def without_frames(lines: list[str]) -> list[str]:
    """The lines without the tags of tables that frame such rows."""
    if not any(_OPENS.search(line) for line in lines if "<" in line):
        return lines
    found = lines
    start, depth = 0, 0
    for at, line in enumerate(lines):
        if "<" not in line:
            continue
        opened = len(_OPENS.findall(line))
        start = at if opened and not depth else start
        before, depth = depth, max(0, depth + opened - len(_CLOSES.findall(line)))
        if (before or opened) and not depth and _frames_rows(lines[start : at + 1]):
            found = list(lines) if found is lines else found
            found[start : at + 1] = [_TAG.sub("", framed) for framed in lines[start : at + 1]]
    return found


def _frames_rows(lines: list[str]) -> bool:
    """Whether a table of HTML holds rows between bars, and no figure in a cell of its own."""
    run = longest = 0
    for line in lines:
        run = run + 1 if line.lstrip().startswith("|") and _ROW.fullmatch(line) else 0
        longest = max(longest, run)
    return longest >= _LEAST_ROWS and not _FIGURE.search("\n".join(lines))
