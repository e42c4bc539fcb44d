"""What rules are refused for, each with what would be right."""

from chezhan.kernel.errors import Conflict, Invalid, NotFound


class UnknownRule(NotFound):
    code = "rule_unknown"
    message = "There is no such rule; somebody may have deleted it."


class UnknownRuleVersion(NotFound):
    code = "rule_unknown_version"
    message = "This rule has no such version."


class BadRule(Invalid):
    """`params`: where."""

    code = "rule_invalid"
    message = "This is no rule; reload the page and try again."


class RuleNameTaken(Conflict):
    code = "rule_name_taken"
    message = "Another rule of this kind of record is called so already; choose another name."


class TooManyRules(Invalid):
    """`params`: limit."""

    code = "rule_too_many"
    message = "A kind of record has no room for more rules; delete one that is not needed."


class RuleChanged(Conflict):
    """`params`: version, the draft's present one, and by, who changed it."""

    code = "rule_draft_changed"
    message = "Somebody else changed this rule meanwhile; look at theirs and make your change again."


class RuleHasProblems(Invalid):
    """`params`: count."""

    code = "rule_has_problems"
    message = "The rule can't be published yet; mend what is named."


class NothingNew(Invalid):
    code = "rule_nothing_new"
    message = "What is in force says the same already."


class NotSetAside(Conflict):
    code = "rule_not_set_aside"
    message = "The rule is not set aside; somebody may have had it tried again already."
