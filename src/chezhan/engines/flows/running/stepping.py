"""One step of the tokens at one node: what becomes of each. Each kind of node has its own, which signs on here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.looking import View
from chezhan.engines.flows.definition.nodes import Node
from chezhan.engines.flows.running.plans import Plan
from chezhan.engines.flows.running.tokens import Place, State, Token
from tenants.directory import StoreRef


@dataclass(frozen=True)
class Here:
    """The tokens of one version at one node, in the store's transaction, their instances held."""

    store: StoreRef
    plan: Plan
    node: Node
    tokens: Sequence[Token]

    @property
    def place(self) -> Place:
        return Place(self.plan.flow_id, self.plan.number, self.node.id)

    @cached_property
    def actor(self) -> Actor:
        """The flow itself. Raises PublisherGone."""
        return self.plan.actor(store=self.store)

    @cached_property
    def view(self) -> View:
        """Raises as Plan.view."""
        return self.plan.view(store=self.store)

    @property
    def record_ids(self) -> list[UUID]:
        return [one.record_id for one in self.tokens]

    def on(self, record_ids: Iterable[UUID]) -> list[Token]:
        wanted = set(record_ids)
        return [one for one in self.tokens if one.record_id in wanted]


@dataclass
class Fate:
    """What becomes of tokens: they leave by a port, rest in a state, are stuck for a reason, or are at their end."""

    leaving: list[tuple[str, Sequence[Token]]] = field(default_factory=list)
    resting: list[tuple[State, Sequence[Token]]] = field(default_factory=list)
    stuck: list[tuple[str, Sequence[Token]]] = field(default_factory=list)
    ended: list[Token] = field(default_factory=list)

    @classmethod
    def all_stuck(cls, code: str, tokens: Sequence[Token]) -> "Fate":
        return cls(stuck=[(code, tokens)])

    @classmethod
    def all_leave(cls, port: str, tokens: Sequence[Token]) -> "Fate":
        return cls(leaving=[(port, tokens)])


Step = Callable[[Here], Fate]
_steps: dict[type, Step] = {}
# Too much for the request in which somebody decides: they are gone on with outside.
SLOW: set[type] = set()


def steps(*kinds: type, slow: bool = False) -> Callable[[Step], Step]:
    """Sign on as what tokens do at these kinds of nodes."""

    def signed_on(step: Step) -> Step:
        for kind in kinds:
            if _steps.setdefault(kind, step) is not step:
                raise ValueError(f"two steps for {kind.__name__}")
            if slow:
                SLOW.add(kind)
        return step

    return signed_on


def step_of(node: Node) -> Step:
    return _steps[type(node)]
