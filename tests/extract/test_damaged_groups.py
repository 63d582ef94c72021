"""Group labels with a damaged bracket in front of a row's own label, on the line of its figures."""

from __future__ import annotations

import pytest

from tests.extract.printed import (
    Rows,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    status_of,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)


def in_front(words: str, label: str = "") -> object:
    """Rows on a line each, the one above it with a wrong letter in its gloss; the first of the group has words before its label."""

    def render(rows: Rows) -> list[str]:
        first = row_of(PARTS, "denied_state_secret")
        rows = [[row[0].replace("不计其他情形", "不汁其他情形"), *row[1:]] for row in rows]
        return running([[f"{words}{label or row[0]}", *row[1:]] if row == first else row for row in rows])

    return render


@pytest.mark.parametrize("words", ["（三）不予公开 ", "三）不予公开 ", "（三不予公开 ", "（三不予公开"])
def test_the_label_behind_it_is_the_rows(words: str) -> None:
    reading = read(report(PARTS, in_front(words)))  # type: ignore[arg-type]
    assert not wrong(reading, VALUES)
    if words.endswith(" "):
        assert {key for key in VALUES if key.table_no == "3"} <= reported(reading)


@pytest.mark.parametrize("label", ["要求", "情况说明", "（见附件"])
def test_words_that_are_no_label_are_none(label: str) -> None:
    reading = read(report(PARTS, in_front("（三不予公开 ", label)))  # type: ignore[arg-type]
    assert not wrong(reading, VALUES)
    assert "reported" not in status_of(reading, "3", "denied_state_secret")
