"""Every number of a quality page against the result of the query that the page gives for it.

Reads the page as a reader would: the text of each query from its <pre>, each number from its <data>. Does not belong here: tests.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
from lxml import html

from assets.warehouse.quality.model import Chart, Kind
from assets.warehouse.quality.numbers import SECTIONS, written

BLOCKS = {block.key: block for section in SECTIONS for block in section.blocks}
_SVG = "{http://www.w3.org/2000/svg}"


def differences(page: str, warehouse: Path) -> list[str]:
    """What the page says otherwise than its own queries; [] where it is true."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        connection.execute("SET TimeZone = 'Asia/Shanghai'")  # not ours: no query may depend on it
        root = html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
        blocks = root.xpath("//*[@data-block]")
        found = [f"blocks: {[b.get('data-block') for b in blocks]}"] if len(blocks) != len(BLOCKS) else []
        for block in blocks:
            key = block.get("data-block")
            queries = {pre.get("data-query"): pre.text_content() for pre in block.iter("pre")}
            results = {name: _rows(connection, query) for name, query in queries.items()}
            for said in (*_totals(block, results), *_table(block, results), *_charts(block, key, results)):
                found.append(f"{key}: {said}")
        return found


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    cursor = connection.execute(query)
    names = [name for name, *_ in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _totals(block: Any, results: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    [totals] = results["totals"] or [{}]
    for data in block.xpath(".//data[@data-total]"):
        name = data.get("data-total")
        yield from _compare(data, totals[name], written(totals[name]), f"title {name}")
    # a digit in a title that no query gave
    for title in block.xpath("./h3 | ./p[not(@class)]"):
        loose = "".join(title.xpath(".//text()[not(ancestor::data)]"))
        if re.search(r"\d", loose):
            yield f"loose digits in {loose!r}"


def _table(block: Any, results: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    shown = block.xpath(".//tbody/tr")
    rows = results.get("rows", [])
    if not shown and not block.xpath(".//h3//data"):
        return  # there is nothing to show, and the page says so
    if len(shown) != len(rows):
        yield f"{len(shown)} rows, {len(rows)} in SQL"
    kinds = {column.name: column.kind for column in BLOCKS[block.get("data-block")].columns}
    for tr, row in zip(shown, rows, strict=False):
        for cell in tr.xpath("./*[@data-column]"):
            name = cell.get("data-column")
            if data := cell.xpath("./data"):
                yield from _compare(data[0], row[name], written(row[name], kinds[name]), name)
            elif kinds[name] is Kind.BOTH:
                if {span.text_content() for span in cell.iter("span")} - {
                    row[f"{name}_zh"],
                    row[f"{name}_en"],
                }:
                    yield f"{name}: {cell.text_content()!r}"
            elif kinds[name] in (Kind.TEXT, Kind.WORD, Kind.CODE):
                said = cell.xpath("string(./bdi | ./code)")
                if said != (row[name] or ""):
                    yield f"{name}: {said!r}, {row[name]!r} in SQL"
            elif kinds[name] is not Kind.NAME and row[name] is not None:
                yield f"{name}: not shown, {row[name]!r} in SQL"


def _compare(data: Any, value: Any, shown: str, name: str) -> Iterator[str]:
    if (
        not math.isclose(float(data.get("value")), float(value))
        if _is_number(value)
        else data.get("value") != value
    ):
        yield f"{name}: {data.get('value')}, {value} in SQL"
    elif data.text_content() != shown:
        yield f"{name}: shown as {data.text_content()}, not {shown}"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float)


def _charts(block: Any, key: str, results: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    drawn = block.xpath(".//*[local-name()='svg']")
    charts = BLOCKS[key].charts if block.xpath(".//figure") else ()
    for chart in charts:
        expected = _marks(chart, key, results["rows"])
        for picture in drawn:
            said = [title.text_content() for title in picture.xpath(".//*[local-name()='title']")]
            if sorted(said) != sorted(expected):
                yield f"chart: {set(said) ^ set(expected)}"
    if charts and not drawn:
        yield "no chart"


def _marks(chart: Chart, key: str, rows: list[dict[str, Any]]) -> list[str]:
    headings = {column.name: column.heading for column in BLOCKS[key].columns}
    marks = []
    for row in rows:
        whole = sum(row[name] or 0 for name in chart.series)
        for name in chart.series:
            if row[name] is not None and (row[name] or chart.shape == "lines"):
                at = "?" if row[chart.x] is None else row[chart.x]
                share = f" ({written(row[name] / whole)})" if chart.shape in ("shares", "rows") else ""
                marks.append(f"{at} · {' / '.join(headings[name])}: {written(row[name])}{share}")
    return marks
