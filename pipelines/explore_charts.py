"""The charts of the notebook, from the frames of explore.py. They load nothing.

Does not belong here: queries (explore.py), pages (notebook.py).
"""

from __future__ import annotations

from typing import Any

import altair as alt
import polars as pl

from pipelines.explore import MEASURES

# Each figure of the balance: the side of the scales it lies on, its words, its colour.
_BALANCE = {
    "new_received": ("收 in", "本年新收 newly received", "#2f6690"),
    "carried_over": ("收 in", "上年结转 carried over", "#a9c9e3"),
    "total_handled": ("办 out", "本年办结 handled", "#3f7d5c"),
    "carried_forward": ("办 out", "结转下年 carried forward", "#b4d8c3"),
}
_OWN, _OTHERS = "#c2571a", "#8aa1b4"
_WIDTH, _HEIGHT = 900, 260  # pixels
_TICKS = [0, *(step * 10**power for power in range(7) for step in (1, 3))]
# What the menu of a chart offers: not the editor on the network.
_MENU = {"embedOptions": {"actions": {"export": True, "source": False, "compiled": False, "editor": False}}}


def balance(years: pl.DataFrame) -> alt.LayerChart:
    """What came in beside what went out, each year: the columns are equally high where the balance holds.

    Takes the frame of `explore.years`. A year that is missing is a gap; a figure that is not known is a question mark.
    """
    parts = (
        years.unpivot(
            MEASURES, index=["report_year", "source_file"], variable_name="measure", value_name="figure"
        )
        .with_columns(
            *(
                pl.col("measure").replace_strict({name: told[i] for name, told in _BALANCE.items()}).alias(to)
                for i, to in enumerate(("side", "part"))
            ),
            pl.col("measure").replace_strict({name: i for i, name in enumerate(MEASURES)}).alias("order"),
        )
        .sort("report_year", "order")
    )
    sums = parts.group_by("report_year", "side", maintain_order=True).agg(
        pl.col("figure").sum(), pl.col("figure").is_null().any().alias("unknown")
    )
    told_sums = [
        "?" if unknown else f"{figure:,.10g}" for figure, unknown in sums.select("figure", "unknown").rows()
    ]
    sums = sums.with_columns(pl.Series("sum", told_sums, pl.String))
    first, last = years["report_year"].min(), years["report_year"].max()
    span = list(range(first, last + 1)) if isinstance(first, int) and isinstance(last, int) else []
    x = alt.X(
        "report_year:O",
        title=None,
        scale=alt.Scale(domain=span, paddingInner=0.4, paddingOuter=0.2),
        axis=alt.Axis(labelAngle=0),
    )
    offset = alt.XOffset("side:N", scale=alt.Scale(domain=["收 in", "办 out"], paddingInner=0.15))
    told = _BALANCE.values()
    bars = (
        alt.Chart(parts.drop_nulls("figure"))
        .mark_bar()
        .encode(
            x=x,
            xOffset=offset,
            y=alt.Y("figure:Q", title="件 requests", axis=alt.Axis(tickCount=5, grid=True)),
            color=alt.Color(
                "part:N",
                title=None,
                sort=None,
                scale=alt.Scale(domain=[part for _, part, _ in told], range=[colour for *_, colour in told]),
                legend=alt.Legend(orient="top", direction="horizontal", columns=4, labelLimit=400),
            ),
            order="order:Q",
            tooltip=[
                alt.Tooltip("report_year:O", title="年度 year"),
                alt.Tooltip("part:N", title="项目 what"),
                alt.Tooltip("figure:Q", title="件 requests", format=","),
                alt.Tooltip("source_file:N", title="来源 source"),
            ],
        )
    )
    words = (
        alt.Chart(sums).mark_text(dy=-8, color="#667").encode(x=x, xOffset=offset, y="figure:Q", text="sum:N")
    )
    return _calm(bars + words, alt.Step(min(60, _WIDTH // (3 * max(1, len(span))))), _HEIGHT)


def strip(among: pl.DataFrame, measure: str) -> alt.LayerChart:
    """Every peer as a dot along one figure, the agency itself marked, the median a line.

    Takes the frame of `explore_peers.peers`; the scale is logarithmic but for the numbers near 0, as counts are.
    """
    known = (
        among.drop_nulls(measure)
        .select("agency", "verdict", "own", "source_file", pl.col(measure).alias("figure"))
        .sort("own", descending=True)
        .with_columns(pl.int_range(pl.len()).over("figure").alias("stack"))
        .sort("own", maintain_order=True)  # what is drawn last lies on top
    )
    x = alt.X(
        "figure:Q",
        title="件 requests",
        scale=alt.Scale(type="symlog"),
        axis=alt.Axis(values=_TICKS, format=",d"),
    )
    dots = (
        alt.Chart(known)
        .mark_circle(opacity=0.85)
        .encode(
            x=x,
            y=alt.Y("stack:Q", axis=None),
            color=alt.when(alt.datum.own).then(alt.value(_OWN)).otherwise(alt.value(_OTHERS)),
            size=alt.when(alt.datum.own).then(alt.value(220)).otherwise(alt.value(80)),
            tooltip=[
                alt.Tooltip("agency:N", title="机关 agency"),
                alt.Tooltip("figure:Q", title="件 requests", format=","),
                alt.Tooltip("verdict:N", title="结论 verdict"),
                alt.Tooltip("source_file:N", title="来源 source"),
            ],
        )
    )
    median = alt.Chart(known).mark_rule(strokeDash=[4, 3], color="#889").encode(x="median(figure):Q")
    return _calm(median + dots, "container", 130)


def _calm(chart: Any, width: alt.Step | str, height: int) -> alt.LayerChart:
    calm: alt.LayerChart = (
        chart.properties(width=width, height=height, usermeta=_MENU)
        .configure_view(stroke=None)
        .configure_axis(gridColor="#8883", domainColor="#8886", tickColor="#8886", labelFontSize=12)
    )
    return calm
