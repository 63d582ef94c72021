"""Few full rows of aligned text that stand to the letter in one measure, and in the other not even in line."""

from __future__ import annotations

from tests.extract.printed import Part, Rows, aligned, figures, printed, read, report, reported, wrong

VALUES = figures()
FULL = {"new_received", "granted", "total_handled"}
MIDST = range(2, 7)


def parts(full: set[str] = FULL) -> list[Part]:
    """Table 3 with blank cells for organisations in all rows but the full ones."""
    (third,) = [part for part in printed(VALUES) if part.table_no == "3"]
    rows = [
        row if key in full else [cell if at not in MIDST else "" for at, cell in enumerate(row)]
        for key, row in zip(third.keys, third.rows, strict=True)
    ]
    return [Part("3", third.header, rows, third.keys)]


def known(full: set[str] = FULL) -> set[object]:
    return {
        key
        for key in VALUES
        if key.table_no == "3" and (key.row_key in full or key.col_key in ("natural_person", "total"))
    }


def by_characters(rows: Rows) -> list[str]:
    lines = []
    for row in rows:
        line = row[0]
        for at, cell in enumerate(row[1:]):
            line = line.ljust(60 + 10 * at) + cell
        lines.append(line.rstrip())
    return lines


def test_three_full_rows_show_their_measure() -> None:
    for render in (aligned, by_characters):
        reading = read(report(parts(), render))
        assert not wrong(reading, {key: value for key, value in VALUES.items() if key in known()})
        assert len(known() - reported(reading)) <= 7


def test_a_figure_between_columns_is_in_doubt() -> None:
    lines = report(parts(), aligned).split("\n")
    (at,) = [n for n, line in enumerate(lines) if line.startswith("2.重复申请")]
    figure = VALUES[next(key for key in VALUES if key.row_key == "rejected_repeat")]
    lines[at] = lines[at].replace(f"{figure}     ", f"     {figure}")
    reading = read("\n".join(lines))
    assert not any(key.row_key == "rejected_repeat" for key in reported(reading))


def test_rows_that_stand_in_line_in_either_measure_show_none() -> None:
    full = {"denied_state_secret"}
    text = report(parts(full), aligned)
    reading = read(text)
    assert not wrong(reading, {key: value for key, value in VALUES.items() if key in known(full)})
    assert len(reported(reading)) < len(known(full))
