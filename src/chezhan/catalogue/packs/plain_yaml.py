"""YAML that says what it seems to say: texts stay texts (`on`, `09:00`, dates), nothing refers to something else, and
nothing is nested deeper or longer than a pack needs.
"""

import re
from typing import Any

import yaml

from chezhan.catalogue.packs.refusals import BadPackFile

BYTES, DEPTH, NODES = 1_000_000, 40, 60_000
_PLAIN = {
    "tag:yaml.org,2002:null": (r"^(?:null|~|)$", "n~\0"),
    "tag:yaml.org,2002:bool": (r"^(?:true|false)$", "tf"),
    "tag:yaml.org,2002:int": (r"^-?(?:0|[1-9][0-9]*)$", "-0123456789"),
    "tag:yaml.org,2002:float": (r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$", "-0123456789"),
}


class _Loader(yaml.SafeLoader):
    """Strict: each key once, and `depth` and `nodes` are counted while it is read."""

    yaml_implicit_resolvers: dict[str, Any] = {}
    depth = nodes = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise _fault(self.peek_event().start_mark, "alias")
        event = self.peek_event()
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise _fault(event.start_mark, "anchor")
        self.depth, self.nodes = self.depth + 1, self.nodes + 1
        if self.depth > DEPTH or self.nodes > NODES:
            raise _fault(event.start_mark, "size")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        names = [key.value for key, _ in node.value]
        if len(set(names)) < len(names) or not all(isinstance(key, yaml.ScalarNode) for key, _ in node.value):
            raise _fault(node.start_mark, "key")
        return {str(key.value): self.construct_object(value, deep=True) for key, value in node.value}


class _Dumper(yaml.SafeDumper):
    """Writes what the loader reads back the same."""

    yaml_implicit_resolvers = yaml.SafeDumper.yaml_implicit_resolvers

    def ignore_aliases(self, data: Any) -> bool:
        return True


for _tag, (_pattern, _first) in _PLAIN.items():
    for _sign in (*_first.replace("\0", ""), *([""] if "null" in _tag else [])):
        _Loader.yaml_implicit_resolvers.setdefault(_sign, []).append((_tag, re.compile(_pattern)))
_Loader.yaml_constructors = _Loader.yaml_constructors | {}


def read_yaml(text: str) -> Any:
    """Raises BadPackFile with the line."""
    if len(text.encode()) > BYTES:
        raise BadPackFile(params={"line": 0, "reason": "size"})
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark
        raise BadPackFile(params={"line": mark.line + 1 if mark else 0, "reason": "yaml"}) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise BadPackFile(params={"line": 0, "reason": "yaml"}) from None


def write_yaml(data: Any) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)


def _fault(mark: Any, reason: str) -> BadPackFile:
    return BadPackFile(params={"line": mark.line + 1, "reason": reason})
