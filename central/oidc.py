"""A State's identity provider (OpenID Connect), ICJS among them: the password is its matter, the answer is signed.

Door to PyJWT. The officer types the password at the station as always, because it opens the vault there with no line;
the centre hands it to the provider (password grant) and takes nothing but an ID token that stands in every point.
"""

from __future__ import annotations

import base64
import http.client
import json
import logging
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from threading import BoundedSemaphore, Lock, Timer
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import jwt

from central import passwords
from central.errors import Refused, SetupError
from central.identity import Person
from central.settings import Settings
from station_client.clock import Clock
from sync.protocol.codes import Code

PATIENCE = 10.0
ANSWER_MOST = 256 * 1024
AT_ONCE = 8  # a provider that hangs must not take all the centre's threads
RETRY = 30
KEPT_SECONDS = 3600.0
ASKED_AGAIN_SECONDS = 60.0
LEEWAY_SECONDS = 60
GRANTED, NOT_LET_IN = 200, frozenset({400, 401})
ALGORITHMS = ("RS256", "PS256", "ES256")
NEEDED = ("iss", "aud", "exp", "iat", "sub")
_log = logging.getLogger("central.oidc")


class Unreached(Exception):  # noqa: N818 a state of the line to the provider, turned into a refusal at once
    """The provider did not answer, or not as one does."""


