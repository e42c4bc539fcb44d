"""What is refused of tasks."""

from chezhan.kernel.errors import Conflict, Invalid


class TaskNotOpen(Conflict):
    """`params`: status, the present one."""

    code = "task_not_open"
    message = "This task is not open any more; somebody finished or cancelled it."


class TaskOpen(Conflict):
    code = "task_open"
    message = "This task is open already."


class NobodyToHandTo(Invalid):
    code = "task_nobody_to_hand_to"
    message = "This person does not work in the store; choose somebody who does."


class TaskLeadsNowhere(Invalid):
    """`params`: entity."""

    code = "task_leads_nowhere"
    message = "Tasks have no field that leads to this kind of record; add a link to it to the fields of tasks."
