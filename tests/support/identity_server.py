"""A State's identity provider in a process of its own: OpenID Connect over TLS, with a key of its own making.

``python identity_server.py FOLDER`` serves on a free port with ``server.pem`` and ``server.key`` of FOLDER and writes
the port to ``FOLDER/port``. It knows one officer. ``POST /lie`` makes it lie from then on, as its JSON says: claims of
its tokens to replace (null takes one out), ``sign-with`` another key, ``status`` of its answers, or it ``hangs`` or
``drips`` until it is truthful again.
"""

from __future__ import annotations

import base64
import json
import ssl
import sys
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import parse_qs

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "cri-mac-centre", "a secret of the two"
LOGIN, PASSWORD = "asharma", "the password at the provider"


class Provider:
    """Keys, the officer, and the lies of the moment."""

    def __init__(self, issuer: str) -> None:
        """Make a key; begin truthful."""
        self.issuer = issuer
        self.keys = {"first": rsa.generate_private_key(public_exponent=65537, key_size=2048)}
        self.stranger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.lies: dict[str, Any] = {}
        self.asked: list[str] = []
        self.truthful = Event()

    def published(self) -> dict[str, Any]:
        """Give the keys as a set."""
        algorithm = jwt.algorithms.RSAAlgorithm
        return {
            "keys": [
                algorithm.to_jwk(key.public_key(), as_dict=True) | {"kid": name, "use": "sig", "alg": "RS256"}
                for name, key in self.keys.items()
            ]
        }

    def token(self, nonce: str) -> str:
        """Sign an ID token for the officer."""
        now = int(time.time())
        claims: dict[str, Any] = {"iss": self.issuer, "aud": CLIENT, "sub": "officer-1", "iat": now, "exp": now + 300}
        claims |= {"nonce": nonce, "preferred_username": LOGIN, "name": "Anil Kumar Sharma", "rank": "Inspector"}
        claims = {key: value for key, value in (claims | self.lies.get("claims", {})).items() if value is not None}
        kid = list(self.keys)[-1]
        if self.lies.get("sign-with") == "nothing":
            return jwt.encode(claims, "", algorithm="none", headers={"kid": kid})
        if self.lies.get("sign-with") == "public":
            spoken = json.dumps(self.published()["keys"][-1])
            return jwt.encode(claims, spoken, algorithm="HS256", headers={"kid": kid})
        key = self.stranger if self.lies.get("sign-with") == "stranger" else self.keys[kid]
        return jwt.encode(claims, key, algorithm="RS256", headers={"kid": kid})


class Handler(BaseHTTPRequestHandler):
    """One question."""

    provider: Provider

    def do_GET(self) -> None:
        """Give the configuration or the keys."""
        self.provider.asked.append(self.path)
        base = self.provider.issuer
        if self.path == "/realm/.well-known/openid-configuration":
            about = {"issuer": base, "token_endpoint": f"{base}/token", "jwks_uri": f"{base}/keys"}
            self._say(200, about | self.provider.lies.get("about", {}))
        elif self.path == "/realm/keys":
            self._say(200, self.provider.published())
        elif self.path == "/asked":
            self._say(200, {"asked": self.provider.asked})
        else:
            self._say(404, {})

    def do_POST(self) -> None:
        """Give a token, lie, or make a new key."""
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        self.provider.asked.append(self.path)
        if self.path == "/lie":
            self.provider.lies = json.loads(body)
            self.provider.truthful.clear() if self.provider.lies else self.provider.truthful.set()
            self._say(200, {})
        elif self.path == "/new-key":
            self.provider.keys["second"] = rsa.generate_private_key(public_exponent=65537, key_size=2048)
            self._say(200, {})
        elif self.provider.lies.get("drips"):
            self._drip()
        elif "status" in self.provider.lies:
            self._say(self.provider.lies["status"], self.provider.lies.get("answer", {}))
        else:
            self._token({name: values[0] for name, values in parse_qs(body).items()})

    def _token(self, form: dict[str, str]) -> None:
        if self.provider.lies.get("hangs"):
            self.provider.truthful.wait()
        known = "Basic " + base64.b64encode(f"{CLIENT}:{SECRET.replace(' ', '%20')}".encode()).decode()
        if self.headers.get("Authorization") != known:
            self._say(401, {"error": "invalid_client"})
        elif (form.get("grant_type"), form.get("username"), form.get("password")) != ("password", LOGIN, PASSWORD):
            self._say(400, {"error": "invalid_grant"})
        else:
            self._say(
                200, {"access_token": "a", "token_type": "Bearer", "id_token": self.provider.token(form["nonce"])}
            )

    def _drip(self) -> None:
        """Begin to answer and never come to an end: a little comes again and again."""
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):
            while not self.provider.truthful.wait(0.02):
                self.wfile.write(b" ")

    def _say(self, status: int, answer: object) -> None:
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the base class's own name
        """Say nothing."""


def main(folder: Path) -> None:
    """Serve until told to stop."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port = server.server_address[1]
    Handler.provider = Provider(f"https://localhost:{port}/realm")
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(folder / "server.pem", folder / "server.key")
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    part = folder / "port.part"
    part.write_text(str(port))
    part.rename(folder / "port")
    server.serve_forever()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
