"""A car moves on because the deal it is for does: whoever may sign the order need not be who keeps the stock."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.verbs.doing import require_move, verb_of
from chezhan.catalogue.registry import entity_named
from chezhan.catalogue.verb import Doer
from chezhan.kernel import clock
from chezhan.modules.stock.models import StockVehicle
from chezhan.modules.stock.queries import ENTITY


def move_car(*, actor: Actor, car_id: UUID, verb: str, values: Mapping[str, Any]) -> Draft:
    """Do a verb of stock vehicles for another module, which answers for the actor's right to do so.

    `values`: by attribute, as the table keeps them. The car is locked until the transaction ends; answers it as it is
    then. Raises UnknownRecord, IllegalMove, CarTaken, DemoCarStays, CertificatePledged.
    """
    kind = entity_named(ENTITY)
    told = verb_of(kind, verb, by=actor)
    drafts = load_rows(model=StockVehicle, which=Q(id=car_id))
    if car_id not in drafts:
        raise UnknownRecord
    draft = drafts[car_id]
    if told.instead and draft.current[kind.state] not in told.of and (refusal := told.instead(actor, draft)):
        raise refusal
    require_move(kind, told, draft)
    now = clock.now()
    draft.wanted |= dict(values)
    if told.to:
        draft.wanted[kind.state] = told.to
    if told.doing:
        told.doing(Doer(actor, now, values), drafts)
    write_drafts(entity=ENTITY, model=StockVehicle, drafts=[draft], actor=actor, store=actor.in_store, now=now)
    return draft
