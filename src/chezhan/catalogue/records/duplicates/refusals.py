"""What merging refuses, each with what would be right."""

from chezhan.kernel.errors import Conflict, Invalid, NotFound


class SameRecord(Invalid):
    code = "same_record"
    message = "Choose two different records to merge."


class AlreadyMerged(Conflict):
    code = "already_merged"
    message = "Somebody has merged these records already; look at the record that remains."


class UnknownMerge(NotFound):
    code = "unknown_merge"
    message = "There is no such merge of yours here; only whoever made it takes it back."


class MergeUndone(Conflict):
    code = "merge_undone"
    message = "This merge was taken back already."


class BadDuplicateRule(Invalid):
    code = "bad_duplicate_rule"
    message = "A rule names one to four fields of this kind of record that can be compared."


class UnknownDuplicateRule(NotFound):
    code = "unknown_duplicate_rule"
    message = "There is no such rule; it may have been removed."
