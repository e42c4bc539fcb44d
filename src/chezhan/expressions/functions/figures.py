"""Numbers."""

from chezhan.expressions.functions.declaring import Function, Parameter, always, written
from chezhan.expressions.kinds import Kind
from chezhan.expressions.operations.figures import ABSOLUTE, CEILING, FLOOR, rounding
from chezhan.expressions.typed import Apply

NUMBER = Parameter("number", (Kind.NUMBER,))


def _round(arguments, _):
    places = int(written(arguments[1])) if len(arguments) > 1 else 0
    return Apply(rounding(places), (arguments[0],), Kind.NUMBER)


FUNCTIONS = (
    Function(
        name="round",
        aliases=("四舍五入",),
        group="numbers",
        parameters=(NUMBER, Parameter("places", (Kind.NUMBER,), places=True, optional=True)),
        result="number",
        zh="四舍五入到指定的小数位，不写则取整。",
        en="Rounded to so many decimals, to a whole number without; halves away from zero.",
        example="round(price / 10000, 1)",
        make=_round,
    ),
    Function(
        name="abs",
        aliases=("绝对值",),
        group="numbers",
        parameters=(NUMBER,),
        result="number",
        zh="绝对值。",
        en="The number without its sign.",
        example="abs(price - 100000)",
        make=always(ABSOLUTE, Kind.NUMBER),
    ),
    Function(
        name="floor",
        aliases=("向下取整",),
        group="numbers",
        parameters=(NUMBER,),
        result="number",
        zh="向下取整。",
        en="The next whole number below.",
        example="floor(price / 10000)",
        make=always(FLOOR, Kind.NUMBER),
    ),
    Function(
        name="ceil",
        aliases=("ceiling", "向上取整"),
        group="numbers",
        parameters=(NUMBER,),
        result="number",
        zh="向上取整。",
        en="The next whole number above.",
        example="ceil(price / 10000)",
        make=always(CEILING, Kind.NUMBER),
    ),
)
