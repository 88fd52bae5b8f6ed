"""What the centre asks beside a password: a picture after wrong ones, a code of an officer who has them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pyotp
import pytest

from central import one_time, request
from central.errors import Refused
from central.puzzles import MOST_OF_ADDRESS, answer_hash, worded
from central.store.officers import Failures
from central.tries import FREE_TRIES, Proof
from sync.protocol.codes import Code
from sync.protocol.door import Challenge, ChallengeAsk, is_sound
from sync.protocol.messages import Grant, SignIn
from tests.support.centre import PASSWORD, SHO_A, SI_A, SI_B, HandClock, SmallCentre, small_centre

WRONG = "not the password"


@pytest.fixture
def small(tmp_path: Path, clock: HandClock, database_url: str) -> Iterator[SmallCentre]:
    """Give a centre that asks for a picture after three wrong passwords, on each kind of database."""
    with small_centre(tmp_path / "centre", clock, database_url=database_url, captcha_after=3) as made:
        yield made


def sign_in(small: SmallCentre, login: str = SI_A, password: str = PASSWORD, **proof: str) -> Grant:
    """Try to come in, with what is said beside the password."""
    ask = SignIn(login=login, password=password, machine_id="machine-a", machine_name="PC", program_version="0")
    return small.centre.sign_in(msgspec.structs.replace(ask, **proof))


def refused(small: SmallCentre, login: str = SI_A, password: str = WRONG, **proof: str) -> Code:
    """Try where it must fail, and give the refusal's code."""
    with pytest.raises(Refused) as no:
        sign_in(small, login, password, **proof)
    return no.value.code


def drawn(
    small: SmallCentre, monkeypatch: pytest.MonkeyPatch, login: str = SI_A, answer: str = "V4MRX"
) -> dict[str, str]:
    """Have a picture drawn that shows ``answer``, and give what reads it."""
    monkeypatch.setattr("central.drawing.signs", lambda: answer)
    return {"challenge": small.centre.challenge(ChallengeAsk(login=login)).challenge, "answer": answer}


def failed_thrice(small: SmallCentre) -> None:
    """Type three wrong passwords."""
    assert [refused(small) for _ in range(3)] == [Code.WRONG_PASSWORD] * 3


