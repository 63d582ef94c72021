"""What happens to a converter's text afterwards: page cuts, dropped blanks, joined lines, other line ends.

Each of these takes the text of a real converter and harms it in one way that real texts show.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.conformance.channels.base import Channel
from tests.conformance.channels.rows import cell_a_line, joined
from tests.conformance.channels.tika import tika

_ITEM = re.compile(r"[0-9０-９]+[.、．]|（[0-9]）")


def _crlf_bom(path: Path) -> str:
    return "\ufeff" + tika(path).replace("\n", "\r\n")


def _shifted_half(path: Path) -> str:
    """Table 3 cut by a page: the second half stands in columns of its own, so its rows end one cell later."""
    lines = joined("\t", repeat=False)(path).split("\n")
    rows = [i for i, line in enumerate(lines) if line.count("\t") >= 7 and _ITEM.search(line)]
    if len(rows) < 8:
        return "\n".join(lines)
    cut = rows[len(rows) // 3]
    for i in range(cut, rows[-1] + 1):
        lines[i] += "\t"
    return "\n".join([*lines[:cut], "", *lines[cut:]])


def _pages(convert: Callable[[Path], str], every: int, *, head: str = "") -> Callable[[Path], str]:
    """A page number (and a running head) between lines."""

    def harmed(path: Path) -> str:
        out: list[str] = []
        for i, line in enumerate(convert(path).split("\n"), start=1):
            out.append(line)
            if i % every == 0:
                out += [f"— {i // every} —", *([head] if head else [])]
        return "\n".join(out)

    return harmed


def _header_again(path: Path) -> str:
    """Table 3 cut by a page, its header rows printed again after the cut."""
    lines = joined(" | ", repeat=False)(path).split("\n")
    first = next((i for i, line in enumerate(lines) if "申请人情况" in line and "|" in line), None)
    if first is None:
        return "\n".join(lines)
    cut = min(first + 14, len(lines))
    return "\n".join([*lines[:cut], "", "-6-", "", *lines[first : first + 3], *lines[cut:]])


def _blanks_dropped(path: Path) -> str:
    """Empty cells leave nothing behind: a row with blanks is shorter than its header."""
    lines = joined(" | ", repeat=False)(path).split("\n")
    return "\n".join(
        " | ".join(c for c in line.split(" | ") if c.strip()) if " | " in line else line for line in lines
    )


def _trailing_bars(path: Path) -> str:
    """Every cell closed by a bar, rows ended by one more."""
    lines = joined("\t", repeat=False)(path).split("\n")
    return "\n".join(" | ".join(line.split("\t")) + " ||" if "\t" in line else line for line in lines)


def _spaced_cells(path: Path) -> str:
    return "\n\n".join(cell_a_line(path).split("\n"))


def _cell_a_bar_line(path: Path) -> str:
    """One cell a line, each followed by a bar, rows ended by a double bar."""
    lines = joined("\t", repeat=False)(path).split("\n")
    return "\n".join(" |\n".join(line.split("\t")) + " ||" if "\t" in line else line for line in lines)


def _running(path: Path) -> str:
    """Rows as running text: label and figures on a line, one space between, blanks vanished."""
    lines = joined("\t", repeat=False)(path).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines)


CHANNELS = [
    Channel("damage-crlf-bom", "A", "docx", _crlf_bom, ("extractous",)),
    Channel("damage-shifted-half", "A", "docx", _shifted_half, ("docx",)),
    Channel("damage-header-again", "B", "docx", _header_again, ("docx",)),
    Channel("damage-trailing-bars", "B", "docx", _trailing_bars, ("docx",)),
    Channel("damage-bar-lines", "B", "docx", _cell_a_bar_line, ("docx",)),
    Channel("damage-blanks-dropped", "C", "docx", _blanks_dropped, ("docx",)),
    Channel("damage-running", "C", "docx", _running, ("docx",)),
    Channel("damage-spaced-cells", "C", "docx", _spaced_cells, ("docx",)),
    Channel("damage-page-numbers", "C", "docx", _pages(cell_a_line, 37), ("docx",)),
    Channel("damage-page-heads", "C", "docx", _pages(_running, 23, head="政府信息公开年度报告"), ("docx",)),
]
