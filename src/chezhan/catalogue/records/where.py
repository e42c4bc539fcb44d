"""Which rows: a condition, or all, or none. Conditions look at rows, never at who put them there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from django.db.models import BooleanField, Case, ExpressionWrapper, F, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.lookups import Exact, In

from chezhan.access.models import TeamMember
from chezhan.access.rights import Reach, Rows
from chezhan.catalogue.records.viewer import ME

Predicate = Callable[[Rows], Q]


@dataclass(frozen=True, slots=True)
class Where:
    """`q` is None for no row at all; an empty Q for every row."""

    q: Q | None

    @property
    def never(self) -> bool:
        return self.q is None

    @property
    def always(self) -> bool:
        return self.q is not None and not self.q

    def __and__(self, other: "Where") -> "Where":
        if self.q is None or other.q is None:
            return NEVER
        return Where(self.q & other.q)

    def value(self, expression: Combinable) -> Combinable:
        """The expression on these rows, NULL on the others."""
        if self.always:
            return expression
        if self.q is None:
            return Value(None)
        return Case(When(self.q, then=expression), default=None)

    def holds(self) -> Case:
        """Whether a row is one of these, as a column."""
        if self.always or self.q is None:
            return Case(default=Value(self.always), output_field=BooleanField())
        return Case(When(self.q, then=Value(True)), default=Value(False), output_field=BooleanField())

    def only(self, condition: Q) -> Q:
        """The condition on these rows; unknown, so neither it nor its contrary, on the others."""
        if self.always or not condition:
            return condition
        if self.q is None:
            return Q(pk__in=[])
        told = ExpressionWrapper(condition, output_field=BooleanField())
        return Q(Case(When(self.q, then=told), default=None, output_field=BooleanField()))


EVERY, NEVER = Where(Q()), Where(None)


def where(alternatives: Iterable[frozenset[Rows]], *, prefix: str, predicate: Predicate) -> Where:
    """One of the alternatives, each a set of scopes that hold together; `prefix`: the ORM path that leads there."""
    found = [_all_of(alternative, prefix=prefix, predicate=predicate) for alternative in alternatives]
    if not found:
        return NEVER
    return EVERY if any(not one for one in found) else Where(reduce(or_, found))


def _all_of(alternative: frozenset[Rows], *, prefix: str, predicate: Predicate) -> Q:
    ordered = sorted(alternative, key=lambda rows: (rows.reach, rows.predicate))
    return reduce(and_, (_one(rows, prefix=prefix, predicate=predicate) for rows in ordered), Q())


def _one(rows: Rows, *, prefix: str, predicate: Predicate) -> Q:
    owner = F(f"{prefix}owner")
    match rows.reach:
        case Reach.STORE:
            return Q()
        case Reach.NONE:
            return Q(pk__in=[])
        case Reach.OWN:
            return Q(Exact(owner, Value(ME)))
        case Reach.TEAM:
            mine = TeamMember.objects.filter(person_id=ME).values("team_id")
            mates = TeamMember.objects.filter(team_id__in=mine).values("person_id")
            return Q(Exact(owner, Value(ME))) | Q(In(owner, mates))
        case Reach.PREDICATE:
            return predicate(rows)
