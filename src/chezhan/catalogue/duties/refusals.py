"""What is refused of duties."""

from chezhan.kernel.errors import Invalid


class NoSuchColleague(Invalid):
    code = "duty_of_nobody"
    message = "This person does not work in the store; choose one who does."


class TooManyDuties(Invalid):
    """`params`: limit."""

    code = "duties_too_many"
    message = "One person looks after too much; name regions by their city, or models by their brand."
