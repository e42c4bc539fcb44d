"""react-querybuilder's rule groups, to expressions and back.

A group is {combinator: and|or, rules: [rule or group], not?}. A rule is {field, operator, value}; `field` may lead
through relations (`vehicle.brand`). With valueSource "field", `value` names another field. A rule about records that
belong to this one is {field: "work_orders", aggregate: "count", where?: group, period?: "last_365_days", operator,
value}; for sum, avg, min and max the field goes on to their value: "work_orders.total".
"""

from chezhan.expressions.groups.reading import read_group
from chezhan.expressions.groups.writing import write_group

__all__ = ["read_group", "write_group"]
