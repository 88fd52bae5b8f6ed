"""The demonstration's officers, each with other rights, so that every refusal can be seen."""

from __future__ import annotations

from central.demonstration.places import (
    HARDOI_JAIL,
    HARDOI_OFFICE,
    MAHILA_HARDOI,
    MAHILA_LUCKNOW,
    RAMPUR,
    RISHIKESH,
)
from central.rights import Account
from station_client.domain.alert import Category
from station_client.domain.office import Act

ALL = tuple(str(one) for one in Category)
JAIL = (str(Category.JAIL_BREAK), str(Category.JAIL_RELEASE))
POLICE = tuple(one for one in ALL if one not in JAIL)
WORKS = (str(Act.VIEW), str(Act.UPLOAD), str(Act.MESSAGE))
LEADS = (*WORKS, str(Act.RECALL), str(Act.SEE_VICTIM), str(Act.REPORT))

OFFICERS = (
    Account("si.rampur", "Anil Kumar Mishra", "Sub-Inspector", RAMPUR, WORKS, POLICE),
    Account("sho.rampur", "Mohd. Irfan Siddiqui", "Inspector (SHO)", RAMPUR, LEADS, POLICE),
    Account("hm.rampur", "Suresh Chandra", "Head Constable (Moharrir)", RAMPUR, (str(Act.VIEW),), ()),
    Account("si.mahila.hardoi", "Rekha Srivastava", "Sub-Inspector", MAHILA_HARDOI, WORKS, POLICE),
    Account("si.mahila.lucknow", "Shabana Parveen", "Sub-Inspector", MAHILA_LUCKNOW, WORKS, POLICE),
    Account("si.rishikesh", "Pooja Negi", "Sub-Inspector", RISHIKESH, WORKS, POLICE),
    Account("sho.rishikesh", "Deepak Semwal", "Inspector (SHO)", RISHIKESH, LEADS, POLICE),
    Account("jailer.hardoi", "Harpal Singh", "Jailer", HARDOI_JAIL, (str(Act.VIEW), str(Act.UPLOAD)), JAIL),
    Account("dsp.hardoi", "Kavita Tiwari", "Deputy Superintendent", HARDOI_OFFICE, tuple(map(str, Act)), ALL),
)
