"""A lens made narrower for one purpose: a token's scope, or a file that takes no personal data along."""

from dataclasses import dataclass, replace

from chezhan.access.lens import Grant, Lens, Shape
from chezhan.access.rights import Action, Right
from chezhan.access.scopes import Scope


@dataclass(frozen=True, slots=True)
class Cut:
    """`impersonal`: personal fields are hidden on kinds of record of which they may not be exported."""

    scope: Scope | None = None
    impersonal: bool = False


WHOLE = Cut()


def cut_lens(lens: Lens, *, cut: Cut, shape: Shape) -> Lens:
    """Never more than `lens`."""
    if cut.scope is not None:
        lens = _within(lens, cut.scope)
    if cut.impersonal and Action.EXPORT_PERSONAL not in lens.actions:
        personal = {name for name, is_personal, _ in shape.fields if is_personal}
        lens = replace(lens, fields={name: grants for name, grants in lens.fields.items() if name not in personal})
    return lens


def _within(lens: Lens, scope: Scope) -> Lens:
    most = scope.right(lens.entity)
    if most is Right.HIDDEN:
        return Lens(entity=lens.entity, rows=(), fields={}, actions=frozenset())
    fields = {
        name: tuple(dict.fromkeys(Grant(grant.rows, min(grant.right, most)) for grant in grants))
        for name, grants in lens.fields.items()
    }
    return replace(lens, fields=fields, actions=lens.actions & scope.actions_on(lens.entity))
