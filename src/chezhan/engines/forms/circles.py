"""Circles among names, and an order without any."""

from collections.abc import Iterable, Mapping

Graph = Mapping[str, Iterable[str]]


def circle_in(graph: Graph) -> list[str]:
    """The way round of the first circle, its beginning again at the end; empty without one."""
    done: set[str] = set()
    for start in graph:
        way = _walk(graph, start, [], done)
        if way:
            return way
    return []


def _walk(graph: Graph, name: str, way: list[str], done: set[str]) -> list[str]:
    if name in way:
        return [*way[way.index(name) :], name]
    if name in done or name not in graph:
        return []
    for after in sorted(graph[name]):
        if found := _walk(graph, after, [*way, name], done):
            return found
    done.add(name)
    return []


def in_order(graph: Graph) -> tuple[str, ...]:
    """Each name after those of the graph that it hangs on; in a circle the order is any."""
    found: dict[str, None] = {}

    def visit(name: str, way: frozenset[str]) -> None:
        if name in found or name in way or name not in graph:
            return
        for before in sorted(graph[name]):
            visit(before, way | {name})
        found[name] = None

    for name in graph:
        visit(name, frozenset())
    return tuple(found)
