"""What files are refused for, each with what would be right."""

from chezhan.kernel.errors import AppError, Invalid, NotFound


class UnknownFile(NotFound):
    code = "unknown_file"
    message = "This file does not exist, or you may not see it."


class FileLost(AppError):
    code = "file_lost"
    status = 410
    message = "The contents of this file are not in the storage any more; restore them from the backup."


class StorageAway(AppError):
    code = "storage_away"
    status = 503
    message = "The storage of files does not answer; try again in a while. What was entered besides is kept."


class FileOverLimit(AppError):
    code = "file_over_limit"
    status = 413
    message = "This file is too large for the field."


class StorageFull(Invalid):
    code = "storage_full"
    message = "The store's room for files is used up; delete some, or ask for more."


class EmptyFile(Invalid):
    code = "empty_file"
    message = "This file is empty."


class BadFileName(Invalid):
    code = "bad_file_name"
    message = "A file has a name of 1 to 200 characters."


class FileSaysOtherwise(Invalid):
    code = "file_says_otherwise"
    message = "What is in this file is not what its name says; save it anew in the right form."


class ProgramRefused(Invalid):
    code = "program_refused"
    message = "Programs are not taken; send documents, pictures, sound or film."


class PictureKindRefused(Invalid):
    code = "picture_kind_refused"
    message = "Pictures are taken as JPEG, PNG, WebP or GIF; save this one as one of them."


class PictureTooLarge(Invalid):
    code = "picture_too_large"
    message = "This picture has too many dots; make it smaller."


class BrokenPicture(Invalid):
    code = "broken_picture"
    message = "This picture can't be read; take or save it anew."


class NotYourFile(Invalid):
    code = "not_your_file"
    message = "This file was not sent up for this field by you; send it up again."


class NoFileField(Invalid):
    code = "no_file_field"
    message = "This field holds no files."
