"""Texts whose figures are told apart: of a text with its gold, one with other figures, nearly all of them different.

Reports are mostly noughts, and a nought in the wrong cell looks right. Every figure of a table is replaced by one that stands
nowhere else in the text, so that a cell shows where its value was read. What the new gold is, is never guessed: a text is
used only where the reader found every figure of the old gold, and finds the new figures at the same places, in the order of the form.
Does not belong here: what is done to such texts (edits.py).
"""

from __future__ import annotations

import csv
import hashlib
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assets.crawl.decode import decode
from assets.extract.reading import Reading, read_text

Key = tuple[str, str, str]
Cell = dict[str, Any]
Reader = Callable[[str, str, str], Reading]
# A number that stands alone: not of a label, a date, an amount or a sum.
_FIGURE = re.compile(
    r"(?<![\d./第+\-－—a-zA-Z#])(?<!=\")(?<!\d[,，])\d{1,6}(?![\d.．、/年月日号件条%％\-）)a-zA-Z]|[,，]\d{3}(?!\d)|[\u4e00-\u9fff])"
)
# Some lines may have to keep their figures.
_TRIES = 4
_NUMBER = re.compile(r"\d+")
# A row without figures still shows where it was read by its statuses; a table needs so many figures to be of use.
_LEAST = 30


@dataclass(frozen=True)
class Dense:
    """A text and what is true of it: the value of every cell that is known, and the cell of every figure of its own.

    `unknown` are cells that were not read, in a text with new figures of which it is not known whose they are.
    """

    path: Path
    text: str
    gold: dict[Key, float]
    cell_of: dict[str, Key]
    unknown: frozenset[Key] = frozenset()


def read(reader: Reader, text: str) -> dict[Key, Cell]:
    """The cells of a text with one report; none of one with several, since it may be two of one kind."""
    reading = reader(text, "report.txt", hashlib.blake2b(text.encode(), digest_size=16).hexdigest())
    if len(reading.reports) != 1:
        return {}
    return {(c["table_no"], c["row_key"], c["col_key"]): c for c in reading.cells}


def dense(path: Path, reader: Reader = read_text) -> Dense | None:
    """The text at `path` with figures that differ; None where the reader does not read it as its gold says."""
    decoded = decode(path.read_bytes())
    gold = _gold(path)
    if decoded.status != "text" or gold is None:
        return None
    text = decoded.text
    before = read(reader, text)
    if any(c["status"] == "reported" and c["value"] != gold.get(key) for key, c in before.items()):
        return None
    rng = random.Random(f"{path.parent.name}/{path.name}")  # noqa: S311
    places = {
        key: range(int(str(c["line_start"])) - 1, int(str(c["line_end"])))
        for key, c in before.items()
        if c["status"] == "reported"
    }
    own = {number for lines in places.values() for number in lines}
    for _ in range(_TRIES):
        made, was = _replaced(rng, text, own)
        after = read(reader, made)
        lost = {key for key in places if not _is_same(before[key], after[key], was)}
        if not lost:
            return _in_order(path, made, gold, after, was)
        # repeated cells, say, that are no longer the same: such lines keep their figures
        own -= {number for key in lost for number in places[key]}
    return None


def _is_same(before: Cell, after: Cell | None, was: dict[str, str]) -> bool:
    if after is None or after["status"] != "reported":
        return False
    shown = _shown(after)
    return bool(before["value"] == (float(was[shown]) if shown in was else after["value"]))


def _shown(cell: Cell) -> str:
    return f"{cell['value']:.10g}"


def _in_order(
    path: Path, made: str, gold: dict[Key, float | None], after: dict[Key, Cell], was: dict[str, str]
) -> Dense | None:
    """The text with its gold, where enough figures are new, and those of each table stand in the order of the form."""
    reported = {key: cell for key, cell in after.items() if cell["status"] == "reported"}
    cell_of = {_shown(cell): key for key, cell in reported.items() if _shown(cell) in was}
    order = {key: number for number, key in enumerate(after)}
    keys = [cell_of[shown] for shown in was if shown in cell_of]  # in the order of the text
    for table in {key[0] for key in keys}:
        places = [order[key] for key in keys if key[0] == table]
        if places != sorted(places):
            return None
    if len(cell_of) < _LEAST:
        return None
    unknown = frozenset(after.keys() - reported.keys() if was.keys() - cell_of.keys() else ())
    known = {key: value for key, value in gold.items() if value is not None and key not in unknown}
    known |= {key: float(cell["value"]) for key, cell in reported.items()}
    return Dense(path, made, known, cell_of, unknown)


def _replaced(rng: random.Random, text: str, own: set[int]) -> tuple[str, dict[str, str]]:
    """The text with other figures in these lines, and {new figure: what stood there} in the text's order."""
    lines = text.split("\n")
    taken = set(_NUMBER.findall(text))
    free = [str(n) for n in range(101, 1000) if str(n) not in taken and n % 10]
    rng.shuffle(free)
    share = rng.choice((1.0, 1.0, 0.5))
    was: dict[str, str] = {}
    for at in sorted(own & set(range(len(lines)))):
        line = lines[at]
        for found in reversed(list(_FIGURE.finditer(line))):
            if not free or rng.random() > share:
                continue
            new = free.pop()
            start, end = found.span()
            wider = len(new) - len(found[0])
            # the columns of aligned text stay where they are
            if wider > 0 and line[max(0, start - wider - 2) : start].isspace() and start > wider + 2:
                start -= wider
            line = line[:start] + new + line[end:]
            was[new] = found[0]
        lines[at] = line
    made = "\n".join(lines)
    return made, {new: was[new] for new in _NUMBER.findall(made) if new in was}


def _gold(path: Path) -> dict[Key, float | None] | None:
    beside = path.with_suffix(".gold.csv")
    found = beside if beside.exists() else path.parent.parent / "gold" / f"{path.stem}.csv"
    if not found.exists():
        return None
    rows = [row for row in found.read_text(encoding="utf-8-sig").splitlines() if not row.startswith("#")]
    return {
        (r["table"], r["row"], r["col"]): float(r["value"]) if r["value"] else None
        for r in csv.DictReader(rows)
    }
