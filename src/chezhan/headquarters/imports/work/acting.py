"""The person for whom a worker acts, with the roles held at this moment and no others."""

from uuid import UUID

from chezhan.access import Actor
from chezhan.headquarters.imports.models import ImportJob
from chezhan.kernel.errors import Forbidden
from tenants.lookup import find_in_group


def acting_for(*, job: ImportJob, person_id: UUID | None) -> Actor:
    """Raises Forbidden when that person has left meanwhile. Call with no scope open."""
    if person_id is None:
        raise Forbidden
    person, group, roles = find_in_group(person_id=person_id, slug=job.group.slug)
    if person is None or not person.active or group is None or not roles:
        raise Forbidden
    return Actor(
        person_id=person.id, person_name=person.name, language=person.language, group=group, store=None, roles=roles
    )
