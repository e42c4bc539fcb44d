"""How a job ends when its work breaks off: people are told, and a later call can go on."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from uuid import UUID

import structlog

from chezhan.catalogue.importing.leases import ATTEMPTS, CancelAsked, Lease, LeaseLost
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.kernel.outages import OUTAGES

log = structlog.get_logger(__name__)


@contextmanager
def settling(lease: Lease, *, job_id: UUID, attempts: int) -> Iterator[None]:
    """Around the work of a phase. `attempts`: how often this job was taken up, with this time.

    What comes of PostgreSQL or Valkey being away is left to a later call, for ATTEMPTS times; what the job itself can't
    get over ends it as failed. Raises what is no refusal.
    """
    try:
        yield
    except LeaseLost:
        log.info("import_lease_lost", job=str(job_id))
    except CancelAsked:
        _end(lease, status="cancelled", cancel_asked=False)
    except AppError as error:
        _fail(lease, code=error.code, message=error.message, params=error.params)
    except OUTAGES:
        if attempts >= ATTEMPTS:
            _fail(lease, code="import_database", message="The database could not be reached; try again later.")
        else:
            lease.let_go()
        raise
    except Exception:
        _fail(lease, code="import_broke", message="The import broke off; it can be gone on with or undone.")
        raise


def _fail(lease: Lease, *, code: str, message: str, params: dict[str, Any] | None = None) -> None:
    _end(lease, status="failed", error={"code": code, "message": message, "params": params or {}})


def _end(lease: Lease, **changes: Any) -> None:
    with suppress(LeaseLost):
        lease.settle(phase="", finished_at=clock.now(), **changes)
