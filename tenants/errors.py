"""What tenancy refuses."""

from chezhan.kernel.errors import AppError, Conflict, Invalid


class NoTenant(AppError):
    code = "no_tenant"
    status = 500
    message = "A statement was about to run outside any store; open tenant_context() or public_context() first."


class TenantChangeRefused(AppError):
    code = "tenant_change_refused"
    status = 500
    message = "The store can't be changed inside an open transaction."


class BadName(Invalid):
    code = "bad_name"
    message = "A name has 2 to 60 characters and no line breaks; choose another."


class NameTaken(Conflict):
    code = "name_taken"
    message = "A store of this name exists in the group already; choose another name."


class UnknownPack(Invalid):
    code = "unknown_pack"
    message = "Choose a 4S store or a repair shop."


class StoreNotOpen(AppError):
    code = "store_not_open"
    status = 423
    message = "This store is suspended or closed; the group owner can open it again."
