"""Texts made worse: what a converter, a transfer or a person may do to a report, and what only malice would."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from assets.crawl.decode import decode
from tests.reports import text

_TESTS = Path(__file__).resolve().parents[1]
_SEEDS = (
    _TESTS.parent / "data" / "samples",
    _TESTS / "conformance" / "texts",
    _TESTS / "extract" / "attacks" / "texts",
)
# Inputs are not made longer than this, in characters; growth with size is another test's (growth.py).
_LONGEST = 60_000

_SEPARATORS = (
    "\t",
    "|",
    " ",
    "  ",
    "　",
    "\n",
    "│",
    ",",
    "\x0b",
    "\x0c",
    "\u2028",
    "\x85",
    "\r",
    "</td><td>",
)
_ODD = (
    *(
        "\ufeff",
        "\u200b",
        "\u202e",
        "\ufffd",
        "\x00",
        "\x07",
        "\x1b[31m",
        "\x1a",
        "\ud7ff",
        "\ue000",
        "\U0001f9ff",
        "\U000e0001",
    ),
    *(
        "=cmd()",
        "'; DROP TABLE reports; --",
        "<script>",
        "]]>",
        "&#0;",
        "&#x110000;",
        "&amp;amp;",
        "%s%n",
        "../../etc",
        "{0}",
        "\\x00",
    ),
    *(
        "-0",
        "1e999",
        "NaN",
        "∞",
        "１２",
        "①",
        "二十",
        "1,2,3",
        "0x1F",
        "9" * 40,
        "1.5",
        "½",
        "²",
        "٣",
        "三.五",
        "-",
        "/",
        "——",
        "－1",
        "(5)",
    ),
)
_NESTS = (
    ("<table><tr><td>", "</td></tr></table>"),
    ("（", "）"),
    ("|", "|"),
    ("<div>", "</div>"),
    ("[", "]"),
    ("> ", ""),
    ("<!--", "-->"),
    ("│", "│"),
)
Mutation = Callable[[random.Random, str, Sequence[str]], str]


def pool() -> list[str]:
    """The texts to begin with."""
    files = sorted(path for folder in _SEEDS for path in folder.rglob("*") if path.is_file())
    decoded = [decode(path.read_bytes()) for path in files]
    return [text(), *(one.text for one in decoded if one.status == "text")]


def mutated(seed: str, texts: Sequence[str]) -> bytes:
    """The input of a seed."""
    rng = random.Random(seed)  # noqa: S311
    if rng.random() < 0.03:
        return _noise(rng)
    made = rng.choice(texts)
    if rng.random() < 0.85:
        made = _part(rng, made)
    for _ in range(rng.choice((0, 1, 1, 1, 2, 3, 6))):
        made = rng.choice(_MUTATIONS)(rng, made, texts)[:_LONGEST]
    data = _encoded(rng, made)
    if rng.random() < 0.2:
        data = _flipped(rng, data)
    return data


def _part(rng: random.Random, made: str) -> str:
    """The title and some lines from anywhere: as odd as the whole, and read in a fraction of the time."""
    lines = made.split("\n")
    start = rng.randrange(len(lines))
    return "\n".join(lines[: rng.randint(0, 4)] + lines[start : start + rng.randint(3, 40)])


def _noise(rng: random.Random) -> bytes:
    size = rng.randint(0, 4000)
    if rng.random() < 0.5:
        return rng.randbytes(size)
    ranges = (
        (0x20, 0x7F),
        (0x4E00, 0x9FFF),
        (0, 0xD7FF),
        (0x2500, 0x25FF),
        (0x10000, 0x10FFFF),
        (0xFF00, 0xFFEF),
    )
    chosen = [rng.choice(ranges) for _ in range(rng.randint(1, 3))]
    return "".join(chr(rng.randint(*rng.choice(chosen))) for _ in range(size)).encode()


def _encoded(rng: random.Random, made: str) -> bytes:
    encoding = rng.choice(
        ("utf-8",) * 7 + ("utf-8-sig", "gb18030", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "big5")
    )
    return made.encode(encoding, "replace")


def _flipped(rng: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 3, 20)) if data else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    if rng.random() < 0.2:
        return bytes(changed[: rng.randint(0, len(changed))])
    return bytes(changed)


def _of_lines(change: Callable[[random.Random, list[str], int], None]) -> Mutation:
    """A change to the lines at a random place."""

    def mutation(rng: random.Random, made: str, _: Sequence[str]) -> str:
        lines = made.split("\n")
        change(rng, lines, rng.randrange(len(lines)))
        return "\n".join(lines)

    return mutation


def _shuffle(rng: random.Random, lines: list[str], at: int) -> None:
    some = lines[at : at + rng.choice((2, 5, 40, 10_000))]
    rng.shuffle(some)
    lines[at : at + len(some)] = some


def _repeat(rng: random.Random, lines: list[str], at: int) -> None:
    some = lines[at : at + rng.choice((1, 1, 3, 20))]
    lines[at:at] = some * rng.choice((1, 1, 2, 10, 200))


def _drop(rng: random.Random, lines: list[str], at: int) -> None:
    del lines[at : at + rng.choice((1, 1, 3, 20))]


def _cut(rng: random.Random, lines: list[str], at: int) -> None:
    place = rng.randint(0, len(lines[at]))
    lines[at : at + 1] = [lines[at][:place], lines[at][place:]] if rng.random() < 0.5 else [lines[at][:place]]


def _join(rng: random.Random, lines: list[str], at: int) -> None:
    count = rng.choice((2, 2, 3, 10, 10_000))
    lines[at : at + count] = [rng.choice(("", " ", "\t")).join(lines[at : at + count])]


def _move_columns(rng: random.Random, lines: list[str], at: int) -> None:
    for row in range(at, min(len(lines), at + rng.choice((1, 1, 10)))):
        cells = lines[row].split("\t")
        rng.shuffle(cells)
        lines[row] = "\t".join(cells[rng.randint(0, 1) :])


def _digits(rng: random.Random, made: str, _: Sequence[str]) -> str:
    places = [place for place, char in enumerate(made) if char in "0123456789"]
    changed = list(made)
    for place in rng.sample(places, min(len(places), rng.choice((1, 5, 50)))):
        changed[place] = rng.choice(("", *"0123456789", "12", "1 2", "O", "l", ".", rng.choice(_ODD)))
    return "".join(changed)


def _separators(rng: random.Random, made: str, _: Sequence[str]) -> str:
    one = rng.choice([s for s in _SEPARATORS if s in made] or ["\n"])
    two = rng.choice((one * 2, one + "\n", "", rng.choice(_SEPARATORS), one * 30))
    return made.replace(one, two, rng.choice((1, 5, -1)))


def _insert(rng: random.Random, made: str, _: Sequence[str]) -> str:
    for _ in range(rng.choice((1, 1, 5, 30))):
        place = rng.randint(0, len(made))
        made = made[:place] + rng.choice(_ODD) + made[place:]
    return made


def _long_run(rng: random.Random, made: str, _: Sequence[str]) -> str:
    place = rng.randint(0, len(made))
    unit = rng.choice(
        (
            *_SEPARATORS,
            *_ODD,
            "-",
            "0",
            "1 ",
            "一",
            "。",
            "+-",
            "===",
            made[place : place + rng.randint(1, 20)],
        )
    )
    return made[:place] + unit * rng.choice((3, 50, 2000 // max(1, len(unit)))) + made[place:]


def _nest(rng: random.Random, made: str, _: Sequence[str]) -> str:
    before, after = rng.choice(_NESTS)
    start = rng.randint(0, len(made))
    stop = rng.randint(start, min(len(made), start + rng.choice((5, 200, 5000))))
    depth = rng.choice((1, 2, 10, 300))
    return (
        made[:start] + before * depth + made[start:stop] + after * (depth - rng.randint(0, 1)) + made[stop:]
    )


def _splice(rng: random.Random, made: str, texts: Sequence[str]) -> str:
    """A report cut off, and another going on."""
    other = _part(rng, rng.choice(texts))
    place = rng.randint(0, len(made))
    return made[:place] + other + (made[place:] if rng.random() < 0.5 else "")


def _delete(rng: random.Random, made: str, _: Sequence[str]) -> str:
    """A character gone everywhere, or a stretch."""
    if rng.random() < 0.3 and made:
        return made.replace(rng.choice(made), rng.choice(("", " ", "\n")))
    start = rng.randint(0, len(made))
    return made[:start] + made[start + rng.choice((1, 3, 30, 1000)) :]


_MUTATIONS: tuple[Mutation, ...] = (
    *(_of_lines(change) for change in (_shuffle, _repeat, _drop, _cut, _join, _move_columns)),
    *(_digits, _separators, _insert, _long_run, _nest, _splice, _delete),
)
