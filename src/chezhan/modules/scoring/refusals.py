"""What is refused of a sheet of points."""

from chezhan.kernel.errors import Conflict, Invalid


class ScoreSheetChanged(Conflict):
    """`params`: version, the present one."""

    code = "score_sheet_changed"
    message = "Somebody else changed how leads are scored meanwhile; look at it again."


class BadScoreItem(Invalid):
    """`params`: item, its name; why: the code of what is wrong with its condition."""

    code = "score_bad_item"
    message = "The condition of one of the items can't be asked; look at its fields and values."


class BadScoreGrades(Invalid):
    code = "score_bad_grades"
    message = "Each grade stands once, and their points fall, down to 0."
