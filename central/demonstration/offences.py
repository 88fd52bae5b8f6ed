"""What alerts are about: the window they belong in, and the sections of law before and after 1-7-2024."""

from __future__ import annotations

from dataclasses import dataclass

from station_client.domain.alert import Category

IPC = "Indian Penal Code, 1860"
BNS = "Bharatiya Nyaya Sanhita, 2023"
NDPS = "Narcotic Drugs and Psychotropic Substances Act, 1985"
ARMS = "Arms Act, 1959"
POCSO = "Protection of Children from Sexual Offences Act, 2012"
JUVENILE = "Juvenile Justice (Care and Protection of Children) Act, 2015"
IMMORAL = "Immoral Traffic (Prevention) Act, 1956"
IT_ACT = "Information Technology Act, 2000"
EXCISE = "State Excise Act"

Sections = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Goods:
    """What was stolen or seized: the form's category and type, and its worth in rupees."""

    category: str
    kind: str
    english: str
    hindi: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Topic:
    """One kind of case. ``new`` and ``old`` are its sections of BNS and IPC; ``special`` those of other acts.

    ``police`` says that an officer is the informant; ``protected`` that the law hides the victim;
    ``registered`` how many in a hundred alerts come with a FIR; ``weight`` how common it is.
    """

    key: str
    category: Category
    new: tuple[str, ...]
    old: tuple[str, ...]
    special: Sections = ()
    goods: Goods | None = None
    police: bool = False
    protected: bool = False
    registered: int = 60
    weight: int = 4

    def sections(self, *, new_law: bool) -> Sections:
        """Give one row for each section, by the law of the day."""
        own = tuple((BNS, one) for one in self.new) if new_law else tuple((IPC, one) for one in self.old)
        return own + self.special


CASH = Goods("Coins and Currency", "Indian Currency", "cash in a bag", "बैग में रखी नगदी", 40_000, 900_000)
JEWELS = Goods(
    "Jewellery", "Gold ornaments", "gold chain, ear-rings and bangles", "सोने की चेन, कुंडल व कंगन", 60_000, 700_000
)
MOTOR = Goods("Automobiles and Others", "Motorcycle", "motorcycle with papers", "मोटरसाइकिल मय कागजात", 35_000, 110_000)
CAR = Goods(
    "Automobiles and Others",
    "Four wheeler",
    "car, number plate changed",
    "चार पहिया वाहन, बदली नम्बर प्लेट",
    250_000,
    1_400_000,
)
PHONES = Goods("Electrical and Electronic Goods", "Mobile Phone", "mobile phones", "मोबाइल फोन", 12_000, 180_000)
GANJA = Goods("Drugs/Narcotics", "Ganja", "ganja in sealed packets", "गांजा सीलबंद पैकेट", 80_000, 2_500_000)
SMACK = Goods("Drugs/Narcotics", "Smack/Heroin", "smack in polythene", "पॉलीथीन में स्मैक", 150_000, 4_000_000)
GUNS = Goods("Arms and Ammunition", "Country-made pistol", "pistols and cartridges", "तमंचे व कारतूस", 5_000, 60_000)
LIQUOR = Goods("Liquor", "Country liquor", "cartons of liquor", "शराब की पेटियाँ", 30_000, 900_000)
NOTES = Goods(
    "Coins and Currency", "Counterfeit currency", "counterfeit notes of Rs 500", "500 रु. के जाली नोट", 20_000, 400_000
)

ALERTS: dict[Category, int] = {  # as in life: jail breaks are rare, seizures are every day's work
    Category.HIGH_ALERT: 12,
    Category.HEINOUS_CRIME: 61,
    Category.TRAFFICKING: 28,
    Category.JAIL_BREAK: 9,
    Category.JAIL_RELEASE: 35,
    Category.SEIZURE: 85,
    Category.INTERSTATE: 70,
}
"""How many alerts each window has."""

