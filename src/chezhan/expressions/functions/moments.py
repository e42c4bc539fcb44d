"""Dates. A moment counts as its day in Shanghai."""

from chezhan.expressions.functions.declaring import UNITS, Function, Parameter, always, written
from chezhan.expressions.kinds import Kind
from chezhan.expressions.operations.moments import difference, move, part
from chezhan.expressions.typed import Apply, Constant

DATE = Parameter("date", (Kind.DATE,))
UNIT = Parameter("unit", (Kind.TEXT,), words=(*UNITS, *UNITS.values()))
_UNIT_OF = {zh: unit for unit, zh in UNITS.items()}


def _unit(argument) -> str:
    word = written(argument)
    return _UNIT_OF.get(word, word)


def _part(name, alias, zh, en):
    return Function(
        name=name, aliases=(alias,), group="dates", parameters=(DATE,), result="number", zh=zh, en=en,
        example=f"{name}(created_at)", make=always(part(name), Kind.NUMBER),
    )  # fmt: skip


FUNCTIONS = (
    Function(
        name="today",
        aliases=("今天",),
        group="dates",
        result="date",
        zh="今天的日期（北京时间）。",
        en="The day it is in China.",
        example="today()",
        make=lambda _, clock: Constant(clock.today, Kind.DATE),
    ),
    Function(
        name="now",
        aliases=("现在",),
        group="dates",
        result="datetime",
        zh="此刻。",
        en="This moment.",
        example="now()",
        make=lambda _, clock: Constant(clock.now, Kind.DATETIME),
    ),
    _part("year", "年份", "年份。", "The year."),
    _part("month", "月份", "月份，1 到 12。", "The month, 1 to 12."),
    _part("day", "日", "几号，1 到 31。", "The day of the month, 1 to 31."),
    _part("weekday", "星期", "星期几，星期一为 1。", "The day of the week; Monday is 1."),
    Function(
        name="dateadd",
        aliases=("日期加",),
        group="dates",
        parameters=(DATE, Parameter("count", (Kind.NUMBER,)), UNIT),
        result="date",
        zh="日期往后推，负数往前推；单位为 days、weeks、months、years，或 天、周、月、年。",
        en="A date moved on, or back by a negative number, of days, weeks, months or years.",
        example='dateadd(today(), -30, "days")',
        make=lambda arguments, _: Apply(move(_unit(arguments[2])), (arguments[0], arguments[1]), Kind.DATE),
    ),
    Function(
        name="datediff",
        aliases=("日期差",),
        group="dates",
        parameters=(Parameter("later", (Kind.DATE,)), Parameter("earlier", (Kind.DATE,)), UNIT),
        result="number",
        zh="后一日期到前一日期之间足足有多少天、周、月或年。",
        en="How many whole days, weeks, months or years lie between two dates.",
        example='datediff(today(), created_at, "months")',
        make=lambda arguments, _: Apply(difference(_unit(arguments[2])), tuple(arguments[:2]), Kind.NUMBER),
    ),
)
