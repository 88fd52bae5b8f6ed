"""The station's own program, with the tour's hands on it where the tour starts it.

``--reports DESCRIPTOR`` first, then the program's own arguments. Without ``--reports`` it is the program and
nothing more: so it starts itself again to inspect a file.
"""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program as any officer's click would; give its exit code."""
    if sys.argv[1:2] != ["--reports"]:
        from station_client.__main__ import main as program  # noqa: PLC0415 an inspection loads nothing of the window

        return program()
    from benchmarks.tour.driver import drive  # noqa: PLC0415 the same

    return drive(int(sys.argv[2]), sys.argv[3:])


if __name__ == "__main__":
    sys.exit(main())
