"""The program's front door: ``station-client``, ``python -m station_client`` and the frozen program."""

from __future__ import annotations

import sys

from station_client.inspection import child, leaf


def main() -> int:
    """Run what the arguments ask for and give the exit code (docs/command-line.md)."""
    if sys.argv[1:] == [child.COMMAND]:
        return child.main()  # the inspection's own process: it loads nothing of the rest
    if sys.argv[1:] == [leaf.COMMAND]:
        return leaf.main()  # the same, for a page that is looked at
    from station_client.store import scribing  # noqa: PLC0415 after the questions above: it loads more

    if sys.argv[1:] == [scribing.COMMAND]:
        return scribing.main()  # a process for the words of a large page of alerts
    from station_client import app  # noqa: PLC0415 as above

    return app.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
