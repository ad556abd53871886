"""The command line. Data goes to standard output, messages to standard error.

Exit codes: 0 all went well, 1 nothing could be used, 2 the command was wrong, 3 with ``--strict`` if something was
left out.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Sequence

from ceasetimeline.commands.parser import make_parser
from ceasetimeline.commands.runs import INTERRUPTED, NOTHING, OK, USAGE
from ceasetimeline.commands.terminal import note
from ceasetimeline.errors import CeasetimelineError, FormatError


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code of one command; every error is one line that names the way out."""
    try:
        asked = make_parser().parse_args(argv)
    except SystemExit as left:  # argparse has said why
        return OK if not left.code else USAGE
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.showwarning = lambda message, *_, **__: note(str(message))
            code: int = asked.run(asked)
            sys.stdout.flush()
            return code
    except CeasetimelineError as fault:
        note(f"error: {fault}")
        return NOTHING if isinstance(fault, FormatError) else USAGE
    except KeyboardInterrupt:
        note("stopped")
        return INTERRUPTED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - what read the data has gone
        return OK


if __name__ == "__main__":
    sys.exit(main())
