"""Questions made from the running centre's own OpenAPI, right ones and wrong ones, and what every answer must be.

No answer is a fault of the centre's own, each has a status, a kind and a form that the description names, and each
refusal is one of the wire's codes with the status that belongs to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Final

import hypothesis
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy
from schemathesis import Case, GenerationMode, Response
from schemathesis.config import GenerationConfig, SchemathesisConfig
from schemathesis.core.control import SkipTest
from schemathesis.core.result import Err
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from central.tls import make_development_certificates
from central.web.schema import PATH_SCHEMA
from central.web.serving import served
from sync.protocol.codes import PATH_NEWS, STATUS, Code
from tests.support.centre import CONSTABLE_A, DSP, JAILER, SI_A, SmallCentre, an_item, claim_of, small_centre
from tests.support.records import a_fir, an_alert

AnyCase = Case[Any]
WHO: Final = (SI_A, CONSTABLE_A, JAILER, DSP, "nobody", "withdrawn")
ANSWER_SECONDS: Final = 30.0
CHECKS: Final = [status_code_conformance, content_type_conformance, response_schema_conformance]
OWN_FAULTS: Final = frozenset({str(Code.FAULT)})
NO_QUESTION: Final = frozenset({"Authorization", "X-Station-Protocol"})


@dataclass
class Found:
    """What came back: how often which status, and every answer that must not be."""

    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


@contextmanager
def site(folder: Path, database_url: str) -> Iterator[tuple[str, Path, dict[str, str]]]:
    """Serve a small centre with something in it; give its address, its authority and a token of each of ``WHO``."""
    tls = folder / "tls"
    authority = make_development_certificates(tls)
    with small_centre(folder / "centre", database_url=database_url) as small:
        small.put(a_fir(), an_alert(1, fir_key=a_fir().key), an_alert(2))
        grant = small.sign_in()
        small.push_one(grant, an_item(files=(claim_of(b"%PDF-1.4 evidence"),)))
        tokens = {who: _token(small, who) for who in WHO}
        with served(small.centre, tls) as port:
            yield f"https://localhost:{port}", authority, tokens


def asked(folder: Path, *, examples: int, seed: int, database_url: str = "") -> Found:
    """Ask ``examples`` questions of each kind at each path, as each of ``WHO`` in turn; usually over SQLite."""
    found = Found()
    with site(folder, database_url) as (url, authority, tokens), requests.Session() as http:
        http.trust_env, http.verify = False, str(authority)  # nothing of this machine's own settings
        written = http.get(f"{url}{PATH_SCHEMA}", timeout=ANSWER_SECONDS).json()
        line = Line(url, http, tokens)
        for mode in GenerationMode:
            config = SchemathesisConfig()
            config.projects.default.generation = GenerationConfig(modes=[mode])
            schema = schemathesis.openapi.from_dict(written, config=config)
            for result in schema.get_all_operations():
                if isinstance(result, Err):
                    raise result.err()
                cases = result.ok().as_strategy(generation_mode=mode)
                _fuzz(cases, line, found, examples=examples, seed=seed)
    return found


@dataclass(frozen=True)
class Line:
    """Where to ask, and as whom."""

    url: str
    http: requests.Session
    tokens: dict[str, str]

    def ask(self, case: AnyCase, who: str) -> Response:
        """Ask; a question for news never waits, and nobody's token is guessed."""
        for name in NO_QUESTION:
            case.headers.pop(name, None)
        if self.tokens[who]:
            case.headers["Authorization"] = f"Bearer {self.tokens[who]}"
        if case.operation.path == PATH_NEWS and str(case.query.get("seconds", "240")).isdigit():
            case.query["seconds"] = 0
        verify = str(self.http.verify)
        return case.call(base_url=self.url, session=self.http, timeout=ANSWER_SECONDS, verify=verify)


def _fuzz(cases: SearchStrategy[AnyCase], line: Line, found: Found, *, examples: int, seed: int) -> None:
    number = count()

    @hypothesis.seed(seed)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases)
    def one(case: AnyCase) -> None:
        who = WHO[next(number) % len(WHO)]
        answer = line.ask(case, who)
        found.statuses[answer.status_code] += 1
        wrong = against(case, answer)
        if wrong:
            found.wrong.append(f"{who}: {case.as_curl_command()[:400]} -> {answer.status_code}: {wrong}")

    with suppress(hypothesis.errors.Unsatisfiable, SkipTest):  # some paths have nothing that could be wrong
        one()


def against(case: AnyCase, answer: Response) -> str:
    """Say what is wrong with an answer; empty where nothing is."""
    try:
        case.validate_response(answer, checks=CHECKS)
    except (AssertionError, schemathesis.errors.SchemathesisError, ExceptionGroup) as wrong:
        return str(wrong)[:600]
    if answer.status_code < 400:
        return ""
    code = answer.json().get("code", "")
    if code in OWN_FAULTS or STATUS.get(code) != answer.status_code:
        return f"{code} is not an answer"
    return ""


def _token(small: SmallCentre, who: str) -> str:
    if who == "nobody":
        return ""
    if who != "withdrawn":
        return small.sign_in(who, machine_id=f"machine-{who}").access_token
    token = small.sign_in(CONSTABLE_A, machine_id="machine-lost").access_token
    with small.house.store.write() as unit:
        unit.sessions.revoke("machine-lost", small.house.clock.now())
    return token
