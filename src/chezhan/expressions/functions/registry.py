"""All functions by name and alias."""

from difflib import get_close_matches
from typing import Any

from chezhan.expressions.errors import UnknownFunction
from chezhan.expressions.functions import choosing, figures, moments, texts
from chezhan.expressions.functions.declaring import Function
from chezhan.expressions.functions.written import WRITTEN, Written

FUNCTIONS: dict[str, Function] = {
    one.name: one for module in (choosing, figures, texts, moments) for one in module.FUNCTIONS
}
_BY_WORD: dict[str, Function] = {}
for _function in FUNCTIONS.values():
    for _word in (_function.name, *_function.aliases):
        if _word in _BY_WORD:
            raise ValueError(f"two functions are called {_word}")
        _BY_WORD[_word] = _function


def function_named(name: str) -> Function:
    """By name or alias, capitals alike. Raises UnknownFunction."""
    if found := _BY_WORD.get(name.lower()):
        return found
    similar = get_close_matches(name.lower()[:40], _BY_WORD, n=1)
    hint = f" Did you mean {similar[0]}?" if similar else ""
    params = {"function": name[:40], "similar": similar[0] if similar else ""}
    raise UnknownFunction(f"There is no function called {name[:40]}.{hint}", params=params)


def describe() -> list[dict[str, Any]]:
    """For the editor: every function, and what is written like one, in the order of groups."""
    listed: list[Function | Written] = [*WRITTEN, *FUNCTIONS.values()]
    return [_described(one) for one in listed]


def _described(one: Function | Written) -> dict[str, Any]:
    return {
        "name": one.name,
        "aliases": list(one.aliases),
        "group": one.group,
        "usage": one.usage,
        "result": one.result,
        "description": {"zh": one.zh, "en": one.en},
        "example": one.example,
    }
