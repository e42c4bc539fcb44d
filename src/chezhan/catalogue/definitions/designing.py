"""Change a store's design: rows, columns and ledger in ONE transaction of the owner alias, or nothing.

One design at a time per store. Each statement waits 2 s for its locks; then all is rolled back and tried again.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import OperationalError, connections
from psycopg.errors import DeadlockDetected, LockNotAvailable

from chezhan.access import Actor, require
from chezhan.catalogue.definitions.composing import compose
from chezhan.catalogue.definitions.design import Design
from chezhan.catalogue.definitions.formulas.checking import check_formulas
from chezhan.catalogue.definitions.refusals import DesignBusy
from chezhan.catalogue.records.finding.building import ask_for_indexes
from chezhan.catalogue.records.finding.indexes import make_missing
from chezhan.kernel.errors import Forbidden, NotFound
from tenants.acting import declare_on
from tenants.directory import StoreRef
from tenants.owning import owner_context
from tenants.revision import bump_revision
from tenants.roles import OWNER

Result = TypeVar("Result")
LOCK_TIMEOUT = "2s"
# Seconds before each further attempt.
WAITS = (0.2, 0.6, 1.2)


def change_design(
    *, actor: Actor, store: StoreRef, origin: str, work: Callable[[Design], Result], accept_use: bool = False
) -> Result:
    """`work` may run several times; what it answers is answered. `origin`: hq acts on stores of the actor's group.

    Raises Forbidden, NotFound (not the actor's store), DesignBusy (409), what `work` raises, and what check_formulas
    raises: no formula is kept that can't be made, and none is broken unless `accept_use` agrees to it.
    """
    if actor.viewed_by is not None:
        raise Forbidden(params={"permission": "catalogue.design"})
    require_design(actor=actor, store=store, origin=origin)

    def attempt() -> Result:
        with _designing(Design(actor=actor, store=store, origin=origin), accept_use=accept_use) as design:
            return work(design)

    return retried(store=store, attempt=attempt)


def retried(*, store: StoreRef, attempt: Callable[[], Result]) -> Result:
    """`attempt` until no lock is in its way, four times at most. Raises DesignBusy (409) and what it raises."""
    for wait in (*WAITS, None):
        try:
            return attempt()
        except OperationalError as error:
            if not isinstance(error.__cause__, LockNotAvailable | DeadlockDetected):
                raise
            if wait is None:
                raise DesignBusy(params={"store": store.name}) from error
            time.sleep(wait)
    raise AssertionError("the last attempt answers or raises")


def require_design(*, actor: Actor, store: StoreRef, origin: str) -> None:
    """Raises Forbidden, and NotFound for a store in which the actor does not act."""
    here = actor.in_group.id == store.group.id if origin == "hq" else actor.in_store.id == store.id
    if not here:
        raise NotFound
    require(actor=actor, permission="catalogue.design")


@contextmanager
def reading_design(*, store: StoreRef) -> Iterator[None]:
    """A transaction of the owner alias in the store's schema, with no lock: for definitions and previews."""
    with owner_context(store):
        yield


@contextmanager
def working_in(*, store: StoreRef) -> Iterator[None]:
    """As reading_design, to write: waits 2 s for a lock, and the audit is told who acts."""
    with reading_design(store=store):
        with connections[OWNER].cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
        declare_on(OWNER, store=store)
        yield


@contextmanager
def _designing(design: Design, *, accept_use: bool) -> Iterator[Design]:
    store = design.store
    with working_in(store=store):
        with connections[OWNER].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"design {store.schema}"])
        before = design.read()
        yield design
        if design.changed:
            check_formulas(before=before, after=design.read(), accept_use=accept_use)
            bump_revision(store_id=store.id)
        # Last, since they lock tables that people are working on until the transaction ends.
        design.run_statements()
        if design.changed:
            design.unindexed = make_missing(schema=store.schema, kinds=compose(design.read()).entities)
    if design.unindexed:
        ask_for_indexes(store=store)
