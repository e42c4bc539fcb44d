"""What is wrong with whom a step asks."""

from collections.abc import Iterator, Sequence

from chezhan.access.book import book_of
from chezhan.access.roles import BY_KEY
from chezhan.catalogue.doing.values import resolved
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.types import USER
from chezhan.engines.flows.checking.found import FlowProblem, refused
from chezhan.engines.flows.definition.parts import (
    Who,
    WhoField,
    WhoFormula,
    WhoManager,
    WhoPersons,
    WhoRoles,
)
from chezhan.expressions import Kind
from chezhan.kernel.errors import AppError
from tenants.directory import StoreRef
from tenants.lookup import members_of

NAMING = frozenset({Kind.TEXT, Kind.CHOICE, Kind.ID})


def problems_of_who(
    *, view: View, store: StoreRef, node: str, where: str, whom: Sequence[Who]
) -> Iterator[FlowProblem]:
    if not whom:
        yield FlowProblem(node, where, "flow_nobody")
    for number, who in enumerate(whom):
        yield from _of_one(view, store, node, f"{where}.{number}", who)


def problems_of_roles(*, store: StoreRef, node: str, where: str, roles: Sequence[str]) -> Iterator[FlowProblem]:
    known = BY_KEY.keys() | book_of(store).roles.keys()
    for role in roles:
        if role not in known:
            yield FlowProblem(node, where, "flow_unknown_role", {"role": role})


def _of_one(view: View, store: StoreRef, node: str, where: str, who: Who) -> Iterator[FlowProblem]:
    match who:
        case WhoPersons(people=people):
            if not people:
                yield FlowProblem(node, where, "flow_nobody")
            elif set(people) - members_of(store=store):
                yield FlowProblem(node, where, "flow_stranger")
        case WhoRoles(roles=roles):
            if not roles:
                yield FlowProblem(node, where, "flow_nobody")
            yield from problems_of_roles(store=store, node=node, where=where, roles=roles)
        case WhoField(field=name):
            yield from _of_field(view, node, where, name)
        case WhoManager(of="field", field=name):
            yield from _of_field(view, node, where, name)
        case WhoFormula(formula=formula):
            try:
                if resolved(view=view, formula=formula).kind not in NAMING:
                    yield FlowProblem(node, where, "flow_formula_names_nobody")
            except AppError as error:
                yield refused(node, where, error)


def _of_field(view: View, node: str, where: str, name: str) -> Iterator[FlowProblem]:
    try:
        sight = view.sight(name)
    except AppError as error:
        yield refused(node, where, error)
        return
    if sight.field.type is not USER:
        yield FlowProblem(node, where, "flow_field_names_nobody", {"field": name})
