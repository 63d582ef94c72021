"""Labels that run into the first figure of their row (`重复申请12 0 0 0 0 0 12`), in rows that are whole and in others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import forms
from tests.extract.printed import (
    Figures,
    Part,
    Rows,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
PARTS = [part for part in printed(VALUES) if part.table_no != "4"]


def glued(rows: Rows, gap: str = " ") -> list[str]:
    return [
        row[0] + gap.join(filter(None, row[1:]))
        if row[-1].isdecimal() or row[1].isdecimal()
        else " ".join(row)
        for row in rows
    ]


def test_the_label_runs_into_the_first_figure_of_every_row() -> None:
    reading = read(report(PARTS, glued))
    assert not wrong(reading, VALUES)
    assert reported(reading) == {key for key in VALUES if key.table_no != "4"}


@pytest.mark.parametrize("label", ["3.要求提供公幵出版物", "3.要求提供公开开出版物"])
def test_a_label_with_a_wrong_letter_runs_into_its_figure(label: str) -> None:
    row = row_of(PARTS, "rejected_publication")
    reading = read(report(change(PARTS, "rejected_publication", [label, *row[1:]]), glued))
    assert not wrong(reading, VALUES)
    assert reported(reading) == {key for key in VALUES if key.table_no != "4"}


@in_turn
@pytest.mark.parametrize("gap", [" ", "  ", "     "])
@pytest.mark.parametrize("key", ["denied_process_info", "carried_forward", "new_received"])
def test_a_figure_too_many_leaves_the_row_in_doubt(key: str, gap: str) -> None:
    parts = change(PARTS, key, [*row_of(PARTS, key), "7"])
    reading = read(report(parts, lambda rows: glued(rows, gap)))
    assert status_of(reading, "3", key) == ["uncertain"] * 7
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("gap", [" ", "  ", "     "])
def test_a_figure_too_few_leaves_the_row_in_doubt(gap: str) -> None:
    """A blank vanished: nothing tells which, and the figure behind the label stands in no column."""
    values = figures("2019")
    parts: list[Part] = [part for part in printed(values, "2019") if part.table_no != "4"]
    row = row_of(parts, "penalties", "2")
    reading = read(
        report(change(parts, "penalties", [row[0], row[1], "", row[3]]), lambda rows: glued(rows, gap))
    )
    assert not {"reported", "blank"} & set(status_of(reading, "2", "penalties"))
    assert not wrong(reading, values)


def under_groups(values: Figures, lacking: str = "", more: str = "") -> list[Part]:
    """The table's rows, the first of each group with the labels of the groups in front; one with a figure too few, one with one too many."""
    table = forms()["2021"].table("3")
    seen: set[str] = set()
    out = []
    for part in printed(values):
        rows = []
        for row in part.rows:
            found = next((r for r in table.rows if part.table_no == "3" and r.zh == row[0]), None)
            groups = [g for g in table.ancestors(found.key) if g.key not in seen] if found else []
            seen |= {g.key for g in groups}
            front = "".join(g.zh for g in reversed(groups))
            kept = [
                cell for at, cell in enumerate(row[1:]) if not (found and found.key == lacking and at == 3)
            ]
            rows.append([front + row[0], *kept, *(["7"] if found and found.key == more else [])])
        out.append(replace(part, rows=rows))
    return [part for part in out if part.table_no != "4"]


FIRST_OF_GROUPS = ["granted", "denied_state_secret", "unable_not_held", "rejected_petition"]


@pytest.mark.parametrize("gap", [" ", "   "])
def test_the_labels_of_groups_are_glued_in_front(gap: str) -> None:
    reading = read(report(under_groups(VALUES), lambda rows: glued(rows, gap)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == {key for key in VALUES if key.table_no != "4"}


@in_turn
@pytest.mark.parametrize("key", FIRST_OF_GROUPS)
def test_a_figure_too_few_or_too_many_behind_the_labels_of_groups(key: str) -> None:
    for parts in (under_groups(VALUES, lacking=key), under_groups(VALUES, more=key)):
        reading = read(report(parts, glued))
        assert not wrong(reading, VALUES)
        assert set(status_of(reading, "3", key)) == {"uncertain"}
        assert len(reported(reading, "3")) == 7 * (len(forms()["2021"].table("3").rows) - 1)


@in_turn
@pytest.mark.parametrize("key", FIRST_OF_GROUPS[1:])
def test_a_figure_between_the_labels_may_be_the_groups(key: str) -> None:
    """The label of the group has a figure of its own, and that of the row below it lacks one: the line tells nothing."""
    table = forms()["2021"].table("3")
    group = table.ancestors(key)[0].zh
    parts = under_groups(VALUES, lacking=key)
    lines = report(parts, glued).replace(group, f"{group}5 ")
    reading = read(lines)
    assert not wrong(reading, VALUES)
    assert set(status_of(reading, "3", key)) == {"uncertain"}


@pytest.mark.parametrize("gap", [" ", "  ", "\u3000"])
def test_a_label_with_spaces_in_it_runs_into_its_only_figure(gap: str) -> None:
    parts = PARTS
    for key, label in (
        ("penalties", f"行{gap}政处罚"),
        ("coercion", f"行政{gap}强制"),
        ("fees", f"行政事业{gap}性收费"),
    ):
        parts = change(parts, key, [label, row_of(PARTS, key, "2")[1]])
    reading = read(report(parts, glued))
    assert not wrong(reading, VALUES)
    assert reported(reading) == {key for key in VALUES if key.table_no != "4"}


@pytest.mark.parametrize("label", ["行 政处罚听证", "行政 处罚、行政强制", "上年 行政处罚"])
def test_other_words_with_spaces_in_them_are_no_row(label: str) -> None:
    parts = change(PARTS, "penalties", [label, row_of(PARTS, "penalties", "2")[1]])
    reading = read(report(parts, glued))
    assert not wrong(reading, VALUES)
    assert status_of(reading, "2", "penalties") != ["reported"]


def with_words(row: list[str], first: str) -> list[str]:
    """The row with its first figure in these words, glued to its label."""
    return [row[0] + first.format(row[1]), *row[2:]]


FIRST = ["{}件", "{}（其中修订2件）", "{}件(含转发3件)"]


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("key", ["regulations", "normative_docs"])
def test_the_first_figure_has_a_unit_or_a_gloss(first: str, key: str) -> None:
    parts = change(PARTS, key, with_words(row_of(PARTS, key, "2"), first))
    reading = read(report(parts, lambda rows: [" ".join(row) for row in rows]))
    assert not wrong(reading, VALUES)
    assert set(status_of(reading, "2", key)) == {"reported"}


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("key", ["regulations", "normative_docs"])
def test_a_row_behind_it_that_lacks_a_figure_or_has_one_too_many(first: str, key: str) -> None:
    row = with_words(row_of(PARTS, key, "2"), first)
    for changed in ([*row[:-1]], [*row, "7"]):
        reading = read(report(change(PARTS, key, changed), lambda rows: [" ".join(row) for row in rows]))
        assert not wrong(reading, VALUES)
        assert "reported" not in status_of(reading, "2", key)


def test_a_note_of_the_label_has_no_first_figure() -> None:
    """What the label says in brackets is of the label: digits in it are none of the row's."""
    for note in ("（含修订2件）", "（其中修订2件）"):
        row = row_of(PARTS, "normative_docs", "2")
        parts = change(PARTS, "normative_docs", [row[0] + note, *row[1:]])
        reading = read(report(parts, lambda rows: [" ".join(row) for row in rows]))
        assert not wrong(reading, VALUES)
