"""Small pictures for the pages of the Dagster UI: frames drawn by Vega-Lite, as Markdown that holds the picture itself.

SVG, because its letters are drawn by the reader's browser: no Chinese font is needed where the run is. A picture is
an image of its own, in which nothing runs; what texts say gets into it as data, and never into the Markdown; titles are ours. Does not
belong here: what is drawn on which page (pages.py).
"""

from __future__ import annotations

import base64
from typing import Any

import polars as pl

# The longest picture, so that years of runs stay small; one that is larger is left out.
MAX_CHARACTERS = 64 * 1024
# Labels come from texts and may be of any length.
_LABEL_PIXELS = 160
_FONT = "system-ui, 'Noto Sans CJK SC', sans-serif"
GOOD, FAIR, NONE, UNKNOWN, DOUBT, BAD = "#2f855a", "#9ae6b4", "#cbd5e0", "#718096", "#ed8936", "#c53030"


def stacked(counted: pl.DataFrame, colours: dict[str, str], *, title: str) -> str | None:
    """Bars of equal length, divided by shares: a frame of (row, part, n); `colours` are those of the parts, in order.

    Markdown; None where there is nothing to draw.
    """
    row, part, number = counted.columns
    present = {word: colour for word, colour in colours.items() if word in set(counted[part])}
    rank = pl.col(part).replace_strict({word: place for place, word in enumerate(colours)})
    return _markdown(
        counted.with_columns(_rank=rank),
        {
            "mark": "bar",
            "width": 420,
            "height": {"step": 18},
            "encoding": {
                "y": {"field": row, "type": "nominal", "title": None},
                "x": {
                    "field": number,
                    "type": "quantitative",
                    "stack": "normalize",
                    "title": None,
                    "axis": {"format": "%"},
                },
                "order": {"field": "_rank", "type": "quantitative"},
                "color": {
                    "field": part,
                    "type": "nominal",
                    "title": None,
                    "scale": {"domain": list(present), "range": list(present.values())},
                },
            },
        },
        title,
    )


def heat(counted: pl.DataFrame, *, title: str) -> str | None:
    """A field for each pair of (row, column), darker and labelled by its number: a frame of (row, column, n)."""
    row, column, number = counted.columns
    place = {
        "y": {"field": row, "type": "nominal", "title": None},
        "x": {"field": column, "type": "ordinal", "title": None, "axis": {"orient": "top", "labelAngle": 0}},
    }
    colour = {
        "field": number,
        "type": "quantitative",
        "legend": None,
        "scale": {"range": ["#ebf8ff", "#63b3ed"]},
    }
    return _markdown(
        counted,
        {
            "width": {"step": 44},
            "height": {"step": 22},
            "encoding": place,
            "layer": [
                {"mark": "rect", "encoding": {"color": colour}},
                {"mark": "text", "encoding": {"text": {"field": number, "format": ","}}},
            ],
        },
        title,
    )


def _markdown(counted: pl.DataFrame, drawing: dict[str, Any], title: str) -> str | None:
    if counted.is_empty():
        return None
    import vl_convert  # noqa: PLC0415 - a browser engine's worth of code, for runs only

    svg = vl_convert.vegalite_to_svg(
        {
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "data": {"values": counted.to_dicts()},
            "config": {
                "font": _FONT,
                "axis": {"labelLimit": _LABEL_PIXELS, "domain": False, "ticks": False, "labelFontSize": 12},
                "legend": {"labelFontSize": 12},
                "title": {"fontSize": 13, "anchor": "start"},
                "view": {"stroke": None},
            },
            "title": title,
            **drawing,
        },
        allowed_base_urls=[],
    )
    shown = f"![{title}](data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()})"
    return shown if len(shown) <= MAX_CHARACTERS else None
