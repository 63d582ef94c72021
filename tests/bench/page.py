"""The page of the docs and its chart, made of bench/latest.json. Does not belong here: measuring."""

from __future__ import annotations

from pathlib import Path
from typing import Any

# What is kept of a measurement when another size is measured, for the chart.
KEPT = (
    "files", "reports", "cells", "floor_s", "run_s", "startup_s", "ratio", "ratio_without_startup",
    "cpu_ratio_without_startup", "unchanged_s", "unchanged_vs_stat_ratio", "changed1pct_s", "recheck_s",
    "peak_rss_mb", "warehouse_mb", "load_before", "load_after", "measured_at",
)  # fmt: skip

_PAGE = """# Performance

Measured by `make bench` on a corpus that it generates (tests/bench/corpus.py); nothing of this page is written by hand, and
no test asserts a time. {files:,} files, {mb:.0f} MB, {processes} processes, {machine}; medians of
{rounds} turn(s). {load}

| what | seconds | MiB, largest sum of all processes |
|---|--:|--:|
| floor: read and hash (BLAKE2b) every file, same number of processes | {floor_s:.2f} | |
| walk: list and stat every file | {stat_walk_s:.3f} | |
| start-up: `gouji run` on a folder of one file | {startup_s:.2f} | {rss[startup]} |
| start-up where nothing changed | {startup_unchanged_s:.2f} | {rss[startup_unchanged]} |
| **`gouji run`, first time** | {run_s:.2f} | {rss[run]} |
| `gouji run`, nothing changed | {unchanged_s:.2f} | {rss[unchanged]} |
| `gouji run`, 1 % changed | {changed1pct_s:.2f} | {rss[changed1pct]} |
| `gouji run --recheck` (what runs do when rules changed) | {recheck_s:.2f} | {rss[recheck]} |

- The first run takes **{times[ratio]} times the floor**, {times[ratio_without_startup]} times without start-up; by processor time, which
  other work on the machine disturbs less, {times[cpu_ratio_without_startup]} times.
- Where nothing changed a run takes {unchanged_vs_stat_ratio} times start-up and walk together.
- The warehouse holds {reports:,} reports and {cells:,} cells in {warehouse_mb} MB.

![Growth]({chart})

| files | run, ms a file without start-up | times the floor | peak MiB | warehouse MB | load of the machine | measured |
|--:|--:|--:|--:|--:|--:|---|
{growth}

## By stage

Seconds, as Dagster records its steps.

| stage | first time | nothing changed | 1 % changed | rules changed |
|---|--:|--:|--:|--:|
{stages}

## Queries

Milliseconds, the middle of five times; those of docs/queries.md ask about an agency of this corpus.

| query | ms |
|---|--:|
{queries}

The corpus: nearly three in five reports are written by layouts of tests/bench/stencils.py with figures of their own, the others
are the committed texts of real converters (tests/conformance/texts) with other names, years and a sentence more, their figures
multiplied. So tables of PDF texts break their lines at the same places more often than those of a country would.
"""


def page(told: dict[str, Any], chart: str) -> str:
    """The page of a measurement."""
    busy = told["load_before"] > 1.5 or told["load_after"] > told["processes"] + 1.5
    load = (
        f"**Other work ran beside it** (load {told['load_before']} before, {told['load_after']} after): "
        "the seconds are too long, and only what stands in one line compares."
        if busy
        else "The machine did nothing else."
    )
    kinds = ("run", "unchanged", "changed1pct", "recheck")
    steps = told["stages_s"]["run"]
    stages = "\n".join(
        f"| {step} | " + " | ".join(f"{told['stages_s'][kind].get(step, 0):.2f}" for kind in kinds) + " |"
        for step in steps
    )
    growth = "\n".join(
        f"| {one['files']:,} | {_each(one):.2f} | {_times(one['ratio_without_startup'])} | {one['peak_rss_mb']} "
        f"| {one['warehouse_mb']} | {max(one['load_before'], one.get('load_after', 0))} | {one['measured_at']} |"
        for one in _sizes(told)
    )
    asked = "\n".join(f"| {name} | {ms} |" for name, ms in told["queries"].items())
    return _PAGE.format(
        **{k: v for k, v in told.items() if k not in ("queries", "rss_mb")},
        times={name: _times(told[name]) for name in told if "ratio" in name}, rss=told["rss_mb"], mb=told["bytes"] / 1e6, load=load, chart=chart, growth=growth, stages=stages, queries=asked,
    )  # fmt: skip


def _sizes(told: dict[str, Any]) -> list[dict[str, Any]]:
    return sorted(told["by_files"].values(), key=lambda one: one["files"])


def _times(ratio: float) -> str:
    return f"{ratio:.1f}" if ratio < 20 else f"{ratio:,.0f}"


def _each(one: dict[str, Any]) -> float:
    """Milliseconds a file, start-up apart."""
    return float(1000 * (one["run_s"] - one["startup_s"]) / one["files"])


def chart(told: dict[str, Any]) -> str:
    """Cost per file and memory over the number of files, as SVG."""
    sizes = _sizes(told)
    labels = [f"{one['files']:,}" for one in sizes]
    panels = (
        ("ms a file: run (dark), floor (light)", [("#1f4e79", [_each(one) for one in sizes]),
         ("#9dc3e6", [1000 * one["floor_s"] / one["files"] for one in sizes])]),
        ("peak MiB, sum of all processes", [("#7b3f00", [one["peak_rss_mb"] for one in sizes])]),
    )  # fmt: skip
    body = "".join(_panel(60 + 400 * i, title, labels, lines) for i, (title, lines) in enumerate(panels))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 820 280" font-family="sans-serif" font-size="12">'
        f'<rect width="820" height="280" fill="white"/>{body}</svg>\n'
    )


def _panel(left: int, title: str, labels: list[str], lines: list[tuple[str, list[float]]]) -> str:
    """One set of axes: sizes at even steps from left to right, values from nought upwards."""
    top, bottom, width = 40, 230, 320
    most = max(max(values) for _, values in lines) or 1.0
    step = width / (len(labels) + 1)
    out = [
        f'<text x="{left}" y="24" font-weight="bold">{title}</text>',
        f'<path d="M{left} {top}V{bottom}H{left + width}" fill="none" stroke="#444"/>',
        f'<text x="{left - 6}" y="{top + 4}" text-anchor="end">{most:.3g}</text>',
        f'<text x="{left - 6}" y="{bottom + 4}" text-anchor="end">0</text>',
    ]
    for i, label in enumerate(labels, start=1):
        out.append(f'<text x="{left + i * step:.0f}" y="{bottom + 18}" text-anchor="middle">{label}</text>')
    for colour, values in lines:
        points = [
            (left + i * step, bottom - (bottom - top) * value / most)
            for i, value in enumerate(values, start=1)
        ]
        path = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="{colour}"/>'
            f'<text x="{x:.0f}" y="{y - 8:.0f}" text-anchor="middle" fill="{colour}">{value:.3g}</text>'
            for (x, y), value in zip(points, values, strict=True)
        ]
    out.append(f'<text x="{left + width}" y="{bottom + 36}" text-anchor="end">files</text>')
    return "".join(out)


def write_page(told: dict[str, Any], docs: Path) -> None:
    """Write performance.md and performance.svg."""
    (docs / "performance.svg").write_text(chart(told), encoding="utf-8")
    (docs / "performance.md").write_text(page(told, "performance.svg"), encoding="utf-8")
