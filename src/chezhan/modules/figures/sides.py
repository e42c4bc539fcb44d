"""A figure told apart by a field: how many of its records have which value, of those that the asker sees."""

import orjson

from chezhan.access import Actor
from chezhan.catalogue.records.grouping.reading import Groups, read_groups
from chezhan.catalogue.records.grouping.refusals import NotGroupable
from chezhan.expressions.errors import UnknownField
from chezhan.kernel import clock
from chezhan.modules.figures.behind import filter_behind
from chezhan.modules.figures.declaring import Kpi, Rules
from chezhan.modules.figures.reading import Span


def read_side(*, actor: Actor, kpi: Kpi, span: Span, by: str, among: Rules = ()) -> Groups | None:
    """The records that a click on the figure lists, by a field of theirs; None for who may not know one or the other.

    Raises Forbidden, ExpressionTooSlow.
    """
    rules = filter_behind(kpi=kpi, span=span, today=clock.today(), among=among)
    try:
        return read_groups(actor=actor, entity=kpi.entity, by=by, filter_json=orjson.dumps(rules).decode())
    except (UnknownField, NotGroupable):
        return None
