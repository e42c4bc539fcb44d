"""What is refused of the pool, each with what would be right."""

from chezhan.kernel.errors import Conflict


class LeadTaken(Conflict):
    """`params`: by, by_zh: who has it, or in words that it is somebody, where that is not to be seen."""

    code = "pool_lead_taken"
    message = "Somebody else has this lead already; pick another one."


class LeadNotInPool(Conflict):
    code = "pool_lead_gone"
    message = "This lead does not stand in the pool any more; look at the pool again."


class LeadInPool(Conflict):
    code = "pool_lead_there"
    message = "This lead stands in the pool already; it can be picked from there."


class PoolCapReached(Conflict):
    """`params`: cap, picked: so far today."""

    code = "pool_cap_reached"
    message = "You have picked as many leads today as the store allows; go on tomorrow, or ask a manager for some."


class PoolCooling(Conflict):
    """`params`: until, the day from which it may be picked again; days, the cool-down."""

    code = "pool_cooling"
    message = "This lead was yours not long ago; leave it to others until the cool-down is over."


class PoolChanged(Conflict):
    """`params`: version, the present one."""

    code = "pool_changed"
    message = "Somebody else changed the settings of the pool meanwhile; look at them again."
