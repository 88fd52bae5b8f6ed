"""Everything the centre can say no with, drawn once.

CentreError
├── Refused           a request cannot be granted; the wire carries its code as a ``Refusal``
├── SetupError        the folder, the database or the settings cannot be used
├── IntakeError       a file of records cannot be taken in (line, reason)
└── WritesError       what was to read only must write first; told to nobody (``central.web.bodies``)
"""

from __future__ import annotations

from sync.protocol.codes import Code


class CentreError(Exception):
    """Something a station or State IT must be told."""

    def __init__(self, detail: str = "") -> None:
        """Keep ``detail``: a line for the log, never with case data or a secret."""
        super().__init__(detail)
        self.detail = detail


class Refused(CentreError):  # noqa: N818 the wire's own word for it: the answer is a Refusal
    """A request that the centre does not grant; ``retry_after`` is 0 where trying again would not help."""

    def __init__(self, code: Code, detail: str = "", retry_after: int = 0) -> None:
        """Carry what the ``Refusal`` on the wire will say."""
        super().__init__(detail or code.value)
        self.code = code
        self.retry_after = retry_after


class SetupError(CentreError):
    """The centre cannot be set up or started as asked."""


class IntakeError(CentreError):
    """A file of records cannot be taken in; nothing of it was."""

    def __init__(self, line: int, detail: str) -> None:
        """Name the ``line`` of the file, from 1; 0 means the file as a whole."""
        super().__init__(f"line {line}: {detail}" if line else detail)
        self.line = line


class WritesError(CentreError):
    """A verb that was to read only has something to write first; nothing was done yet."""