def test_after_three_wrong_passwords_a_picture_is_read(small: SmallCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it not even the right password is looked at, and that counts as no try; other officers are not asked."""
    failed_thrice(small)
    assert [refused(small, password=PASSWORD) for _ in range(4)] == [Code.CHALLENGE] * 4
    sign_in(small, SHO_A)
    assert sign_in(small, **drawn(small, monkeypatch)).officer.login == SI_A
    assert refused(small) == Code.WRONG_PASSWORD
    assert "picture-wanted" in small.acts()


def test_a_picture_is_good_for_one_answer(small: SmallCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    """Right or wrong, the next try needs another; a wrong answer says so before the password is looked at."""
    failed_thrice(small)
    read = drawn(small, monkeypatch)
    assert refused(small, **read) == Code.WRONG_PASSWORD
    assert refused(small, password=PASSWORD, **read) == Code.CHALLENGE
    mistyped = drawn(small, monkeypatch) | {"answer": "AAAAA"}
    assert refused(small, password=PASSWORD, **mistyped) == Code.CHALLENGE
    assert refused(small, password=PASSWORD, **mistyped | {"answer": "V4MRX"}) == Code.CHALLENGE
    assert "picture-wrong" in small.acts()


def test_a_picture_is_one_logins_and_ends(
    small: SmallCentre, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read for another login, or after five minutes, it is worth nothing."""
    failed_thrice(small)
    assert refused(small, password=PASSWORD, **drawn(small, monkeypatch, SHO_A)) == Code.CHALLENGE
    read = drawn(small, monkeypatch)
    clock.forward(minutes=5)
    assert refused(small, password=PASSWORD, **read) == Code.CHALLENGE


def test_an_unknown_login_is_asked_the_same(small: SmallCentre) -> None:
    """Who has an account cannot be found out by the picture either."""
    assert [refused(small, "nobody") for _ in range(4)] == [Code.WRONG_PASSWORD] * 3 + [Code.CHALLENGE]
    assert is_sound(small.centre.challenge(ChallengeAsk(login="nobody")))


def test_an_address_of_many_failures_reads_pictures(tmp_path: Path, clock: HandClock) -> None:
    """Whatever login it tries; elsewhere, and a quarter of an hour later, nobody is asked."""
    with small_centre(tmp_path / "centre", clock, captcha_after=0, captcha_after_address=4) as small:
        marked = request.address.set("203.0.113.7")
        assert [refused(small, f"guess-{n}") for n in range(4)] == [Code.WRONG_PASSWORD] * 4
        assert refused(small, password=PASSWORD) == Code.CHALLENGE
        request.address.reset(marked)
        sign_in(small)
        marked = request.address.set("203.0.113.7")
        clock.forward(minutes=16)
        sign_in(small)
        request.address.reset(marked)


def test_invented_logins_take_no_pictures_from_others(small: SmallCentre, clock: HandClock) -> None:
    """An address gets so many in a while, whatever logins it names; another address gets its own, and time heals."""
    puzzles = small.house.accounts.tries.puzzles
    token = request.address.set("203.0.113.7")
    try:
        for at in range(MOST_OF_ADDRESS):
            puzzles.draw(ChallengeAsk(login=f"nobody{at}", in_words=True))
        with pytest.raises(Refused) as no:
            puzzles.draw(ChallengeAsk(login="nobody"))
        assert (no.value.code, no.value.retry_after) == (Code.BUSY, 1)
        request.address.set("203.0.113.8")
        puzzles.draw(ChallengeAsk(login=SI_A))
        clock.forward(seconds=no.value.retry_after)
        request.address.set("203.0.113.7")
        puzzles.draw(ChallengeAsk(login=SI_A))
    finally:
        request.address.reset(token)


def test_a_question_in_words_does_as_well(small: SmallCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    """For who cannot read the picture: English or Hindi, digits of either script; only three wait at a time."""
    failed_thrice(small)
    monkeypatch.setattr("central.puzzles.worded", lambda _language: ("Two and two?", "4"))
    asks = [ChallengeAsk(login=SI_A, in_words=True, language="hi") for _ in range(4)]
    given = [small.centre.challenge(one) for one in asks[:3]]
    with pytest.raises(Refused) as no:
        small.centre.challenge(asks[3])
    assert (no.value.code, no.value.retry_after) == (Code.BUSY, 60)
    assert not given[0].dots
    sign_in(small, challenge=given[0].challenge, answer=" ४ ")


@pytest.mark.parametrize(("language", "word"), [("en", "How much"), ("hi", "कितना"), ("xx", "How much")])
def test_a_question_can_be_answered(language: str, word: str) -> None:
    """In the officer's language, or in English; the answer is a small whole number."""
    for _ in range(50):
        question, answer = worded(language)
        assert word in question
        assert 5 <= int(answer) <= 28


def test_an_answer_is_kept_whatever_its_case() -> None:
    """Blanks and case do not matter; another challenge does."""
    assert answer_hash("c", " v4 mrx") == answer_hash("c", "V4MRX")
    assert answer_hash("c", "V4MRX") != answer_hash("d", "V4MRX")


def test_a_picture_is_small_and_has_ink(small: SmallCentre) -> None:
    """Under three kilobytes, and neither empty nor full; two are never the same."""
    one, other = (small.centre.challenge(ChallengeAsk(login=SI_A)) for _ in range(2))
    assert is_sound(one)
    assert len(one.dots) < 3000
    ink = sum(byte.bit_count() for byte in one.dots) / (one.width * one.height)
    assert 0.02 < ink < 0.5
    assert one.dots != other.dots


@pytest.mark.parametrize(("width", "height", "dots"), [(0, 0, b""), (9, 1, b"x"), (1024, 1024, b"x"), (8, 0, b"")])
def test_a_picture_of_another_size_than_it_says_is_none(width: int, height: int, dots: bytes) -> None:
    """A station paints only as many dots as there are."""
    assert not is_sound(Challenge(challenge="c", seconds=1, width=width, height=height, dots=dots))


def with_codes(small: SmallCentre, login: str = SI_A) -> pyotp.TOTP:
    """Give an officer one-time codes."""
    secret = one_time.new_secret()
    with small.house.store.write() as unit:
        unit.one_time_codes.put(login, secret, small.house.clock.now())
    return pyotp.TOTP(secret)


def test_who_has_codes_signs_in_with_one(small: SmallCentre, clock: HandClock) -> None:
    """It is asked for once the password is right, which is no failed try; nobody else is asked."""
    codes = with_codes(small)
    assert [refused(small, password=PASSWORD) for _ in range(6)] == [Code.ONE_TIME_CODE] * 6
    assert sign_in(small, code=codes.at(clock.now())).officer.login == SI_A
    sign_in(small, SHO_A)


def test_a_code_counts_once(small: SmallCentre, clock: HandClock) -> None:
    """Neither it nor an earlier one is taken again, though its half minute is not over."""
    codes = with_codes(small)
    used, before = codes.at(clock.now()), codes.at(clock.now() - timedelta(seconds=30))
    sign_in(small, code=used)
    assert refused(small, password=PASSWORD, code=used) == Code.ONE_TIME_CODE
    assert refused(small, password=PASSWORD, code=before) == Code.ONE_TIME_CODE
    with small.house.store.read() as unit:
        assert [one.subject for one in unit.trail.all() if one.act == "sign-in-refused"] == ["code-replayed"] * 2
    clock.forward(seconds=30)
    sign_in(small, code=codes.at(clock.now()))


@pytest.mark.parametrize(("steps", "counts"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_telephones_clock_may_be_half_a_minute_off(
    small: SmallCentre, clock: HandClock, steps: int, *, counts: bool
) -> None:
    """And no more."""
    code = with_codes(small).at(clock.now() + timedelta(seconds=30 * steps))
    if counts:
        sign_in(small, code=code)
    else:
        assert refused(small, password=PASSWORD, code=code) == Code.ONE_TIME_CODE


def test_guessed_codes_lock_out_as_guessed_passwords_do(small: SmallCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has the password alone gets five guesses, the last of them with pictures to read."""
    with_codes(small)
    for _ in range(3):
        assert refused(small, password=PASSWORD, code="000000") == Code.ONE_TIME_CODE
    assert refused(small, password=PASSWORD, code="000000") == Code.CHALLENGE
    for _ in range(2):
        assert refused(small, password=PASSWORD, code="000000", **drawn(small, monkeypatch)) == Code.ONE_TIME_CODE
    assert refused(small, password=PASSWORD, code="000000", **drawn(small, monkeypatch)) == Code.LOCKED_OUT


def test_a_picture_read_before_the_code_was_asked_for_counts_still(
    small: SmallCentre, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One picture for one sign-in: it is not read twice because the code comes second."""
    codes = with_codes(small)
    failed_thrice(small)
    read = drawn(small, monkeypatch)
    assert refused(small, password=PASSWORD, **read) == Code.ONE_TIME_CODE
    sign_in(small, code=codes.at(clock.now()), **read)
    assert refused(small, SI_B) == Code.WRONG_PASSWORD


def test_a_try_given_back_takes_no_other_with_it(tmp_path: Path, clock: HandClock, database_url: str) -> None:
    """What was counted while one could not be judged stays counted, and its wait stands; alone it leaves no wait."""
    with small_centre(tmp_path / "house", clock, database_url=database_url) as small:
        tries, store = small.house.accounts.tries, small.house.store
        slow = tries.take(SI_A, "machine-a", Proof())
        for _ in range(FREE_TRIES - 1):
            tries.take(SI_A, "machine-b", Proof())
        clock.forward(seconds=30)
        tries.take(SI_A, "machine-b", Proof())
        tries.give_back(SI_A, slow)
        with store.read() as unit:
            stands = unit.officers.failures(SI_A)
        assert stands == Failures(FREE_TRIES, clock.now() + timedelta(seconds=30))
        clock.forward(seconds=30)
        tries.give_back(SI_A, tries.take(SI_A, "machine-a", Proof()))
        with store.read() as unit:
            assert unit.officers.failures(SI_A) == Failures(FREE_TRIES)
