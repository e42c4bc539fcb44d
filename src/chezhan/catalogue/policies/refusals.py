"""What is refused of policies, each with what would be right."""

from chezhan.kernel.errors import Conflict, Forbidden, Invalid, NotFound


class BadPolicy(Invalid):
    code = "bad_policy"
    message = "This is no policy; GET /api/store/policies shows the form."


class BadCondition(Invalid):
    """`params`: field, the one that the condition names."""

    code = "bad_row_condition"
    message = "The condition on records names a field that can't be used like that."


class PolicyChanged(Conflict):
    code = "policy_changed"
    message = "Somebody else changed what this role may do meanwhile; look at it and save again."


class UnknownRole(NotFound):
    code = "no_such_role"
    message = "There is no such role here; GET /api/store/policies lists the roles."


class HeadRole(Forbidden):
    code = "role_of_headquarters"
    message = "This role belongs to headquarters; a store can't change what it may do."


class ShippedRole(Forbidden):
    code = "role_ships"
    message = "This role ships with the product: set what it may do, or add a role of your own."


class RoleHeld(Conflict):
    code = "role_held"
    message = "People hold this role, or are invited to it; give them another one first."


class TooManyRoles(Conflict):
    code = "too_many_roles"
    message = "The store has as many roles of its own as it can have; retire one that nobody needs."


class LabelTaken(Conflict):
    code = "label_taken"
    message = "This name is in use already; choose another."


class BadTeam(Invalid):
    code = "bad_team"
    message = "A team has a name and people who work in this store."


class UnknownTeam(NotFound):
    code = "unknown_team"
    message = "This team does not exist, or it was removed."
