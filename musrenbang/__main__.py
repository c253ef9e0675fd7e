"""The administrator's command line: `python -m musrenbang`. Exit 0 fine, 1 refused or faults found, 2 bad input."""

import io
import os
import sys
from collections.abc import Sequence

from musrenbang.administrator.arguments import parser
from musrenbang.administrator.commands import COMMANDS
from musrenbang.administrator.stop import Stop


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command. Every error is sentences on stderr, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    asked = parser().parse_args(argv)
    try:
        COMMANDS[asked.perintah](asked)
    except Stop as stop:
        print(*stop.lines, sep="\n", file=sys.stderr)
        return stop.code
    except BrokenPipeError:  # the reader, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except KeyboardInterrupt:
        print("Perintah dihentikan sebelum selesai.", file=sys.stderr)
        return 1
    except Exception as fault:  # the edge: whatever else there is, an administrator gets a sentence
        print(f"Perintah gagal karena kesalahan yang tidak terduga ({type(fault).__name__}).", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