class OidcProvider:
    """One provider. Its configuration and keys are fetched over TLS and kept for an hour."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        """Ask nothing yet. Raises ``SetupError`` where the settings cannot be."""
        if urlsplit(settings.oidc_issuer).scheme != "https" or not settings.oidc_client_id:
            raise SetupError("oidc_issuer is an https address, and oidc_client_id is needed with it")
        self._settings = settings
        self._clock = clock
        try:
            self._tls = ssl.create_default_context(cafile=settings.oidc_ca_file or None)
        except OSError as wrong:
            raise SetupError(f"oidc_ca_file cannot be read: {wrong.strerror}") from wrong
        self._gate, self._turn = BoundedSemaphore(AT_ONCE), Lock()
        self._known: dict[str, Any] = {}
        self._keys: dict[str, jwt.PyJWK] = {}
        self._known_at = self._keys_at = float("-inf")

    def prove(self, login: str, password: str, kept: str | None) -> Person | None:
        """Ask the provider; who it is stands in a token that it signed for this centre, now."""
        del kept
        if not self._gate.acquire(blocking=False):  # whoever waits here takes a thread from all who ask something else
            raise Refused(Code.BUSY, "the identity provider has too many questions", RETRY)
        try:
            return self._proved(login, password, self._clock.monotonic() + PATIENCE)
        except Unreached as wrong:
            _log.warning("identity provider: %s", wrong)
            raise Refused(Code.BUSY, "the identity provider cannot be asked now", RETRY) from wrong
        finally:
            self._gate.release()

    def _proved(self, login: str, password: str, until: float) -> Person | None:
        nonce = passwords.new_token()
        token = self._token(login, password, nonce, until)
        if token is None:
            return None
        claims = self._claims(token, nonce, until)
        if str(claims.get(self._settings.oidc_login_claim, "")).strip().lower() != login:
            raise Unreached("it named somebody else")
        return person_of(claims, self._settings)

    def _token(self, login: str, password: str, nonce: str, until: float) -> str | None:
        """Ask for an ID token; None where the provider says that the password is wrong."""
        settings = self._settings
        form = {"grant_type": "password", "scope": "openid profile", "nonce": nonce}
        form |= {"username": login, "password": password, "client_id": settings.oidc_client_id}
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if settings.oidc_client_secret:
            pair = f"{quote(settings.oidc_client_id, safe='')}:{quote(settings.oidc_client_secret, safe='')}"
            headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        status, answer = self._ask("POST", str(self._about("token_endpoint", until)), until, urlencode(form), headers)
        if status in NOT_LET_IN and answer.get("error") == "invalid_grant":
            return None
        if status != GRANTED or not isinstance(answer.get("id_token"), str):
            raise Unreached(f"status {status} for a token, error {str(answer.get('error', ''))[:40]!r}")
        return str(answer["id_token"])

    def _claims(self, token: str, nonce: str, until: float) -> dict[str, Any]:
        """Hold an ID token against issuer, audience, time, key and nonce."""
        issuer, client = self._settings.oidc_issuer, self._settings.oidc_client_id
        try:
            head = jwt.get_unverified_header(token)
            key = self._key(str(head.get("kid", "")), until)
            claims: dict[str, Any] = jwt.decode(
                token,
                key.key,
                algorithms=[key.algorithm_name] if key.algorithm_name in ALGORITHMS else [],
                issuer=issuer,
                audience=client,
                options={"require": list(NEEDED), "verify_exp": False, "verify_iat": False, "verify_nbf": False},
            )
        except jwt.PyJWTError as wrong:
            raise Unreached(f"its token does not stand: {type(wrong).__name__}") from wrong
        why = problem_of(claims, nonce, client, self._clock.now().timestamp())
        if why:
            raise Unreached(f"its token does not stand: {why}")
        return claims

    def _key(self, kid: str, until: float) -> jwt.PyJWK:
        """Give one of the provider's keys; an unknown one has them fetched again, once a minute at the most."""
        if not self._turn.acquire(timeout=max(until - self._clock.monotonic(), 0.0)):
            raise Unreached("somebody else waits for its keys")
        try:
            now = self._clock.monotonic()
            age = now - self._keys_at
            if age > KEPT_SECONDS or (kid not in self._keys and age > ASKED_AGAIN_SECONDS):
                status, answer = self._ask("GET", str(self._about("jwks_uri", until)), until)
                if status != GRANTED or not isinstance(answer.get("keys"), list):
                    raise Unreached(f"status {status} for its keys")
                self._keys = {key.key_id or "": key for key in jwt.PyJWKSet.from_dict(answer).keys}
                self._keys_at = now
            if kid not in self._keys:
                raise Unreached("a token with a key that it does not publish")
            return self._keys[kid]
        finally:
            self._turn.release()

    def _about(self, name: str, until: float) -> object:
        """Give an address of the provider's own configuration, held against the issuer that State IT set."""
        issuer = self._settings.oidc_issuer
        if self._clock.monotonic() - self._known_at > KEPT_SECONDS:
            status, answer = self._ask("GET", issuer.rstrip("/") + "/.well-known/openid-configuration", until)
            if status != GRANTED or answer.get("issuer") != issuer:
                raise Unreached(f"status {status} for its configuration, or that of another issuer")
            self._known, self._known_at = answer, self._clock.monotonic()
        return self._known.get(name, "")

    def _ask(
        self, method: str, url: str, until: float, body: str | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[int, dict[str, Any]]:
        """Ask once, over TLS alone; no redirect is followed and no proxy taken from the environment.

        ``until`` ends it, however slowly the answer drips: that is one deadline for all that a sign-in asks.
        """
        place = urlsplit(url)
        if place.scheme != "https" or not place.hostname:
            raise Unreached("an address that is not https")
        left = until - self._clock.monotonic()
        if left <= 0:
            raise Unreached("it took too long")
        line = http.client.HTTPSConnection(place.hostname, place.port, timeout=left, context=self._tls)
        bell: Timer | None = None
        try:
            line.connect()
            bell = Timer(left, _cut, (line.sock,))  # the line lets go of it before an answer without a length is read
            bell.daemon = True
            bell.start()
            path = (place.path or "/") + (f"?{place.query}" if place.query else "")
            line.request(method, path, body=body, headers={"Accept": "application/json"} | dict(headers or {}))
            with line.getresponse() as response:
                read = response.read(ANSWER_MOST + 1)
                answer = json.loads(read) if len(read) <= ANSWER_MOST else None
        except (OSError, http.client.HTTPException, ValueError, RecursionError) as wrong:
            raise Unreached(type(wrong).__name__) from wrong
        finally:
            if bell is not None:
                bell.cancel()
            line.close()
        return response.status, answer if isinstance(answer, dict) else {}


def _cut(line: socket.socket) -> None:
    """End whatever is read or written on a line at this moment."""
    with suppress(OSError):
        socket.socket.shutdown(line, socket.SHUT_RDWR)  # TLS's own would take its state away from whoever reads


def problem_of(claims: Mapping[str, Any], nonce: str, client: str, now: float) -> str:
    """Say what is wrong with a token whose signature, issuer and audience stand; empty for nothing."""
    until, made = claims.get("exp"), claims.get("iat")
    if not isinstance(until, int | float) or not isinstance(made, int | float):
        return "times that are no numbers"
    if until + LEEWAY_SECONDS <= now:
        return "it is over"
    if abs(now - made) > PATIENCE + LEEWAY_SECONDS:
        return "it was not made for this question"
    if claims.get("nonce", nonce) != nonce:
        return "another question's nonce"
    several = isinstance(claims.get("aud"), list) and len(claims["aud"]) > 1
    return "made for another client" if claims.get("azp", None if several else client) != client else ""


def person_of(claims: Mapping[str, Any], settings: Settings) -> Person:
    """Read name, rank and office out of the claims that State IT named; what is no text says nothing."""
    named = (settings.oidc_name_claim, settings.oidc_rank_claim, settings.oidc_office_claim)
    said = [claims.get(name) if name else None for name in named]
    return Person(*(one.strip() if isinstance(one, str) and one.isprintable() else "" for one in said))
