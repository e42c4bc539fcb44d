"""What to take when something is missing."""

from collections.abc import Callable, Sequence
from functools import partial

from chezhan.expressions.fitting import unify
from chezhan.expressions.functions.declaring import Clock, Function, Make, Parameter
from chezhan.expressions.kinds import Kind
from chezhan.expressions.operations.comparing import emptiness
from chezhan.expressions.operations.figures import extreme
from chezhan.expressions.operations.logic import first_known
from chezhan.expressions.typed import Apply, Operation, Typed


def _of_one_kind(name: str, operation: Callable[[Kind], Operation]) -> Make:
    def make(arguments: Sequence[Typed], _: Clock) -> Typed:
        fitted, kind = unify(arguments, what=name)
        return Apply(operation(kind), fitted, kind)

    return make


ORDERED = (Kind.NUMBER, Kind.DATE, Kind.DATETIME, Kind.TEXT)

FUNCTIONS = (
    Function(
        name="coalesce",
        aliases=("ifnull", "首个非空"),
        group="choosing",
        parameters=(Parameter("value"), Parameter("other"), Parameter("more", optional=True, repeats=True)),
        result="",
        zh="第一个不为空的值。",
        en="The first value that is there.",
        example='coalesce(plate, vin, "–")',
        make=_of_one_kind("coalesce", first_known),
    ),
    Function(
        name="isblank",
        aliases=("是否为空",),
        group="choosing",
        parameters=(Parameter("value"),),
        result="boolean",
        zh="值为空时成立；空白的文字也算空。",
        en="True when there is no value; an empty text counts as none.",
        example="isblank(plate)",
        make=lambda arguments, _: Apply(emptiness("null", arguments[0].kind), tuple(arguments), Kind.BOOLEAN),
    ),
    *(
        Function(
            name=name,
            aliases=(alias,),
            group="choosing",
            parameters=(
                Parameter("value", ORDERED),
                Parameter("other", ORDERED),
                Parameter("more", ORDERED, optional=True, repeats=True),
            ),
            result="",
            zh=f"几个值中{word}的一个，空值不计。",
            en=f"The {en} of several values; missing ones don't count.",
            example=f"{name}(price, 100000)",
            make=_of_one_kind(name, partial(extreme, name)),
        )
        for name, alias, word, en in (("min", "最小值", "最小", "smallest"), ("max", "最大值", "最大", "largest"))
    ),
)
