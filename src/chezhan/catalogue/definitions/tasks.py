"""Changes of a design that take longer than a request should.

Bound to a store by their arguments and not by an open transaction, for whose snapshot an index would wait.
"""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from celery import shared_task
from kombu.exceptions import OperationalError

from chezhan.access import Actor
from chezhan.catalogue.definitions.refusals import DesignBusy, WouldNotConvert
from chezhan.catalogue.definitions.services.convert import Conversion, convert_field, preview_conversion
from chezhan.catalogue.definitions.services.index_field import check_index, index_field
from tenants.celery import GroupTask
from tenants.lookup import find_in_store

# Converted while the person waits; more goes on in the background.
AT_ONCE = 20_000


def ask_for_index(*, actor: Actor, entity: str, name: str) -> None:
    """Raises what index_field raises of a field that can't have one."""
    check_index(actor=actor, store=actor.in_store, entity=entity, name=name)
    _queue(index_later, actor=actor, entity=entity, name=name)


def ask_for_conversion(*, actor: Actor, entity: str, name: str, conversion: Conversion) -> bool:
    """Whether it is done already. Raises what convert_field raises, before it is queued where it can be known."""
    store = actor.in_store
    seen = preview_conversion(actor=actor, store=store, entity=entity, name=name, conversion=conversion)
    if seen.refused and not conversion.accept_loss:
        raise WouldNotConvert(params={"field": name, "count": seen.refused})
    if seen.total <= AT_ONCE:
        convert_field(actor=actor, store=store, entity=entity, name=name, conversion=conversion)
        return True
    _queue(convert_later, actor=actor, entity=entity, name=name, conversion=asdict(conversion))
    return False


def _queue(task: Any, *, actor: Actor, **members: Any) -> None:
    try:
        task.apply_async(
            kwargs={"store": actor.in_store.slug, "person_id": str(actor.person_id), **members}, retry=False
        )
    except OperationalError as error:
        raise DesignBusy(params={"store": actor.in_store.name}) from error


@shared_task(base=GroupTask, name="catalogue.index_field")
def index_later(*, store: str, person_id: str, entity: str, name: str) -> None:
    actor = _actor(store, person_id)
    index_field(actor=actor, store=actor.in_store, entity=entity, name=name)


@shared_task(base=GroupTask, name="catalogue.convert_field")
def convert_later(*, store: str, person_id: str, entity: str, name: str, conversion: dict[str, Any]) -> None:
    actor = _actor(store, person_id)
    convert_field(actor=actor, store=actor.in_store, entity=entity, name=name, conversion=Conversion(**conversion))


def _actor(slug: str, person_id: str) -> Actor:
    """Who asked, with the roles held by now. Raises LookupError for one who is gone."""
    person, store, roles = find_in_store(person_id=UUID(person_id), slug=slug)
    if person is None or store is None:
        raise LookupError(f"nobody to act in {slug}")
    return Actor(
        person_id=person.id,
        person_name=person.name,
        language=person.language,
        group=store.group,
        store=store,
        roles=roles,
    )
