"""Whom a step asks, token by token: from its parts to people who are there, see the record, and are not away."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.doing.values import resolved
from chezhan.catalogue.occasions.dates import view_of
from chezhan.catalogue.policies.people import Colleague, colleagues_of
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.engines.flows.definition.parts import (
    Who,
    WhoField,
    WhoFormula,
    WhoManager,
    WhoPersons,
    WhoRoles,
)
from chezhan.engines.flows.models import FlowDeputy
from chezhan.engines.flows.running.stepping import Here
from chezhan.engines.flows.running.superiors import managers_of
from chezhan.engines.flows.running.tokens import Token
from chezhan.expressions import build_value
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from tenants.directory import StoreRef


@dataclass(frozen=True, slots=True)
class Asked:
    """`stands_for`: in whose place."""

    person: UUID
    stands_for: UUID | None = None


class Asking:
    """Of one set of tokens. Raises what Here.view does, and what formulas and fields are refused for."""

    def __init__(self, here: Here) -> None:
        self.here = here
        self.people: Sequence[Colleague] = colleagues_of(store=here.store)
        self.there = {one.id: one for one in self.people}
        self.deputies = deputies_on(clock.today())

    def whom(self, parts: Sequence[Who], *, own: bool = True) -> Mapping[UUID, list[Asked]]:
        """By token, in the order of the parts. `own`: whoever started it may be asked; else who is over them is."""
        found: dict[UUID, dict[UUID, None]] = {one.id: {} for one in self.here.tokens}
        for who in parts:
            for token_id, people in self._of(who):
                found[token_id].update(dict.fromkeys(people))
        if not own:
            found = {one.id: self._not_the_starter(one, found[one.id]) for one in self.here.tokens}
        named = {token_id: [one for one in people if one in self.there] for token_id, people in found.items()}
        asked = {token_id: self._in_place_of(people) for token_id, people in named.items()}
        return self._who_see(asked)

    def _not_the_starter(self, token: Token, people: Mapping[UUID, None]) -> dict[UUID, None]:
        if token.starter is None or token.starter not in people:
            return dict(people)
        others = [one for one in people if one != token.starter]
        return dict.fromkeys(others or managers_of(token.starter, people=self.people))

    def _of(self, who: Who) -> list[tuple[UUID, list[UUID]]]:
        match who:
            case WhoPersons(people=people):
                return self._alike(list(people))
            case WhoRoles(roles=roles):
                return self._alike(self._holders(roles))
            case WhoFormula(formula=formula):
                return self._by_record(self._answers(formula))
            case WhoField(field=name) | WhoManager(of="field", field=name):
                named = self._by_record(self._named_by(name))
            case _:
                named = [(one.id, [one.starter] if one.starter else []) for one in self.here.tokens]
        if isinstance(who, WhoManager):
            return [(token_id, self._over(people)) for token_id, people in named]
        return named

    def _alike(self, people: list[UUID]) -> list[tuple[UUID, list[UUID]]]:
        return [(one.id, people) for one in self.here.tokens]

    def _by_record(self, people: Mapping[UUID, list[UUID]]) -> list[tuple[UUID, list[UUID]]]:
        return [(one.id, people.get(one.record_id, [])) for one in self.here.tokens]

    def _holders(self, roles: Iterable[str]) -> list[UUID]:
        wanted = set(roles)
        return [one.id for one in self.people if one.roles & wanted]

    def _over(self, people: Sequence[UUID]) -> list[UUID]:
        return [over for one in people for over in managers_of(one, people=self.people)]

    def _named_by(self, name: str) -> dict[UUID, list[UUID]]:
        sight = self.here.view.sight(name)
        rows = self.here.view.seen().filter(sight.read.only(Q(id__in=self.here.record_ids)))
        found = select_as(rows.values_list("id", sight.field.column), person_id=self.here.actor.person_id)
        return {record_id: [person] for record_id, person in found if person is not None}

    def _answers(self, formula: str) -> dict[UUID, list[UUID]]:
        answer = build_value(resolved(view=self.here.view, formula=formula))
        rows = self.here.view.seen().filter(id__in=self.here.record_ids).annotate(answered=answer)
        found = select_as(rows.values_list("id", "answered"), person_id=self.here.actor.person_id)
        return {record_id: self._meant(str(answered)) for record_id, answered in found if answered}

    def _meant(self, text: str) -> list[UUID]:
        try:
            return [UUID(text)]
        except ValueError:
            return self._holders([text])

    def _in_place_of(self, people: Sequence[UUID]) -> list[Asked]:
        found: dict[UUID, Asked] = {}
        for one in people:
            deputy = deputy_of(one, deputies=self.deputies, there=self.there)
            found.setdefault(deputy or one, Asked(deputy, one) if deputy else Asked(one))
        return list(found.values())

    def _who_see(self, asked: Mapping[UUID, list[Asked]]) -> Mapping[UUID, list[Asked]]:
        """Nobody is asked of a record that they may not see."""
        records: dict[UUID, set[UUID]] = defaultdict(set)
        of_token = {one.id: one.record_id for one in self.here.tokens}
        for token_id, people in asked.items():
            for one in people:
                records[one.person].add(of_token[token_id])
        store, entity = self.here.store, self.here.plan.entity
        seen = {
            person: seen_by(self.there[person], store=store, entity=entity, record_ids=ids)
            for person, ids in records.items()
        }
        return {
            token_id: [one for one in people if of_token[token_id] in seen[one.person]]
            for token_id, people in asked.items()
        }


def seen_by(person: Colleague, *, store: StoreRef, entity: str, record_ids: Iterable[UUID]) -> set[UUID]:
    """Those of the records that the person sees at all, by their own rights."""
    actor = Actor(
        person_id=person.id,
        person_name=person.name,
        language="zh-hans",
        group=store.group,
        store=store,
        roles=person.roles,
    )
    try:
        view: View = view_of(actor, entity)
    except AppError:
        return set()
    rows = view.seen().filter(id__in=list(record_ids))
    return {record_id for (record_id,) in select_as(rows.values_list("id"), person_id=person.id)}


def deputies_on(day: dt.date) -> dict[UUID, UUID]:
    """Who stands in for whom on that day; the one that was set last."""
    rows = FlowDeputy.objects.filter(since__lte=day, until__gte=day).order_by("set_at", "id")
    return dict(rows.values_list("person", "deputy"))


def deputy_of(person: UUID, *, deputies: Mapping[UUID, UUID], there: Mapping[UUID, Colleague]) -> UUID | None:
    """The deputy's deputy where that one is away too; None for who is there, or whose deputies go round in a circle."""
    passed = [person]
    while (after := deputies.get(passed[-1])) is not None and after in there:
        if after in passed:
            return None
        passed.append(after)
    return passed[-1] if len(passed) > 1 else None
