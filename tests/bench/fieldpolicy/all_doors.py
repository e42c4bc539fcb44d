"""All doors: the modules that declare them, imported."""

from tests.bench.fieldpolicy import (
    doors_around,
    doors_flows,
    doors_imports,
    doors_laid_out,
    doors_leads,
    doors_messages,
    doors_printed,
    doors_work,
)
from tests.bench.fieldpolicy.doors import DOORS, asks_about

DECLARED_BY = (
    doors_around,
    doors_flows,
    doors_imports,
    doors_laid_out,
    doors_leads,
    doors_messages,
    doors_printed,
    doors_work,
)

__all__ = ["DOORS", "asks_about"]
