"""From a figure to the orders behind it: the filter of a store's list that counts the same rows."""

from chezhan.headquarters.comparison.contracts import Question
from chezhan.modules.sales.queries import NOT_SOLD


def list_filter(*, question: Question) -> dict:
    """A rule group as lists take it (the shape of react-querybuilder)."""
    period = [question.period.date_from.isoformat(), question.period.date_to.isoformat()]
    rules: list[dict] = [
        {"field": "ordered_on", "operator": "between", "value": period},
        {"field": "status", "operator": "notIn", "value": [str(status) for status in NOT_SOLD]},
    ]
    for field, values in (("region", question.regions), ("brand", question.brands), ("series", question.series)):
        if values:
            rules.append({"field": field, "operator": "in", "value": list(values)})
    return {"combinator": "and", "rules": rules}
