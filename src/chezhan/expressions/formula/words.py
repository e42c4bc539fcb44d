"""Words of the language and their Chinese."""

from chezhan.expressions.functions.declaring import Function
from chezhan.expressions.functions.registry import FUNCTIONS
from chezhan.expressions.functions.written import WRITTEN, Written

_NAMED: list[Function | Written] = [*WRITTEN, *FUNCTIONS.values()]
CANONICAL = {word: one.name for one in _NAMED for word in (one.name, *one.aliases)}

COMPARED = {"==": "=", "<>": "!=", "≠": "!=", "≤": "<=", "≥": ">=", "＝": "=", "＜": "<", "＞": ">"}
SEARCHED = {
    "contains": "contains", "包含": "contains", "not contains": "doesNotContain", "不包含": "doesNotContain",
    "begins with": "beginsWith", "开头是": "beginsWith", "ends with": "endsWith", "结尾是": "endsWith",
}  # fmt: skip
SIGNS = {"＋": "+", "－": "-", "−": "-", "×": "*", "＊": "*", "÷": "/", "／": "/", "％": "%", "＆": "&"}

# What may stand at a place, in the words of both languages; several terminals share a word.
EXPECTED: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("NUMBER", "STRING", "DATE", "MOMENT", "TRUE", "FALSE", "NULL", "CALLED", "FOLD", "EXTREME", "CHANGED", "NOT"),
        ("a value", "一个值"),
    ),
    **dict.fromkeys(("PATH", "BRACED"), ("a field", "一个字段")),
    **dict.fromkeys(
        ("COMPARED", "SEARCHED", "IN", "BETWEEN", "EMPTY", "DURING", "PLUS", "TIMES", "DIVIDED", "REST", "AMPERSAND"),
        ("an operator", "运算符"),
    ),
    **dict.fromkeys(("AND", "OR"), ("and, or", "“且”“或”")),
    "MINUS": ("-", "-"),
    "LPAR": ("(", "（"),
    "RPAR": (")", "）"),
    "COMMA": ("a comma", "逗号"),
    "WITHIN": ("within", "期内"),
    "WHERE": ("where", "其中"),
    "FROM": ("from", "从"),
    "TO": ("to", "到"),
    "$END": ("the end", "结尾"),
}
END = ("the end", "结尾")
# A quotation mark that starts no text has lost its partner.
QUOTES = ('"', "“", "'")
CLOSED = ("a text in double quotation marks, closed on the same line", "双引号中的文字，且在同一行结束")
