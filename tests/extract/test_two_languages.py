"""Reports whose labels are printed in two languages."""

from __future__ import annotations

import pytest

from assets.extract.undone.words.translations import chinese_label, without_translations
from tests.extract.printed import figures, html, printed, read, report, reported, tsv, wrong

VALUES = figures()
_ENGLISH = {
    "自然人": "Natural Persons",
    "商业企业": "Commercial Enterprises",
    "科研机构": "Research Institutions",
    "法人或其他组织": "Legal Persons or Other Organizations",
    "其他": "Others",
    "总计": "Total",
    "规章": "Regulations",
    "行政处罚": "Administrative Penalties",
    "信息内容": "Content",
    "行政复议": "Administrative Reconsideration",
    "结果维持": "Upheld",
    "2.重复申请": "Repeated Applications",
}
LINES = [f"{zh} {en}\t0" for zh, en in _ENGLISH.items()]


def _with_english(joint: str):  # type: ignore[no-untyped-def]
    def render(rows: list[list[str]], of=tsv) -> list[str]:  # type: ignore[no-untyped-def]
        return of([[f"{c}{joint}{_ENGLISH[c]}" if c in _ENGLISH else c for c in row] for row in rows])

    return render


@pytest.mark.parametrize("joint", [" ", "", " / ", "/"])
def test_labels_with_english_behind_them_are_read(joint: str) -> None:
    reading = read(report(printed(VALUES), _with_english(joint)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("joint", [" ", "", " / ", "<br>", "\n"])
def test_cells_of_a_page(joint: str) -> None:
    render = _with_english(joint)
    reading = read(report(printed(VALUES), lambda rows: render(rows, html)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_figures_and_words_of_the_language_stay() -> None:
    kept = [
        "推进 Internet 应用",
        "自然人 NaN\t无 None\t5",
        "自然人 O\t总计 l",
        "Annual Report (2022)",
        "见附件 Word",
        "自然人NaN\t无None\t5",
        "总计Ol",
    ]
    assert without_translations(kept) == kept
    assert without_translations([*LINES, *kept[:4]])[-4:] == kept[:4]


def test_a_few_english_words_are_none_of_a_translation() -> None:
    lines = LINES[:3]
    assert without_translations(lines) == lines


def test_the_places_of_columns_stay() -> None:
    line = "自然人 Natural Persons     总计 Total     其他 Others"
    (found,) = without_translations([*LINES, line])[-1:]
    assert len(found) >= len(line) - len(" Others")
    assert found.index("总计") == line.index("总计")


def test_names_of_characters_are_no_words() -> None:
    line = "&lt;td&gt;科研机构 Research Institutions&lt;/td&gt;"
    assert without_translations([*LINES, line])[-1] == "&lt;td&gt;科研机构&lt;/td&gt;"


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("行政强制 A\ndministrative Coercion", "行政强制"),
        ("总计\nTotal", "总计"),
        ("5件\nNone", "5件\nNone"),
        ("无", "无"),
    ],
)
def test_words_below_a_label(cell: str, label: str) -> None:
    assert chinese_label(cell) == label
