"""The other process of ``sandbox``: reads one file from its input, writes the verdict to its output.

It gives up its right to much memory and time before it looks at the first byte.
"""

from __future__ import annotations

import json
import os
import sys

from station_client.domain.attachment import Limits
from station_client.inspection.examine import examine

COMMAND = "inspect-file"
MEMORY_BYTES = 1536 * 1024 * 1024
CPU_SECONDS = 20


def main() -> int:
    """Inspect the file on standard input; give the process's exit code."""
    give_up_resources()
    source, answer = sys.stdin.buffer, os.dup(sys.stdout.fileno())
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # a library's chatter is no answer
    head = json.loads(source.readline())
    limits = Limits(files=1, bytes_per_file=int(head["limit"]))
    found = examine(str(head["name"]), source.read(limits.bytes_per_file + 1), limits)
    verdict = {"verdict": found.verdict, "kind": found.kind, "reasons": found.reasons}
    os.write(answer, json.dumps(verdict).encode())
    return 0


def give_up_resources() -> None:
    """Let this process take no more than a look needs, and write nothing to the disk."""
    if sys.platform == "win32":
        return  # there the time limit of the parent holds alone
    import resource  # noqa: PLC0415 exists on POSIX only

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash leaves no copy of the file on disk
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
