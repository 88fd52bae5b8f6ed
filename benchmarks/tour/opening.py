"""Steps 1 and 2: the centre starts; an officer signs in for the first time and the copy fills."""

from __future__ import annotations

from benchmarks.tour.play import OFFICER_A, OFFICER_B, Play, check
from benchmarks.tour.report import Step

WINDOWS = 7
ALERTS = 100


def start_centre(play: Play, step: Step) -> None:
    """Start the centre with its demonstration, and set up the two PCs with their lines."""
    centre = play.centre = play.stage.open_centre()
    check(holds=centre.staged.get("alerts", 0) >= ALERTS, otherwise=f"the demonstration is too small: {centre.staged}")
    check(holds={OFFICER_A, OFFICER_B} <= set(centre.passwords), otherwise="the demonstration's officers are missing")
    for name in ("A", "B"):
        play.places[name] = play.stage.place(f"station-{name.lower()}", centre)
    real = all(place.session is not None for place in play.places.values())
    keychain = "a real keychain (Secret Service) for each PC" if real else "no keychain here: password-only mode"
    officers = len(centre.passwords)
    staged = ", ".join(f"{count} {what}" for what, count in centre.staged.items())
    step.saw(
        f"serving TLS on port {centre.port} with its own development CA; {staged}, {officers} officers; {keychain}",
        **centre.staged,
        officers=officers,
        keychain="SecretService" if real else "password-only",
    )


def first_sign_in(play: Play, step: Step) -> None:
    """Sign in online, let the first sync fill the copy, read the seven windows."""
    station = play.start("A")
    play.picture("A", "sign-in, first time")
    password = play.the_centre().passwords[OFFICER_A]
    wrong = station.ask("sign-in", login=OFFICER_A, password="not-" + password[:4])
    check(holds=not wrong["in"] and bool(wrong["said"]), otherwise="a wrong password was not refused in words")
    entered = station.ask("sign-in", login=OFFICER_A, password=password)
    check(holds=bool(entered["in"]), otherwise=f"the officer was not let in: {entered.get('said')}")
    check(holds=bool(entered["online"]), otherwise="the first sign-in was not confirmed by the centre")
    real = play.places["A"].session is not None
    check(holds=entered["password_only"] is not real, otherwise="the vault's mode is not the keychain's")
    check(holds=real or "keychain" in entered["banner"].lower(), otherwise="password-only mode is not warned of")
    synced = station.ask("synced")
    seen = station.ask("dashboard", alerts=ALERTS)
    named = [window["name"].split(",")[0] for window in seen["windows"]]
    check(holds=len(set(named)) == WINDOWS, otherwise=f"the dashboard shows {len(set(named))} windows: {named}")
    play.names.append(entered["officer"])
    play.fir = station.ask("own-fir")
    play.texts += station.ask("texts")["texts"]
    play.picture("A", "dashboard")
    carried = play.places["A"].relay.carried()
    counts = ", ".join(window["counts"].split(" of ")[1] for window in seen["windows"])
    step.saw(
        f"window up in {station.start_seconds:.1f} s; {entered['rank']} of {entered['office']} let in by the centre in "
        f"{entered['seconds']:.1f} s, the PC enrolled, the vault made; first sync: {synced['head']} changes, "
        f"{carried.down / 1000:.0f} kB; seven windows with {counts} alerts; “{seen['status']}”",
        start_seconds=round(station.start_seconds, 2),
        sign_in_seconds=round(entered["seconds"], 2),
        changes=synced["head"],
        bytes_down=carried.down,
        bytes_up=carried.up,
        windows={window["name"].split(",")[0]: window["counts"] for window in seen["windows"]},
        wrong_password_said=wrong["said"],
    )
    play.report.goal("start to the window", goal=3.0, value=station.start_seconds, unit="s")
