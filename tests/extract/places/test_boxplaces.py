"""The edges of words on a page, printed in front of each, are no figures."""

from __future__ import annotations

from tests.extract.odd import FOURTH, PARTS, VALUES
from tests.extract.printed import read, report, tsv, wrong


def _placed(lines: list[str]) -> list[str]:
    return [
        f"{50 + 60 * n}.00 {100 + 30 * at}.50 {100 + 60 * n}.00 {125 + 30 * at}.50 {word}"
        for at, line in enumerate(lines)
        for n, word in enumerate(line.split("\t"))
        if word
    ]


def test_places_are_not_read() -> None:
    reading = read(report(PARTS, lambda rows: _placed(tsv(rows))))
    assert not wrong(reading, VALUES)


def test_decimal_figures_without_places_are_read() -> None:
    text = report(PARTS, tsv).replace(
        "\t".join(FOURTH.rows[0]), "\t".join(f"{cell}.0" for cell in FOURTH.rows[0])
    )
    assert not wrong(read(text), VALUES)
