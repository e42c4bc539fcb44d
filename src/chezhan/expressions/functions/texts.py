"""Texts. Positions and lengths count characters from 1."""

from typing import Any

from chezhan.expressions.functions.declaring import Function, Parameter, always
from chezhan.expressions.kinds import Kind
from chezhan.expressions.operations import texts
from chezhan.expressions.operations.comparing import SEARCHED
from chezhan.expressions.typed import Apply, Operation, Typed

TEXT = Parameter("text", (Kind.TEXT,))
COUNT = Parameter("count", (Kind.NUMBER,))
SHOWN = (Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.DATETIME, Kind.ID)


def as_words(argument: Typed) -> Typed:
    """Any value that can be shown, as a text."""
    kind = argument.kind
    return Apply(texts.WORDS[kind], (argument,), Kind.TEXT) if kind in texts.WORDS else argument


def _concat(arguments, _):
    return Apply(texts.concatenation(len(arguments)), tuple(map(as_words, arguments)), Kind.TEXT)


def _one(name: str, alias: str, operation: Operation, **told: Any) -> Function:
    """A text, or what is told, with the same operation whatever it is."""
    kind = told.pop("kind", Kind.TEXT)
    return Function(
        name=name,
        aliases=(alias,),
        group="texts",
        parameters=told.pop("parameters", (TEXT,)),
        result=str(kind),
        make=always(operation, kind),
        **told,
    )


FUNCTIONS = (
    Function(
        name="concat",
        aliases=("连接",),
        group="texts",
        parameters=(Parameter("value", SHOWN), Parameter("more", SHOWN, optional=True, repeats=True)),
        result="text",
        zh="把几个值连成一段文字，空值略去；& 也可连接。",
        en="Several values as one text, missing ones left out; so does &.",
        example='concat(brand, " ", series)',
        make=_concat,
    ),
    _one(
        "left",
        "取左",
        texts.LEFT,
        parameters=(TEXT, COUNT),
        zh="开头的几个字。",
        en="The first characters.",
        example="left(plate, 2)",
    ),
    _one(
        "right",
        "取右",
        texts.RIGHT,
        parameters=(TEXT, COUNT),
        zh="结尾的几个字。",
        en="The last characters.",
        example="right(vin, 6)",
    ),
    _one(
        "mid",
        "取中",
        texts.MIDDLE,
        parameters=(TEXT, Parameter("first", (Kind.NUMBER,)), COUNT),
        zh="从第几个字起的几个字。",
        en="So many characters from a position on.",
        example="mid(vin, 10, 1)",
    ),
    _one(
        "len",
        "长度",
        texts.LENGTH,
        kind=Kind.NUMBER,
        zh="字数。",
        en="How many characters.",
        example="len(vin)",
    ),
    _one("upper", "大写", texts.UPPER, zh="转为大写。", en="In capitals.", example="upper(plate)"),
    _one("lower", "小写", texts.LOWER, zh="转为小写。", en="In small letters.", example="lower(brand)"),
    _one("trim", "去空格", texts.TRIM, zh="去掉首尾的空格。", en="Without spaces around it.", example="trim(series)"),
    _one(
        "contains",
        "包含",
        SEARCHED["contains"].for_any("contains"),
        kind=Kind.BOOLEAN,
        parameters=(TEXT, Parameter("part", (Kind.TEXT,))),
        zh="文字中有另一段文字，不分大小写。",
        en="Whether a text holds another; capitals don't matter.",
        example='contains(series, "plus")',
    ),
)
