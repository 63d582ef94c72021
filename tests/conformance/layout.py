"""The three tables of a form as printed grids of merged cells, with the labels a filer gave them.

Does not belong here: figures and prose; which labels are wrong (slips.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas.form import Form
from tests.conformance.model import Box, Gold, Grid

RowId = tuple[str, str]


@dataclass
class Sheet:
    """What the filer's tables say: labels by place, cells by place, rows in printed order, and whims of layout."""

    form: Form
    labels: dict[RowId, str]
    heads: dict[RowId, str]
    cells: dict[tuple[str, str, str], Gold]
    order: list[str]
    columns: list[str]
    extra: dict[str, list[str]] = field(default_factory=dict)
    split_blocks: bool = False
    pad_short: bool = False
    label_columns: int = 3
    stray: set[str] = field(default_factory=set)


def official(form: Form) -> tuple[dict[RowId, str], dict[RowId, str]]:
    """Labels of rows and groups, and of columns, as the form prints them."""
    labels: dict[RowId, str] = {}
    heads: dict[RowId, str] = {}
    for table in form.tables:
        for row in table.rows:
            labels[table.no, row.key] = row.zh
        for group in table.groups:
            labels[table.no, f"group:{group.key}"] = group.zh
        for column in table.columns:
            heads[table.no, column.key] = column.zh
    return labels, heads


def table_2(sheet: Sheet) -> list[Grid]:
    """Table 2: one grid, or one for each clause."""
    grids: list[list[list[Box]]] = [[]]
    for block in sheet.form.table("2").blocks:
        rows: list[list[Box]] = [[Box(block.clause.zh if block.clause else "", cols=4)]]
        keys = [c.key for c in block.columns]
        rows.append(_spread(sheet, [Box("信息内容"), *(Box(sheet.heads["2", k]) for k in keys)]))
        for row in block.rows:
            if ("2", row.key) not in sheet.labels:
                continue
            cells = [Box(sheet.cells["2", row.key, k].raw) for k in keys]
            rows.append(_spread(sheet, [Box(sheet.labels["2", row.key]), *cells]))
            for label in sheet.extra.get(row.key, ()):
                rows.append(_spread(sheet, [Box(label), *(Box(str(7 + 3 * i)) for i in range(len(keys)))]))
        if sheet.split_blocks and grids[-1]:
            grids.append([])
        grids[-1].extend(rows)
    return [Grid("2", rows) for rows in grids]


def _spread(sheet: Sheet, boxes: list[Box]) -> list[Box]:
    missing = 4 - len(boxes)
    if missing and sheet.pad_short:
        return boxes + [Box() for _ in range(missing)]
    boxes[-1].cols += missing
    return boxes


def table_3(sheet: Sheet) -> Grid:
    """Table 3, its labels in three columns (group, subgroup, item)."""
    table = sheet.form.table("3")
    h = {k: sheet.heads["3", k] for k in sheet.columns}
    orgs = [k for k in sheet.columns if k not in ("natural_person", "total")]
    rows: list[list[Box]] = [
        [Box(table.note or "", rows=3, cols=3), Box("申请人情况", cols=7)],
        [
            Box(h["natural_person"], rows=2),
            Box(sheet.labels["3", "group:legal_persons"], cols=5),
            Box(h["total"], rows=2),
        ],
        [Box(h[k]) for k in orgs],
    ]
    parents = {r.key: r.parent for r in table.rows}
    order = [k for k in sheet.order if ("3", k) in sheet.labels]
    opened: set[str] = set()
    for key in order:
        parent = parents[key]
        boxes: list[Box] = []
        chain = [g.key for g in table.ancestors(key)][::-1]
        for depth, group in enumerate(chain):
            if group not in opened:
                opened.add(group)
                span = sum(1 for k in order if group in {g.key for g in table.ancestors(k)})
                text = sheet.labels["3", f"group:{group}"]
                if depth == 1 and span == 0:
                    continue
                boxes.append(Box(text, rows=span))
        boxes.append(Box(sheet.labels["3", key], cols=3 - len(chain) if parent else 3))
        boxes += [Box(sheet.cells["3", key, k].raw) for k in sheet.columns]
        if key in sheet.stray:
            boxes.append(Box(""))
        rows.append(boxes)
    return Grid("3", rows, head=3)


def table_4(sheet: Sheet) -> Grid:
    """Table 4: three rows of the form side by side, as one printed row of fifteen figures."""
    table = sheet.form.table("4")
    keys = [c.key for c in table.columns]
    names = [sheet.heads["4", k] for k in keys]
    return Grid(
        "4",
        [
            [Box(sheet.labels["4", "review"], cols=5), Box(sheet.labels["4", "group:litigation"], cols=10)],
            [
                *(Box(n, rows=2) for n in names),
                Box(sheet.labels["4", "suit_direct"], cols=5),
                Box(sheet.labels["4", "suit_after_review"], cols=5),
            ],
            [Box(n) for n in names * 2],
            [Box(sheet.cells["4", r.key, k].raw) for r in table.rows for k in keys],
        ],
        head=3,
    )
