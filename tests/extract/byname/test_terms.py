"""Table 2 as a page's list of terms: the label of a row, and each column with its figure below or behind it."""

from __future__ import annotations

import pytest

from tests.extract.printed import figures, printed, read, report, reported, tsv, wrong

_VALUES = figures()
_TERMS = [
    ("第二十条第（一）项", None),
    ("规章", ["本年制发件数", "本年废止件数", "现行有效件数"]),
    ("行政规范性文件", ["本年制发件数", "本年废止件数", "现行有效件数"]),
    ("第二十条第（五）项", None),
    ("行政许可", ["本年处理决定数量"]),
    ("第二十条第（六）项", None),
    ("行政处罚", ["本年处理决定数量"]),
    ("行政强制", ["本年处理决定数量"]),
    ("第二十条第（八）项", None),
    ("行政事业性收费", ["本年收费金额（单位：万元）"]),
]


def _text(label: str, name: str, joint: str) -> str:
    figures_ = iter([value for key, value in _VALUES.items() if key.table_no == "2"])
    items = []
    for term, names in _TERMS:
        items.append(label.format(term))
        items += [name.format(f"{column}：{next(figures_)}") for column in names or ()]
    whole = report([part for part in printed(_VALUES) if part.table_no != "2"], tsv)
    above, below = whole.split("三、收到", 1)
    return f"{above}二、主动公开政府信息情况\n\n{joint.join(items)}\n\n三、收到{below}"


@pytest.mark.parametrize(
    ("label", "name", "joint"),
    [
        ("{}", "{}", "\n"),
        ("{}", "    {}", "\n"),
        ("- {}", "- {}", "\n"),
        ("{}", "{}", "\n\n"),
        ("{}", "{}", " "),
        ("<dt>{}</dt>", "<dd>{}</dd>", "\n"),
        ("{}\\", ":   {}", "\n"),
    ],
)
def test_lists_of_terms_are_read(label: str, name: str, joint: str) -> None:
    reading = read(_text(label, name, joint))
    assert not wrong(reading, _VALUES)
    assert len(reported(reading, "2")) == 10


def test_names_without_a_label_above_them_are_no_row_s() -> None:
    lines = _text("{}", "{}", "\n").replace("规章\n本年", "本年", 1)
    reading = read(lines)
    assert not wrong(reading, _VALUES)
    assert not [key for key in reported(reading, "2") if key.row_key == "regulations"]


def test_a_number_between_the_lines_leaves_a_doubt() -> None:
    text = _text("{}", "{}", "\n")
    (name,) = [line for line in text.split("\n") if line.startswith("现行有效件数")][:1]
    reading = read(text.replace(name, f"{name}\n4", 1))
    assert not wrong(reading, _VALUES)
