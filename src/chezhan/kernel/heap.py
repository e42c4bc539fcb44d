"""Long work that makes many short-lived objects."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# So many more objects than before are looked through for cycles at a time; a chunk of rows makes fewer.
YOUNG = 200_000


@contextmanager
def heap_at_rest() -> Iterator[None]:
    """The collector hardly runs, and passes over what was there before: it takes a quarter of a bulk import's time."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(YOUNG, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
