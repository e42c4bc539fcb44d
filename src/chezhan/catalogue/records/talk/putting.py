"""Put tags on many records and take them off. Who may is the caller's to ask."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Count

from chezhan.access import Actor
from chezhan.catalogue.records.talk.models import Tag, Tagging
from chezhan.catalogue.records.talk.refusals import TooManyTags, UnknownTag
from chezhan.catalogue.records.talk.tags import ASKED_FOR, ON_RECORD

AT_ONCE = 5_000


def known_tags(given: Any) -> list[UUID]:
    """Raises UnknownTag for what is no list of tags of the store, and for none; TooManyTags."""
    try:
        ids = list(dict.fromkeys(UUID(str(one)) for one in given))
    except (TypeError, ValueError):
        raise UnknownTag from None
    if len(ids) > ASKED_FOR:
        raise TooManyTags(params={"limit": ASKED_FOR})
    if not ids or Tag.objects.filter(id__in=ids).count() != len(ids):
        raise UnknownTag
    return ids


def overfull(*, entity: str, record_ids: Collection[UUID], tag_ids: Collection[UUID]) -> set[UUID]:
    """Those that would have more than ON_RECORD tags with these."""
    others = Tagging.objects.filter(entity=entity, record_id__in=list(record_ids)).exclude(tag_id__in=list(tag_ids))
    counted = others.values("record_id").annotate(tags=Count("id")).order_by()
    return set(counted.filter(tags__gt=ON_RECORD - len(set(tag_ids))).values_list("record_id", flat=True))


def put_on(
    *, actor: Actor, entity: str, record_ids: Collection[UUID], tag_ids: Collection[UUID]
) -> dict[UUID, list[UUID]]:
    """Answers by record the tags that it did not have before."""
    had = set(_on(entity, record_ids, tag_ids).values_list("record_id", "tag_id"))
    new = [(one, tag_id) for one in record_ids for tag_id in tag_ids if (one, tag_id) not in had]
    Tagging.objects.bulk_create(
        (Tagging(tag_id=tag_id, entity=entity, record_id=one, by=actor.person_id) for one, tag_id in new),
        batch_size=AT_ONCE,
        ignore_conflicts=True,
    )
    return _by_record(new)


def take_off(*, entity: str, record_ids: Collection[UUID], tag_ids: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """Answers by record the tags that it has no more."""
    on_them = _on(entity, record_ids, tag_ids)
    gone = list(on_them.values_list("record_id", "tag_id"))
    on_them.delete()
    return _by_record(gone)


def undo(*, actor: Actor, entity: str, touched: Mapping[UUID, Collection[UUID]], put: bool) -> None:
    """`touched`: what put_on or take_off answered. Tags that are no more stay away; what others did since stays."""
    by_tags: dict[frozenset[UUID], list[UUID]] = defaultdict(list)
    for record_id, tags in touched.items():
        by_tags[frozenset(tags)].append(record_id)
    left = set(Tag.objects.values_list("id", flat=True))
    for tags, record_ids in by_tags.items():
        if put:
            take_off(entity=entity, record_ids=record_ids, tag_ids=tags)
        else:
            put_on(actor=actor, entity=entity, record_ids=record_ids, tag_ids=tags & left)


def _on(entity: str, record_ids: Collection[UUID], tag_ids: Collection[UUID]):  # type: ignore[no-untyped-def]
    return Tagging.objects.filter(entity=entity, record_id__in=list(record_ids), tag_id__in=list(tag_ids))


def _by_record(pairs: Collection[tuple[UUID, UUID]]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for record_id, tag_id in pairs:
        found[record_id].append(tag_id)
    return dict(found)
