"""What is written like a function but is part of the language itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    name: str
    aliases: tuple[str, ...]
    group: str
    usage: str
    result: str
    zh: str
    en: str
    example: str


def _over(name: str, alias: str, result: str, zh: str, en: str) -> Written:
    value = "" if name == "count" else ".field"
    return Written(
        name, (alias,), "collections", f"{name}(records{value} [within period] [where condition])", result, zh, en,
        f"{name}(sales_order{'' if name == 'count' else '.price'} within last_365_days where status = \"delivered\")",
    )  # fmt: skip


WRITTEN = (
    Written(
        "if", ("如果",), "choosing", "if(condition, value, [condition, value, …], [otherwise])", "",
        "第一个成立的条件后面的值；都不成立时取最后的值。", "The value after the first true condition, else the last.",
        'if(price >= 300000, "A", price >= 150000, "B", "C")',
    ),
    _over("count", "计数", "number", "关联记录的条数。", "How many records belong to this one."),
    _over("sum", "求和", "number", "关联记录某字段的合计，没有则为 0。", "A field of theirs added up."),
    _over("avg", "平均值", "number", "关联记录某字段的平均值。", "The average of a field of theirs."),
    _over("min", "最小值", "", "关联记录某字段的最小值。", "The smallest of a field of theirs."),
    _over("max", "最大值", "", "关联记录某字段的最大值。", "The largest of a field of theirs."),
    Written(
        "changed", ("有变化",), "changes", "changed(field [from value] [to value])", "boolean",
        "字段在这次修改中有变化（仅用于自动化规则）。", "Whether this change touches the field; in rules alone.",
        'changed(status from "draft" to "approved")',
    ),
)  # fmt: skip
