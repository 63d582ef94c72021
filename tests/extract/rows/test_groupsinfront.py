"""Labels of table 3 worded otherwise, alone among those of the form: the first of a group stands behind the group's in plain text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import GRIDS, figures, one_a_line, printed, read, report, reported, running, wrong
from tests.turns import in_turn

VALUES = figures()
TABLE = forms()["2021"].table("3")
FIRST = {
    "granted": "三、本年度办理结果",
    "denied_state_secret": "（三）不予公开",
    "unable_not_held": "（四）无法提供",
}


def text_of(labels: dict[str, str], render) -> str:  # type: ignore[no-untyped-def]
    """The report, rows of table 3 under these labels; in plain text the first of a group behind the group's."""
    parts = []
    for part in printed(VALUES):
        if part.table_no == "3":
            rows = []
            for row in part.rows:
                key = next(k.row_key for k, v in VALUES.items() if v == row[-1])
                label = labels.get(key, row[0])
                rows.append(
                    [f"{FIRST[key]} {label}" if key in FIRST and render is running else label, *row[1:]]
                )
            part = replace(part, rows=rows)  # noqa: PLW2901
        parts.append(part)
    return report(parts, render)


@in_turn
@pytest.mark.parametrize("render", [running, one_a_line, GRIDS["tsv"], GRIDS["html"]])
@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("denied_three_securities", "3.危及国家安全、公共安全、经济安全、社会稳定"),
        ("denied_three_securities", "3.可能危及国家安全、公共安全、经济安全、社会稳定"),
        ("other_misc", "3.其他情形"),
        ("granted", "（一）公开"),
        ("denied_state_secret", "1.涉及国家秘密的"),
        ("unable_not_held", "1.本机关不掌握"),
        ("carried_forward", "四、结转次年继续办理"),
    ],
)
def test_one_label_worded_otherwise(key: str, label: str, render) -> None:  # type: ignore[no-untyped-def]
    reading = read(text_of({key: label}, render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@in_turn
@pytest.mark.parametrize("render", [running, GRIDS["tsv"]])
@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("granted", "（一）不予公开"),
        ("granted", "（二）公开"),
        ("other_misc", "4.其他情形"),
        ("carried_forward", "四、未结转下年度"),
    ],
)
def test_labels_of_other_rows(key: str, label: str, render) -> None:  # type: ignore[no-untyped-def]
    """The number or a word makes the label another's."""
    own = {k for k in VALUES if k.table_no == "3" and k.row_key == key}
    reading = read(text_of({key: label}, render))
    assert not wrong(reading, VALUES)
    assert not own & reported(reading)


def test_the_end_of_a_gloss_is_no_label_of_its_own() -> None:
    """（二）部分公开（…，不计 / 其他情形） on two lines: the figures behind 其他情形 are not those of 3.其他."""
    gone = {k for k in VALUES if k.row_key == "other_misc"}
    parts = []
    for part in printed(VALUES):
        if part.table_no == "3":
            rows = [row for row in part.rows if row[0] != "3.其他"]
            part = replace(part, rows=rows)  # noqa: PLW2901
        parts.append(part)
    text = report(parts, running).replace("不计其他情形）", "不计\n其他情形）")
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert not gone & reported(reading)
    assert CellKey("3", "partially_granted", "total") in reported(reading)
