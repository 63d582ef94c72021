"""The charts of the page: Vega-Lite, drawn once into SVG, so that the page needs no script and prints as it looks.

Colours and words are those of the page: a chart names CSS variables, and holds digits and codes only, so that one picture
serves both languages and both modes. Each mark says what it shows (title and label, for pointers and screen readers).
Imports its renderer, a browser engine's worth of code: import this module only where a page is made.
Does not belong here: what is drawn (the blocks), and the table beside it.
"""

from __future__ import annotations

import json
from typing import Any

import vl_convert
from lxml import etree

from assets.warehouse.quality.model import Chart
from assets.warehouse.quality.numbers import Answer, percent

# Upright pictures fit a phone and half a screen. Of lying bars there are two, of which the page shows the one that fits.
_UPRIGHT, _LYING = {"": 400}, {"on-wide": 940, "on-narrow": 340}
_HEIGHT, _ROW = 190, 22
_FEW_PER_CENT = 0.05
_SVG = "{http://www.w3.org/2000/svg}"
_INK, _GRID = "var(--soft)", "var(--grid)"
# With a line in the colour of the page between neighbours, so that they are told apart without their colours.
_BAR = {"type": "bar", "stroke": "var(--page)", "strokeWidth": 1}
_COMMON = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "background": "transparent",
    "padding": 4,
    "config": {
        "axis": {
            "labelColor": _INK,
            "labelFontSize": 12,
            "gridColor": _GRID,
            "domainColor": _GRID,
            "tickColor": _GRID,
            "tickCount": 4,
        },
        "view": {"continuousWidth": 300, "continuousHeight": 300, "strokeWidth": 0},
    },
}


def colour(series: str) -> str:
    """The CSS variable that holds a series' colour."""
    return f"--{series.replace('_', '-')}"


def draw(chart: Chart, answer: Answer) -> list[str]:
    """The SVGs of a block's chart, a class on each that says where it is shown; none where there is nothing to draw."""
    marks = _marks(chart, answer)
    widths = _LYING if chart.shape == "rows" else _UPRIGHT
    return [
        _finished(
            vl_convert.vegalite_to_svg(json.dumps(_spec(chart, marks, width))),
            name,
            " / ".join(chart.unit),
        )
        for name, width in widths.items()
        if marks
    ]


def _marks(chart: Chart, answer: Answer) -> list[dict[str, Any]]:
    """One for each value that is drawn."""
    headings = {column.name: column.heading for column in answer.block.columns}
    marks = []
    for position, row in enumerate(answer.rows):
        whole = sum(row[name] or 0 for name in chart.series)
        for order, name in enumerate(chart.series):
            value = row[name]
            if value is None or (value == 0 and chart.shape != "lines"):
                continue
            at = "?" if row[chart.x] is None else str(row[chart.x])
            shown = percent(value) if isinstance(value, float) else f"{value:,}"
            if chart.shape in ("shares", "rows"):
                shown += f" ({percent(value / whole)})"
            zh, en = headings[name]
            told = f"{at} · {zh} / {en}: {shown}"
            marks.append(
                {"x": at, "at": position, "series": name, "order": order, "value": value, "told": told}
            )
    return marks


def _spec(chart: Chart, marks: list[dict[str, Any]], width: int) -> dict[str, Any]:
    names = list(chart.series)
    by_row = {"field": "at", "op": "min"}
    encoded = {
        "color": _by_series("color", names, [f"var({colour(name)})" for name in names]),
        "description": {"field": "told", "type": "nominal"},
    }
    order = {"field": "order", "type": "quantitative"}
    value: dict[str, Any] = {"field": "value", "type": "quantitative", "title": None}
    if chart.shape == "rows":
        upright = {"ticks": False, "domain": False}
        placed = {
            "y": {"field": "x", "type": "nominal", "sort": by_row, "title": None, "axis": upright},
            "x": {**value, "stack": "normalize", "axis": {"format": ".0%", "tickCount": 5}},
            "order": order,
        }
        drawn: dict[str, Any] = {"mark": _BAR, "encoding": {**placed, **encoded}}
        size = {"width": width - 110, "height": len({mark["at"] for mark in marks}) * _ROW}
    else:
        along = {"labelAngle": 0, "labelOverlap": True, "labelPadding": 8, "grid": False, "ticks": False}
        x = {"field": "x", "type": "nominal", "sort": by_row, "title": None, "axis": along}
        size = {"width": width - 60, "height": _HEIGHT}
        if chart.shape == "lines":
            y = {**value, "axis": _axis(marks), "scale": {"zero": True}}
            drawn = {"layer": _lines(names, {"x": x, "y": y}, encoded)}
        else:
            shares = chart.shape == "shares"
            axis = {"format": ".0%"} if shares else _axis(marks)
            y = {**value, "stack": "normalize" if shares else "zero", "axis": axis}
            drawn = {"mark": _BAR, "encoding": {"x": x, "y": y, "order": order, **encoded}}
    return {**_COMMON, **size, "data": {"values": marks}, **drawn}


def _lines(names: list[str], placed: dict[str, Any], encoded: dict[str, Any]) -> list[dict[str, Any]]:
    """With points; what lies upon another is dashed and smaller, so that both are seen where they agree."""
    dashes = {"strokeDash": _by_series("strokeDash", names, [[1, 0], [5, 5]])}
    points = {
        "shape": _by_series("shape", names, ["circle", "square"]),
        "size": _by_series("size", names, [90, 35]),
    }
    return [
        {
            "mark": {"type": "line", "strokeWidth": 2, "aria": False},
            "encoding": {**placed, **dashes, "color": encoded["color"]},
        },
        {
            "mark": {"type": "point", "filled": True, "opacity": 1},
            "encoding": {**placed, **points, **encoded},
        },
    ]


def _by_series(channel: str, names: list[str], values: list[Any]) -> dict[str, Any]:
    """What tells series apart; where there is one, only its colour has a name."""
    if len(names) == 1 and channel != "color":
        return {"value": values[0]}
    scale = {"domain": names, "range": values}
    return {"field": "series", "type": "nominal", "scale": scale, "legend": None}


def _axis(marks: list[dict[str, Any]]) -> dict[str, Any]:
    """Of counts, or of shares, with a decimal where they are small."""
    largest = max(mark["value"] for mark in marks)
    if isinstance(largest, float):
        return {"format": ".0%" if largest > _FEW_PER_CENT else ".1%"}
    return {"format": ",.0f", "tickMinStep": 1}


def _finished(svg: str, name: str, label: str) -> str:
    """A picture that fits the column it stands in, and whose marks have titles that browsers show."""
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    root.set("class", f"chart {name}".strip())
    root.set("style", f"max-width:{root.get('width')}px")
    for attribute in ("width", "height", "version"):
        root.attrib.pop(attribute, None)
    root.set("role", "img")
    root.set("aria-label", label)
    for mark in root.iter(f"{_SVG}path"):
        if mark.get("aria-roledescription") and mark.get("aria-label"):
            etree.SubElement(mark, f"{_SVG}title").text = mark.get("aria-label")
            mark.set("class", "mark")
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))
