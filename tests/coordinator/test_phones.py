# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Phone numbers and addresses: kept as they are dialled, or as written; always shown."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.errors import Invalid
from coordinator.families import (
    FamilyDetails,
    MemberDetails,
    PersonDetails,
    PhoneDetails,
    list_families,
    save_family,
)
from coordinator.phones import clean_email, normal_phone, show_phone


@pytest.mark.parametrize(
    ("written", "kept", "shown"),
    [
        ("612-555-0142", "+16125550142", "(612) 555-0142"),
        ("+52 55 1234 5678", "+525512345678", "+52 55 1234 5678"),
        ("555-0142", "555-0142", "555-0142"),
        ("612 555 0142 ext. 7", "612 555 0142 ext. 7", "612 555 0142 ext. 7"),
        ("+0000000", "+0000000", "+0000000"),
        ("+999 555 0142", "+999 555 0142", "+999 555 0142"),
    ],
)
def test_a_number_is_kept_and_shown(written, kept, shown):
    assert normal_phone(written) == kept
    assert normal_phone(kept) == kept
    assert show_phone(kept) == shown


def test_a_number_that_no_country_has_does_not_hide_the_list(store):
    ann = PersonDetails(name="Ann", phones=(PhoneDetails("+0 612 555 0142"),))
    with store.write("Add") as db:
        save_family(db, FamilyDetails(name="Lee", members=(MemberDetails(ann),)), None)
    with store.read() as db:
        assert [row.phone for row in list_families(db, None)] == ["+0 612 555 0142"]


@given(st.text(st.sampled_from("+0123456789 -()x²٣"), max_size=18))
def test_whatever_is_kept_can_be_shown(written):
    with suppress(Invalid):
        assert show_phone(normal_phone(written))


@pytest.mark.parametrize(
    "address", ["a@x.org\nBcc: y@z.org", "a b@x.org", "a@x", "@x.org", "a;b@x.o"]
)
def test_what_no_letter_could_reach_is_refused(address):
    with pytest.raises(Invalid):
        clean_email(address)
