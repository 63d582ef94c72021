"""Links from an asset's page to the code, wherever this checkout lies: what makes it, and where its columns are declared.

Does not belong here: anything about data.
"""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Sequence
from typing import Any

import dagster as dg

from schemas.tables import TABLES


def linked(assets: Sequence[Any]) -> Sequence[Any]:
    """The assets as they are, with their links."""
    with warnings.catch_warnings():
        # What a user of `gouji run` cannot act upon: Dagster is pinned, and a test looks at the links.
        warnings.simplefilter("ignore", dg.BetaWarning)
        return dg.with_source_code_references([made.map_asset_specs(_with_columns) for made in assets])


def _with_columns(spec: dg.AssetSpec) -> dg.AssetSpec:
    table = TABLES.get(spec.key.to_user_string())
    if table is None:
        return spec
    place = dg.LocalFileCodeReference(
        file_path=inspect.getfile(table.model),
        line_number=inspect.getsourcelines(table.model)[1],
        label=f"{table.model.__name__} (columns)",
    )
    links = dg.CodeReferencesMetadataValue(code_references=[place])
    return spec.replace_attributes(metadata={**spec.metadata, "dagster/code_references": links})
