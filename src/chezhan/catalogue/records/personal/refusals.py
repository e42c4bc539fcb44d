"""What requests about a person's data are refused for."""

from chezhan.kernel.errors import Conflict, Invalid


class NotAPerson(Invalid):
    code = "not_a_person"
    message = "Records of this kind tell of no person; open the customer's own record."


class TooMuchToGather(Invalid):
    code = "too_much_to_gather"
    message = "Too many records lead to this one to be gathered at one go."


class NameDiffers(Invalid):
    code = "name_differs"
    message = "What was typed is not this record's name; nothing was erased."


class PersonBusy(Conflict):
    code = "person_busy"
    message = "Somebody is working on these records just now; nothing was erased. Try again in a moment."
