"""Frames as Dagster metadata: columns with their meaning, rows as tables, counts with bars, and the page of an asset.

Belongs here: how it looks. Does not belong here: what is counted (pages.py) or when it is told (materialize.py).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import dagster as dg
import polars as pl
import polars.selectors as cs

from assets.building import Building
from assets.lineage import FACTS, lineage
from assets.pages import MOST, PAGES
from schemas.tables import TABLES, dtypes, meaning

# How many failing examples a check shows, and how much of a text; on the page of an asset fewer, and less.
_EXAMPLES, _TEXT = 10, 400
_PAGE_EXAMPLES, _PAGE_TEXT = 5, 60
# A whole bar, in letters.
_BAR = 12
_EIGHTHS = ("", *"▏▎▍▌▋▊▉")

_log = logging.getLogger("gouji.pages")


def table_columns(name: str) -> dg.TableSchema:
    """A table's columns for the UI: their meaning in both languages, and what they are made from."""
    model = TABLES[name].model
    schema = model.to_schema().columns
    meanings, made_from = meaning(model), lineage(name)
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                name=column,
                type=str(dtype),
                description=" / ".join(meanings[column]) + _from(made_from.get(column, ())),
                constraints=dg.TableColumnConstraints(
                    nullable=bool(schema[column].nullable), unique=bool(schema[column].unique)
                ),
            )
            for column, dtype in dtypes(model).items()
        ]
    )


def _from(sources: Iterable[tuple[str, str]]) -> str:
    """What a column is made from, in its description: the free UI keeps column lineage, but shows it nowhere."""
    named = dict.fromkeys(f"{'fact_*' if table in FACTS else table}.{column}" for table, column in sources)
    return f" ← {', '.join(named)}" if named else ""


def column_lineage(sources: Mapping[str, Iterable[tuple[str, str]]]) -> dg.TableColumnLineage:
    """Column -> the (asset, column) pairs it is taken from, for the UI."""
    return dg.TableColumnLineage(
        {
            column: [dg.TableColumnDep(asset_key=dg.AssetKey(asset), column_name=name) for asset, name in of]
            for column, of in sources.items()
        }
    )


def examples(
    frame: pl.DataFrame, rows: int = _EXAMPLES, letters: int = _TEXT
) -> dg.TableMetadataValue | dg.TextMetadataValue:
    """The first rows of a frame, as a table in the UI; a longer text is cut, so that the row stays a row."""
    if frame.is_empty():
        return dg.MetadataValue.text("none")
    flat = frame.head(rows).with_columns(cs.list().cast(pl.List(pl.String)).list.join(" "))
    timed = flat.with_columns(cs.datetime().dt.strftime("%Y-%m-%d %H:%M:%S"))
    shown = timed.select(pl.all().cast(pl.String).fill_null(""))
    longer = pl.all().str.len_chars() > letters
    return table(
        shown.with_columns(pl.when(longer).then(pl.all().str.head(letters) + "…").otherwise(pl.all()))
    )


def table(frame: pl.DataFrame) -> dg.TableMetadataValue:
    """A frame of text and numbers as it is; the UI shows all of it as text, whatever it says."""
    kinds = {name: "int" if dtype.is_integer() else "string" for name, dtype in frame.schema.items()}
    return dg.MetadataValue.table(
        records=[dg.TableRecord(row) for row in frame.iter_rows(named=True)],
        schema=dg.TableSchema(columns=[dg.TableColumn(name, kind) for name, kind in kinds.items()]),
    )


def counted(frame: pl.DataFrame, heading: str = "share") -> dg.TableMetadataValue | dg.TextMetadataValue:
    """Rows counted in a column `n`, each with the bar of its column `share`, else of its share of all.

    What is more than pages.MOST rows goes into one, without its share where it has one of its own.
    """
    if frame.is_empty():
        return dg.MetadataValue.text("none")
    own = "share" in frame.columns
    share = pl.col("share") if own else pl.col("n") / pl.col("n").sum()
    whole = frame.with_columns(share=share.cast(pl.Float64))
    labels = [name for name in frame.columns if frame.schema[name] != pl.Float64 and name != "n"]
    shown = whole.head(MOST).select(
        *(pl.col(name).cast(pl.String).fill_null("–").str.head(_PAGE_TEXT) for name in labels), "n", "share"
    )
    rest = whole.slice(MOST)
    if not rest.is_empty():
        others = {
            labels[0]: "… 其他 / others",
            "n": rest["n"].sum(),
            "share": None if own else rest["share"].sum(),
        }
        shown = pl.concat([shown, pl.DataFrame([others], schema_overrides=shown.schema)], how="diagonal")
    return table(
        shown.with_columns(
            pl.col(labels).fill_null(""), pl.col("share").map_elements(bar, pl.String).fill_null("")
        ).rename({"share": heading})
    )


def bar(share: float) -> str:
    """A bar of letters, and the share in per cent; neither says nothing or all where it is nearly so."""
    eighths = min(max(round(share * _BAR * 8), share > 0), _BAR * 8 - (share < 1))
    thousandths = min(max(round(share * 1000), share > 0), 1000 - (share < 1))
    return f"{'█' * (eighths // 8)}{_EIGHTHS[eighths % 8]} {thousandths / 10:g} %".strip()


def page(building: Building, name: str) -> dict[str, Any]:
    """The metadata of an asset's page: tables first, then a picture, numbers, and examples of its rows."""
    wanted = PAGES.get(name)
    shown: dict[str, Any] = {}
    if wanted is not None:
        for key, query in wanted.tables.items():
            # known_by_layout: the share is that of what is known
            shown[key] = counted(building.frame(query), key.partition("by_")[0].rstrip("_") or "share")
        if wanted.picture and (picture := _drawn(building, name, *wanted.picture)):
            shown["picture"] = dg.MetadataValue.md(picture)
        if wanted.numbers:
            expressions = ", ".join(f"{expression} AS {key}" for key, expression in wanted.numbers.items())
            [numbers] = building.frame(f"SELECT {expressions} FROM {name}").to_dicts()  # noqa: S608 - words of ours
            shown |= {key: number for key, number in numbers.items() if number is not None}
    rows = building.frame(f"SELECT * FROM {name} LIMIT {_PAGE_EXAMPLES}")  # noqa: S608
    shown["examples"] = examples(rows, _PAGE_EXAMPLES, _PAGE_TEXT)
    if made_from := lineage(name):
        shown["dagster/column_lineage"] = column_lineage(made_from)
    return shown


def _drawn(
    building: Building, name: str, query: str, draw: Callable[[pl.DataFrame], str | None]
) -> str | None:
    """A picture that cannot be drawn is no reason to publish nothing."""
    frame = building.frame(query)
    try:
        return draw(frame)
    except Exception as error:
        _log.warning("the picture of %s is not drawn: %s", name, error)
        return None
