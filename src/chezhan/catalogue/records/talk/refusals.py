"""What comments and tags are refused for, each with what would be right."""

from chezhan.kernel.errors import Conflict, Forbidden, Invalid, NotFound


class BadComment(Invalid):
    code = "bad_comment"
    message = "A comment has 1 to 5,000 characters and mentions people of this store."


class UnknownComment(NotFound):
    code = "unknown_comment"
    message = "This comment does not exist, or it was deleted."


class NotYourComment(Forbidden):
    code = "not_your_comment"
    message = "Only who wrote a comment changes it."


class BadTag(Invalid):
    code = "bad_tag"
    message = "A tag has a name of 1 to 30 characters and a colour like #1a4fa3."


class TagTaken(Conflict):
    code = "tag_taken"
    message = "There is a tag of this name already."


class UnknownTag(NotFound):
    code = "unknown_tag"
    message = "This tag does not exist, or it was deleted."


class TooManyTags(Invalid):
    code = "too_many_tags"
    message = "These are too many tags."
