"""The tables of a report as the form prints them, as a piece of HTML: cells in question marked, each with its origin.

Everything that comes from the report is escaped. Does not belong here: what there is to say (verdict.py), or the page
around it (verdict_html.py, notebook.py).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Template

from assets.html_page import environment
from pipelines.verdict import UNKNOWN, Checked
from pipelines.verdict_text import lines
from schemas.form import Block, CellKey, Table

# How a cell may be marked, the gravest first, with its words in the key.
MARKS = {
    "culprit": ("可能填错", "probably wrong"),
    "candidate": ("几处之一可能填错", "one of several is wrong"),
    "suspect": ("所在的勾稽关系不成立", "in a sum that does not hold"),
    "unparsed": ("有字但读不成数", "no one reading as a figure"),
    "uncertain": ("无从确定", "uncertain"),
    "absent": ("文中没有", "not in the text"),
    "blank": ("空白", "blank"),
}


@dataclass(frozen=True)
class Head:
    """A heading cell and how many rows and columns it spans."""

    text: str
    rows: int = 1
    columns: int = 1


@cache
def template(name: str) -> Template:
    """A template of this folder; what it is given is escaped."""
    return environment(Path(__file__).parent).get_template(name)


def fragment(one: Checked, language: str) -> str:
    """The tables with their style and the key of what is marked."""
    drawn = tables(one, language)
    return str(template("form.html.j2").module.whole(drawn, key(drawn, language), language))  # type: ignore[attr-defined]


def said(one: Checked, language: str) -> str:
    """What `gouji check` says of the report, as a piece of HTML with its style."""
    return str(template("form.html.j2").module.told(list(lines(one, language))))  # type: ignore[attr-defined]


def tables(one: Checked, language: str) -> list[dict[str, Any]]:
    """What the templates draw of each table; nothing where the report has no tables of an official form."""
    if one.form is None:
        return []
    broken: dict[CellKey, list[str]] = {}
    for equation in one.broken:
        for term in (*equation.left, *equation.right):
            broken.setdefault(term.key, []).append(str(getattr(equation.rule, language)))
    told: dict[CellKey, list[dict[str, Any]]] = {}
    for row in one.corrections:
        told.setdefault(CellKey(row["table_no"], row["row_key"], row["col_key"]), []).append(row)
    found = []
    for table in one.form.tables:
        blocks = []
        for block in table.blocks:
            cells = [
                [
                    _cell(one.cells[at], told.get(at, []), broken.get(at, []), language)
                    for at in (CellKey(table.no, row.key, column.key) for column in block.columns)
                ]
                for row in block.rows
            ]
            labels, depth = _labels(table, block, language)
            blocks.append(
                {
                    "head": _head(table, block, depth, language),
                    "rows": [
                        {"labels": heads, "cells": row} for heads, row in zip(labels, cells, strict=True)
                    ],
                }
            )
        found.append({"title": getattr(table, language), "blocks": blocks})
    return found


def key(drawn: list[dict[str, Any]], language: str) -> list[tuple[str, str, int]]:
    """(mark, words, number of cells) of the marks that occur."""
    cells = [c for table in drawn for block in table["blocks"] for row in block["rows"] for c in row["cells"]]
    count = Counter(cell["mark"] for cell in cells)
    return [(mark, words[language == "en"], count[mark]) for mark, words in MARKS.items() if count[mark]]


def _head(table: Table, block: Block, depth: int, language: str) -> list[list[Head]]:
    """The header rows: two where columns stand under a group."""
    groups = {group.key: group for group in table.groups}
    grouped = any(column.group for column in block.columns)
    corner = getattr(block.clause, language) if block.clause else ""
    upper, lower = [Head(corner, 2 if grouped else 1, depth)], []
    last = None
    for column in block.columns:
        label = Head(getattr(column, language), 2 if grouped and not column.group else 1)
        if not column.group:
            upper.append(label)
        else:
            lower.append(label)
            if column.group != last:
                width = sum(other.group == column.group for other in block.columns)
                upper.append(Head(getattr(groups[column.group], language), 1, width))
        last = column.group
    return [upper, lower] if grouped else [upper]


def _labels(table: Table, block: Block, language: str) -> tuple[list[list[Head]], int]:
    """(the labels that each row begins with, how many columns they take). A group stands before its first row."""
    paths = [tuple(reversed(table.ancestors(row.key))) for row in block.rows]
    depth = max(map(len, paths)) + 1
    found = []
    for i, (row, path) in enumerate(zip(block.rows, paths, strict=True)):
        heads = []
        for level, group in enumerate(path):
            if i and paths[i - 1][: level + 1] == path[: level + 1]:
                continue
            under = sum(other[: level + 1] == path[: level + 1] for other in paths)
            heads.append(Head(getattr(group, language), under))
        found.append([*heads, Head(getattr(row, language), 1, depth - len(path))])
    return found, depth


def _cell(
    cell: dict[str, Any], told: list[dict[str, Any]], broken: list[str], language: str
) -> dict[str, str]:
    """What stands in a cell, how it is marked, what is noted under it, and what one reads on pointing at it."""
    found = {row["status"] for row in told}
    mark = cell["status"] if cell["status"] in MARKS else ""
    if cell["status"] not in UNKNOWN:
        if "proposed" in found:
            mark = "culprit"
        elif "candidate" in found:
            mark = "candidate"
        elif broken:
            mark = "suspect"
    repairs = [f"→ {row['proposed_value']:.10g}: {row[f'reason_{language}']}" for row in told]
    raw = " ".join((cell["raw"] or "").split())
    words = [_origin(cell, language)]
    if cell["status"] in MARKS:
        words.append(MARKS[cell["status"]][language == "en"])
    words += [cell["reason"], *dict.fromkeys(broken), *repairs]
    noted = mark in ("culprit", "candidate")
    return {
        "raw": raw,
        "mark": mark,
        "note": "; ".join(repairs) if noted else "",
        "title": "\n".join(word for word in words if word),
    }


def _origin(cell: dict[str, Any], language: str) -> str:
    """File and lines, and the raw text."""
    if not cell["line_start"]:
        return str(cell["source_file"])
    first, last = cell["line_start"], cell["line_end"]
    lines = f"{first}" if first == last else f"{first}–{last}"
    said = (
        f"{cell['source_file']} 第 {lines} 行" if language == "zh" else f"{cell['source_file']} line {lines}"
    )
    return f"{said}: “{cell['raw']}”" if cell["raw"] else said
