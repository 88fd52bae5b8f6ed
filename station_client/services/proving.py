"""What the centre wants beside a password: a picture that is fetched to be read, or a question in words."""

from __future__ import annotations

from station_client.ports import Puzzle, SignInDoor
from station_client.services.threshold import as_login


class Proving:
    """Fetches what is to be read; the answer goes with the next sign-in (``ports.Proof``)."""

    def __init__(self, centre: SignInDoor) -> None:
        """Ask at the centre's door."""
        self._centre = centre

    def puzzle(self, login: str, *, in_words: bool, language: str) -> Puzzle:
        """Get a picture for a login's next try, or a question.

        Raises ``LineError``, ``RefusalError``, ``AnswerError``.
        """
        return self._centre.puzzle(login=as_login(login), in_words=in_words, language=language)
