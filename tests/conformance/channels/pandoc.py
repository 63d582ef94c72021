"""Pandoc from .docx and HTML, to the notations it has for tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conformance.channels.base import Channel, run


def _to(target: str, *options: str) -> Callable[[Path], str]:
    return lambda path: run("pandoc", str(path), "-t", target, *options)


CHANNELS = [
    Channel(f"pandoc-{source}-{name}", tier, source, _to(target, *options), ("!pandoc",))
    for source in ("docx", "html")
    for name, tier, target, options in (
        ("plain", "B", "plain", ()),
        ("plain-wide", "B", "plain", ("--columns=400",)),
        ("markdown", "B", "markdown", ()),
        ("gfm", "B", "gfm", ()),
        ("pipe", "B", "markdown_strict+pipe_tables", ("--wrap=none",)),
        ("grid", "B", "markdown-simple_tables-multiline_tables-pipe_tables", ("--columns=300",)),
    )
]
