"""The charts of the page: Vega-Lite, drawn once into SVG, so that the page needs no script and prints as it looks.

Colours and words are those of the page: a chart names CSS variables, and holds digits and codes only, so that one picture
serves both languages and both modes. Each mark says what it shows (title and label, for pointers and screen readers).
Imports Altair and its renderer, half a second: import this module only where a page is made.
Does not belong here: what is drawn (the blocks), and the table beside it.
"""

from __future__ import annotations

from typing import Any

import altair as alt
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


def colour(series: str) -> str:
    """The CSS variable that holds a series' colour."""
    return f"--{series.replace('_', '-')}"


def draw(chart: Chart, answer: Answer) -> list[str]:
    """The SVGs of a block's chart, a class on each that says where it is shown; none where there is nothing to draw."""
    marks = _marks(chart, answer)
    widths = _LYING if chart.shape == "rows" else _UPRIGHT
    return [
        _finished(
            vl_convert.vegalite_to_svg(_spec(chart, marks, width).to_json(indent=None, validate=False)),
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


def _spec(chart: Chart, marks: list[dict[str, Any]], width: int) -> Any:
    data = alt.Data(values=marks)  # type: ignore[no-untyped-call]
    names = list(chart.series)
    by_row = alt.EncodingSortField("at", op="min")
    encoded: dict[str, Any] = {
        "color": alt.Color(
            "series:N",
            scale=alt.Scale(domain=names, range=[f"var({colour(name)})" for name in names]),
            legend=None,
        ),
        "description": alt.Description("told:N"),
    }
    if chart.shape == "rows":
        upright = alt.Axis(ticks=False, domain=False)
        drawn: Any = _bars(data).encode(
            y=alt.Y("x:N", sort=by_row, title=None, axis=upright),
            x=alt.X("value:Q", stack="normalize", title=None, axis=alt.Axis(format=".0%", tickCount=5)),
            order=alt.Order("order:Q"),
            **encoded,
        )
        size = {"width": width - 110, "height": len({mark["at"] for mark in marks}) * _ROW}
    else:
        along = alt.Axis(labelAngle=0, labelOverlap=True, labelPadding=8, grid=False, ticks=False)
        x = alt.X("x:N", sort=by_row, title=None, axis=along)
        size = {"width": width - 60, "height": _HEIGHT}
        if chart.shape == "lines":
            y = alt.Y("value:Q", title=None, axis=_axis(marks), scale=alt.Scale(zero=True))
            drawn = _lines(data, names, {"x": x, "y": y}, encoded)
        else:
            stack: Any = "normalize" if chart.shape == "shares" else "zero"
            axis = alt.Axis(format=".0%") if chart.shape == "shares" else _axis(marks)
            y = alt.Y("value:Q", stack=stack, title=None, axis=axis)
            drawn = _bars(data).encode(x=x, y=y, order=alt.Order("order:Q"), **encoded)
    return (
        drawn.properties(**size, background="transparent", padding=4)
        .configure_axis(
            labelColor=_INK,
            labelFontSize=12,
            gridColor=_GRID,
            domainColor=_GRID,
            tickColor=_GRID,
            tickCount=4,
        )
        .configure_view(strokeWidth=0)
    )


def _bars(data: Any) -> Any:
    """With a line in the colour of the page between neighbours, so that they are told apart without their colours."""
    return alt.Chart(data).mark_bar(stroke="var(--page)", strokeWidth=1)


def _lines(data: Any, names: list[str], placed: dict[str, Any], encoded: dict[str, Any]) -> Any:
    """With points; what lies upon another is dashed and smaller, so that both are seen where they agree."""

    def by_series(channel: Any, values: list[Any]) -> Any:
        if len(names) == 1:
            return alt.value(values[0])
        return channel("series:N", scale=alt.Scale(domain=names, range=values), legend=None)

    line = alt.Chart(data).mark_line(strokeWidth=2, aria=False)
    points = alt.Chart(data).mark_point(filled=True, opacity=1)
    return alt.layer(
        line.encode(**placed, strokeDash=by_series(alt.StrokeDash, [[1, 0], [5, 5]]), color=encoded["color"]),
        points.encode(
            **placed,
            shape=by_series(alt.Shape, ["circle", "square"]),
            size=by_series(alt.Size, [90, 35]),
            **encoded,
        ),
    )


def _axis(marks: list[dict[str, Any]]) -> alt.Axis:
    """Of counts, or of shares, with a decimal where they are small."""
    largest = max(mark["value"] for mark in marks)
    if isinstance(largest, float):
        return alt.Axis(format=".0%" if largest > _FEW_PER_CENT else ".1%")
    return alt.Axis(format=",.0f", tickMinStep=1)


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
