"""Put tags on the record and take them off; say something of it."""

from collections.abc import Sequence
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.talk.comments import add_comment
from chezhan.catalogue.records.talk.putting import known_tags, overfull, put_on, take_off
from chezhan.catalogue.records.talk.refusals import BadComment, TooManyTags
from chezhan.catalogue.records.talk.tags import ON_RECORD
from chezhan.engines.rules.actions.registry import Effects, offers
from chezhan.engines.rules.definition import DoComment, DoTag
from chezhan.engines.rules.refusals import BadRule
from chezhan.kernel.errors import AppError


class Tagging:
    kind = "tag"

    def problems(self, *, actor: Actor, view: View, action: DoTag) -> list[AppError]:
        if not action.put and not action.take:
            return [BadRule(code="rule_without_tag", params={"where": "tags"})]
        try:
            view.viewer.allow(view.entity, Action.COMMENT)
            known_tags([*action.put, *action.take])
        except AppError as error:
            return [error]
        return []

    def apply(self, *, actor: Actor, view: View, action: DoTag, record_ids: Sequence[UUID]) -> Effects:
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


class Commenting:
    kind = "comment"

    def problems(self, *, actor: Actor, view: View, action: DoComment) -> list[AppError]:
        try:
            view.viewer.allow(view.entity, Action.COMMENT)
        except AppError as error:
            return [error]
        return [] if action.text.strip() else [BadComment(params={"limit": 1_000})]

    def apply(self, *, actor: Actor, view: View, action: DoComment, record_ids: Sequence[UUID]) -> Effects:
        for record_id in record_ids:
            add_comment(actor=actor, entity=view.entity.name, record_id=record_id, text=action.text, mentions=())
        return {record_id: {"said": [1]} for record_id in record_ids}


TAGGING, COMMENTING = offers(Tagging()), offers(Commenting())
