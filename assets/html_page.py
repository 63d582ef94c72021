"""HTML pages: one file, nothing loaded from elsewhere, everything that comes from a report escaped.

Belongs here: what all pages share, with their style (page.css). Does not belong here: what a page shows.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


@cache  # it keeps the templates it has compiled
def environment(folder: Path) -> Environment:
    """Templates of a folder, and `page.css`."""
    return Environment(
        loader=FileSystemLoader([folder, Path(__file__).parent]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
