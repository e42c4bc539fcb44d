"""Bring what the Chinese market sells into a store's library: what is there already stays as the store has it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from chezhan.access import Actor, require
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.record import Record
from chezhan.kernel import clock
from chezhan.modules.library import china
from chezhan.modules.library.models import Brand, Series, Trim

# Which models a store knows is part of how it is set up.
PERMISSION = "catalogue.design"
# Customers' cars that were there before the library.
KNOW_CARS = """
UPDATE vehicle SET line_id = series.id FROM series JOIN brand ON brand.id = series.brand_id
WHERE vehicle.line_id IS NULL AND vehicle.brand = brand.name AND vehicle.series = series.name
"""


def fill_library(*, actor: Actor) -> dict[str, int]:
    """Answers how many brands, series and trims came in; none where all are there. Raises Forbidden."""
    require(actor=actor, permission=PERMISSION)
    brands = dict(Brand.objects.values_list("name", "id"))
    made = _write(actor, "brand", Brand, [_brand(line) for line in china.brands().values() if line.name not in brands])
    brands |= {draft.value("name"): draft.id for draft in made}
    series = {(brand, name): id_ for brand, name, id_ in Series.objects.values_list("brand_id", "name", "id")}
    new: dict[tuple[UUID, str], Draft] = {}
    for line in china.trims():
        key = (brands[line.brand], line.series)
        if key not in series and key not in new:
            new[key] = Draft.of_new()
            new[key].wanted |= {
                "brand_id": key[0],
                "name": line.series,
                "body_style": line.body_style,
                "holding_months": china.months_kept().get((line.brand, line.series)),
            }
    _write(actor, "series", Series, [*new.values(), *_kept_for(brands)])
    series |= {key: draft.id for key, draft in new.items()}
    there = set(Trim.objects.values_list("series_id", "name"))
    trims = [_trim(line, series[brands[line.brand], line.series]) for line in china.trims()]
    trims = [draft for draft in trims if (draft.value("series_id"), draft.value("name")) not in there]
    _write(actor, "trim", Trim, trims)
    with connection.cursor() as cursor:
        cursor.execute(KNOW_CARS)
    return {"brand": len(made), "series": len(new), "trim": len(trims)}


def _kept_for(brands: Mapping[str, UUID]) -> list[Draft]:
    """Series that were there without a word on how long people keep them; what the store says stays."""
    told = {(brands[brand], series): months for (brand, series), months in china.months_kept().items()}
    unsaid = load_rows(model=Series, which=Q(holding_months=None, brand_id__in=list(brands.values())))
    found = []
    for draft in unsaid.values():
        months = told.get((draft.value("brand_id"), draft.value("name")))
        if months is not None:
            draft.wanted["holding_months"] = months
            found.append(draft)
    return found


def _brand(line: china.BrandLine) -> Draft:
    draft = Draft.of_new()
    draft.wanted |= {"name": line.name, "english": line.english, "maker": line.maker, "origin": line.origin}
    return draft


def _trim(line: china.TrimLine, series_id: UUID) -> Draft:
    draft = Draft.of_new()
    draft.wanted |= {
        "series_id": series_id,
        "name": line.name,
        "energy": line.energy,
        "guide_price": line.guide_price,
        "engine": line.engine,
        "transmission": line.transmission,
        **_terms(line),
    }
    return draft


def _terms(line: china.TrimLine) -> Mapping[str, Any]:
    brand = china.brands()[line.brand]
    months, km = china.ELECTRIC_SERVICE if line.energy == "bev" else china.SERVICE
    terms: dict[str, Any] = {
        "warranty_months": brand.warranty[0],
        "warranty_km": brand.warranty[1],
        "service_months": months,
        "service_km": km,
    }
    if line.energy in china.NEW_ENERGY:
        terms |= {"power_warranty_months": brand.power_warranty[0], "power_warranty_km": brand.power_warranty[1]}
    if line.energy != "bev":
        terms |= {"oil_months": china.OIL[0], "oil_km": china.OIL[1]}
    return terms


def _write(actor: Actor, entity: str, model: type[Record], drafts: list[Draft]) -> list[Draft]:
    write_drafts(entity=entity, model=model, drafts=drafts, actor=actor, store=actor.in_store, now=clock.now())
    return drafts
