"""Every route of the product, found by walking Django's resolver and ninja's operations behind it."""

import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver
from ninja.operation import PathView

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")

REST = re.compile(r"\(\?![^()]*\)|\.\*|[\^$]")


@dataclass(frozen=True)
class Route:
    """`path` as the resolver spells it, without the leading slash. `operation`: ninja's operation id, else ""."""

    method: str
    path: str
    operation: str
    for_strangers: bool

    def __str__(self) -> str:
        return f"{self.method} /{self.path}"

    @property
    def parameters(self) -> tuple[str, ...]:
        return tuple(plain or named for plain, named in PARAMETER.findall(self.path))

    def url(self, values: Mapping[str, object]) -> str:
        """The address with its parameters filled. Raises KeyError for one without a value."""
        filled = PARAMETER.sub(lambda found: str(values[found[1] or found[2]]), self.path)
        return "/" + REST.sub("", filled)


def find_routes() -> list[Route]:
    return list(dict.fromkeys(_walk(get_resolver().url_patterns, "")))


def _walk(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[Route]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, path)
        else:
            yield from _routes_of(pattern.callback, path)


def _routes_of(view, path: str) -> Iterator[Route]:
    behind = inspect.getclosurevars(view).nonlocals.get("self") if inspect.isfunction(view) else None
    if isinstance(behind, PathView):
        for operation in behind.operations:
            for method in operation.methods:
                name = operation.operation_id or operation.view_func.__name__
                yield Route(method, path, name, for_strangers=not operation.auth_callbacks)
        return
    kind = getattr(view, "view_class", None)
    for method in ("GET", "POST") if kind is None else (name for name in METHODS if hasattr(kind, name.lower())):
        yield Route(method, path, "", for_strangers=False)
