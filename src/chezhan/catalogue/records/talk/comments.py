"""Say something of a record that one sees."""

from collections.abc import Sequence
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.notices.telling import News, tell
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.talk.models import RecordComment
from chezhan.catalogue.records.talk.refusals import BadComment, NotYourComment, UnknownComment
from chezhan.kernel import clock, outbox
from tenants.lookup import members_of

LENGTH = 5_000
MENTIONED = 20


def list_comments(*, actor: Actor, entity: str, record_id: UUID, limit: int = 200) -> list[RecordComment]:
    """The latest, oldest of them first. Raises what require_seen raises."""
    view = require_seen(actor=actor, entity=entity, record_id=record_id)
    found = RecordComment.objects.filter(entity=view.entity.name, record_id=record_id).order_by("-at", "-id")[:limit]
    return list(found)[::-1]


def add_comment(*, actor: Actor, entity: str, record_id: UUID, text: str, mentions: Sequence[UUID]) -> RecordComment:
    """Raises Forbidden, UnknownRecord, BadComment."""
    view = require_seen(actor=actor, entity=entity, record_id=record_id, action=Action.COMMENT)
    comment = RecordComment.objects.create(
        entity=view.entity.name,
        record_id=record_id,
        author=actor.person_id,
        text=_clean(text),
        mentions=[str(person) for person in _people(actor, mentions)],
        at=clock.now(),
    )
    tell(
        [
            News(
                person_id=UUID(person),
                kind="mentioned",
                entity=view.entity.name,
                record_id=record_id,
                key=f"mentioned:{comment.id}",
                by=actor.person_id,
            )
            for person in comment.mentions
        ]
    )
    outbox.announce(
        entity=view.entity.name,
        kind="commented",
        record_ids=[record_id],
        store_id=actor.in_store.id,
        actor_id=actor.person_id,
    )
    return comment


def change_comment(*, actor: Actor, comment_id: UUID, text: str) -> RecordComment:
    """One's own, of a record that one still sees. Raises UnknownComment, NotYourComment, Forbidden, BadComment."""
    comment = _own(actor, comment_id)
    comment.text, comment.edited_at = _clean(text), clock.now()
    comment.save(update_fields=["text", "edited_at"])
    return comment


def delete_comment(*, actor: Actor, comment_id: UUID) -> None:
    """Raises as change_comment."""
    _own(actor, comment_id).delete()


def _own(actor: Actor, comment_id: UUID) -> RecordComment:
    comment = RecordComment.objects.select_for_update().filter(id=comment_id).first()
    if comment is None:
        raise UnknownComment
    require_seen(actor=actor, entity=comment.entity, record_id=comment.record_id, action=Action.COMMENT)
    if comment.author != actor.person_id:
        raise NotYourComment
    return comment


def _clean(text: str) -> str:
    text = text.strip()
    if not 0 < len(text) <= LENGTH or "\x00" in text:
        raise BadComment(params={"limit": LENGTH})
    return text


def _people(actor: Actor, mentions: Sequence[UUID]) -> list[UUID]:
    people = list(dict.fromkeys(mentions))
    if len(people) > MENTIONED or not members_of(store=actor.in_store).issuperset(people):
        raise BadComment(params={"limit": LENGTH})
    return people
