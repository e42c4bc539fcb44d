"""One expression language: filters, conditions, formulas. Its tree (`ast`), its interpreter, its compiler to Django.

Way in: `read_group` (rules), `read_formula` (text) or `read_expression` (JSON), each to a tree. `resolve` checks it
against a schema that answers only what the person may see. Then `evaluate` for a record in memory, `build_condition`
and `build_value` for the database: both give the same answers.
"""

from chezhan.expressions.ast import read_expression, write_expression
from chezhan.expressions.compiler import build_condition, build_value
from chezhan.expressions.formula import Formula, read_formula, write_formula
from chezhan.expressions.functions import describe as describe_functions
from chezhan.expressions.groups import read_group, write_group
from chezhan.expressions.interpreter import evaluate
from chezhan.expressions.kinds import Kind
from chezhan.expressions.resolving import resolve
from chezhan.expressions.running import within_time
from chezhan.expressions.schema import Collection, FieldRef, Schema

__all__ = [
    "Collection",
    "FieldRef",
    "Formula",
    "Kind",
    "Schema",
    "build_condition",
    "build_value",
    "describe_functions",
    "evaluate",
    "read_expression",
    "read_formula",
    "read_group",
    "resolve",
    "within_time",
    "write_expression",
    "write_formula",
    "write_group",
]  # fmt: skip
