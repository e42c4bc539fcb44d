"""Put tags on the record and take them off; say something of it."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.doing.refusals import BadAction
from chezhan.catalogue.doing.registry import ActionKind, Doing, Effects, Why, offers
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.talk.comments import add_comment
from chezhan.catalogue.records.talk.putting import known_tags, overfull, put_on, take_off
from chezhan.catalogue.records.talk.refusals import BadComment, TooManyTags
from chezhan.catalogue.records.talk.tags import ON_RECORD
from chezhan.kernel.errors import AppError


class DoTag(Doing):
    """Tags of the store by their ids."""

    kind: Literal["tag"] = "tag"
    put: tuple[UUID, ...] = Field((), max_length=10)
    take: tuple[UUID, ...] = Field((), max_length=10)


class Tagging(ActionKind):
    kind = "tag"
    part = DoTag

    def problems(self, *, actor: Actor, view: View, action: DoTag) -> list[AppError]:
        if not action.put and not action.take:
            return [BadAction(code="action_without_tag", params={"where": "tags"})]
        try:
            view.viewer.allow(view.entity, Action.COMMENT)
            known_tags([*action.put, *action.take])
        except AppError as error:
            return [error]
        return []

    def apply(self, *, actor: Actor, view: View, action: DoTag, record_ids: Sequence[UUID], why: Why) -> Effects:
        view.viewer.allow(view.entity, Action.COMMENT)
        name, effects = view.entity.name, dict[UUID, dict[str, list]]()
        known_tags([*action.put, *action.take])
        if action.put and overfull(entity=name, record_ids=record_ids, tag_ids=action.put):
            raise TooManyTags(params={"limit": ON_RECORD})
        put = put_on(actor=actor, entity=name, record_ids=record_ids, tag_ids=action.put) if action.put else {}
        gone = take_off(entity=name, record_ids=record_ids, tag_ids=action.take) if action.take else {}
        for record_id in {*put, *gone}:
            tags = [*put.get(record_id, []), *gone.get(record_id, [])]
            effects[record_id] = {"tags": [str(one) for one in tags]}
        return effects


class DoComment(Doing):
    kind: Literal["comment"] = "comment"
    text: Annotated[str, Field(max_length=1_000)] = ""


class Commenting(ActionKind):
    kind = "comment"
    part = DoComment

    def problems(self, *, actor: Actor, view: View, action: DoComment) -> list[AppError]:
        try:
            view.viewer.allow(view.entity, Action.COMMENT)
        except AppError as error:
            return [error]
        return [] if action.text.strip() else [BadComment(params={"limit": 1_000})]

    def apply(self, *, actor: Actor, view: View, action: DoComment, record_ids: Sequence[UUID], why: Why) -> Effects:
        for record_id in record_ids:
            add_comment(actor=actor, entity=view.entity.name, record_id=record_id, text=action.text, mentions=())
        return {record_id: {"said": [1]} for record_id in record_ids}


TAGGING, COMMENTING = offers(Tagging()), offers(Commenting())
