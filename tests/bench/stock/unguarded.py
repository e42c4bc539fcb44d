"""The guards taken out, in the memory and the database of one command: see MUTATE in tests.bench.harness."""

from functools import partial

from chezhan.catalogue.records.verbs import doing
from chezhan.modules.drives.holding import Slots
from tenants.directory import StoreRef


def take_the_guards_out(*, owner, store: StoreRef) -> None:
    """Cars are looked at without a lock; nobody looks whose the hour is, and the table would not mind."""
    doing.load_rows = partial(doing.load_rows, lock=False)
    Slots.judge = lambda *_: {}  # type: ignore[method-assign,assignment,misc]
    for name in ("test_drive_car_once", "test_drive_advisor_once"):
        owner.execute(f"ALTER TABLE {store.schema}.test_drive DROP CONSTRAINT {name}")
