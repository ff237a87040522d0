"""Word lists for example texts."""

from __future__ import annotations

from typing import Final

VEHICLES: Final = (
    "1",
    "2",
    "911",
    "A4",
    "A8",
    "ATS",
    "Accord",
    "Alpine",
    "Altima",
    "Aventador",
    "Beetle",
    "CTS",
    "CX-9",
    "Camaro",
    "Camry",
    "Challenger",
    "Charger",
    "Civic",
    "Colorado",
    "Corvette",
    "Countach",
    "Cruze",
    "Durango",
    "El Camino",
    "Element",
    "Escalade",
    "Expedition",
    "Explorer",
    "F-150",
    "Fiesta",
    "Focus",
    "Fortwo",
    "Golf",
    "Grand Caravan",
    "Grand Cherokee",
    "Impala",
    "Jetta",
    "Land Cruiser",
    "LeBaron",
    "Malibu",
    "Mercielago",
    "Model 3",
    "Model S",
    "Model T",
    "Model X",
    "Model Y",
    "Mustang",
    "PT Cruiser",
    "Prius",
    "Ranchero",
    "Roadster",
    "Sentra",
    "Silverado",
    "Spyder",
    "Taurus",
    "V90",
    "Volt",
    "Wrangler",
    "XC90",
    "XTS",
)
"""Vehicle models, for string fields called `model`."""

NOUNS: Final = ("anchor", "bridge", "canyon", "garden", "harbour", "lantern", "meadow", "orchard", "river", "summit")
ADJECTIVES: Final = ("amber", "brisk", "calm", "daring", "gentle", "honest", "mellow", "quiet", "steady", "vivid")
FIRST_NAMES: Final = ("Ada", "Alan", "Barbara", "Edsger", "Frances", "Grace", "John", "Katherine", "Niklaus", "Radia")
LAST_NAMES: Final = ("Allen", "Dijkstra", "Hopper", "Johnson", "Liskov", "Lovelace", "McCarthy", "Perlman", "Wirth")
TEXT: Final = ("above", "and", "bright", "carry", "clearly", "early", "for", "gently", "light", "near", "the", "while")
STATES: Final = ("Arizona", "Colorado", "Georgia", "Maine", "Nevada", "Oregon", "Texas", "Utah", "Vermont", "Wyoming")
COUNTRIES: Final = ("Brazil", "Canada", "Denmark", "Ghana", "India", "Japan", "Kenya", "Norway", "Portugal", "Uruguay")
COUNTRY_CODES: Final = ("BR", "CA", "DK", "GH", "IN", "JP", "KE", "NO", "PT", "UY")
LONG_COUNTRY_CODES: Final = ("BRA", "CAN", "DNK", "GHA", "IND", "JPN", "KEN", "NOR", "PRT", "URY")
"""The codes of `COUNTRIES`, in their order (ISO 3166-1, alpha-2 and alpha-3)."""
CITIES: Final = ("Lakeside", "Northport", "Oakfield", "Riverton", "Springdale", "Westbrook")
TIMEZONES: Final = ("Africa/Nairobi", "America/Lima", "Asia/Tokyo", "Europe/Lisbon", "Pacific/Auckland")
FOLDERS: Final = ("/etc/defaults", "/home/user", "/opt/lib", "/srv", "/tmp", "/usr/share", "/var/log")  # noqa: S108
DATABASE_TYPES: Final = (
    "bigint", "binary", "bit", "blob", "boolean", "date", "datetime", "decimal", "double", "enum", "float",
    "geometry", "int", "mediumint", "point", "real", "serial", "set", "smallint", "text", "time", "timestamp",
    "tinyint", "varchar",
)  # fmt: skip
"""Column types in alphabetical order, for fields called `dataType`."""

FILE_TYPES: Final = ("video", "audio", "image", "text", "application")
