"""Ask for indexes that take longer than a change of design may."""

from contextlib import suppress

from celery import current_app
from kombu.exceptions import OperationalError

from tenants.directory import StoreRef

ONE_STORE = "search.build_indexes_of"


def ask_for_indexes(*, store: StoreRef) -> None:
    """Without a broker it waits for the day's round."""
    with suppress(OperationalError):
        current_app.send_task(ONE_STORE, kwargs={"store": store.slug}, retry=False)
