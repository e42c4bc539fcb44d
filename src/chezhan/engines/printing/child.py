"""Runs alone, in a process of its own: JSON on standard input, what was set on standard output; imports none of ours.

What it is given as a program is ours (sheet.py); what people wrote is data. Should that ever fail, it still has no
network, no file to write, an empty folder as its world, and little memory and time.
"""

import base64
import ctypes
import json
import platform
import resource
import struct
import sys
from pathlib import Path

import typst

MEMORY, SECONDS = 1 << 30, 20
PICTURES, SHARPNESS = 4, 110

# By machine: its number for seccomp, and the calls socket, socketpair, connect and io_uring_setup, which opens sockets.
CALLS = {"x86_64": (0xC000003E, (41, 53, 42, 425)), "aarch64": (0xC00000B7, (198, 199, 203, 425))}
_LOAD, _EQUALS, _ANSWER = 0x20, 0x15, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2


def shut_off() -> None:
    """From here on no socket is made by this process. Linux alone can say so; elsewhere nothing is promised."""
    if sys.platform != "linux" or platform.machine() not in CALLS:
        return
    machine, calls = CALLS[platform.machine()]
    steps = [(_LOAD, 0, 0, 4), (_EQUALS, 1, 0, machine), (_ANSWER, 0, 0, _KILL), (_LOAD, 0, 0, 0)]
    for number in calls:
        steps += [(_EQUALS, 0, 1, number), (_ANSWER, 0, 0, _REFUSE)]
    steps.append((_ANSWER, 0, 0, _ALLOW))
    program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))

    asked = Program(len(steps), ctypes.addressof(program))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or libc.prctl(_SECCOMP, _FILTER, ctypes.byref(asked), 0, 0):
        raise OSError(ctypes.get_errno(), "this process could not be shut off from the network")


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    shut_off()
    asked = json.load(sys.stdin)
    here = Path.cwd()
    made = typst.compile(
        asked["sheet"].encode(),
        format="png" if asked["pictures"] else "pdf",
        ppi=SHARPNESS,
        root=here,
        font_paths=[asked["fonts"]],
        ignore_system_fonts=True,
        package_path=here,
        package_cache_path=here,
        sys_inputs={"doc": asked["doc"]},
        timestamp=asked["at"],
    )
    if asked["pictures"]:
        pages = made if isinstance(made, list) else [made]
        shown = [base64.b64encode(page).decode() for page in pages[:PICTURES]]
        sys.stdout.write(json.dumps({"pages": len(pages), "pictures": shown}))
    else:
        sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
