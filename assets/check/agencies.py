"""Which reports are of one agency, however its name is worded: by name, region, signature and renaming, with a confidence.

Belongs here: joining names across reports. Does not belong here: what one name says (agency_names.py), which of several
reports of one agency and year is preferred (claims.py).

The reports of an agency mostly word its name alike: what is joined is wordings, of which there are few for many reports.

The method: each wording, a name with a signature, gives a key (region, body in full words). Keys are joined only on evidence:
a short for a long wording (`abbreviation`), with and without province or city (`region`), a report's own signature
(`signature`), a name that takes up where another ends (`renamed`). What the evidence leaves open stays apart.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl

from assets.check.agency_names import Name, may_abbreviate, parse
from schemas.agency import wording
from schemas.tables import AgencyNames, DimAgency, dtypes, frame

Key = tuple[str, str]  # region, body

# How sure each kind of evidence makes it that a report is of the agency it is given to.
CONFIDENCE = {"name": 1.0, "abbreviation": 0.95, "region": 0.9, "signature": 0.9, "renamed": 0.8}
# The same words may mean agencies of several regions: of the same ambiguous county, and of no region at all.
AMBIGUOUS_REGION, NO_REGION = 0.7, 0.4


@dataclass(slots=True)
class _Wording:
    """A name with its signature, the reports that word it so and their years, and why it is given to its agency."""

    signature: str | None
    years: tuple[int, ...]
    reports: int
    name: Name
    evidence: str


@dataclass(slots=True)
class _Agency:
    """One agency in the making."""

    wordings: list[_Wording] = field(default_factory=list)

    @property
    def years(self) -> set[int]:
        return {year for each in self.wordings for year in each.years}


# A wording of `agencies_of`, and what it finds of it.
WORDING = {"agency": pl.String, "signature": pl.String, "years": pl.List(pl.Int64), "reports": pl.Int64}
GIVEN = {
    "agency": pl.String,
    "signature": pl.String,
    "agency_id": pl.String,
    "evidence": pl.String,
    "confidence": pl.Float64,
}


def agencies(reports: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(agency_names, dim_agency), see schemas.tables: each report's agency with evidence, and the agencies."""
    own = ["agency", "signature"]
    wordings = (
        reports.drop_nulls("agency")
        .group_by(own)
        .agg(
            years=pl.col("report_year").drop_nulls().unique().sort(),
            reports=pl.len().cast(pl.Int64),
            first=pl.col("source_file").min(),
        )
        .sort("first", *own)
        .select(list(WORDING))
    )
    given, dim_agency = agencies_of(wordings)
    names = reports.join(given, on=own, nulls_equal=True).sort("report_id")
    return names.select(list(dtypes(AgencyNames))), dim_agency


