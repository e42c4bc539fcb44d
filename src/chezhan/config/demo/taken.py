"""Identifiers given out so far; shared by all stores so that none comes twice in the group."""

from dataclasses import dataclass, field


@dataclass
class Taken:
    phones: set[str] = field(default_factory=set)
    plates: set[str] = field(default_factory=set)
    vins: set[str] = field(default_factory=set)
