"""Whether an expression reached something that it may not reach, and what it cost."""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from chezhan.expressions import (
    Kind,
    build_condition,
    build_value,
    evaluate,
    read_expression,
    read_formula,
    read_group,
    resolve,
    within_time,
)
from chezhan.kernel.errors import AppError
from tests.factories.motor_pool import KINDS, RELATIONS, Car, PoolSchema, rows_of
from tests.integration.expressions.test_equality import NOW, TODAY

BUDGET = 2.0
READERS: dict[str, Callable[[Any], Any]] = {
    "formula": lambda text: read_formula(text).expression,
    "json": read_expression,
    "rules": read_group,
    "made": lambda expression: expression,
}
COLUMNS = {
    (model._meta.db_table, column)
    for model in KINDS
    for column in (*KINDS[model], "id", *(f"{name}_id" for name in RELATIONS[model]))
}
# Every word of the shapes that expressions are built of, before a parenthesis.
WORDS = {
    "abs", "and", "any", "array", "as", "avg", "between", "btrim", "by", "cardinality", "ceil", "coalesce", "count",
    "div", "else", "extract", "floor", "from", "greatest", "ilike", "in", "least", "left", "length", "lower",
    "make_interval", "max", "min", "mod", "not", "nullif", "numeric", "on", "or", "reverse", "right", "round",
    "select", "starts_with", "strpos", "substr", "sum", "then", "to_char", "trim_scale", "trunc", "upper", "varchar",
    "when", "where",
}  # fmt: skip
TABLES = {model._meta.db_table for model in KINDS}


@dataclass
class Verdict:
    """`refused`: the code of the refusal. `escaped`: what it reached. `broken`: the fault that was no refusal.

    `queryset` and `rows`: what was accepted, and what it found.
    """

    seconds: float
    refused: str = ""
    escaped: str = ""
    broken: str = ""
    queryset: Any = None
    rows: Sequence[Any] = ()


def judge(door: str, data: Any, *, records: dict[UUID, Any], sample: UUID) -> Verdict:
    """`records`: things in memory, of which `sample` is read there, and all in the database."""
    began = time.perf_counter()
    try:
        typed = resolve(READERS[door](data), PoolSchema(), today=TODAY, now=NOW)
        queryset = rows_of(Car).order_by("id").annotate(x=build_value(typed)).values_list("id", "x")
        if typed.kind is Kind.BOOLEAN:
            queryset = queryset.filter(build_condition(typed))
        sql, _ = queryset.query.sql_with_params()
        rows = run(queryset)
        if escaped := beyond(sql):
            return Verdict(time.perf_counter() - began, escaped=escaped)
        evaluate(typed, records[sample])
        seconds = time.perf_counter() - began
    except AppError as refusal:
        return Verdict(time.perf_counter() - began, refused=refusal.code)
    except Exception as fault:
        return Verdict(time.perf_counter() - began, broken=f"{type(fault).__name__}: {fault}"[:200])
    return Verdict(seconds, queryset=queryset, rows=rows)


def judge_again(verdict: Verdict) -> None:
    """After every secret was changed."""
    if verdict.queryset is not None and not verdict.escaped and run(verdict.queryset) != verdict.rows:
        verdict.escaped = "the secret"


def run(queryset: Any) -> list[Any]:
    with transaction.atomic(using="owner"), within_time(using="owner"):
        return list(queryset)


def beyond(sql: str) -> str:
    """The first column, table or word of the statement that no expression may use."""
    tables: dict[str, set[str]] = {}
    for table, alias in re.findall(r'"(\w+)" ([T-Z]\d+)', sql):
        tables.setdefault(alias, set()).add(table)
    for alias, column in re.findall(r'"?(\w+)"?\."(\w+)"', sql):
        if not any((table, column) in COLUMNS for table in tables.get(alias, {alias})):
            return f"column {alias}.{column}"
    for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', sql):
        if table not in TABLES:
            return f"table {table}"
    for word in re.findall(r'\b"?([A-Za-z_]\w*)"?\s*\(', sql):
        if word.lower() not in WORDS:
            return f"word {word}"
    return ""
