"""A row's label printed twice above one row of figures."""

from __future__ import annotations

from tests.extract.printed import (
    Rows,
    aligned,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)

VALUES = figures()
LABEL = "4.保护第三方合法权益"


def text_of(*above: str) -> str:
    """The report with lines above the figures of a row, which stand below its label."""

    def render(rows: Rows) -> list[str]:
        lines = []
        for line in aligned(rows):
            if line.startswith(LABEL):
                lines += [*above, line.replace(LABEL, " " * 2 * len(LABEL))]
            else:
                lines.append(line)
        return lines

    return report(printed(VALUES), render)


def test_figures_below_two_labels_alike_may_be_of_either() -> None:
    for above in ([f"  {LABEL}", f"（三）不  {LABEL}"], [LABEL, "（三）不予公开", LABEL]):
        reading = read(text_of(*above))
        assert set(status_of(reading, "3", "denied_third_party")) == {"uncertain"}
        assert not wrong(reading, VALUES)


def test_a_label_above_its_figures_or_again_on_the_next_page() -> None:
    for above in ([LABEL], [LABEL, "— 3 —", "\f" + LABEL]):
        assert len(reported(read(text_of(*above)))) == len(VALUES)


def test_a_merged_cell_is_printed_once_for_each_column() -> None:
    def render(rows: Rows) -> list[str]:
        return one_a_line([[*[row[0]] * (2 if row[0][1:2] == "、" else 0), *row] for row in rows])

    reading = read(report(printed(VALUES), render))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 175
