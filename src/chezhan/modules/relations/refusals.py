"""What is refused of relations, each with what would be right."""

from chezhan.kernel.errors import Conflict, Invalid


class RelatedToSelf(Invalid):
    code = "related_to_self"
    message = "Nobody is related to themselves; choose another customer."


class RelationThere(Conflict):
    code = "relation_there"
    message = "It is written down already how these two stand to each other; change that relation."
