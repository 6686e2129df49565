# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""One keystroke of the search at 120,000 people, beside the floor: 20 rows by primary key.

python -m benchmarks.search
"""

import random
import resource
import statistics
import tempfile
import time
from pathlib import Path

from sqlalchemy import insert, text

from coordinator.store import Db, Store
from coordinator.store.models import Person
from coordinator.store.search import find_people, person_key

PEOPLE = 120_000
KEYSTROKES_OF = 60

_FIRST = (
    "Ana Lucía María José Juan Carlos Sofía Valentina Diego Mateo Camila Thảo Minh Hà Yusuf Maryam "
    "Abdi Sagal Pa Nhia Tou Folake Tunde Denise Marcus Łukasz Zofia Ольга Максим Léa Nadia Shirin"
).split()
_LAST = (
    "Peña Ruiz García Morales Hernández López Castillo Vega Nguyễn Trần Đặng Lê Warsame Al-Haddad "
    "Thao Yang O’Brien Adeyemi Johnson Smith Wiśniewska Kowalczyk Коваленко Dubois Begum Silva"
).split()


def fill(store: Store) -> list[str]:
    """120,000 people with made-up names and phones; their names."""
    chance = random.Random(7)
    rows = []
    for number in range(PEOPLE):
        name = f"{chance.choice(_FIRST)} {chance.choice(_FIRST)} {chance.choice(_LAST)} "
        name += f"{chance.choice(_LAST)}{number % 977}"
        phone = f"555{chance.randrange(10**7):07d}"
        rows.append({"name": name, "sorts_as": name, "fold": person_key(name, [], [phone])})
    with store.write("Fill") as db:
        db.execute(insert(Person), rows)
    return [row["name"] for row in rows]


def keystrokes(names: list[str]) -> list[str]:
    """What a person types letter by letter: names, parts inside, last four digits, strangers."""
    chance = random.Random(11)
    words = [chance.choice(names).split()[chance.randrange(4)] for _ in range(KEYSTROKES_OF)]
    words += [word[1:5] for word in words[:20]] + [
        f"{chance.randrange(10**4):04d}" for _ in range(20)
    ]
    words += ["nguyen", "lukasz", "dang", "pena ru", "zzyzx", "qqq"]
    return [word[:end] for word in words for end in range(1, len(word) + 1)]


def timed(db: Db, typed: list[str]) -> tuple[list[float], list[float]]:
    """Milliseconds of each keystroke, and of the floor beside it, in turn."""
    ours, floor = [], []
    chance = random.Random(13)
    by_key = text("SELECT id, name FROM person WHERE id BETWEEN :low AND :low + 19")
    for words in typed:
        begin = time.perf_counter()
        find_people(db, words)
        ours.append((time.perf_counter() - begin) * 1000)
        low = chance.randrange(1, PEOPLE - 20)
        begin = time.perf_counter()
        db.execute(by_key, {"low": low}).all()
        floor.append((time.perf_counter() - begin) * 1000)
    return ours, floor


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` of the values lie."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def main() -> None:
    """Print p50, p90 and p99 of both, and the ratio of the medians."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "many.coordinator")
        typed = keystrokes(fill(store))
        with store.read() as db:
            timed(db, typed[:50])
            ours, floor = timed(db, typed)
        store.close()
    print(f"{PEOPLE} people, {len(typed)} keystrokes, ms   p50    p90    p99    most")
    for name, values in (("search", ours), ("20 rows by primary key", floor)):
        shares = [percentile(values, share) for share in (0.5, 0.9, 0.99)]
        print(f"{name:38}" + "".join(f"{value:7.2f}" for value in [*shares, max(values)]))
    ratio = statistics.median(ours) / statistics.median(floor)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"ratio of the medians {ratio:.1f}; peak memory with filling {peak:.0f} MB")


if __name__ == "__main__":
    main()
