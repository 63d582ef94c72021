"""Trees of what a page says to those who hear it: `- row "规章 0": `, below it `- cell "规章"`, `- cell "0"`.

Browsers and test programs write a node a line, each as far to the right as it is deep: its role, its name in quotes, what else is
known of it. A row's name is that of its cells once more and says nothing. Rows and cells become those of a table that has lost
its merged cells, headings and paragraphs plain lines; every line keeps its number. Does not belong here: what a table means (html.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

_ROWS = {"row", "table row"}
_CELLS = {"cell", "gridcell", "columnheader", "rowheader", "table cell", "layout table cell"}
_TABLES = {"table", "grid", "treegrid", "layout table"}
# What is read out with its own words; of anything else only what stands behind its colon is, if it is not there to be pressed.
_SAID = {
    "statictext",
    "text",
    "heading",
    "paragraph",
    "caption",
    "listitem",
    "strong",
    "emphasis",
    "code",
    "mark",
}
_PRESSED = {
    "link",
    "button",
    "img",
    "image",
    "menuitem",
    "tab",
    "textbox",
    "searchbox",
    "combobox",
    "option",
    "checkbox",
}
_ROOTS = {"rootwebarea", "document"}
_ROLES = sorted(_ROWS | _CELLS | _TABLES | _SAID | _ROOTS, key=len, reverse=True)
_NODE = re.compile(
    r"(?P<indent>[ \t│├└─|`+]*+)(?:- )?(?:(?:\[\w{1,12}\]|uid=\w{1,20}|#\w{1,12}|\w{1,8}:)\s++)?(?P<quoted>')?"
    rf"(?P<role>{'|'.join(_ROLES)}|[A-Za-z]{{3,30}})(?![\w./=(-])"
    r"(?:\s*+(?P<name>\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|“[^“”]*+”))?"
    r"(?P<states>(?:\s++(?:\[[^\[\]]{0,60}\]|[\w-]{1,30}(?:=(?:\"[^\"]{0,200}\"|[^\s\"]{1,60}))?(?=\s|:|$)))*+)"
    r"(?P<closing>'?)\s*(?::\s*(?P<said>.*\S))?:?\s*",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?:grid)?cell\b|columnheader\b|rowheader\b", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(.)")
_LEAST_ROWS = 3


@dataclass
class _Node:
    line: int
    depth: int
    role: str
    name: str
    is_said: bool = False


def with_tables_of_trees(lines: list[str]) -> list[str]:
    """The lines, where they are such a tree with the marks of a page in place of its own."""
    if not any(("ell" in line or "header" in line) and _SIGN.search(line) for line in lines):
        return lines
    nodes = [node for n, line in enumerate(lines) if (node := _node(n, line)) is not None]
    rows = [n for n, node in enumerate(nodes[:-1]) if node.role in _ROWS and _holds_cell(node, nodes[n + 1])]
    if len(rows) < _LEAST_ROWS:
        return lines
    found = list(lines)
    for node in nodes:
        found[node.line] = ""
    _write(nodes, found)
    return found


def _holds_cell(row: _Node, below: _Node) -> bool:
    return below.role in _CELLS and below.depth > row.depth


def _node(number: int, line: str) -> _Node | None:
    found = _NODE.fullmatch(line)
    if found is None:
        return None
    name = found["name"] or ""
    if found["quoted"]:  # the whole node is in quotes, those within it are doubled
        name = name.replace("''", "'")
    text = _ESCAPE.sub(r"\1", name[1:-1]).strip()
    said = (found["said"] or "").strip()
    if len(said) > 1 and said[0] == said[-1] and said[0] in "\"'":
        said = _ESCAPE.sub(r"\1", said[1:-1])
    return _Node(number, len(found["indent"].expandtabs(2)), found["role"].lower(), text or said, bool(said))


def _write(nodes: list[_Node], found: list[str]) -> None:
    """Set the lines of the nodes: one after another, knowing in which cell and which table each stands."""
    table = cell = None
    said: list[tuple[int, str]] = []  # what the nodes above have said
    last = -1
    for node in nodes:
        said = [(depth, text) for depth, text in said if depth < node.depth]
        if cell is not None and node.depth <= cell.depth:
            cell = None
        if table is not None and node.depth <= table:
            found[last] += "</table>"
            table = None
        if node.role in _TABLES | _ROWS:
            opens = "<table>" if table is None else ""
            if table is None:
                table = node.depth - (node.role in _ROWS)
            found[node.line] = opens + ("<row>" if node.role in _ROWS else "")
        elif node.role in _CELLS and table is not None:
            cell = node
            found[node.line] = f"<cell>{escape(node.name, quote=False)}</cell>"
        elif not any(text == node.name or (cell is not None and text) for _, text in said):
            _say(node, cell, found)  # a node within another may say its words once more
        if node.role in _SAID | _CELLS and node.name:
            said.append((node.depth, node.name))
        last = node.line
    if table is not None:
        found[last] += "</table>"


def _say(node: _Node, cell: _Node | None, found: list[str]) -> None:
    """Set the words of a node: in the cell that it stands in, or on a line of its own."""
    if cell is not None:
        if node.name and node.role not in _PRESSED - {"link"}:
            kept = found[cell.line].removesuffix("</cell>")
            between = "" if kept.endswith("<cell>") else " "
            found[cell.line] = f"{kept}{between}{escape(node.name, quote=False)}</cell>"
    elif node.role in _SAID | _ROOTS or (node.is_said and node.role not in _PRESSED):
        found[node.line] = node.name
