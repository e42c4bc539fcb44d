"""Tags of the store, and which are on a record."""

import re
from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q

from chezhan.access import Actor, require
from chezhan.access.rights import Action
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.talk.models import Tag, Tagging
from chezhan.catalogue.records.talk.refusals import BadTag, TagTaken, TooManyTags, UnknownTag
from chezhan.catalogue.records.viewer import viewer_of

COLOR = re.compile(r"#[0-9a-f]{6}\Z")
NAME = 30
IN_STORE = 500
ON_RECORD = 20
ASKED_FOR = 10
AT_ONCE = 1_000


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


def merge_tags(*, actor: Actor, tag_id: UUID, into: UUID) -> Tag:
    """What had the one has the other, and the one is gone. Raises Forbidden, UnknownTag, BadTag for itself."""
    require(actor=actor, permission="tag.write")
    if tag_id == into:
        raise BadTag
    gone, kept = (_tag(one) for one in (tag_id, into))
    both = Tagging.objects.filter(tag=kept, record_id=OuterRef("record_id"))
    Tagging.objects.filter(~Exists(both), tag=gone).update(tag=kept)
    gone.delete()
    return kept


def tags_of_many(*, actor: Actor, entity: str, record_ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    """Ids of tags by record, of those that have some and are seen. Raises Forbidden, TooManyTags beyond AT_ONCE."""
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    if len(record_ids) > AT_ONCE:
        raise TooManyTags(params={"limit": AT_ONCE})
    rows = View(viewer, kind).seen().filter(id__in=list(record_ids)).values_list("id")
    seen = [record_id for (record_id,) in select_as(rows, person_id=actor.person_id)]
    found: dict[UUID, list[UUID]] = {}
    on_them = Tagging.objects.filter(entity=kind.name, record_id__in=seen).order_by("tag__name")
    for record_id, tag_id in on_them.values_list("record_id", "tag_id"):
        found.setdefault(record_id, []).append(tag_id)
    return found


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
