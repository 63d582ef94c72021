"""Invented reports printed in many layouts, and what a reading of them must and must not say.

Every cell has a figure of its own (`figures`), so that one read in the wrong place is a wrong value. Renderers take
tables as rows of cells (`printed`), which a test may damage before it prints them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from assets.extract.reading import Reading, read_text
from schemas.form import Block, CellKey, forms

HASH = "0123456789abcdef0123456789abcdef"
TITLE = "青岚县林业局2022年政府信息公开工作年度报告"
HEADINGS = {
    "2": "二、主动公开政府信息情况",
    "3": "三、收到和处理政府信息公开申请情况",
    "4": "四、政府信息公开行政复议、行政诉讼情况",
}

Figures = dict[CellKey, str]
Rows = list[list[str]]


def figures(form: str = "2021", first: int = 101) -> Figures:
    """A figure for every cell, no two alike."""
    return {key: str(first + i) for i, key in enumerate(forms()[form].cells)}


@dataclass(frozen=True)
class Part:
    """A stretch of a table with columns of its own: header rows and rows of figures (label first)."""

    table_no: str
    header: Rows
    rows: Rows
    keys: tuple[str, ...] = field(default=())


def _block(block: Block, table: Any, values: Mapping[CellKey, str]) -> Part:
    header = [[table.header, *(c.zh for c in block.columns)]]
    if block.clause:
        header = [[block.clause.zh, *[""] * len(block.columns)], *header]
    rows = [[r.zh, *(values[CellKey(table.no, r.key, c.key)] for c in block.columns)] for r in block.rows]
    return Part(table.no, header, rows, tuple(r.key for r in block.rows))


def _spread(labels: list[str], width: int = 5) -> list[str]:
    """Labels that span columns, blank where they go on."""
    return [cell for label in labels for cell in [label, *[""] * (width - 1)]]


def printed(values: Mapping[CellKey, str], form: str = "2021") -> list[Part]:
    """The three tables as parts, every row as wide as its table."""
    parts = []
    for table in forms()[form].tables:
        if table.one_row:
            (block,) = table.blocks
            names = [c.zh for c in block.columns]
            header = [
                [*_spread([block.rows[0].zh]), *_spread([table.groups[0].zh], 10)],
                [*_spread([""]), *_spread([r.zh for r in block.rows[1:]])],
                names * len(block.rows),
            ]
            figures_ = [values[CellKey(table.no, r.key, c.key)] for r in block.rows for c in block.columns]
            parts.append(Part(table.no, header, [figures_], ("all",)))
        else:
            parts += [_block(block, table, values) for block in table.blocks]
    return parts


def change(parts: Iterable[Part], key: str, row: list[str]) -> list[Part]:
    """The parts with one row of figures printed otherwise."""
    return [
        replace(p, rows=[row if k == key else r for k, r in zip(p.keys, p.rows, strict=True)]) for p in parts
    ]


def row_of(parts: Iterable[Part], key: str, table_no: str = "3") -> list[str]:
    """The printed row of a key."""
    return next(
        r for p in parts if p.table_no == table_no for k, r in zip(p.keys, p.rows, strict=True) if k == key
    )


def report(
    parts: Iterable[Part],
    render: Callable[[Rows], list[str]],
    title: str = TITLE,
    header: Callable[[Part], Rows] = lambda part: part.header,
) -> str:
    """A whole report: prose, the tables under their headings, signature."""
    lines = [title, "", "一、总体情况", "全年工作平稳，各项制度得到落实。", ""]
    at = ""
    block: Rows = []

    def flush() -> None:
        nonlocal lines, block
        if block:
            lines += [*render(block), ""]
        block = []

    for part in parts:
        if part.table_no != at:
            flush()
            at = part.table_no
            lines += [HEADINGS[at], ""]
        block += header(part) + part.rows
    flush()
    lines += ["五、存在的主要问题及改进情况", "业务培训还不够经常，将逐步补上。", ""]
    lines += ["六、其他需要报告的事项", "没有其他事项。", "", "青岚县林业局", "2023年1月20日"]
    return "\n".join(lines) + "\n"


# --- renderers: rows of cells to lines


def tsv(rows: Rows) -> list[str]:
    return ["\t".join(row) for row in rows]


def doubled_tabs(rows: Rows) -> list[str]:
    return ["\t\t".join(row) for row in rows]


def tab_cells(rows: Rows) -> list[str]:
    return [line for row in rows for line in [*("\t" + cell for cell in row), ""]]


def csv_rows(rows: Rows) -> list[str]:
    return [",".join(f'"{c}"' if "," in c or "\n" in c else c for c in row) for row in rows]


def semicolons(rows: Rows) -> list[str]:
    return [";".join(f'"{c}"' for c in row) for row in rows]


def closed(rows: Rows) -> list[str]:
    return ["| " + " | ".join(row) + " |" for row in rows]


def markdown(rows: Rows) -> list[str]:
    lines = closed(rows)
    return [lines[0], "| " + " | ".join("---" for _ in rows[0]) + " |", *lines[1:]]


def leading(rows: Rows) -> list[str]:
    return ["| " + " | ".join(row) for row in rows]


def trailing(rows: Rows) -> list[str]:
    return [" | ".join(row) + " |" for row in rows]


def compact(rows: Rows) -> list[str]:
    return ["|" + "|".join(row) + "|" for row in rows]


def pipe_cells(rows: Rows) -> list[str]:
    return [line for row in rows for line in [*(f"{cell} |" for cell in row), "||"]]


def grid(rows: Rows) -> list[str]:
    """Pandoc's grid: every row between borders, columns as wide as their widest cell (wide characters count two)."""
    width = max(len(row) for row in rows)
    full = [row + [""] * (width - len(row)) for row in rows]
    sizes = [max(_wide(row[i]) for row in full) + 2 for i in range(width)]
    border = "+" + "+".join("-" * size for size in sizes) + "+"
    lines = [border]
    for row in full:
        cells = [" " + cell + " " * (size - 1 - _wide(cell)) for cell, size in zip(row, sizes, strict=True)]
        lines += ["|" + "|".join(cells) + "|", border]
    return lines


