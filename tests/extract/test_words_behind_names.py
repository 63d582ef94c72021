"""Words and times of day behind the name of a column, where a figure belongs: they are a cell without one reading, and the others are read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from schemas.form import CellKey
from tests.extract.byname.test_named import Record, as_json, as_yaml, records
from tests.extract.printed import HEADINGS, TITLE, cells_of, figures, read, reported, wrong
from tests.turns import in_turn

VALUES = figures()
KEY = CellKey("3", "granted", "social_org")
REST = {key: value for key, value in VALUES.items() if key != KEY}


def with_words(words: str) -> dict[str, Record]:
    def change(row: str, record: Record) -> Record:
        return {**record, "社会公益组织": words} if row == KEY.row_key else record

    return records(change)


def as_document(tables: dict[str, Any]) -> str:
    return json.dumps(
        {"标题": TITLE, **{HEADINGS[no]: table for no, table in tables.items()}}, ensure_ascii=False
    )


@in_turn
@pytest.mark.parametrize(
    "words", ["7:17", "27：58", "3:1:2", "12:30:45", "3=17", "约3", "近百", "17以上", "7→17"]
)
@pytest.mark.parametrize("render", [as_yaml, as_json, as_document])
def test_words_are_no_figure_and_no_name_of_one(words: str, render: Any) -> None:
    reading = read(render(with_words(words)))
    assert not wrong(reading, REST)
    assert reported(reading) == set(REST)
    cell = cells_of(reading)[KEY]
    assert (cell["status"], cell["raw"]) == ("unparsed", words)


def test_a_number_in_front_of_a_name_is_none_of_its_figure() -> None:
    tables = records()
    numbered = as_yaml(tables).replace("自然人:", "1: 自然人:")
    assert not wrong(read(numbered), VALUES)


def test_words_behind_last_years_names() -> None:
    tables = with_words("约3")
    last = {"上年数据": with_words("7:17")["3"]}
    reading = read(as_yaml({**tables, "3": {**last, **tables["3"]}}))
    assert not wrong(reading, REST)
    assert cells_of(reading)[KEY]["raw"] in ("约3", None)
