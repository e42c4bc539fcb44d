"""What one person may see and do of one kind of record in one store: all roles added up, the ceiling cut off."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chezhan.access.rights import ALL_ROWS, OWN_ROWS, Action, FieldRight, Policy, Reach, Right, Rows


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of record as policies know it: field → (is personal data, was added by a store or HQ).

    `nobodys`: which of its records are nobody's and there to be taken, as a rule group in canonical JSON; empty where
    there are none. `taken_by`: the field that whoever takes one must be able to write on records of their own.
    """

    entity: str
    fields: tuple[tuple[str, bool, bool], ...]
    nobodys: str = ""
    taken_by: str = ""


@dataclass(frozen=True, slots=True)
class Grant:
    """`right` where every one of `rows` holds."""

    rows: frozenset[Rows]
    right: Right


@dataclass(frozen=True, slots=True)
class Lens:
    """`rows`: one is enough for a record to be seen; none means no record at all. Each alternative is a set of
    conditions that hold together: the role's own, and the ceiling's.

    `fields`: the grants of each field that is not hidden everywhere, highest right first.
    """

    entity: str
    rows: tuple[frozenset[Rows], ...]
    fields: Mapping[str, tuple[Grant, ...]]
    actions: frozenset[Action]

    @property
    def open(self) -> bool:
        return bool(self.rows)

    @property
    def everything(self) -> bool:
        """Whether no record is out of sight."""
        return any(not alternative for alternative in self.rows)

    def highest(self, name: str) -> Right:
        grants = self.fields.get(name, ())
        return grants[0].right if grants else Right.HIDDEN

    def everywhere(self, name: str, right: Right) -> bool:
        """Whether the field has at least `right` on every record."""
        return any(not grant.rows and grant.right >= right for grant in self.fields.get(name, ()))

    def where(self, name: str, right: Right) -> tuple[frozenset[Rows], ...]:
        """The alternatives under which the field has at least `right`; empty means nowhere."""
        return tuple(dict.fromkeys(grant.rows for grant in self.fields.get(name, ()) if grant.right >= right))


def compile_lens(*, shape: Shape, policies: Iterable[Policy], ceiling: Policy | None) -> Lens:
    """`policies`: those of the person's roles on this kind of record. `ceiling`: the most anybody may have, or None.

    Roles add up: a record is seen when one of them sees it, and a field there has the highest right of those that
    see the record. The ceiling cuts every one of them, rows, fields and actions.
    """
    seen = [policy for policy in policies if policy.rows.reach is not Reach.NONE]
    seen += [_of_nobodys(policy, shape) for policy in seen if _takes(policy, shape)]
    if ceiling is not None and ceiling.rows.reach is Reach.NONE:
        seen = []
    rows = _alternatives(_together(policy.rows, ceiling) for policy in seen)
    fields = {}
    for name, personal, added in shape.fields:
        grants = _grants(name, personal=personal, added=added, policies=seen, ceiling=ceiling)
        if grants:
            fields[name] = grants
    actions = frozenset(action for policy in seen for action in policy.actions)
    if ceiling is not None:
        actions &= ceiling.actions
    return Lens(entity=shape.entity, rows=rows, fields=fields, actions=actions)


def _takes(policy: Policy, shape: Shape) -> bool:
    """Whether a role that sees its own or its team's is to see what it may take: by `taken_by`, on records of its own.
    One whose rows are said by a condition sees what that says.
    """
    if not shape.nobodys or policy.rows.reach not in (Reach.OWN, Reach.TEAM):
        return False
    told = {name: (personal, added) for name, personal, added in shape.fields}
    personal, added = told[shape.taken_by]
    return policy.right_on(shape.taken_by, personal=personal, added=added).highest >= Right.WRITE


def _of_nobodys(policy: Policy, shape: Shape) -> Policy:
    """What the role sees of records that nobody has: no more than a look, and of personal data a mask."""
    fields = {}
    for name, personal, added in shape.fields:
        most = Right.MASKED if personal else Right.READ
        right = policy.right_on(name, personal=personal, added=added).highest
        fields[name] = FieldRight(min(right, most))
    return Policy(rows=Rows(Reach.PREDICATE, shape.nobodys), fields=fields)


def _together(rows: Rows, ceiling: Policy | None) -> frozenset[Rows]:
    """Both conditions; that of every record says nothing."""
    return frozenset({rows, ceiling.rows if ceiling else ALL_ROWS} - {ALL_ROWS})


def _alternatives(found: Iterable[frozenset[Rows]]) -> tuple[frozenset[Rows], ...]:
    """Without those that another one includes; in an order that does not depend on hashes."""
    every = set(found)
    needed = [one for one in every if not any(other < one for other in every)]
    return tuple(sorted(needed, key=lambda one: sorted((row.reach, row.predicate) for row in one)))


def _grants(
    name: str, *, personal: bool, added: bool, policies: Sequence[Policy], ceiling: Policy | None
) -> tuple[Grant, ...]:
    most = ceiling.right_on(name, personal=personal, added=added) if ceiling else FieldRight(Right.WRITE)
    grants = set()
    for policy in policies:
        right = policy.right_on(name, personal=personal, added=added)
        base = _together(policy.rows, ceiling)
        grants.add(Grant(base, min(right.right, most.right)))
        own = min(right.own if right.own is not None else right.right, most.own if most.own is not None else most.right)
        grants.add(Grant(base | {OWN_ROWS}, own))
    strong = [grant for grant in grants if grant.right > Right.HIDDEN]
    needed = [one for one in strong if not any(_says_more(other, one) for other in strong)]
    return tuple(sorted(needed, key=lambda one: (-one.right, sorted((row.reach, row.predicate) for row in one.rows))))


def _says_more(other: Grant, one: Grant) -> bool:
    """Whether `other` makes `one` needless: at least its right, under no more conditions."""
    return other != one and other.rows <= one.rows and other.right >= one.right
