"""A report to put titles, sentences and signatures into, and what is read of it."""

from __future__ import annotations

from typing import Any

from tests.extract.printed import GRIDS, TITLE, figures, printed, read, report

VALUES = figures()
TEXT = report(printed(VALUES), GRIDS["tsv"])
SIGNATURE = "青岚县林业局\n2023年1月20日\n"


def entitled(title: str, name: str = "a.txt", text: str = TEXT) -> dict[str, Any]:
    (found,) = read(text.replace(TITLE, title), name).reports
    return found
