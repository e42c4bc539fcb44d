"""Tags of the store, and which are on a record."""

import re
from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q

from chezhan.access import Actor, require
from chezhan.access.rights import Action
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.talk.models import Tag, Tagging
from chezhan.catalogue.records.talk.refusals import BadTag, TagTaken, TooManyTags, UnknownTag

COLOR = re.compile(r"#[0-9a-f]{6}\Z")
NAME = 30
IN_STORE = 500
ON_RECORD = 20
ASKED_FOR = 10


def list_tags() -> list[Tag]:
    """By name. Tags are words for all of the store; which record has one is told by the record alone."""
    return list(Tag.objects.order_by("name"))


def save_tag(*, actor: Actor, tag_id: UUID | None, name: str, color: str) -> Tag:
    """A new one, or one renamed. Raises Forbidden, UnknownTag, BadTag, TagTaken, TooManyTags."""
    require(actor=actor, permission="tag.write")
    name, color = name.strip(), color.lower()
    if not 0 < len(name) <= NAME or "\x00" in name or not COLOR.match(color):
        raise BadTag
    tag = Tag() if tag_id is None else _tag(tag_id)
    if tag_id is None and Tag.objects.count() >= IN_STORE:
        raise TooManyTags(params={"limit": IN_STORE})
    tag.name, tag.color = name, color
    try:
        with transaction.atomic():
            tag.save()
    except IntegrityError as error:
        raise TagTaken(fields={"name": [TagTaken.message]}) from error
    return tag


def delete_tag(*, actor: Actor, tag_id: UUID) -> None:
    """It comes off every record. Raises Forbidden, UnknownTag."""
    require(actor=actor, permission="tag.write")
    _tag(tag_id).delete()


def tags_of(*, actor: Actor, entity: str, record_id: UUID) -> list[Tag]:
    """Raises what require_seen raises."""
    view = require_seen(actor=actor, entity=entity, record_id=record_id)
    return list(Tag.objects.filter(taggings__entity=view.entity.name, taggings__record_id=record_id).order_by("name"))


def set_tags(*, actor: Actor, entity: str, record_id: UUID, tag_ids: Sequence[UUID]) -> list[Tag]:
    """These and no others. Who may comment on a record may tag it. Raises Forbidden, UnknownRecord, UnknownTag."""
    view = require_seen(actor=actor, entity=entity, record_id=record_id, action=Action.COMMENT)
    wanted = set(tag_ids)
    if len(wanted) > ON_RECORD:
        raise TooManyTags(params={"limit": ON_RECORD})
    if Tag.objects.filter(id__in=wanted).count() != len(wanted):
        raise UnknownTag
    on_it = Tagging.objects.filter(entity=view.entity.name, record_id=record_id)
    on_it.exclude(tag_id__in=wanted).delete()
    Tagging.objects.bulk_create(
        [
            Tagging(tag_id=tag_id, entity=view.entity.name, record_id=record_id, by=actor.person_id)
            for tag_id in wanted - set(on_it.values_list("tag_id", flat=True))
        ],
        ignore_conflicts=True,
    )
    return tags_of(actor=actor, entity=entity, record_id=record_id)


def tagged(*, entity: str, tags: str) -> Q:
    """The records that have all of the tags; `tags`: ids parted by commas, empty for every record.

    Raises UnknownTag for what is no id; an id that no tag has finds nothing.
    """
    found = Q()
    try:
        ids = [UUID(text) for text in tags.split(",") if text]
    except ValueError:
        raise UnknownTag from None
    if len(ids) > ASKED_FOR:
        raise TooManyTags(params={"limit": ASKED_FOR})
    for tag_id in ids:
        on_it = Tagging.objects.filter(tag_id=tag_id, entity=entity, record_id=OuterRef("pk"))
        found &= Q(Exists(on_it))
    return found


def _tag(tag_id: UUID) -> Tag:
    tag = Tag.objects.select_for_update().filter(id=tag_id).first()
    if tag is None:
        raise UnknownTag
    return tag
