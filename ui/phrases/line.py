"""The words for what the line does wrong: each kind apart, for each has a next step of its own."""

from __future__ import annotations

from typing import Final

from ui.phrases.mark import QT_TRANSLATE_NOOP, Phrase

_WAITS_HERE: Final = QT_TRANSLATE_NOOP("phrases", "Nothing is lost: everything waits on this PC.")
_BY_ITSELF: Final = QT_TRANSLATE_NOOP("phrases", "The program tries again by itself.")
_CABLE: Final = QT_TRANSLATE_NOOP("phrases", "Check the cable or the VPN. The program tries again by itself.")
_TELL_IT_CERTIFICATE: Final = QT_TRANSLATE_NOOP("phrases", "Tell State IT these words.")

_NO_LINE: Final[dict[str, Phrase]] = {
    "line": Phrase(QT_TRANSLATE_NOOP("phrases", "The centre was not reached."), _WAITS_HERE, _BY_ITSELF),
    "centre-unreachable": Phrase(QT_TRANSLATE_NOOP("phrases", "There is no line to the centre."), _WAITS_HERE, _CABLE),
    "name-not-found": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre's name was not found in the network."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "Start the VPN, or check the cable. The program tries again by itself."),
    ),
    "no-route": Phrase(QT_TRANSLATE_NOOP("phrases", "This PC has no network now."), _WAITS_HERE, _CABLE),
    "name-unknown": Phrase(
        QT_TRANSLATE_NOOP("phrases", "This PC is on a network, but nobody there knows the centre's name."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP(
            "phrases", "Start the VPN if it is off. If it is on, tell State IT: the centre's name is not found."
        ),
    ),
    "no-network": Phrase(
        QT_TRANSLATE_NOOP("phrases", "No network cable is plugged into this PC, and no Wi-Fi is on."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "Plug the cable in at both ends, or switch Wi-Fi on; then try again."),
    ),
    "no-address": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The cable or Wi-Fi is on, but the network gives this PC no address."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP(
            "phrases", "Switch the modem off and on; if it goes on, tell whoever looks after the station's network."
        ),
    ),
    "no-way": Phrase(
        QT_TRANSLATE_NOOP("phrases", "This PC is on a network, but no way leads from it to the centre."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "Start the VPN. If it does not start, check the cable and the modem."),
    ),
    "no-answer": Phrase(
        QT_TRANSLATE_NOOP("phrases", "A way to the centre is there, but nothing comes back from it."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP(
            "phrases",
            "Start the VPN if it is off. If it is on, the State's network or the centre is down, which this PC cannot "
            "tell apart: tell State IT.",
        ),
    ),
    "connection-refused": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre's machine is there, but takes no connection."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "The program tries again by itself; if it goes on, tell State IT."),
    ),
    "proxy-refused": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The State's proxy did not let the connection through."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "Tell State IT: the proxy refuses, or its address is wrong."),
    ),
    "no-line-in-training": Phrase(
        QT_TRANSLATE_NOOP("phrases", "A training has no line to the centre."),
        QT_TRANSLATE_NOOP("phrases", "Nothing is wrong with this PC, and nothing leaves it."),
        QT_TRANSLATE_NOOP("phrases", "What needs the centre is done in the program itself, not in a training."),
    ),
    "line-stalled": Phrase(QT_TRANSLATE_NOOP("phrases", "The line went quiet."), _WAITS_HERE, _BY_ITSELF),
    "line-cut": Phrase(QT_TRANSLATE_NOOP("phrases", "The line was cut in the middle."), _WAITS_HERE, _BY_ITSELF),
    "centre-fault": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre was reached but could not do it now."), _WAITS_HERE, _BY_ITSELF
    ),
    "centre-full": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre has no room now."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "The program tries again by itself; if it goes on, tell State IT."),
    ),
}

_STRANGER: Final[dict[str, Phrase]] = {
    "certificate-not-trusted": Phrase(
        QT_TRANSLATE_NOOP("phrases", "Who answered could not prove to be the centre, so nothing was sent."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "Check this PC's date and time, then tell State IT: certificate not trusted."),
    ),
    "certificate-wrong-name": Phrase(
        QT_TRANSLATE_NOOP("phrases", "Who answered has a certificate of another name, so nothing was sent."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "Log in to this network or start the VPN; if it goes on, tell State IT."),
    ),
    "certificate-expired": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre's certificate has run out, so nothing was sent."),
        _WAITS_HERE,
        _TELL_IT_CERTIFICATE,
    ),
    "certificate-not-yet": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre's certificate is not good yet, so nothing was sent."),
        _WAITS_HERE,
        _TELL_IT_CERTIFICATE,
    ),
    "certificate-clock": Phrase(
        QT_TRANSLATE_NOOP(
            "phrases", "This PC's clock is wrong by {minutes} min, so the centre's certificate cannot be checked."
        ),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "Set the date and time of this PC, then try again."),
    ),
    "certificate-self-signed": Phrase(
        QT_TRANSLATE_NOOP("phrases", "Who answered vouches only for itself, so nothing was sent."),
        _WAITS_HERE,
        _TELL_IT_CERTIFICATE,
    ),
    "certificate-other-authority": Phrase(
        QT_TRANSLATE_NOOP("phrases", "Who answered has a certificate of another authority, so nothing was sent."),
        _WAITS_HERE,
        _TELL_IT_CERTIFICATE,
    ),
    "certificate-not-pinned": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre's key is not one of those that State IT named; nothing was sent."),
        _WAITS_HERE,
        _TELL_IT_CERTIFICATE,
    ),
    "tls-stripped": Phrase(
        QT_TRANSLATE_NOOP("phrases", "Who answered speaks without encryption, so nothing was sent."),
        _WAITS_HERE,
        _TELL_IT_CERTIFICATE,
    ),
    "tls-too-old": Phrase(
        QT_TRANSLATE_NOOP("phrases", "Who answered offers only old encryption, so nothing was sent."),
        _WAITS_HERE,
        _TELL_IT_CERTIFICATE,
    ),
    "not-the-centre": Phrase(
        QT_TRANSLATE_NOOP(
            "phrases", "Something answered that is not the centre, perhaps a log-in page of the network."
        ),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "Check the VPN, then tell State IT."),
    ),
    "captive-portal": Phrase(
        QT_TRANSLATE_NOOP("phrases", "A log-in page of the network answered in the centre's place."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "Log in to this network in a browser, or start the VPN."),
    ),
    "redirect-refused": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre's address pointed elsewhere, so nobody followed it."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "Tell State IT: the centre's address in the settings redirects."),
    ),
    "foreign-answer": Phrase(
        QT_TRANSLATE_NOOP("phrases", "An answer came that belongs to another question, so it was not used."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "The program tries again by itself; if it goes on, tell State IT."),
    ),
}

LINE: Final[dict[str, Phrase]] = _NO_LINE | _STRANGER
