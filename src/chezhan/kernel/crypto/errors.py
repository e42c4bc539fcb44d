from chezhan.kernel.errors import AppError


class MasterKeyMissing(AppError):
    code = "master_key_missing"
    status = 500
    message = "No master key is set: give CHEZHAN_MASTER_KEY 32 random bytes in base64 (openssl rand -base64 32)."


class MasterKeyUnknown(AppError):
    code = "master_key_unknown"
    status = 500
    message = (
        "A store's key was wrapped by a master key that is not among those of CHEZHAN_MASTER_KEY; "
        "add the one used before after the new one, separated by a comma."
    )


class DataKeyMissing(AppError):
    code = "data_key_missing"
    status = 500
    message = "This store has no key: run `chezhan prepare`, or it was destroyed when the store was closed."


class SealBroken(AppError):
    code = "seal_broken"
    status = 500
    message = "A sealed value could not be opened: it was changed, or belongs to another store or column."
