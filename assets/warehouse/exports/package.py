"""The Frictionless data package of the CSV files: datapackage.json, derived from schemas.tables.

Belongs here: how our models are said in the words of the Data Package standard. Does not belong here: the files (tables.py). Validated in
tests by frictionless itself, which users do not need.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import polars as pl

from assets.warehouse.exports.tables import is_text
from schemas.tables import TABLES, TableModel, TableSpec, dtypes, meaning
from schemas.tables.keys import FOREIGN_KEYS, primary_key

NAME = "datapackage.json"

# In which unit a column's numbers are, where it is a unit of measure; `value` has a column beside it that says so row by row.
_UNITS = {"value_yuan": "元", "size_bytes": "byte", "mtime_ns": "ns", "ctime_ns": "ns"}
_UNIT_COLUMNS = {"value": "unit"}
_ESCAPED = (
    "文本若会被电子表格当作公式、或改写为别的数字或日期，前加一个撇号；去掉文本列开头的一个撇号即为原文 / "
    "a text that a spreadsheet would take for a formula, or change into another number or date, has an apostrophe in front: "
    "take one leading apostrophe away from text columns to get the text itself"
)


def descriptor(folder: Path, build: str, created: str) -> dict[str, Any]:
    """The package of `folder`, whose CSV files lie in `csv/`; `created` is an ISO 8601 time."""
    return {
        "profile": "tabular-data-package",
        "name": "gouji-disclosure-reports",
        "title": "政府信息公开工作年度报告数据 / Government information disclosure reports",
        "description": (
            "由 gouji 从年度报告文本识读：每个数字注明出处，每条勾稽关系注明是否成立 / Read by gouji from the texts of annual "
            f"reports: every figure with its source line, every sum with whether it holds. {_ESCAPED}"
        ),
        "version": build,
        "created": created,
        "keywords": ["政府信息公开", "年度报告", "勾稽"],
        "sources": [
            {
                "title": "各机关政府信息公开工作年度报告；各文件见 report_files / "
                "the agencies' annual reports; the files are listed in report_files"
            }
        ],
        "contributors": [{"title": "gouji", "role": "wrangler"}],
        # `licenses` is left out on purpose: a licence is the publisher's to give, not the program's.
        "resources": [_resource(folder, spec) for spec in TABLES.values()],
    }


def write(folder: Path, build: str, created: str) -> None:
    """Write `folder`/datapackage.json."""
    text = json.dumps(descriptor(folder, build, created), ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", encoding="utf-8")


def sha256(path: Path) -> str:
    """Digest of a file of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _resource(folder: Path, spec: TableSpec) -> dict[str, Any]:
    path = folder / "csv" / f"{spec.name}.csv"
    return {
        "profile": "tabular-data-resource",
        "name": spec.name,
        "title": spec.zh,
        "description": f"{spec.zh} / {spec.en}",
        "path": path.relative_to(folder).as_posix(),
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{sha256(path)}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(spec),
    }


def _schema(spec: TableSpec) -> dict[str, Any]:
    meanings, key = meaning(spec.model), primary_key(spec.model)
    columns = spec.model.to_schema().columns
    found: dict[str, Any] = {
        "fields": [
            {
                "name": name,
                **_type(dtype),
                "title": meanings[name][0],
                "description": " / ".join(meanings[name]),
                **({"unit": _UNITS[name]} if name in _UNITS else {}),
                **({"unitField": _UNIT_COLUMNS[name]} if _UNIT_COLUMNS.get(name) in columns else {}),
                **_constraints(spec.model, name, key),
            }
            for name, dtype in dtypes(spec.model).items()
        ],
        "missingValues": [""],
    }
    if key:
        found["primaryKey"] = list(key)
    if keys := FOREIGN_KEYS.get(spec.name):
        found["foreignKeys"] = [
            {
                "fields": list(k.columns),
                "reference": {"resource": k.table, "fields": list(k.referred)},
            }
            for k in keys
        ]
    return found


def _type(dtype: pl.DataType) -> dict[str, str]:
    if isinstance(dtype, pl.Datetime):
        return {"type": "datetime", "format": "%Y-%m-%dT%H:%M:%S.%fZ"}
    if isinstance(dtype, pl.List):
        return {"type": "array"}
    names = {pl.String(): "string", pl.Int64(): "integer", pl.Float64(): "number", pl.Boolean(): "boolean"}
    return {"type": "date" if dtype == pl.Date else names[dtype]}


def _constraints(model: type[TableModel], name: str, key: tuple[str, ...]) -> dict[str, Any]:
    """What the model promises of a column, as far as the standard can say it of the file.

    An empty text and null are one to a reader of the standard, so that a text is `required` only where it cannot be empty.
    """
    column = model.to_schema().columns[name]
    told: dict[str, Any] = {}
    for check in column.checks:
        stated = check.statistics or {}
        if check.name == "isin":
            told["enum"] = list(stated["allowed_values"])
        elif check.name == "greater_than_or_equal_to":
            told["minimum"] = stated["min_value"]
        elif check.name == "in_range":
            told |= {"minimum": stated["min_value"], "maximum": stated["max_value"]}
    if not column.nullable and (not is_text(dtypes(model)[name]) or name in key or "enum" in told):
        told["required"] = True
    if key == (name,):
        told["unique"] = True
    return {"constraints": told} if told else {}
