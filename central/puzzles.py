"""What is asked of whoever typed wrong passwords: to read a picture, or to reckon a question in words.

Each is drawn for one login, is good for one answer and for five minutes. A question in words is for those who cannot
read the picture; a program answers it easily, so only a few of them are given to a login at a time.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from datetime import timedelta

from central import drawing, passwords
from central.errors import Refused
from central.floods import Buckets, too_many
from central.request import address, counted_as, is_here
from central.rights import is_name, plain_login
from central.store.door import Pending
from central.store.unit import Store, Unit
from station_client.clock import Clock
from sync.protocol.codes import Code
from sync.protocol.door import Challenge, ChallengeAsk

GOOD_FOR = timedelta(minutes=5)
MOST_OF_ONE = 20
MOST_IN_WORDS = 3
MOST_OF_ALL = 20_000
MOST_OF_ADDRESS = 400
"""So many in the time that one is good for, of each process: a district's stations may come from one address."""
RETRY = 60
_NUMBERS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
    "hi": "शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस",
}
_SENTENCES = {
    "en": "How much is {first} and {second}, less {third}?",
    "hi": "{first} और {second} जोड़कर {third} घटाने पर कितना बचता है?",
}


class Puzzles:
    """Draws pictures and questions, and judges answers."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Remember in ``store`` what was drawn: any process of the centre may be given the answer."""
        self._store = store
        self._clock = clock
        self._drawn = Buckets(MOST_OF_ADDRESS / GOOD_FOR.total_seconds(), MOST_OF_ADDRESS)

    def draw(self, ask: ChallengeAsk) -> Challenge:
        """Draw a picture, or word a question, for a login; whether anybody has that login is not told."""
        login, now = plain_login(ask.login), self._clock.now()
        if not is_name(login):
            raise Refused(Code.NOT_UNDERSTOOD, "a login of 1 to 64 signs is needed")
        self._bear()
        question, answer = worded(ask.language) if ask.in_words else ("", drawing.signs())
        challenge = passwords.new_token()
        made = Pending(challenge, login, answer_hash(challenge, answer), ask.in_words, now + GOOD_FOR)
        with self._store.write() as unit:
            unit.challenges.sweep(now)
            most = MOST_IN_WORDS if ask.in_words else MOST_OF_ONE
            if (
                unit.challenges.waiting(login, in_words=ask.in_words) >= most
                or unit.challenges.waiting() >= MOST_OF_ALL
            ):
                raise Refused(Code.BUSY, "too many pictures or questions wait for an answer", RETRY)
            unit.challenges.put(made)
        told = Challenge(challenge=challenge, seconds=int(GOOD_FOR.total_seconds()), question=question)
        if ask.in_words:
            return told
        drawn = drawing.draw(answer)
        return Challenge(
            challenge=challenge, seconds=told.seconds, width=drawn.width, height=drawn.height, dots=drawn.dots
        )

    def _bear(self) -> None:
        """Refuse an address that has too many drawn: whatever logins it invents, others must still get theirs."""
        here = address.get()
        wait = 0.0 if is_here(here) else self._drawn.wait(counted_as(here), self._clock.monotonic())
        if wait:
            raise too_many("pictures for one address", wait)

    def passed(self, unit: Unit, login: str, challenge: str, answer: str) -> Pending | None:
        """Take a challenge; give it where the answer is the one that was drawn, for this login, in time."""
        pending = unit.challenges.take(challenge) if challenge else None
        if pending is None or pending.login != login or pending.until <= self._clock.now():
            return None
        return pending if hmac.compare_digest(answer_hash(challenge, answer), pending.answer_hash) else None


def worded(language: str) -> tuple[str, str]:
    """Make a question in words, and its answer in digits."""
    numbers = _NUMBERS.get(language, _NUMBERS["en"]).split()
    first, second = 11 + secrets.randbelow(10), 3 + secrets.randbelow(7)
    third = 1 + secrets.randbelow(9)
    sentence = _SENTENCES.get(language, _SENTENCES["en"])
    said = sentence.format(first=numbers[first], second=numbers[second], third=numbers[third])
    return said[0].upper() + said[1:], str(first + second - third)


def answer_hash(challenge: str, answer: str) -> str:
    """Give what is kept of an answer; blanks, case and the script of digits do not matter."""
    plain = "".join(_plain(char) for char in unicodedata.normalize("NFKC", answer[:64]).upper() if not char.isspace())
    return hashlib.sha256(f"{challenge}|{plain}".encode(errors="replace")).hexdigest()


def _plain(char: str) -> str:
    return str(unicodedata.digit(char)) if char.isdigit() else char
