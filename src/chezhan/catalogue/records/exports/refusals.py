"""What exports are refused for."""

from chezhan.kernel.errors import Invalid


class ExportTooLarge(Invalid):
    code = "export_too_large"
    message = "These are too many records for one file; narrow the filter."
