"""The page as HTML, and the file beside the warehouse that holds it.

One file that loads nothing and runs no script: both languages stand in it, with a switch of CSS; charts are SVG. Each figure is
a <data> element that names its column, in a block that holds its query. What comes from reports is escaped. Its size does not
grow with the number of reports. Does not belong here: the queries (coverage.py and others), the charts (charts.py).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
from markupsafe import Markup

from assets.buildfile import MEMORY
from assets.html_page import environment
from assets.warehouse.disk import write_whole
from assets.warehouse.publish import QUALITY_PAGE
from assets.warehouse.quality.model import Chart, Column, Kind, Words
from assets.warehouse.quality.numbers import SECTIONS, Answer, answer, pieces, written
from assets.warehouse.quality.words import CODES

_NUMBERS = {Kind.YEAR, Kind.COUNT, Kind.CHANGE, Kind.SHARE, Kind.FIGURE}
_UNKNOWN: Words = ("不明", "unknown")
# How the cells of a kind are set, in quality.css.
_SHAPES = {
    **dict.fromkeys(_NUMBERS, "n"),
    **dict.fromkeys((Kind.WORD, Kind.CODE), "t word"),
    Kind.NAME: "t name",
    Kind.BOTH: "t both",
}
# A block with more columns takes the whole width; one with many more sets them closer.
_NARROW_COLUMNS, _MANY_COLUMNS = 3, 12


def page(warehouse: Path, language: str = "zh") -> str:
    """The page of a warehouse file, showing `language` (zh or en) first.

    Raises duckdb.Error where the file cannot be read, or is of another version.
    """
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute(f"SET memory_limit = '{MEMORY}'")
        sections = [
            {
                "key": section.key,
                "title": section.title,
                "blocks": [_block(answer(connection, block)) for block in section.blocks],
            }
            for section in SECTIONS
        ]
    template = environment(Path(__file__).parent).get_template("quality.html.j2")
    return template.render(sections=sections, build=warehouse.resolve().name, language=language)


def write_page(build: Path) -> Path:
    """Write the page of a published build beside it, and say where; OSError or duckdb.Error where that cannot be done."""
    target = build.with_name(QUALITY_PAGE)
    write_whole(target, page(build))
    return target


def _block(found: Answer) -> dict[str, Any]:
    block = found.block
    longest = {
        column.name: max((abs(row[column.name] or 0) for row in found.rows), default=0)
        for column in block.columns
        if column.bar
    }
    return {
        "key": block.key,
        "is_empty": found.is_empty,
        "empty": block.empty,
        "first": (written(found.first), next(iter(found.totals), "")),
        "title": [list(pieces(text, found.totals)) for text in block.title] if found.totals else [],
        "values": found.totals,
        "note": block.note,
        "columns": [
            {"heading": column.heading, "is_number": column.kind in _NUMBERS} for column in block.columns
        ],
        "rows": [[_cell(column, row, longest) for column in block.columns] for row in found.rows],
        "is_wide": len(block.columns) > _MANY_COLUMNS,
        "is_large": len(block.columns) > _NARROW_COLUMNS,
        "charts": [] if found.is_empty else [_chart(chart, found) for chart in block.charts],
        "queries": [
            (name, query.strip()) for name, query in (("totals", block.totals), ("rows", block.rows)) if query
        ],
    }


def _cell(column: Column, row: dict[str, Any], longest: dict[str, float]) -> dict[str, Any]:
    """What stands in a cell: `words` in both languages where it is ours, else `shown`; `value` where it is a number."""
    cell: dict[str, Any] = {
        "column": column.name,
        "words": None,
        "code": "",
        "value": None,
        "shown": "",
        "bar": None,
        "shape": _SHAPES.get(column.kind, "t"),
    }
    if column.kind is Kind.BOTH:
        return {**cell, "words": (row[f"{column.name}_zh"] or "", row[f"{column.name}_en"] or "")}
    value = row[column.name]
    if column.kind in _NUMBERS:
        bar = round(100 * abs(value or 0) / longest[column.name], 1) if longest.get(column.name) else None
        shown = written(value, column.kind)
        return {**cell, "value": value, "shown": shown, "bar": bar}
    if value is None or value == "":
        return {**cell, "words": _UNKNOWN if value is None else ("", "")}
    if column.kind in (Kind.CODE, Kind.NAME):
        named = CODES.get(value, (value, value))
        return {**cell, "words": named, "code": value if column.kind is Kind.CODE else ""}
    return {**cell, "shown": value}


def _chart(chart: Chart, found: Answer) -> dict[str, Any]:
    from assets.warehouse.quality.charts import colour, draw  # noqa: PLC0415 - loads a renderer

    headings = {column.name: column.heading for column in found.block.columns}
    seen = [name for name in chart.series if any(row[name] for row in found.rows)]
    return {
        "unit": chart.unit,
        "series": [(colour(name), headings[name]) for name in seen],
        "is_line": chart.shape == "lines",
        "is_lying": chart.shape == "rows",
        "pictures": [Markup(picture) for picture in draw(chart, found)],  # noqa: S704 - serialised by lxml
    }
