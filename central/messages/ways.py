"""Which ways out State IT has set up: carriers made of the settings."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from central.blobs import BlobFolder
from central.errors import SetupError
from central.messages.carrier import Carrier
from central.messages.gateway import Gateway, GatewayCarrier
from central.messages.postman import Postman
from central.messages.smpp import Provider, SmppCarrier
from central.messages.smtp import NO_TLS, STARTTLS, TLS, MailServer, SmtpCarrier
from central.settings import LOOPBACK, Settings
from central.store.unit import Store
from station_client.clock import Clock
from station_client.domain.message import Channel


def channels(settings: Settings) -> frozenset[str]:
    """Name the ways out that are set up."""
    found = {Channel.EMAIL} if settings.mail_host else set()
    return frozenset(found | ({Channel.SMS} if settings.sms_host or settings.sms_url else set()))


def carriers(settings: Settings) -> Mapping[str, Carrier]:
    """Make a carrier for each way out; raise ``SetupError`` for settings that contradict one another."""
    made: dict[str, Carrier] = {}
    if settings.mail_host:
        made[Channel.EMAIL] = SmtpCarrier(_mail_server(settings))
    if settings.sms_host and settings.sms_url:
        raise SetupError("sms_host and sms_url: short messages have one way out")
    if settings.sms_host:
        made[Channel.SMS] = SmppCarrier(
            Provider(
                host=settings.sms_host,
                port=settings.sms_port,
                login=settings.sms_login,
                password=settings.sms_password,
                sender=settings.sms_sender,
                entity=settings.dlt_entity,
                tls=settings.sms_tls,
            )
        )
    if settings.sms_url:
        place = urlsplit(settings.sms_url)
        if place.scheme != "https" and not (place.scheme == "http" and place.hostname in LOOPBACK):
            raise SetupError("sms_url begins with https://, or with http:// where the gateway is on this machine")
        made[Channel.SMS] = GatewayCarrier(
            Gateway(settings.sms_url, settings.sms_form, settings.sms_key, settings.sms_sender, settings.dlt_entity)
        )
    return made


def postmen(settings: Settings, store: Store, folder: BlobFolder, clock: Clock) -> dict[str, Postman]:
    """Make a postman for each way out."""
    return {
        channel: Postman(store, folder, clock, channel=channel, carrier=carrier)
        for channel, carrier in carriers(settings).items()
    }


def _mail_server(settings: Settings) -> MailServer:
    if settings.mail_security not in {STARTTLS, TLS, NO_TLS}:
        raise SetupError("mail_security is starttls, tls or none")
    if "@" not in settings.mail_from:
        raise SetupError("mail_from is the address that e-mails come from")
    return MailServer(
        host=settings.mail_host,
        port=settings.mail_port,
        sender=settings.mail_from,
        by_state=settings.mail_from_states,
        security=settings.mail_security,
        ca_file=settings.mail_ca_file,
        login=settings.mail_login,
        password=settings.mail_password,
    )