def box(rows: Rows) -> list[str]:
    """The same drawn with box characters."""
    lines = grid(rows)
    drawn = []
    for n, line in enumerate(lines):
        if line.startswith("+"):
            left, middle, right = "┌┬┐" if n == 0 else "└┴┘" if n == len(lines) - 1 else "├┼┤"
            parts = line.strip("+").split("+")
            drawn.append(left + middle.join("─" * len(p) for p in parts) + right)
        else:
            drawn.append(line.replace("|", "│"))
    return drawn


def _wide(text: str) -> int:
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)


def html(rows: Rows) -> list[str]:
    return [
        "<table>",
        *("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows),
        "</table>",
    ]


def running(rows: Rows) -> list[str]:
    return [" ".join(cell for cell in row if cell) for row in rows]


def one_a_line(rows: Rows) -> list[str]:
    return [cell for row in rows for cell in row if cell]


def aligned(rows: Rows, step: int = 10, label: int = 100) -> list[str]:
    """Columns by display width; blank cells leave a gap."""
    lines = []
    for row in rows:
        line = row[0]
        for i, cell in enumerate(row[1:]):
            line += " " * (label + step * i - _wide(line)) + cell
        lines.append(line.rstrip())
    return lines


def one_line(rows: Rows) -> list[str]:
    """Every cell of the table on one line, set apart by bars."""
    return ["|".join(cell for row in rows for cell in row)]


def python_lists(rows: Rows) -> list[str]:
    """A list of rows as Python prints it, one row a line."""
    lines = [f" {[cell or None for cell in row]}," for row in rows]
    return (
        ["[" + lines[0][1:], *lines[1:-1], lines[-1][:-1] + "]"] if len(rows) > 1 else [f"[{lines[0][1:-1]}]"]
    )


def json_lists(rows: Rows) -> list[str]:
    """JSON with figures as numbers, one cell a line."""
    cells = [[int(cell) if cell.isdecimal() else cell or None for cell in row] for row in rows]
    return json.dumps(cells, ensure_ascii=False, indent=2).split("\n")


GRIDS: dict[str, Callable[[Rows], list[str]]] = {
    f.__name__: f
    for f in (
        tsv,
        doubled_tabs,
        tab_cells,
        csv_rows,
        semicolons,
        closed,
        markdown,
        leading,
        trailing,
        compact,
        pipe_cells,
        grid,
        box,
        html,
        python_lists,
        json_lists,
    )
}
PLAIN: dict[str, Callable[[Rows], list[str]]] = {f.__name__: f for f in (running, one_a_line)}


# --- readings


def read(text: str, name: str = "a.txt") -> Reading:
    return read_text(text, name, HASH)


def cells_of(reading: Reading) -> dict[CellKey, dict[str, Any]]:
    return {CellKey(c["table_no"], c["row_key"], c["col_key"]): c for c in reading.cells}


def codes(reading: Reading) -> set[str]:
    return {f["code"] for f in reading.findings}


def wrong(reading: Reading, values: Mapping[CellKey, str]) -> dict[CellKey, tuple[Any, str | None]]:
    """The unforgivable: cells reported with another figure than the printed one. Cells not in `values` have none."""
    return {
        key: (cell["value"], values.get(key))
        for key, cell in cells_of(reading).items()
        if cell["status"] == "reported" and (not values.get(key) or float(values[key]) != cell["value"])
    }


def reported(reading: Reading, table_no: str | None = None) -> set[CellKey]:
    return {
        key
        for key, cell in cells_of(reading).items()
        if cell["status"] == "reported" and table_no in (None, key.table_no)
    }


def status_of(reading: Reading, table_no: str, row: str, *columns: str) -> list[str]:
    """The statuses of a row's cells, of all columns where none are named."""
    found = cells_of(reading)
    return [
        c["status"]
        for k, c in found.items()
        if (k.table_no, k.row_key) == (table_no, row) and (not columns or k.col_key in columns)
    ]
