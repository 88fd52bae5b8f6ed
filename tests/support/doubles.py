"""Alerts of one event, written twice; and one of another."""

from __future__ import annotations

FIRST = (
    "On 14/08/2026 four kilograms of opium were recovered near the canal bridge at Rampur from a white Bolero "
    "UP 30 ZZ 1234; two persons fled towards Shahabad, the driver Ram Asare was arrested."
)
AGAIN = (
    "On 14/08/2026 FOUR kilograms of opium were  recovered near the canal bridge at Rampur from a white Bolero "
    "UP 30 ZZ 1234; two persons fled towards Shahabad. The driver Ram Asare was arrested at once."
)
HINDI = "दिनांक १४/०८/२०२६ को नहर पुल के पास चार किलो अफीम बरामद की गई, चालक गिरफ्तार और दो व्यक्ति फरार हैं।"
HINDI_AGAIN = "दिनांक 14/08/2026 को नहर पुल के पास चार किलो अफीम बरामद की गई चालक गिरफ़्तार और दो व्यक्ति फरार हैं"
OTHER = "A motorcycle of blue colour was taken from before the sweet shop in the bazaar of Hardoi on Friday evening."
