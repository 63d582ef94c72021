"""What an invented report is made of, before it is rendered: paragraphs, grids of merged cells, and its gold.

Does not belong here: how a report is invented (corpus.py) or drawn (render.py).
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

GOLD_HEADER = ("table", "row", "col", "value", "raw", "status", "unit")

#: Beside the words of schemas/tables/ a gold cell may be
#: `open`     the printed figure is known to us, a careful reader may still decline to give it;
#: `unknown`  nobody can know it: any status is right except `reported`.
OPEN, UNKNOWN = "open", "unknown"


@dataclass(frozen=True)
class Gold:
    """What is true of one cell of the form."""

    table: str
    row: str
    col: str
    value: float | None
    raw: str
    status: str
    unit: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """The place of the cell on the form."""
        return (self.table, self.row, self.col)


@dataclass
class Box:
    """A printed table cell that covers `rows` x `cols` squares of its grid."""

    text: str = ""
    rows: int = 1
    cols: int = 1


@dataclass
class Grid:
    """A printed table; `kind` is '2', '3', '4' or 'other' (not of the form). `head` counts its header rows."""

    kind: str
    rows: list[list[Box]]
    head: int = 0


@dataclass
class Para:
    """A paragraph; `style` is 'title', 'heading', 'body', 'right' or 'note'."""

    text: str
    style: str = "body"


Block = Para | Grid


@dataclass
class Case:
    """An invented report with everything that is true of it."""

    name: str
    seed: int
    form: str
    year: int
    agency: str
    agency_also: tuple[str, ...] = ()
    blocks: list[Block] = field(default_factory=list)
    gold: list[Gold] = field(default_factory=list)
    slips: list[str] = field(default_factory=list)
    footer: str = ""
    head: str = ""


def gold_to_csv(case: Case) -> str:
    """The gold of a case as CSV, after comment lines that hold its identity and its planted slips."""
    out = io.StringIO()
    out.write(
        f"# form={case.form}\n# year={case.year}\n# agency={'|'.join((case.agency, *case.agency_also))}\n"
    )
    out.write(f"# slips={' '.join(case.slips)}\n")
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(GOLD_HEADER)
    for g in case.gold:
        value = "" if g.value is None else f"{g.value:.10g}"
        rows.writerow((g.table, g.row, g.col, value, g.raw, g.status, g.unit))
    return out.getvalue()


def gold_from_csv(text: str) -> tuple[dict[str, str], list[Gold]]:
    """Identity and cells, from what `gold_to_csv` wrote."""
    lines = text.splitlines(keepends=True)
    meta: dict[str, str] = {}
    while lines and lines[0].startswith("# "):
        name, _, value = lines.pop(0)[2:].strip().partition("=")
        meta[name] = value
    cells = [
        Gold(
            r["table"],
            r["row"],
            r["col"],
            float(r["value"]) if r["value"] else None,
            r["raw"],
            r["status"],
            r["unit"],
        )
        for r in csv.DictReader(io.StringIO("".join(lines)))
    ]
    return meta, cells
