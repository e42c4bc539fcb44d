"""Mappings that are kept: by name for everybody who imports, and each person's last for files with the same headers."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.importing.models import ImportTemplate, RecordImport
from chezhan.catalogue.importing.ordering import Order
from chezhan.catalogue.importing.refusals import TemplateTaken, UnknownTemplate
from chezhan.catalogue.importing.synonyms import normalise_header
from chezhan.kernel import clock

LOOKED_AT = 30


def signature_of(headers: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(map(normalise_header, headers)).encode()).hexdigest()


def templates_of(*, actor: Actor, entity: str) -> list[ImportTemplate]:
    named = ImportTemplate.objects.filter(entity=entity).exclude(name="")
    return list(named.order_by("name"))


def remembered_for(*, actor: Actor, entity: str, headers: Sequence[str]) -> Order | None:
    """The order with which this person, or a template, took a file with these very headers."""
    fitting = ImportTemplate.objects.filter(_mine(actor), entity=entity, signature=signature_of(headers))
    found = fitting.order_by("-used_at", "-id").first()
    return None if found is None else replace(Order.from_json(found.order), decisions={})


def remembered_headers(*, actor: Actor, entity: str) -> dict[str, str]:
    """Header, as it is compared, → what it was read into the last time."""
    found: dict[str, str] = {}
    for template in ImportTemplate.objects.filter(_mine(actor), entity=entity).order_by("-used_at", "-id")[:LOOKED_AT]:
        for header, target in template.order.get("headers", {}).items():
            found.setdefault(header, target)
    return found


def remember(*, actor: Actor, job: RecordImport, name: str = "") -> ImportTemplate:
    """Raises TemplateTaken for the name of another person's mapping."""
    headers = job.table["headers"]
    order = replace(Order.from_json(job.order), decisions={})
    by_header = {normalise_header(headers[one.column]): one.target for one in order.columns}
    content = {**order.as_json(), "headers": by_header}
    values = {"order": content, "signature": signature_of(headers), "used_at": clock.now()}
    if not name:
        template, _ = ImportTemplate.objects.update_or_create(
            entity=job.entity, person_id=actor.person_id, signature=values["signature"], name="", defaults=values
        )
        return template
    try:
        with transaction.atomic():
            template, _ = ImportTemplate.objects.update_or_create(
                entity=job.entity, person_id=actor.person_id, name=name, defaults=values
            )
    except IntegrityError as error:
        raise TemplateTaken(params={"name": name}) from error
    return template


def forget(*, actor: Actor, template_id: UUID) -> None:
    """One's own. Raises UnknownTemplate."""
    gone, _ = ImportTemplate.objects.filter(id=template_id, person_id=actor.person_id).delete()
    if not gone:
        raise UnknownTemplate


def template_named(*, template_id: UUID, entity: str) -> ImportTemplate:
    found = ImportTemplate.objects.filter(id=template_id, entity=entity).exclude(name="").first()
    if found is None:
        raise UnknownTemplate
    return found


def _mine(actor: Actor) -> Q:
    return Q(person_id=actor.person_id) | ~Q(name="")
