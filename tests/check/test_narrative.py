"""The story against the tables: what is found in sentences, what is held against them, and what must not be."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from assets.check.narrative import narrative_figures
from assets.check.narrative_findings import story_findings
from assets.extract.labels import ascii_width
from assets.extract.reading import read_text
from schemas.form import CellKey, forms
from schemas.narrative import narrative, terms
from schemas.tables import Cells, NarrativeFigures, Reports, ReportSections, dtypes, frame
from tests.check.narrated import Story, Told, compare, compare_all, printed, sentences
from tests.extract.test_seeds import TEXTS

# Of the figures that sentences state of the tables, and of the sentences that state any.
LEAST_FOUND = 0.95
LEAST_TRUE = 0.98


@cache
def found(name: str) -> list[tuple[Told, set[tuple[str, str, str]]]]:
    """The sentences of a file, each beside the tables of a report of its own, and what is found in it."""
    all_told = sentences(name)
    compared = compare_all([Story(told.sentence, told.form) for told in all_told])
    return [
        (told, {(str(r["raw"]), str(r["subject"]), str(r["state"])) for r in rows})
        for told, rows in zip(all_told, compared, strict=True)
    ]


def test_recall_and_precision() -> None:
    """Most sentences that state a figure of the tables are found, and what is called a contradiction is one."""
    count: Counter[str] = Counter()
    wrong, missed = [], []
    for told, got in found("narrative_sentences.txt"):
        says = {(ascii_width(raw), key, state) for raw, key, state in told.says}
        raised = {x for x in got if x[2] == "contradicts"}
        count["raised"] += len(raised)
        count["true"] += len(raised & says)
        count["figures"] += len(says)
        count["figures found"] += len(says & got)
        if says:
            count["sentences"] += 1
            count["sentences found"] += says <= got
        wrong += [(told.sentence, x) for x in raised - says]
        missed += [(told.sentence, x) for x in says - got]
    print(dict(count), *missed, sep="\n")
    assert len(found("narrative_sentences.txt")) >= 120
    assert not wrong
    assert count["true"] >= LEAST_TRUE * count["raised"] and count["raised"] >= 30
    assert count["sentences found"] >= LEAST_FOUND * count["sentences"], missed


def test_nothing_is_accused_that_contradicts_nothing() -> None:
    traps = found("narrative_traps.txt")
    accused = [(told.sentence, x) for told, got in traps for x in got if x[2] == "contradicts"]
    assert not accused
    assert len(traps) >= 178


RECEIVED = CellKey("3", "new_received", "total")
CARRIED = CellKey("3", "carried_over", "total")
BLANK = {"status": "blank", "value": None, "raw": "", "line_start": None}
UNKNOWN = {"status": "uncertain", "value": None, "line_start": None, "reason": "row-short"}


def only(text: str, **how: object) -> dict[str, object]:
    (row,) = compare(text, **how)  # type: ignore[arg-type]
    return row


def test_every_figure_has_the_line_it_is_printed_on() -> None:
    """Lines of one sentence are joined; blank lines, page numbers and list numbers are not in the way."""
    text = "（二）依申请公开。2022年，我局共收到政府信息公\n- 2 -\n开申请 26 件，上年结转\n3件，答\n复 27 件。\n（三）其他。\n行政复议4件。"
    rows = compare(text)
    assert [(r["subject"], r["line"], r["state"]) for r in rows[:3]] == [
        ("received", 4, "agrees"),
        ("carried_over", 5, "agrees"),
        ("handled", 6, "agrees"),
    ]
    assert rows[0]["sentence"] == "2022年,我局共收到政府信息公开申请26件,上年结转3件,答复27件。"


@pytest.mark.parametrize("text", ["收到政府信息公开申请1\n26件。", "收到政府信息公开申请1 26件。"])
def test_digits_that_were_set_apart_are_no_figure(text: str) -> None:
    assert not [r for r in compare(text) if r["state"] == "contradicts"]


@pytest.mark.parametrize(
    ("change", "state", "reason"),
    [
        ({}, "contradicts", None),
        ({RECEIVED: UNKNOWN}, "not_comparable", "cells_unknown"),
        ({CARRIED: UNKNOWN}, "not_comparable", "cells_unknown"),
        # the total is left out: the columns speak for it, and say 26
        ({RECEIVED: BLANK}, "contradicts", None),
        (
            {cell: BLANK for cell in printed("2021") if cell.row_key == "new_received"},
            "not_comparable",
            "cells_blank",
        ),
    ],
)
def test_only_known_cells_contradict(
    change: dict[CellKey, dict[str, object]], state: str, reason: str | None
) -> None:
    row = only("2022年，我局收到政府信息公开申请7件。", change=change)
    assert (row["state"], row["reason"]) == (state, reason)


def test_a_total_left_blank_is_the_sum_of_its_columns() -> None:
    assert only("我局收到政府信息公开申请26件。", change={RECEIVED: BLANK})["state"] == "agrees"


@pytest.mark.parametrize(
    ("agency", "text", "state"),
    [
        ("青岚县林业局", "县林业局收到政府信息公开申请7件。", "contradicts"),
        ("青岚县林业局", "县农业局收到政府信息公开申请7件。", "not_comparable"),
        ("青岚县松渚镇人民政府", "松渚镇收到政府信息公开申请7件。", "contradicts"),
        # of a county's own report, the office of its government may be meant
        ("青岚县人民政府", "县政府收到政府信息公开申请7件。", "not_comparable"),
        (None, "我局收到政府信息公开申请7件。", "contradicts"),
    ],
)
def test_whose_figures(agency: str | None, text: str, state: str) -> None:
    assert only(text, agency=agency)["state"] == state


def test_both_places_are_quoted() -> None:
    """The row names the cells and their line, the finding both places in both languages."""
    row = only("2022年，我局收到政府信息公开申请7件。")
    assert row["compared_cells"] == "3/new_received/total=26" and row["compared_line"] is not None
    assert row["difference"] == -19 and str(row["readings"]).startswith("3/new_received/total | ")
    (found,) = story_findings(pl.DataFrame([row], schema=dtypes(NarrativeFigures))).rows(named=True)
    assert (found["code"], found["line"], found["row_key"]) == ("story-contradicts", 2, "new_received")
    for message in (found["message_zh"], found["message_en"]):
        assert (
            "7件" in message and "new_received/total=26" in message and str(row["compared_line"]) in message
        )


def test_every_reading_names_cells_of_a_form() -> None:
    for reading in (reading for subject in narrative().subjects for reading in subject.readings):
        assert any(terms(reading, form, "total", ("review",)) for form in forms().values()), reading


@pytest.mark.skipif(not TEXTS, reason="the texts of other authors are not here")
def test_the_story_of_texts_of_other_authors() -> None:
    """A text whose story is known is read in full, and none of these reports contradicts itself."""
    told = {name: figures_of(path) for name, path in TEXTS.items()}
    states = {str(row["state"]) for rows in told.values() for row in rows}
    assert "contradicts" not in states
    (known,) = [rows for name, rows in told.items() if name.startswith("002_")]
    assert {(r["raw"], r["subject"], r["state"]) for r in known} == {
        ("1459条", "stated_sum", "agrees"),
        ("2起", "received", "agrees"),
        ("6起", "penalty_cases", "agrees"),
        ("无一起提起", "reviews_and_suits", "agrees"),
    }


def figures_of(path: Path) -> list[dict[str, object]]:
    read = read_text(path.read_text(encoding="utf-8"), path.name, "0" * 32)
    made = frame(read.sections, ReportSections), frame(read.cells, Cells), frame(read.reports, Reports)
    return narrative_figures(*made).rows(named=True)


def _implies(tree: Iterable[tuple[object, Any]], mentions: re.Pattern[str], run: str = "") -> bool:
    """Whether whatever a parsed pattern matches holds one of the words."""
    for op, arg in [*tree, ("END", None)]:
        if str(op) == "LITERAL":
            run += chr(arg)
            continue
        if mentions.search(run):
            return True
        before, run = run, ""
        inner = {"BRANCH": 1, "SUBPATTERN": 3, "MAX_REPEAT": 2}.get(str(op))
        if inner is None or (str(op) == "MAX_REPEAT" and not arg[0]):
            continue
        if all(_implies(t, mentions, before) for t in (arg[inner] if str(op) == "BRANCH" else [arg[inner]])):
            return True
    return False


def test_no_sentence_that_speaks_of_a_subject_is_passed_over() -> None:
    """What is only a part comes after what it is a part of."""
    parse = importlib.import_module("re._parser").parse
    for subject in narrative().subjects:
        assert subject.part_of or _implies(parse(subject.needs[0].pattern), narrative().mentions), subject.key


def test_the_label_of_a_row_denies_nothing() -> None:
    assert not compare("2.没有现成信息需要另行制作")
