"""Pandoc from .docx and HTML, to the notations it has for tables."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.conformance.channels.base import Channel, run


def _program() -> str | None:
    """Pandoc on PATH, or the one in the wheel pypandoc_binary."""
    found = shutil.which("pandoc")
    if found is None and importlib.util.find_spec("pypandoc") is not None:
        import pypandoc

        found = str(pypandoc.get_pandoc_path())
    return found


def _to(target: str, *options: str) -> Callable[[Path], str]:
    return lambda path: run(_program() or "pandoc", str(path), "-t", target, *options)


CHANNELS = [
    Channel(f"pandoc-{source}-{name}", tier, source, _to(target, *options), ("!pandoc|pypandoc",))
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
