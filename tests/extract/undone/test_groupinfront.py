"""Labels of groups in front of labels of rows that go on below, in plain text without numbers."""

from __future__ import annotations

from assets.extract.undone.words.groupinfront import with_rows_without_groups
from tests.extract.printed import figures, printed, read, report, reported, running, wrong

VALUES = figures()
_LABEL = "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"


def _cut(pieces: list[str], front: str = "其他处理 ") -> str:
    lines = report(printed(VALUES), running).split("\n")
    at = next(n for n, line in enumerate(lines) if "无正当理由逾期不补正" in line)
    own = lines[at][lines[at].index("申请", lines[at].index("信息公开申请") + 4) + 2 :].strip()
    lines[at : at + 1] = [front + pieces[0], *pieces[1:], own]
    return "\n".join(lines)


def test_a_groups_label_in_front_of_a_label_of_four_lines() -> None:
    pieces = [_LABEL[:10], _LABEL[10:20], "", _LABEL[20:29], _LABEL[29:]]
    found = read(_cut(pieces))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


def test_words_that_do_not_make_the_label_whole_stay() -> None:
    for lines in (
        ["其他处理 " + _LABEL[:10], _LABEL[12:], "1 0 0 0 0 0 1"],
        ["其他处理 " + _LABEL[:10], _LABEL[10:], "没有"],
        ["不予公开 " + _LABEL[:10], _LABEL[10:], "1 0 0 0 0 0 1"],
        ["其他处理 " + _LABEL, "1 0 0 0 0 0 1"],
    ):
        assert with_rows_without_groups(lines) is lines
