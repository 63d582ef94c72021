"""Pages as older removers of boilerplate print them: a bar after each cell, rows filled up with bars to the widest.

Some keep blank cells, some lose them. Written after texts on the web; which programs made those is not known.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conformance.channels.base import Channel

_Row = Callable[[list[str], int], list[str]]


def _on_a_line(cells: list[str], pads: int) -> list[str]:
    return [" | ".join(" ".join(c.split("\n")) for c in cells) + (" | " + "|" * pads if pads else " |")]


def _cell_a_line(cells: list[str], pads: int) -> list[str]:
    return [f"{cell} |" if cell else "|" for cell in cells] + ["|" * pads] * bool(pads)


def _opened(cells: list[str], pads: int) -> list[str]:
    lines = ["|", *_cell_a_line(cells, 0)]
    return [*lines[:-1], f"{lines[-1]} {'|' * pads}"] if pads else lines


def _bar_below(cells: list[str], pads: int) -> list[str]:
    return [line for cell in cells for line in ([cell, "|"] if cell else ["|"])]


def _bars(row: _Row, *, kept: bool) -> Callable[[Path], str]:
    def convert(path: Path) -> str:
        from lxml import html

        out: list[str] = []
        for node in html.parse(str(path)).getroot().iter("h1", "h2", "p", "table"):
            if node.tag != "table":
                out.append(str(node.text_content()))
                continue
            rows = [list(tr.iter("td")) for tr in node.iter("tr")]
            width = max(sum(int(td.get("colspan", 1)) for td in tds) for tds in rows)
            for tds in rows:
                texts = ["\n".join(str(t).strip() for t in td.itertext()) for td in tds]
                cells = [t for t in texts if t or kept]
                out += row(cells, width - len(cells))
        return "\n".join(out)

    return convert


CHANNELS = [
    Channel(
        f"bars-{name}{'' if kept else '-lost'}",
        "B" if kept else "C",
        "html",
        _bars(row, kept=kept),
        ("lxml",),
    )
    for name, row in (
        ("line", _on_a_line),
        ("cells", _cell_a_line),
        ("opened", _opened),
        ("below", _bar_below),
    )
    for kept in (True, False)
]
