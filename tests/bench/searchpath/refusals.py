"""What must be refused, and leave the next transaction as if it had never been tried."""

from collections.abc import Callable, Sequence
from contextlib import suppress

import psycopg
from django.db import Error, connection, transaction

from chezhan.kernel.errors import AppError
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.scope import Scope
from tests.bench.searchpath import marks
from tests.bench.searchpath.tally import Tally

REFUSALS = (Error, AppError, psycopg.Error)


class Interrupted(Exception):
    """What a time limit raises in the midst of anything."""


class NotRefused(Exception):
    pass


def store_changed_inside(store: StoreRef, other: StoreRef) -> None:
    """A second store inside the open transaction of a first: once, it read and wrote the first."""
    with tenant_context(store):
        try:
            with tenant_context(other):
                seen = marks.read()
        except REFUSALS:
            if marks.read() != marks.expected(store):
                raise NotRefused("the refusal moved the open transaction") from None
            return
        raise NotRefused(f"in {other.slug} inside {store.slug} saw {seen}")


def iterator_past_its_commit(store: StoreRef, other: StoreRef) -> None:
    with tenant_context(store):
        rows = iter(Customer.objects.filter(name__startswith="mark ").iterator(chunk_size=2))
        first = next(rows)
    with tenant_context(other):
        try:
            rest = list(rows)
        except REFUSALS:
            if marks.read() != marks.expected(other):
                raise NotRefused("the refusal moved the next transaction") from None
            return
        raise NotRefused(f"{first} and {len(rest)} more of {store.slug} were read in {other.slug}")


def autocommit_off(store: StoreRef, other: StoreRef) -> None:
    try:
        connection.set_autocommit(False)
    except REFUSALS:
        return
    connection.set_autocommit(True)
    raise NotRefused("autocommit was switched off")


def transaction_by_hand(store: StoreRef, other: StoreRef) -> None:
    """BEGIN by the back door in one store; the next store's transaction must not join it."""
    with connection.scoped(store.scope), suppress(*REFUSALS):
        connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    with tenant_context(other):
        seen = marks.read()
    if seen != marks.expected(other):
        raise NotRefused(f"in {other.slug} saw {seen}")


def failed_begin(store: StoreRef, other: StoreRef) -> None:
    """A role that is not there: the transaction must not open as somebody else's."""
    with tenant_context(store):
        pass
    missing = Scope(schema=other.schema, role="role_that_is_not_there")
    try:
        with connection.scoped(missing), transaction.atomic():
            seen = marks.read()
    except REFUSALS:
        with tenant_context(other):
            if marks.read() != marks.expected(other):
                raise NotRefused("the failed BEGIN moved the next transaction") from None
        return
    raise NotRefused(f"without its role a transaction saw {seen}")


def statement_outside(store: StoreRef, other: StoreRef) -> None:
    with tenant_context(store):
        pass
    try:
        seen = marks.read()
    except REFUSALS:
        return
    raise NotRefused(f"outside any transaction saw {seen}")


def interrupted_commit(store: StoreRef, other: StoreRef) -> None:
    """The end of a transaction is cut off; the next store must not inherit it, nor the first keep its row."""
    name = f"undone nowhere {store.slug}"
    connection.ensure_connection()
    raw = connection.connection

    def stop():
        raise Interrupted

    raw.commit = stop
    try:
        with tenant_context(store):
            Customer.objects.create(name=name)
    except (Interrupted, *REFUSALS):
        pass
    finally:
        raw.__dict__.pop("commit", None)
    with tenant_context(other):
        seen = marks.read()
    if seen != marks.expected(other):
        raise NotRefused(f"in {other.slug} saw {seen} after the commit of {store.slug} was interrupted")


def swallowed_error(store: StoreRef, other: StoreRef) -> None:
    """COMMIT after a failed statement saves nothing; it must not look as if it had."""
    try:
        with tenant_context(store):
            Customer.objects.create(name=f"undone nowhere {store.slug}")
            with suppress(*REFUSALS), connection.cursor() as cursor:
                cursor.execute("SELECT 1 / 0")
    except REFUSALS:
        return
    raise NotRefused("a failed transaction was committed without a word")


ALL: tuple[Callable[[StoreRef, StoreRef], None], ...] = (
    store_changed_inside,
    iterator_past_its_commit,
    autocommit_off,
    transaction_by_hand,
    failed_begin,
    statement_outside,
    interrupted_commit,
    swallowed_error,
)


def try_what_must_be_refused(*, times: int, stores: Sequence[StoreRef], tally: Tally) -> None:
    """Without cancels around: whatever comes here is the guard's own answer."""
    for turn in range(times):
        store, other = stores[turn % len(stores)], stores[(turn + 1) % len(stores)]
        for action in ALL:
            kind = action.__name__
            tally.tried(kind)
            try:
                action(store, other)
            except NotRefused as error:
                tally.wrong(kind, str(error))
            except REFUSALS as error:
                tally.wrong(kind, f"the wrong thing was refused: {type(error).__name__} {error}")
            else:
                tally.count_refused(kind)
            finally:
                connection.in_atomic_block = False
                connection.close()
