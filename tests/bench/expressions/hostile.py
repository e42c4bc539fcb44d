"""What somebody with bad intentions, or bad luck, would send: as formulas, as JSON, as rule groups."""

import random
from collections.abc import Callable, Iterator
from typing import Any

NAMES = [
    "secret", "garage.secret", "garage__secret", "car__secret", "jobs.secret", "garage.cars.secret", "id", "pk",
    "garage_id", "garage.pk", "garage.cars.garage.secret", "__class__", "__dict__", "_meta", "objects", "_state.db",
    "name__class__", "name.__class__.__mro__", "name__regex", "name__contains", "price.real", "name.encode", "self",
    "pg_user.usename", "pg_catalog.pg_authid", "information_schema.tables", "public.person", "car", "motor_pool_car",
    'name"; DROP TABLE motor_pool_car; --', "name' OR '1'='1", "price) FROM pg_user --", 'x" FROM pg_shadow) --',
    "name\\", "name\n", "name/**/", "*", "NULL::text", "$1", "%s", "%(x)s", "{0}", "name; SELECT 1", "ROW(car)",
    "ｓｅｃｒｅｔ", "ѕecret", "ſecret", "secret\u200b", "sеcret", "\u202eterces", "SECRET", "Secret", " secret ",
    "garage." * 40 + "secret", "garage.cars." * 20 + "secret", ".", "..", "secret.", ".secret", "garage..secret",
]  # fmt: skip
FUNCTIONS = [
    "eval", "exec", "compile", "open", "__import__", "getattr", "globals", "format", "print", "repeat", "lpad", "exp",
    "power", "factorial", "pg_sleep", "pg_read_file", "pg_ls_dir", "lo_import", "dblink", "current_setting", "version",
    "current_user", "query_to_xml", "pg_advisory_lock", "set_config", "nextval", "random", "regexp_matches", "convert",
    "database_to_xml", "copy", "raise", "import", "lambda", "SUMM", "ѕum", "cоunt", "如何", "system",
    "shell", "os.system",
]  # fmt: skip
TEXTS = [
    "'; DROP TABLE motor_pool_car; --", "' OR 1=1 --", "\\'; SELECT 1; --", "'||(SELECT secret FROM motor_pool_car)||'",
    "%s", "%(name)s", "%%", "{}", "{0.__class__}", "{name}", "$1", "$$", "$x$", "E'\\x41'", "\\", "\\\\", '"', "a\tb",
    "%" * 200, "_" * 200, "%a" * 100, "a%_\\" * 50, "((a+)+)+$" * 10, "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "\u202e", "İıſß" * 40,
    "x" * 999,
    "2024-02-30", "NaN", "Infinity", "-0", "1e309", "true", "null", "::regclass", "now()", "<script>alert(1)</script>",
]  # fmt: skip
NUMBERS = [
    "1e999999999", "9" * 19, "9" * 10_000, "1e-999999999", "NaN", "Infinity", "-Infinity", "sNaN", "0x41", "1_000", "",
    "１２", "1e18", "999999999999999999", "0.0000000001", "0.00000000001", "1" + "0" * 17, "٣", "+-1", "1..2", "1e",
]  # fmt: skip