TOPICS: tuple[Topic, ...] = (
    Topic("missing", Category.HIGH_ALERT, ("137(2)",), ("363",), registered=65, weight=5),
    Topic("absconder", Category.HIGH_ALERT, ("103(1)", "3(5)"), ("302", "34"), registered=80, weight=4),
    Topic("getaway", Category.HIGH_ALERT, ("309(4)",), ("392",), goods=CASH, registered=25, weight=4),
    Topic("body", Category.HIGH_ALERT, ("103(1)", "238"), ("302", "201"), police=True, registered=15, weight=3),
    Topic("murder", Category.HEINOUS_CRIME, ("103(1)", "3(5)"), ("302", "34"), registered=75, weight=4),
    Topic("dacoity", Category.HEINOUS_CRIME, ("310(2)", "311"), ("395", "397"), goods=JEWELS, registered=75, weight=4),
    Topic("robbery", Category.HEINOUS_CRIME, ("309(4)", "3(5)"), ("392", "34"), goods=CASH, registered=70, weight=4),
    Topic("ransom", Category.HEINOUS_CRIME, ("140(2)", "61(2)"), ("364A", "120B"), registered=70, weight=2),
    Topic("attempt", Category.HEINOUS_CRIME, ("109", "191(3)"), ("307", "148"), registered=70, weight=3),
    Topic(
        "labour",
        Category.TRAFFICKING,
        ("143", "144"),
        ("370", "370A"),
        ((JUVENILE, "79"),),
        police=True,
        protected=True,
        weight=5,
    ),
    Topic(
        "brothel",
        Category.TRAFFICKING,
        ("143", "98", "99"),
        ("370", "372", "373"),
        ((IMMORAL, "5"), (POCSO, "17")),
        police=True,
        protected=True,
        weight=4,
    ),
    Topic("marriage", Category.TRAFFICKING, ("143", "96"), ("370", "366A"), protected=True, weight=3),
    Topic("walls", Category.JAIL_BREAK, ("262",), ("224",), police=True, registered=45, weight=4),
    Topic("custody", Category.JAIL_BREAK, ("262", "261"), ("224", "223"), police=True, registered=60, weight=4),
    Topic("bail", Category.JAIL_RELEASE, ("309(4)",), ("392",), registered=0, weight=6),
    Topic("term", Category.JAIL_RELEASE, ("310(2)",), ("395",), registered=0, weight=4),
    Topic("ganja", Category.SEIZURE, (), (), ((NDPS, "8"), (NDPS, "20")), goods=GANJA, police=True, weight=4),
    Topic("smack", Category.SEIZURE, (), (), ((NDPS, "8"), (NDPS, "21")), goods=SMACK, police=True, weight=3),
    Topic("arms", Category.SEIZURE, (), (), ((ARMS, "25"), (ARMS, "5")), goods=GUNS, police=True, weight=3),
    Topic("liquor", Category.SEIZURE, ("318(4)",), ("420",), ((EXCISE, "60"),), goods=LIQUOR, police=True, weight=3),
    Topic("recovered", Category.SEIZURE, ("317(2)",), ("411",), goods=CAR, police=True, weight=3),
    Topic("notes", Category.SEIZURE, ("179", "180"), ("489B", "489C"), goods=NOTES, police=True, weight=2),
    Topic("lifters", Category.INTERSTATE, ("303(2)", "317(2)"), ("379", "411"), goods=MOTOR, police=True, weight=4),
    Topic(
        "cyber", Category.INTERSTATE, ("318(4)", "319(2)"), ("420", "419"), ((IT_ACT, "66D"),), goods=PHONES, weight=4
    ),
    Topic("cutters", Category.INTERSTATE, ("305", "331(4)"), ("380", "457"), goods=CASH, weight=3),
    Topic("gang", Category.INTERSTATE, ("310(4)", "310(5)"), ("399", "402"), goods=GUNS, police=True, weight=3),
)
