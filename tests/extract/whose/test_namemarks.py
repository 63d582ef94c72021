"""Marks behind the name of an agency, and names that end in what might be one."""

from __future__ import annotations

import pytest

from assets.extract.whose.namemarks import without_marks_behind
from tests.extract.printed import TITLE, figures, printed, read, report, tsv

NAME = "青岚县林业局"
TEXT = report(printed(figures()), tsv)


@pytest.mark.parametrize("mark", ["√", "▪", "1", "[2]", "\\", "»", "²", "①", "（1）", "//", "│", "†"])
def test_a_mark_is_not_of_the_name(mark: str) -> None:
    for joint in ("", "\n"):
        text = TEXT.replace(TITLE, f"{NAME}{mark}{joint}2022年政府信息公开工作年度报告").replace(
            f"\n{NAME}\n", "\n"
        )
        assert read(text).reports[0]["agency"] == NAME


@pytest.mark.parametrize("name", ["第十二师142团", "青岚县第二中学", "青岚县林业局（本级）", "**", "某公司7"])
def test_what_is_of_a_name_stays(name: str) -> None:
    assert without_marks_behind(name) == name
