"""Sentences of other hands than those the words were collected from: how many are found, and is anyone accused wrongly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from schemas.form import CellKey, forms
from tests.check.narrated import Story, compare_all

LEAST_FOUND = 0.8
LEAST_TRUE = 0.98
Claim = tuple[float, str, str]  # figure, row or row.column, verdict


def told() -> Iterator[tuple[Story, list[Claim]]]:
    """A sentence in a report with figures of its own, and what it says."""
    form, figures, sentence, says = "", dict[str, str](), "", list[Claim]()
    lines = (Path(__file__).parent / "narrative_fresh.txt").read_text(encoding="utf-8").split("\n")
    for line in [*lines, "@"]:
        if line.startswith("\t"):
            figure, cell, verdict = line.split()
            says.append((float(figure), cell, verdict))
            continue
        if sentence:
            yield Story(sentence, form, change=report_of(form, figures)), says
        sentence, says = "", []
        if line.startswith("@"):
            form, figures = line[1:], {}
        elif line.startswith("= "):
            figures |= dict(pair.split("=") for pair in line[2:].split())
        elif line and not line.startswith("#"):
            sentence = line


def report_of(form: str, figures: dict[str, str]) -> dict[CellKey, dict[str, object]]:
    """The cells of a report with these figures, and noughts."""
    changed: dict[CellKey, dict[str, object]] = {}
    for key in forms()[form].cells:
        raw = figures.get(f"{key.row_key}.{key.col_key}", "0")
        changed[key] = {"raw": raw, "value": float(raw)}
        if key.col_key == "purchase_amount":
            changed[key]["unit"] = "万元"
    return changed


def about(row: dict[str, object], cell: str) -> bool:
    """Whether a narrative figure was compared with this row, or this cell; `suit` names all rows that start so."""
    if cell == "sum":
        return row["subject"] == "stated_sum"
    wanted = "?/" + cell.replace(".", "*/") + "*"
    return any(fnmatchcase(word, wanted) for word in f"{row['readings'] or ''}".split())


def test_most_are_found_and_nobody_is_accused_wrongly() -> None:
    count: Counter[str] = Counter()
    missed, wrong = [], []
    claims = list(told())
    compared = compare_all([story for story, _ in claims])
    for (story, says), rows in zip(claims, compared, strict=True):
        accused = [row for row in rows if row["state"] == "contradicts"]
        found = [
            any(
                row["value"] == figure and about(row, cell) and verdict in (row["state"], "found")
                for row in rows
            )
            for figure, cell, verdict in says
            if verdict != "silent"
        ]
        due = [figure for figure, _, verdict in says if verdict in ("contradicts", "found")]
        false = [row for row in accused if row["value"] not in due]
        count.update(sentences=bool(found), found=bool(found) and all(found), figures=len(found))
        count.update(figures_found=sum(found), raised=len(accused), false=len(false))
        if not all(found):
            missed.append((story.text, [(r["raw"], r["subject"], r["state"], r["reason"]) for r in rows]))
        wrong += [(story.text, row["raw"], row["subject"]) for row in false]
    print(dict(count), *missed, "wrongly accused:", *wrong, sep="\n")
    assert count["sentences"] >= 50
    assert count["found"] >= LEAST_FOUND * count["sentences"]
    assert count["raised"] - count["false"] >= LEAST_TRUE * count["raised"]