def text_of(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'


def field(name: str) -> dict[str, Any]:
    return {"type": "field", "name": name}


def compared(left: dict, operator: str, *values: dict) -> dict[str, Any]:
    return {"type": "comparison", "operator": operator, "left": left, "values": list(values)}


def rules(*given: dict, **more: Any) -> dict[str, Any]:
    return {"combinator": "and", "rules": list(given), **more}


def nested(inner: Any, times: int, wrap: Callable[[Any], Any]) -> Any:
    for _ in range(times):
        inner = wrap(inner)
    return inner


def by_name() -> Iterator[tuple[str, Any]]:
    for name in NAMES:
        text = {"type": "text", "value": "a"}
        yield "formula", f'{{{name}}} = "a"'
        yield "formula", f'{name} = "a"'
        yield "formula", f"count(jobs where {{{name}}} = 1)"
        yield "formula", f"max({name})"
        yield "json", compared(field(name), "=", text)
        yield "json", compared(text, "=", field(name))
        yield "json", {"type": "aggregate", "function": "max", "name": f"jobs.{name}"}
        yield "json", {"type": "call", "function": "upper", "arguments": [field(name)]}
        yield "rules", rules({"field": name, "operator": "beginsWith", "value": "a"})
        yield "rules", rules({"field": "name", "operator": "=", "value": name, "valueSource": "field"})
        yield "rules", rules({"field": name, "aggregate": "max", "operator": ">", "value": "a"})


def by_function() -> Iterator[tuple[str, Any]]:
    for name in FUNCTIONS:
        yield "formula", f"{name}(name)"
        yield "formula", f"{name}(1000000000)"
        yield "json", {"type": "call", "function": name, "arguments": [field("name")]}
        yield "json", {"type": "call", "function": f"{name})--", "arguments": []}
        yield "json", {"type": "aggregate", "function": name, "name": "jobs"}
        yield "rules", rules({"field": "jobs", "aggregate": name, "operator": ">", "value": 1})
        yield "rules", rules({"field": "name", "operator": name, "value": "a"})


def by_value() -> Iterator[tuple[str, Any]]:
    for value in TEXTS:
        for operator in ("=", "contains", "endsWith"):
            yield "rules", rules({"field": "name", "operator": operator, "value": value})
            yield "json", compared(field("name"), operator, {"type": "text", "value": value})
        yield "formula", f"name contains {text_of(value)} and not contains(plate, {text_of(value)})"
        yield "formula", f"concat(name, {text_of(value)}, plate)"
        yield "rules", rules({"field": "bought_on", "operator": "during", "value": value})
        yield "rules", rules({"field": "price", "operator": ">", "value": value})
    for value in NUMBERS:
        yield "formula", f"price > {value}"
        yield "json", {"type": "number", "value": value}
        yield "rules", rules({"field": "price", "operator": ">", "value": value})
        yield "formula", f'dateadd(bought_on, {value}, "days")'
    for value in (float("nan"), float("inf"), 1e308, True, None, [], {}, {"$gt": 1}, ["a"] * 3, 2**70):
        yield "rules", rules({"field": "price", "operator": "=", "value": value})
        yield "json", compared(field("price"), "=", {"type": "number", "value": value})
    for mark in ("\x00", "\ud800", "\x1b[2J", "\u202e", "\ufeff"):
        yield "rules", rules({"field": "name", "operator": "=", "value": f"a{mark}"})
        yield "rules", rules({"field": f"na{mark}me", "operator": "=", "value": "a"})
        yield "formula", f'name = "a{mark}"'
        yield "json", {"type": "text", "value": mark}


def by_size() -> Iterator[tuple[str, Any]]:
    name, one = field("name"), {"type": "number", "value": "999999999999999999"}
    for depth in (10, 19, 100, 5_000):
        yield "formula", "(" * depth + "price" + ")" * depth
        yield "formula", "not " * depth + "sold"
        yield "formula", "-" * depth + "price"
        yield "formula", "count(jobs where " * depth + "paid" + ")" * depth
        yield "formula", "if(sold, " * depth + "1" + ", 2)" * depth
        yield "formula", "max(garage.cars.price where price > " * depth + "1" + ")" * depth
        yield "json", nested(field("sold"), depth, lambda inner: {"type": "not", "condition": inner})
        yield "json", nested(name, min(depth, 10), _doubled)
        yield "json", nested(one, depth, lambda inner: _product(inner, one))
        yield "json", nested(field("bought_on"), min(depth, 17), _far)
        yield "json", nested(field("price"), min(depth, 17), _far_back)
        yield "rules", nested(rules(), depth, rules)
    for count in (100, 499, 501, 20_000, 300_000):
        yield "rules", rules({"field": "name", "operator": "in", "value": ["a%_" * 9] * count})
        yield "rules", rules(*[{"field": "name", "operator": "contains", "value": "%a" * 90}] * count)
        yield "formula", "name in (" + ", ".join(['"a"'] * count) + ")"
        yield "formula", " + ".join(["price"] * count)
        yield "formula", " * ".join(["price"] * count)
        yield "formula", "concat(" + ", ".join(["name"] * count) + ")"
        yield "json", {"type": "call", "function": "concat", "arguments": [name] * count}
        yield "json", {"type": "and", "conditions": [field("sold")] * count}
        yield "json", {"type": "and", "conditions": [_heavy()] * (count // 50)}
        yield "json", compared(name, "in", {"type": "list", "items": [{"type": "text", "value": "a"}] * count})
    for formula in (
        "1 / 0", "price / (price - price)", "price % 0", "round(price, 1000000000)", "left(name, 1000000000)",
        "mid(name, -1000000000, 1000000000)", "right(name, -1)", 'datediff(1000-01-01, 9998-12-31, "days") * 999999999',
        'dateadd(9998-12-31, 999999999999999999, "years")', "year(dateadd(seen_at, -999999, \"days\"))",
        "sum(jobs.cost) / count(jobs where 1 = 0)", "avg(jobs.cost where false)", "changed(name)", "not changed(name)",
    ):  # fmt: skip
        yield "formula", formula


def _doubled(inner: Any) -> dict[str, Any]:
    return {"type": "call", "function": "concat", "arguments": [inner, inner]}


def _product(inner: Any, other: Any) -> dict[str, Any]:
    return {"type": "arithmetic", "operator": "*", "left": inner, "right": other}


def _far(inner: Any) -> dict[str, Any]:
    unit = {"type": "text", "value": "years"}
    return {"type": "call", "function": "dateadd", "arguments": [inner, {"type": "number", "value": 2499}, unit]}


def _far_back(inner: Any) -> dict[str, Any]:
    """Both ends of a span of months hold what was said before: twice as much at every step, if it were copied."""
    month = {"type": "text", "value": "months"}
    day = {"type": "call", "function": "dateadd", "arguments": [field("bought_on"), inner, month]}
    return {"type": "call", "function": "datediff", "arguments": [day, field("seen_at"), month]}


def _heavy() -> dict[str, Any]:
    inner = compared({"type": "aggregate", "function": "count", "name": "jobs"}, ">", {"type": "number", "value": 0})
    counted = {"type": "aggregate", "function": "count", "name": "garage.cars", "where": inner}
    return compared(counted, ">", {"type": "number", "value": 1})


def spliced(formulas: list[str], *, count: int, seed: int) -> Iterator[tuple[str, Any]]:
    """Sound formulas with something hostile put in somewhere."""
    chance = random.Random(seed)
    pieces = [*NAMES, *(f"{name}(" for name in FUNCTIONS), *map(text_of, TEXTS), *NUMBERS, *'()+-*/%&=<>!{}"“”,.;#\\']
    for _ in range(count):
        formula = chance.choice(formulas)
        at = chance.randrange(len(formula) + 1)
        cut = at + chance.choice([0, 0, 1, 5])
        yield "formula", formula[:at] + chance.choice(pieces) + formula[cut:]


def hostile() -> list[tuple[str, Any]]:
    return [*by_name(), *by_function(), *by_value(), *by_size()]
