"""A list's filter as a condition on what one viewer sees."""

import datetime as dt
from contextlib import AbstractContextManager, nullcontext

from django.db.models import Q

from chezhan.catalogue.records.comparing import condition_of
from chezhan.catalogue.records.expressing import FilterSchema
from chezhan.catalogue.records.looking import View
from chezhan.expressions import within_time


def compile_filter(*, text: str, today: dt.date, view: View) -> Q:
    """`text`: a rule group as JSON (see the expression language); empty means every record. `today`: what relative
    periods count from.

    Raises InvalidFilter, UnknownField, UnknownOperator, InvalidValue and what else expressions refuse.
    """
    return condition_of(text=text, schema=FilterSchema(view), today=today)


def within_reason(text: str) -> AbstractContextManager[None]:
    """Around the statements that a filter runs in: one that counts other records for every record has its time.

    Raises ExpressionTooSlow.
    """
    return within_time() if '"aggregate"' in text else nullcontext()
