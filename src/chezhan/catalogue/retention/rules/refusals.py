"""What is refused of rules by which records go."""

from chezhan.kernel.errors import Conflict, Forbidden, Invalid, NotFound


class UnknownRetentionRule(NotFound):
    code = "retention_rule_unknown"
    message = "There is no such rule here."


class BadRetentionRule(Invalid):
    """`params`: where, the part that does not fit."""

    code = "retention_rule_bad"
    message = "The rule is not right: it needs a name, a date of the record that says a day, and what is done."


class RetentionNameTaken(Conflict):
    code = "retention_rule_name_taken"
    message = "Another rule has this name."


class TooManyRetentionRules(Invalid):
    """`params`: limit."""

    code = "retention_rule_too_many"
    message = "There are too many rules; take out one that is not needed."


class NotErasable(Invalid):
    code = "retention_rule_not_a_person"
    message = "Personal data are erased of kinds of record that tell of a person; move others to the recycle bin."


class NeedsWhole(Forbidden):
    """Names nothing: what may not be seen has no name."""

    code = "retention_needs_whole"
    message = (
        "Who sets this rule needs to see every record of the kind and of what hangs on it, with links and times, "
        "since the number would tell of what is out of sight."
    )


class CountChanged(Conflict):
    """`params`: met, how many it meets by now."""

    code = "retention_count_changed"
    message = "By now the rule meets another number of records; look at it again before it is switched on."


class SuddenlyMany(Conflict):
    code = "retention_suddenly_many"
    message = "The rule suddenly met many more records than were agreed to; nothing went. Look at it again."


class HeldForGood(Conflict):
    code = "retention_held"
    message = "This record is kept already; take the hold off first."
