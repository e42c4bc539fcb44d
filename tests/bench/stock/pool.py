"""Rounds for leads in the public pool: the same one, and more of them than somebody may pick a day."""

from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.verbs.doing import do
from chezhan.kernel import clock
from chezhan.modules.leads.models import Lead
from chezhan.modules.pool.models import PoolDay, PoolSetting, PoolStay
from tenants.context import tenant_context
from tests.bench.stock.racing import RACERS, Ground, Tally, race

CAP = 2


def set_the_cap(ground: Ground) -> None:
    with tenant_context(ground.store):
        PoolSetting.objects.create(daily_cap=CAP)


def race_for_a_lead(ground: Ground, number: int, tally: Tally) -> None:
    """One has it, what the table says is what they were told, and its stay ended once."""
    (lead_id,) = _stand(ground, 1)
    winners = race(ground, tally, "lead", lambda actor: _pick(actor, lead_id))
    with tenant_context(ground.store):
        owner = Lead.objects.get(id=lead_id).owner
        left_to = PoolStay.objects.get(lead_id=lead_id).left_to
        counted = sum(PoolDay.objects.values_list("picked", flat=True))
    tally.drift += [one.person_id for one in winners] != [owner] or left_to != owner or counted != 1


def race_beyond_the_cap(ground: Ground, tally: Tally) -> None:
    """One person in six windows, each with a lead of its own."""
    leads = iter(_stand(ground, RACERS))
    person = ground.actors[:1]
    winners = race(ground, tally, "cap", lambda actor: _pick(actor, next(leads)), actors=person)
    with tenant_context(ground.store):
        (counted,) = PoolDay.objects.filter(person=person[0].person_id).values_list("picked", flat=True)
    tally.drift += len(winners) != CAP or counted != CAP


def _stand(ground: Ground, number: int) -> list[UUID]:
    """New leads in the pool, on a day on which nobody has picked any."""
    with tenant_context(ground.store):
        PoolDay.objects.all().delete()
        return [Lead.objects.create(contact_name="王先生", pooled_at=clock.now()).id for _ in range(number)]


def _pick(actor: Actor, lead_id: UUID) -> None:
    do(actor=actor, entity="lead", verb="pick", ids=[lead_id], values={})
