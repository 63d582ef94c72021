"""The official forms as objects, read from `schemas/forms/*.toml`.

Belongs here: what a form prints (tables, blocks, rows, columns, groups, labels, aliases, units) and the order of
its cells. Does not belong here: how a text is matched to it (assets/extract) or which sums must hold (rules.py).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, NamedTuple

# Ends the number of a table whose rows and columns are exchanged.
TURNED = "'"


class CellKey(NamedTuple):
    """The place of one figure on a form, in the canonical keys."""

    table_no: str
    row_key: str
    col_key: str


@dataclass(frozen=True)
class Label:
    """A printed label: its key, its official wording in both languages, and other wordings seen in reports."""

    key: str
    zh: str
    en: str
    aliases: tuple[str, ...] = ()

    @cached_property
    def wordings(self) -> tuple[str, ...]:
        """Every wording by which a text may print this label, the official one first."""
        return (self.zh, *self.aliases)


@dataclass(frozen=True)
class Group(Label):
    """A label that spans several rows (三、本年度办理结果) or columns (法人或其他组织) and holds no figure itself."""

    parent: str | None = None


@dataclass(frozen=True)
class Row(Label):
    """A row of figures. `total_of` names the group whose rows it adds up."""

    parent: str | None = None
    total_of: str | None = None


@dataclass(frozen=True)
class Column(Label):
    """A column of figures.

    `unit` is what the form prescribes (None: not fixed). `signed` columns may hold negative figures, `money`
    columns hold amounts, and the `total` column adds up the others of its block.
    """

    unit: str | None = None
    group: str | None = None
    signed: bool = False
    money: bool = False
    total: bool = False


@dataclass(frozen=True, eq=False)
class Block:
    """Rows under one set of column headers. Table 2 has a block for each clause of article 20. It is a key, as a table is."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    clause: Label | None = None


@dataclass(frozen=True, eq=False)
class Table:
    """One of the three tables of a form. There is one object for each, so that it is itself a key of what is remembered.

    `header` is the corner label of its header rows. `one_row` says that the form prints all rows side by side,
    as a single row of figures (table 4).
    """

    no: str
    name: str
    zh: str
    en: str
    aliases: tuple[str, ...]
    header: str
    note: str | None
    one_row: bool
    groups: tuple[Group, ...]
    blocks: tuple[Block, ...]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows in printed order."""
        return tuple(row for block in self.blocks for row in block.rows)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """All distinct columns in the order in which they first appear."""
        return tuple({c.key: c for block in self.blocks for c in block.columns}.values())

    @cached_property
    def keys(self) -> tuple[tuple[Row, tuple[CellKey, ...]], ...]:
        """Each row in printed order with the keys of its cells."""
        return tuple(
            (row, tuple(CellKey(self.no, row.key, column.key) for column in block.columns))
            for block in self.blocks
            for row in block.rows
        )

    @cached_property
    def keys_of(self) -> dict[str, tuple[CellKey, ...]]:
        """The keys of the cells of each row, by the row's own."""
        return {row.key: keys for row, keys in self.keys}

    @cached_property
    def cells(self) -> tuple[CellKey, ...]:
        """Every cell in printed order."""
        return tuple(key for _, keys in self.keys for key in keys)

    def ancestors(self, key: str) -> tuple[Group, ...]:
        """The groups above a row or group, innermost first."""
        by_key = {g.key: g for g in self.groups}
        node = next((r for r in self.rows if r.key == key), None) or by_key[key]
        found: list[Group] = []
        parent = node.parent
        while parent is not None:
            found.append(by_key[parent])
            parent = by_key[parent].parent
        return tuple(found)


@dataclass(frozen=True)
class Form:
    """An official form; `first_year` and `last_year` are the report years it was prescribed for."""

    id: str
    zh: str
    en: str
    instrument: str
    first_year: int
    last_year: int | None
    tables: tuple[Table, ...]

    @cached_property
    def cells(self) -> tuple[CellKey, ...]:
        """Every cell of the form, in printed order."""
        return tuple(
            CellKey(table.no, row.key, column.key)
            for table in self.tables
            for block in table.blocks
            for row in block.rows
            for column in block.columns
        )

    @cached_property
    def _by_no(self) -> dict[str, Table]:
        return {table.no: table for table in self.tables}

    def table(self, no: str) -> Table:
        """The table numbered '2', '3' or '4'; '3'' and '4'' are those with rows and columns exchanged."""
        if no in self._by_no:
            return self._by_no[no]
        return _turned(self._by_no[no.removesuffix(TURNED)])


@cache
def _turned(table: Table) -> Table:
    """A table of one block as it is printed with its columns as rows and its rows as columns."""
    (block,) = table.blocks
    rows = tuple(Row(c.key, c.zh, c.en, c.aliases, parent=c.group) for c in block.columns)
    columns = tuple(
        Column(r.key, r.zh, r.en, r.aliases, unit=block.columns[0].unit, group=r.parent) for r in block.rows
    )
    return replace(table, no=table.no + TURNED, one_row=False, blocks=(Block(rows, columns),))


def _columns(raw: list[dict[str, Any]]) -> dict[str, Column]:
    return {c["key"]: Column(**{**c, "aliases": tuple(c.get("aliases", ()))}) for c in raw}


def _rows(raw: list[dict[str, Any]]) -> tuple[Row, ...]:
    return tuple(Row(**{**r, "aliases": tuple(r.get("aliases", ()))}) for r in raw)


def _table(raw: dict[str, Any]) -> Table:
    columns = _columns(raw["column"])
    blocks = tuple(
        Block(
            rows=_rows(b["row"]),
            columns=tuple(columns[key] for key in b["columns"]),
            clause=Label(key="clause", zh=b["zh"], en=b["en"]) if "zh" in b else None,
        )
        for b in raw["block"]
    )
    groups = tuple(
        Group(
            key=g["key"], zh=g["zh"], en=g["en"], parent=g.get("parent"), aliases=tuple(g.get("aliases", ()))
        )
        for g in raw.get("group", ())
    )
    return Table(
        no=raw["no"],
        name=raw["name"],
        zh=raw["zh"],
        en=raw["en"],
        aliases=tuple(raw.get("aliases", ())),
        header=raw["header"],
        note=raw.get("note"),
        one_row=raw.get("printed_as") == "one_row",
        groups=groups,
        blocks=blocks,
    )


@cache
def forms() -> dict[str, Form]:
    """All known forms by id ('2019', '2021'), oldest first."""
    loaded: dict[str, Form] = {}
    folder = files("schemas") / "forms"
    for path in sorted((p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name):
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        loaded[raw["id"]] = Form(
            id=raw["id"],
            zh=raw["zh"],
            en=raw["en"],
            instrument=raw["instrument"],
            first_year=raw["first_year"],
            last_year=raw.get("last_year"),
            tables=tuple(_table(t) for t in raw["table"]),
        )
    return loaded


def form_for_year(year: int) -> Form | None:
    """The form prescribed for a report year; None before the first form. What a report prints may differ."""
    for form in forms().values():
        if form.first_year <= year and (form.last_year is None or year <= form.last_year):
            return form
    return None
