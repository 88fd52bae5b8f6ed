"""The development certificates: good for this one centre, and their authority can sign nothing more."""

from __future__ import annotations

import ssl
import stat
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from central.tls import CERTIFICATE_FILE, KEY_FILE, make_development_certificates


def load(path: Path) -> x509.Certificate:
    """Read a certificate."""
    return x509.load_pem_x509_certificate(path.read_bytes())


def test_the_certificate_is_good_for_localhost_only(tmp_path: Path) -> None:
    """A strict verifier takes it for localhost, and for no other name."""
    authority = load(make_development_certificates(tmp_path / "tls"))
    server = load(tmp_path / "tls" / CERTIFICATE_FILE)
    policy = PolicyBuilder().store(Store([authority]))
    policy.build_server_verifier(x509.DNSName("localhost")).verify(server, [])
    with pytest.raises(VerificationError):
        policy.build_server_verifier(x509.DNSName("centre.example")).verify(server, [])
    usage = server.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(usage) == [ExtendedKeyUsageOID.SERVER_AUTH]


def test_only_the_servers_key_is_kept_and_only_for_its_owner(tmp_path: Path) -> None:
    """The authority's key was used once and is nowhere."""
    make_development_certificates(tmp_path / "tls")
    assert sorted(path.name for path in (tmp_path / "tls").iterdir()) == ["ca.pem", "server.key", "server.pem"]
    assert stat.S_IMODE((tmp_path / "tls" / KEY_FILE).stat().st_mode) == 0o600
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(tmp_path / "tls" / CERTIFICATE_FILE, tmp_path / "tls" / KEY_FILE)


def test_what_is_there_is_kept(tmp_path: Path) -> None:
    """A second init does not take away what stations trust."""
    first = make_development_certificates(tmp_path / "tls").read_bytes()
    assert make_development_certificates(tmp_path / "tls").read_bytes() == first
