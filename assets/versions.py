"""Which version of gouji read a text or checked a report: a digest of the code and data that decide the outcome.

Computed, not kept by hand: a version that somebody forgets to raise would leave old readings in the warehouse. Whatever
is listed here changes the version; tests hold that all that reading imports is listed. Does not belong here: what is
redone when a version changes (the stages).
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent

# What decides how a text is read: files, and folders with all their modules and data.
READER = (
    "assets/crawl/decode.py",
    "assets/extract",
    "schemas/besides.py",
    "schemas/besides.toml",
    "schemas/characters.py",
    "schemas/traditional.txt",
    "schemas/form.py",
    "schemas/forms",
    "schemas/findings.py",
    "schemas/findings.toml",
    "schemas/meaning.py",
    "schemas/meaning.toml",
    "schemas/ofnoweight.py",
    "schemas/ofnoweight.toml",
    "schemas/tables/cells.py",
    "schemas/tables/sources.py",
    "schemas/units.py",
    "schemas/whose.py",
    "schemas/whose.toml",
)
# What decides, besides that, how a report that was read is checked.
CHECKER = (
    "assets/check",
    "schemas/agencies.toml",
    "schemas/agency.py",
    "schemas/corrections.py",
    "schemas/narrative.py",
    "schemas/narrative.toml",
    "schemas/rules.py",
    "schemas/rules.toml",
    "schemas/tables/checks.py",
    "schemas/tables/dimensions.py",
)
_LIBRARIES = {"reader": ("lxml", "rapidfuzz"), "checker": ("cnloc", "polars")}


@cache
def reader_version() -> str:
    """The version of the reader, 12 hexadecimal digits."""
    return _digest(READER, _LIBRARIES["reader"])


@cache
def checker_version() -> str:
    """The version of the rules and their evaluation, 12 hexadecimal digits."""
    return _digest(CHECKER, _LIBRARIES["checker"])


def sources(listed: tuple[str, ...]) -> list[Path]:
    """The modules and data files that are listed, in a fixed order. The Dagster doors (assets.py) decide nothing."""
    found: list[Path] = []
    for name in listed:
        path = _PROJECT / name
        found += [path] if path.is_file() else [p for p in path.rglob("*") if p.suffix in (".py", ".toml")]
    return sorted(p for p in found if p.name != "assets.py")


def _digest(listed: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    seen = blake2b(digest_size=6)
    for path in sources(listed):
        data = path.read_bytes()
        seen.update(f"{path.relative_to(_PROJECT).as_posix()}:{len(data)}:".encode() + data)
    for library in libraries:
        seen.update(f"{library}={version(library)};".encode())
    return seen.hexdigest()
