"""Reads and writes in a store, each a way in which a transaction may go astray."""

import random
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from celery.exceptions import Retry
from django.db import Error, IntegrityError, connection, transaction

from chezhan.modules.parties.models import Customer
from tenants.celery import HEADER
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Group, Store
from tenants.scope import Scope
from tests.bench.searchpath import marks
from tests.bench.searchpath.tally import Tally
from tests.bench.searchpath.worker import note

PAUSE = "; SELECT pg_sleep(0.002)"
SECOND_CONNECTION = threading.Lock()


class SlowScope(Scope):
    """The same statements in the same order, with time between them for a cancel to fall into."""

    pause = PAUSE

    @property
    def begin(self) -> str:
        return super().begin.replace(";", f"{PAUSE};") + PAUSE


@dataclass(frozen=True)
class Try:
    """One read or write: in `store`, with `other` at hand for what needs a second one."""

    number: int
    kind: str
    store: StoreRef
    other: StoreRef
    tally: Tally

    def judge(self, seen: list[str], store: StoreRef | None = None) -> None:
        store = store or self.store
        if seen == marks.expected(store):
            self.tally.right(self.kind)
        else:
            self.tally.wrong(self.kind, f"in {store.slug} saw {seen}")


def plain_read(one: Try) -> None:
    with tenant_context(one.store):
        seen = marks.read()
    one.judge(seen)


def planned_read(one: Try) -> None:
    """By a statement that the server keeps planned, the same text in every store."""
    with tenant_context(one.store):
        seen = marks.read_planned()
    one.judge(seen)


def slow_read(one: Try) -> None:
    with tenant_context(one.store):
        seen = marks.read(slowly=True)
    one.judge(seen)


def streamed_read(one: Try) -> None:
    """By a server-side cursor, in chunks of two."""
    with tenant_context(one.store):
        rows = Customer.objects.filter(name__startswith="mark ").values_list("name", flat=True)
        seen = list(rows.iterator(chunk_size=2))
    one.judge(seen)


def read_after_slow_begin(one: Try) -> None:
    """A server that takes its time over BEGIN is cancelled there; then a read in the next store, same connection."""
    try:
        with connection.scoped(SlowScope(schema=one.other.schema, role=one.other.role)), transaction.atomic():
            seen = marks.read()
        if seen != marks.expected(one.other):
            one.tally.wrong(one.kind, f"in {one.other.slug} saw {seen}")
            return
    except Error as error:
        one.tally.note_begin(error)
    plain_read(one)


def public_read(one: Try) -> None:
    with public_context():
        slugs = set(Store.objects.values_list("slug", flat=True))
        groups = Group.objects.count()
    if {one.store.slug, one.other.slug} <= slugs and groups:
        one.tally.right(one.kind)
    else:
        one.tally.wrong(one.kind, "public rows are missing")


def read_in_two_threads(one: Try) -> None:
    """Another thread reads another store while this transaction is open."""
    theirs: list[list[str]] = []

    def read_other() -> None:
        try:
            with tenant_context(one.other):
                theirs.append(marks.read())
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    errors: list[Exception] = []
    # One at a time, and holding nothing meanwhile: or they would wait for each other's connections.
    connection.close()
    with SECOND_CONNECTION, tenant_context(one.store):
        thread = threading.Thread(target=read_other)
        thread.start()
        thread.join()
        seen = marks.read()
    if errors:
        raise errors[0]
    if theirs != [marks.expected(one.other)]:
        one.tally.wrong(one.kind, f"the other thread, in {one.other.slug}, saw {theirs}")
        return
    one.judge(seen)


def plain_write(one: Try) -> None:
    name = f"write {one.store.slug} {one.number}"
    with tenant_context(one.store):
        Customer.objects.create(name=name)
    _acked(one, name)


def write_after_read(one: Try) -> None:
    """Two transactions of two stores, one after the other on the same connection."""
    with tenant_context(one.other):
        seen = marks.read()
    if seen != marks.expected(one.other):
        one.tally.wrong(one.kind, f"in {one.other.slug} saw {seen}")
        return
    plain_write(one)


def write_past_savepoint(one: Try) -> None:
    """A savepoint that fails is rolled back, and the rest goes on in the same store."""
    name = f"write {one.store.slug} {one.number}"
    with tenant_context(one.store):
        made = Customer.objects.create(name=name)
        try:
            with transaction.atomic():
                Customer.objects.create(name=f"doubled {one.store.slug} {one.number}", id=made.id)
        except IntegrityError:
            pass
        with transaction.atomic():
            seen = marks.read()
    if seen != marks.expected(one.store):
        one.tally.wrong(one.kind, f"in {one.store.slug} saw {seen}")
        return
    _acked(one, name)


def write_rolled_back(one: Try) -> None:
    """What is rolled back is nowhere; the look at the end would take it for a row without a writer."""
    with tenant_context(one.store):
        Customer.objects.create(name=f"undone nowhere {one.number}")
        seen = marks.read(slowly=True)
        transaction.set_rollback(True)
    one.judge(seen)


def eager_task(one: Try) -> None:
    """A task run on the spot, with its store in the header."""
    name = f"write {one.store.slug} {one.number}"
    try:
        note.apply(kwargs={"name": name}, headers={HEADER: str(one.store.id)}, throw=True)
    except Retry as again:
        raise again.exc from None
    _acked(one, name)


def _acked(one: Try, name: str) -> None:
    one.tally.ack(one.store.slug, name)
    one.tally.right(one.kind)


READS: tuple[Callable[[Try], None], ...] = (
    plain_read,
    planned_read,
    planned_read,
    slow_read,
    streamed_read,
    read_after_slow_begin,
    read_after_slow_begin,
    public_read,
    read_in_two_threads,
)
WRITES: tuple[Callable[[Try], None], ...] = (
    plain_write,
    write_after_read,
    write_past_savepoint,
    write_rolled_back,
    eager_task,
)


def alternate(*, numbers: Sequence[int], stores: Sequence[StoreRef], tally: Tally, seed: int) -> None:
    """Run reads and writes in turn, in stores by chance; the connection goes back to the pool now and then."""
    chance = random.Random(seed)
    for number in numbers:
        action = chance.choice(WRITES if number % 2 else READS)
        store, other = chance.sample(list(stores), 2)
        kind = action.__name__
        tally.tried(kind)
        try:
            action(Try(number=number, kind=kind, store=store, other=other, tally=tally))
        except Exception as error:
            tally.refused(kind, error)
        if chance.random() < 0.8:
            connection.close()
    connection.close()
