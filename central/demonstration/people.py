"""Made-up people: a name fits its community, and so does the father's. None of them is anybody."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from central.demonstration.words import Pair


@dataclass(frozen=True, slots=True)
class Community:
    """Given names and family names that go together; ``weight`` is how often they come up."""

    weight: int
    men: tuple[Pair, ...]
    women: tuple[Pair, ...]
    families: tuple[Pair, ...]
    families_of_women: tuple[Pair, ...] = ()  # empty where a daughter has her father's


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, their father, and the given name of a child or a brother of theirs."""

    name: Pair
    father: Pair
    kin: Pair


COMMUNITIES: tuple[Community, ...] = (
    Community(
        weight=14,
        men=(
            ("Ramesh", "रमेश"),
            ("Suresh", "सुरेश"),
            ("Mahesh", "महेश"),
            ("Dinesh", "दिनेश"),
            ("Santosh", "संतोष"),
            ("Rameshwar", "रामेश्वर"),
            ("Vinod", "विनोद"),
            ("Pradeep", "प्रदीप"),
            ("Ghanshyam", "घनश्याम"),
            ("Naresh", "नरेश"),
            ("Lalit", "ललित"),
            ("Chhote Lal", "छोटे लाल"),
            ("Ram Asare", "राम आसरे"),
            ("Jagdish", "जगदीश"),
            ("Bhupendra", "भूपेंद्र"),
            ("Dharmendra", "धर्मेंद्र"),
            ("Kishan", "किशन"),
            ("Shiv Kumar", "शिव कुमार"),
            ("Harish", "हरीश"),
        ),
        women=(
            ("Sunita", "सुनीता"),
            ("Geeta", "गीता"),
            ("Rajkumari", "राजकुमारी"),
            ("Kiran", "किरन"),
            ("Meena", "मीना"),
            ("Phoolmati", "फूलमती"),
            ("Saroj", "सरोज"),
            ("Usha", "उषा"),
            ("Lakshmi", "लक्ष्मी"),
            ("Manju", "मंजू"),
        ),
        families=(
            ("Verma", "वर्मा"),
            ("Yadav", "यादव"),
            ("Maurya", "मौर्य"),
            ("Tiwari", "तिवारी"),
            ("Pal", "पाल"),
            ("Rawat", "रावत"),
            ("Gautam", "गौतम"),
            ("Rathore", "राठौर"),
            ("Saxena", "सक्सेना"),
            ("Mishra", "मिश्रा"),
        ),
    ),
    Community(
        weight=4,
        men=(
            ("Mohd Salim", "मोहम्मद सलीम"),
            ("Rafiq", "रफीक"),
            ("Imran", "इमरान"),
            ("Shakeel", "शकील"),
            ("Aslam", "असलम"),
            ("Nadeem", "नदीम"),
            ("Irshad", "इरशाद"),
        ),
        women=(("Shabnam", "शबनम"), ("Nasreen", "नसरीन"), ("Rukhsana", "रुखसाना"), ("Shaheen", "शाहीन")),
        families=(
            ("Ahmad", "अहमद"),
            ("Khan", "खान"),
            ("Ansari", "अंसारी"),
            ("Warsi", "वारसी"),
            ("Siddiqui", "सिद्दीकी"),
            ("Qureshi", "कुरैशी"),
        ),
        families_of_women=(("Bano", "बानो"), ("Begum", "बेगम"), ("Khatoon", "खातून")),
    ),
    Community(
        weight=2,
        men=(
            ("Gurmeet", "गुरमीत"),
            ("Balwant", "बलवंत"),
            ("Harjeet", "हरजीत"),
            ("Sukhdev", "सुखदेव"),
            ("Kuldeep", "कुलदीप"),
        ),
        women=(("Manjeet", "मंजीत"), ("Harpreet", "हरप्रीत")),
        families=(("Singh", "सिंह"),),
        families_of_women=(("Kaur", "कौर"),),
    ),
    Community(
        weight=1,
        men=(("Anthony", "एंथनी"), ("Daniel", "डेनियल"), ("Samuel", "सैमुअल"), ("Vincent", "विंसेंट")),
        women=(("Mary", "मेरी"), ("Grace", "ग्रेस")),
        families=(("Masih", "मसीह"),),
    ),
)


def person(rng: Random, *, woman: bool = False) -> Person:
    """Draw somebody with a father of the same community and family."""
    found = rng.choices(COMMUNITIES, [one.weight for one in COMMUNITIES])[0]
    own, father, kin = rng.sample(found.men, 3)
    family = rng.choice(found.families)
    if woman:
        name = _joined(rng.choice(found.women), rng.choice(found.families_of_women or (family,)))
    else:
        name = _joined(own, family)
    return Person(name, _joined(father, family), kin)


def _joined(first: Pair, last: Pair) -> Pair:
    return f"{first[0]} {last[0]}", f"{first[1]} {last[1]}"
