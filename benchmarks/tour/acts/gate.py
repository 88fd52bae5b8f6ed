"""In and out: signing in, signing out, and what stands on the sign-in page."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QLineEdit, QPushButton

from benchmarks.tour import hands
from benchmarks.tour.hands import NotSeenError
from benchmarks.tour.scene import Scene

SIGN_IN_SECONDS = 40.0


def sign_in(scene: Scene, *, login: str, password: str) -> dict[str, object]:
    """Choose the officer where they are listed, else type the login; then the password and Enter."""
    gate = scene.window.gate.sign_in
    hands.until(gate.isVisible, "the sign-in page")
    listed = _officers(scene)
    begun = time.monotonic()
    if not listed:
        field = hands.find(QLineEdit, "Login name at the centre", inside=gate)
        hands.write(field, login)
    form = hands.find(QLineEdit, "Password", inside=gate)
    hands.write(form, password)
    if form.echoMode() is not QLineEdit.EchoMode.Password:
        raise NotSeenError("the password is readable on the screen")
    hands.press("Sign in", inside=gate)
    hands.until(
        lambda: not scene.window.locked() or _wrong(scene), "the desk after the sign-in", seconds=SIGN_IN_SECONDS
    )
    if scene.window.locked():
        return {"in": False, "said": _wrong(scene)}
    took = time.monotonic() - begun
    who = scene.verbs.session.current()
    assert who is not None
    return {
        "in": True,
        "seconds": took,
        "listed": listed,
        "online": who.online,
        "password_only": who.password_only,
        "officer": who.officer.name,
        "rank": who.officer.rank,
        "office": who.officer.office.name,
        "office_code": who.officer.office.code,
        "categories": sorted(who.officer.rights.categories),
        "banner": scene.window.workplace.banner.text(),
    }


def sign_out(scene: Scene) -> dict[str, object]:
    """Open the officer's menu and choose to sign out."""
    officer = hands.find(QPushButton, "Officer's menu")
    hands.from_menu(officer, "Sign out")
    hands.until(scene.window.gate.sign_in.isVisible, "the sign-in page after signing out")
    session = scene.verbs.session
    hands.until(lambda: session.current() is None and session.locked() is None, "the vault to be closed")
    return {"title": scene.window.windowTitle()}


def _officers(scene: Scene) -> list[str]:
    """Read the officers that the page lists, once it knows them."""
    session, gate = scene.verbs.session, scene.window.gate.sign_in
    wanted = len(session.known_officers()) if session.lists_officers() else 0

    def read() -> list[str]:
        return [one.accessibleName() for one in hands.seen(QPushButton, inside=gate) if one.isCheckable()]

    hands.until(lambda: len(read()) == wanted, f"{wanted} officers on the sign-in page")
    return read()


def _wrong(scene: Scene) -> str:
    """Read what the page says is wrong with the password or the line."""
    field = hands.find(QLineEdit, "Password", inside=scene.window.gate.sign_in)
    return field.accessibleDescription()
