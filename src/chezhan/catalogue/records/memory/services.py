"""Remember, star and forget. Everything here is the asker's own."""

from uuid import UUID

from django.db import connection
from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.records.memory.models import Favourite, SeenRecord
from chezhan.catalogue.records.memory.refusals import TooManyFavourites
from chezhan.catalogue.records.saved.models import SavedView
from chezhan.catalogue.records.saved.refusals import UnknownView
from chezhan.catalogue.records.sighting import require_seen
from chezhan.kernel import clock

SEEN, STARRED = 50, 200
REMEMBER = """
INSERT INTO seen_record (person_id, entity, record_id, at) VALUES (%s, %s, %s, %s)
ON CONFLICT (person_id, entity, record_id) DO UPDATE SET at = excluded.at
"""
FORGET_OLD = """
DELETE FROM seen_record WHERE person_id = %s AND id NOT IN (
  SELECT id FROM seen_record WHERE person_id = %s ORDER BY at DESC, id DESC LIMIT %s)
"""


def remember(*, actor: Actor, entity: str, record_id: UUID) -> None:
    """The latest SEEN are kept. Who looks as somebody else leaves no trace. Raises what require_seen raises."""
    require_seen(actor=actor, entity=entity, record_id=record_id)
    if actor.viewed_by is not None:
        return
    with connection.cursor() as cursor:
        cursor.execute(REMEMBER, [actor.person_id, entity, record_id, clock.now()])
        cursor.execute(FORGET_OLD, [actor.person_id, actor.person_id, SEEN])


def forget_all(*, actor: Actor) -> None:
    SeenRecord.objects.filter(person_id=actor.person_id).delete()


def star_record(*, actor: Actor, entity: str, record_id: UUID) -> None:
    """Again changes nothing. Raises what require_seen raises, TooManyFavourites."""
    require_seen(actor=actor, entity=entity, record_id=record_id)
    _star(actor, Favourite(person_id=actor.person_id, entity=entity, record_id=record_id, at=clock.now()))


def unstar_record(*, actor: Actor, entity: str, record_id: UUID) -> None:
    Favourite.objects.filter(person_id=actor.person_id, entity=entity, record_id=record_id).delete()


def star_view(*, actor: Actor, view_id: UUID) -> None:
    """Raises UnknownView, TooManyFavourites."""
    mine = Q(shared=True) | Q(owner=actor.person_id)
    if not SavedView.objects.filter(mine, id=view_id).exists():
        raise UnknownView
    _star(actor, Favourite(person_id=actor.person_id, view_id=view_id, at=clock.now()))


def unstar_view(*, actor: Actor, view_id: UUID) -> None:
    Favourite.objects.filter(person_id=actor.person_id, view_id=view_id).delete()


def _star(actor: Actor, favourite: Favourite) -> None:
    if Favourite.objects.filter(person_id=actor.person_id).count() >= STARRED:
        raise TooManyFavourites(params={"limit": STARRED})
    Favourite.objects.bulk_create([favourite], ignore_conflicts=True)
