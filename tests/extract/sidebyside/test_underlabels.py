"""Table 4 in lines aligned by spaces, one cell blank: each figure is known by the label that it stands under."""

from __future__ import annotations

import pytest

from tests.extract.printed import HEADINGS, cells_of, figures, printed, read, report, reported, running, wrong

HEADER = """\
行政复议                     行政诉讼
结果 结果     其他   尚未   总计   未经复议直接起诉                  复议后起诉
维持 纠正     结果   审结        结果 结果 其他    尚未   总计       结果 结果   其他   尚未       总计
                         维持 纠正 结果    审结            维持 纠正   结果    审结"""
# Where the figures stand: not all right under the first letter of their label.
PLACES = (0, 6, 10, 15, 20, 25, 28, 32, 37, 42, 51, 54, 59, 64, 73)
NARROW = """\
行政复议                     行政诉讼
结果 结果 其他 尚未 总 未经复议直接起诉                  复议后起诉
维持 纠正 结果 审结 计 结果 结果 其他 尚未 总 结果 结果 其他 尚未 总
              维持 纠正 结果 审结 计 维持 纠正 结果 审结 计"""
ALL = figures()
KEYS = [key for key in ALL if key.table_no == "4"]
VALUES = {key: str(n % 10) for n, key in enumerate(KEYS, 1)}
OTHERS = {key: value for key, value in ALL.items() if key.table_no != "4"}


def text(row: str, header: str = HEADER) -> str:
    above = report([part for part in printed(ALL) if part.table_no != "4"], running)
    return above.replace("五、", "\n".join([HEADINGS["4"], "", header, row, "", "五、"]), 1)


def line(blank: int | None, places: tuple[int, ...] = PLACES) -> str:
    written = ""
    for n, (at, figure) in enumerate(zip(places, VALUES.values(), strict=True)):
        written = written.ljust(at) + ("" if n == blank else figure)
    return written


@pytest.mark.parametrize("blank", range(15))
def test_a_blank_cell_has_its_place(blank: int) -> None:
    reading = read(text(line(blank)))
    known = OTHERS | {key: value for n, (key, value) in enumerate(VALUES.items()) if n != blank}
    assert not wrong(reading, known)
    assert reported(reading, "4") == set(known) - set(OTHERS)
    assert cells_of(reading)[KEYS[blank]]["status"] == "blank"


@pytest.mark.parametrize("blank", range(15))
def test_labels_that_stand_elsewhere_than_their_figures_tell_nothing(blank: int) -> None:
    """The labels are set close together, the figures as wide as their columns."""
    known = OTHERS | {key: value for n, (key, value) in enumerate(VALUES.items()) if n != blank}
    assert not wrong(read(text(line(blank), NARROW)), known)


@pytest.mark.parametrize("below", ["0", " " * 20 + "0", "\n" + " " * 73 + "0"])
def test_digits_below_the_row_may_belong_to_it(below: str) -> None:
    assert not reported(read(text(line(3) + "\n" + below)), "4")


def test_a_figure_between_two_labels_is_under_neither() -> None:
    """No column has it for certain, and then none has any."""
    places = tuple(39 if at == 37 else at for at in PLACES)
    between = (*places[:8], 40, *places[9:])
    assert not wrong(
        read(text(line(9, between))), OTHERS | {k: v for n, (k, v) in enumerate(VALUES.items()) if n != 9}
    )


def test_columns_in_another_order_are_not_taken_for_the_forms() -> None:
    header = HEADER.replace("结果 结果     其他   尚未", "其他 结果     结果   尚未").replace(
        "维持 纠正     结果   审结  ", "结果 纠正     维持   审结  "
    )
    known = OTHERS | VALUES
    known[KEYS[0]], known[KEYS[2]] = VALUES[KEYS[2]], VALUES[KEYS[0]]
    del known[KEYS[4]]
    assert not wrong(read(text(line(4), header)), known)
