"""True figures of an invented report and the ways a filer writes them into a cell.

Does not belong here: where a cell stands on the page.
"""

from __future__ import annotations

from random import Random

from schemas.form import CellKey, Form
from tests.conformance.model import OPEN, Gold

APPLICANTS = ("natural_person", "commercial", "research", "social_org", "legal_service", "other_org")
PROFILES = ("zeros", "few", "many", "distinct")


def _draw(rng: Random, profile: str) -> int:
    if profile == "zeros":
        return 0
    if profile == "few":
        return rng.choice((0, 0, 0, 0, 0, 0, 1, 1, 2, 3))
    if profile == "many":
        return rng.choice((0, 0, rng.randint(1, 40), rng.randint(1, 900)))
    return rng.randint(1, 9999)


def _requests(rng: Random, form: Form, profile: str) -> dict[tuple[str, str], int]:
    table = form.table("3")
    outcomes = [r.key for r in table.rows if r.parent and not r.total_of]
    out: dict[tuple[str, str], int] = {}
    for col in APPLICANTS:
        shown = profile if profile != "few" or col in ("natural_person", "commercial") else "zeros"
        for row in outcomes:
            out[row, col] = _draw(rng, shown)
        handled = sum(out[row, col] for row in outcomes)
        forward = _draw(rng, shown)
        over = min(_draw(rng, shown), handled + forward)
        out["total_handled", col] = handled
        out["carried_forward", col] = forward
        out["carried_over", col] = over
        out["new_received", col] = handled + forward - over
    for row in table.rows:
        out[row.key, "total"] = sum(out[row.key, col] for col in APPLICANTS)
    return out


def true_figures(rng: Random, form: Form, profile: str) -> dict[CellKey, float]:
    """A figure for every cell of the form; sums hold."""
    found: dict[CellKey, float] = {}
    requests = _requests(rng, form, profile)
    for key in form.cells:
        if key.table_no == "3":
            found[key] = requests[key.row_key, key.col_key]
        elif key.col_key in ("fee_amount", "purchase_amount"):
            found[key] = (
                0 if profile in ("zeros", "few") else round(rng.uniform(0.5, 90000), rng.choice((0, 1, 2, 4)))
            )
        elif key.col_key == "change" and profile != "zeros":
            found[key] = rng.choice((0, 0, 1, -1)) * rng.randint(1, 99)
        elif key.table_no == "2" and profile == "distinct":
            found[key] = rng.choice((rng.randint(1, 99), rng.randint(100, 9999), rng.randint(10000, 999999)))
        elif key.row_key == "regulations" and profile == "few":
            found[key] = 0
        else:
            found[key] = _draw(rng, profile)
    for row in form.table("4").rows:
        parts = [found[CellKey("4", row.key, c.key)] for c in form.table("4").columns if not c.total]
        found[CellKey("4", row.key, "total")] = sum(parts)
    return found


def plain(value: float) -> str:
    """The figure as it is mostly printed."""
    return f"{value:.10g}"


def _money(rng: Random, key: CellKey, value: float, unit: str) -> tuple[str, str]:
    if key.col_key == "fee_amount" or rng.random() < 0.3:
        return plain(value), unit
    if rng.random() < 0.5:
        return f"{plain(value)}元", "元"
    return f"{plain(value)}万元", "万元"


def write_cell(rng: Random, key: CellKey, value: float, unit: str, style: str) -> Gold:
    """The cell as this filer prints it, with what a reader must make of it.

    Styles: `plain`; `padded` (ordinary, full-width and no-break spaces around); `blank_zero` and `dash_zero` (zeros
    left out or written - / 无); `thousands`; `wide` (full-width digits); `mixed` (whatever FORMS lists).
    """
    raw, status, got = plain(value), "reported", value
    signed = key.col_key == "change"
    if key.col_key in ("fee_amount", "purchase_amount"):
        raw, unit = _money(rng, key, value, unit) if value else (raw, unit)
    elif style == "blank_zero" and value == 0 and rng.random() < 0.8:
        raw, status = rng.choice(("", "", "", "　", "\u00a0")), "blank"
    elif style == "dash_zero" and value == 0 and rng.random() < 0.7:
        raw, status = rng.choice(("-", "—", "/", "无", "－", "——")), "not_applicable"
    elif style == "thousands" and abs(value) >= 1000:
        raw = f"{int(value):,}"
    elif style == "wide":
        raw = raw.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    elif style == "padded":
        raw = rng.choice(("　", "  ", "\u00a0", "")) + raw + rng.choice((" ", "", "", "\u00a0"))
    elif style == "mixed" and rng.random() < 0.25:
        raw, status, got, unit = _mixed(rng, key, value, unit, signed)
    return Gold(
        key.table_no,
        key.row_key,
        key.col_key,
        got if status in ("reported", OPEN) else None,
        raw,
        status,
        unit,
    )


def _mixed(rng: Random, key: CellKey, value: float, unit: str, signed: bool) -> tuple[str, str, float, str]:
    if signed and value > 0:
        return (
            rng.choice((f"+{plain(value)}", f"增{plain(value)}", f"增加{plain(value)}")),
            "reported",
            value,
            unit,
        )
    if signed and value < 0:
        return (
            rng.choice((plain(value), f"减{plain(-value)}", f"减少{plain(-value)}")),
            "reported",
            value,
            unit,
        )
    if signed:
        raw, status = rng.choice((("0/0", OPEN), ("未增未减", OPEN), ("增", "unparsed"), ("0", "reported")))
        return raw, status, 0.0, unit
    if value == 0:
        raw, status = rng.choice(
            (("00", "reported"), ("0.0", "reported"), ("", "blank"), ("0件", "reported"))
        )
        return raw, status, 0.0, unit
    if key.table_no == "2" and key.row_key in ("regulations", "normative_docs"):
        text = rng.choice((f"{plain(value)}（其中修订{max(1, int(value) // 3)}件）", f"{plain(value)}件"))
        return text, "reported", value, unit
    if key.col_key == "purchase_items":
        return rng.choice((f"{plain(value)}批次", f"{plain(value)}项")), "reported", value, unit
    if key.table_no == "2" and rng.random() < 0.2:
        return "本单位无此项职能", "unparsed", 0.0, unit
    return f"{plain(value)}件", "reported", value, unit