def agencies_of(wordings: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(what agency each wording means (GIVEN), dim_agency) of wordings (WORDING) in the order of their first files."""
    gathered: dict[Key, _Agency] = defaultdict(_Agency)
    for agency, signature, years, reports in wordings.select(list(WORDING)).iter_rows():
        name, evidence = _placed(parse(agency), parse(signature) if signature else None)
        gathered[_key(name)].wordings.append(_Wording(signature, tuple(years), reports, name, evidence))
    for step in (_without_upper_regions, _by_signature(wordings), _renamed):
        for key, into, evidence in step(gathered):
            if key not in gathered or into not in gathered or key == into:
                continue
            moved = gathered.pop(key).wordings
            for each in moved:
                each.evidence = evidence
            gathered[into].wordings += moved
    return _frames(gathered)


def _placed(name: Name, signature: Name | None) -> tuple[Name, str]:
    """A name that lacks its region, or whose region is ambiguous, takes that of the signature if it fits."""
    if signature is not None and len(signature.divisions) == 1 and len(name.divisions) != 1:
        fits = (
            signature.divisions[0] in name.divisions
            if name.divisions
            else not name.region and (name.town is None or name.town == signature.town)
        )
        if fits and (name.body == signature.body or may_abbreviate(name.body, signature.body)):
            region, town = signature.region, name.town or signature.town
            return replace(name, region=region, divisions=signature.divisions, town=town), "signature"
    return name, "abbreviation" if name.abbreviated else "name"


def _key(name: Name) -> Key:
    return (name.place or "", name.body)


def _without_upper_regions(gathered: dict[Key, _Agency]) -> list[tuple[Key, Key, str]]:
    """Regions in no table of codes: 云溪市水务局 is the same as 某省云溪市水务局 where only one longer name ends so."""
    unlisted = sorted(key for key, of in gathered.items() if not of.wordings[0].name.divisions and key[0])
    ending: dict[Key, list[Key]] = defaultdict(list)  # the end of a place, and a body -> the longer places
    for place, body in unlisted:
        for start in range(1, len(place)):
            ending[place[start:], body].append((place, body))
    joined = []
    for key in unlisted:
        longer = ending.get(key, ())
        if len(longer) == 1:
            joined.append((key, longer[0], "region"))
    return joined


def _by_signature(wordings: pl.DataFrame) -> Any:
    """A report whose signature words its name otherwise: short for it, or with a body of which the name is the end."""

    def step(gathered: dict[Key, _Agency]) -> list[tuple[Key, Key, str]]:
        joined: dict[tuple[Key, Key], None] = {}
        signed = wordings.drop_nulls("signature").select("agency", "signature").sort("agency", "signature")
        for agency, signature in signed.iter_rows():
            name, other = _placed(parse(agency), parse(signature))[0], parse(signature)
            key, into = _key(name), _key(other)
            if key == into or key not in gathered or into not in gathered or not key[0]:
                continue
            same_region = key[0] == into[0]
            alike = _alike(key[1], into[1])
            # two agencies that both report for one year are two
            if same_region and alike and not gathered[key].years & gathered[into].years:
                joined[key, into] = None
        return [(key, into, "signature") for key, into in joined]

    return step


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return may_abbreviate(short, long) or (len(short) >= 4 and long.endswith(short))


def _renamed(gathered: dict[Key, _Agency]) -> list[tuple[Key, Key, str]]:
    """The one agency of the region whose name may follow, and whose reports begin after the earlier name's end."""
    joined = []
    for key in sorted(gathered):
        region, body = key
        if not region:
            continue
        later = [(region, new) for new in wording().renamed.get(body, ()) if (region, new) in gathered]
        earlier_years = gathered[key].years
        if len(later) == 1 and earlier_years:
            later_years = gathered[later[0]].years
            if later_years and max(earlier_years) < min(later_years):
                joined.append((key, later[0], "renamed"))
    return joined


def _frames(gathered: dict[Key, _Agency]) -> tuple[pl.DataFrame, pl.DataFrame]:
    given: list[tuple[Any, ...]] = []
    rows: list[dict[str, Any]] = []
    for key in sorted(gathered):
        of = gathered[key].wordings
        agency_id = hashlib.blake2b("\n".join(key).encode(), digest_size=6).hexdigest()
        known = _best(w.name for w in of)
        for w in of:
            confidence = min(CONFIDENCE[w.evidence], _certainty(w.name))
            given.append((w.name.printed, w.signature, agency_id, w.evidence, confidence))
        years = gathered[key].years
        latest = max((max(w.years, default=0), len(w.name.printed), w.name.printed) for w in of)[2]
        chain = {d.rank: d.name for d in known.divisions[0].chain} if len(known.divisions) == 1 else {}
        rows.append(
            {
                "agency_id": agency_id,
                "agency": latest,
                "body": key[1],
                "region": "".join(chain.values()) or "".join(known.region) or None,
                "province": chain.get("province"),
                "city": chain.get("city"),
                "county": chain.get("county"),
                "township": known.town,
                "division_code": known.divisions[0].code if len(known.divisions) == 1 else None,
                "level": known.level,
                "kind": known.kind,
                "names": len({w.name.printed for w in of}),
                "reports": sum(w.reports for w in of),
                "first_year": min(years, default=None),
                "last_year": max(years, default=None),
            }
        )
    return pl.DataFrame(given, schema=GIVEN, orient="row"), frame(rows, DimAgency)


def _best(names: Iterable[Name]) -> Name:
    """The name that tells most of its region."""
    return max(names, key=lambda n: (len(n.divisions) == 1, len("".join(n.region)), n.printed))


def _certainty(name: Name) -> float:
    if len(name.divisions) > 1:
        return AMBIGUOUS_REGION
    return 1.0 if name.region or name.body.startswith("国家") else NO_REGION
