# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What to know before printing: names that cannot be drawn, that wrap, that are too long."""

from collections.abc import Iterator, Sequence

from coordinator.documents.certificate.composing import Composer
from coordinator.documents.certificate.values import Certificate, Look, NameTrouble
from coordinator.documents.fonts import undrawable
from coordinator.errors import Problem
from coordinator.i18n import _


def check_names(certificates: Sequence[Certificate], look: Look) -> list[NameTrouble]:
    """What will not print as on the other sheets, in the order of the certificates.

    'undrawable' must be solved first: `draw_certificates` refuses such texts. 'two_lines',
    'too_wide' and 'too_long' are printed whole, but should be looked at.
    """
    found = [*_undrawable_fixed(look)]
    composer = Composer(look)
    for certificate in certificates:
        trouble = _undrawable(certificate)
        if trouble is None:
            found += _ill_fitting(certificate, composer)
        else:
            found.append(trouble)
    return found


def refuse_undrawable(certificates: Sequence[Certificate], look: Look) -> None:
    """Raise Problem for the first text that cannot be printed rightly, or for no certificate."""
    if not certificates:
        raise Problem(_("There is no certificate to print; choose at least one person."))
    for trouble in _undrawable_fixed(look):
        raise Problem(trouble.sentence)
    for certificate in certificates:
        found = _undrawable(certificate)
        if found is not None:
            raise Problem(found.sentence)


def _undrawable_fixed(look: Look) -> Iterator[NameTrouble]:
    for text in (look.school, *(part for signer in look.signatures for part in signer)):
        if undrawable(text):
            yield NameTrouble(text, "undrawable", _sentence(text, text))


def _undrawable(certificate: Certificate) -> NameTrouble | None:
    for text in (certificate.name, certificate.reason, certificate.period):
        if undrawable(text):
            sentence = _sentence(certificate.name, text)
            return NameTrouble(certificate.name, "undrawable", sentence)
    return None


def _sentence(name: str, text: str) -> str:
    """Why a text is not printed, with the characters in question."""
    signs = " ".join(sorted(undrawable(text))[:8])
    if name == text:
        told = _(
            "{name} is not printed yet: this version cannot draw {signs}. "
            "Write the name in Latin letters for this certificate, or leave it out."
        )
    else:
        told = _(
            "The certificate of {name} is not printed yet: this version cannot draw {signs} in "
            "its text. Take these characters out of the reason."
        )
    return told.format(name=name, signs=signs)


def _ill_fitting(certificate: Certificate, composer: Composer) -> Iterator[NameTrouble]:
    _plan, arranged, own = composer.compose(certificate)
    name = certificate.name
    outcomes = {lines.outcome for lines in own}
    if "two_lines" in outcomes:
        told = _("{name} is printed in two lines.")
        yield NameTrouble(name, "two_lines", told.format(name=name))
    if "too_wide" in outcomes:
        told = _(
            "{name} is very long: it is printed whole, but in small letters. "
            "A shorter form of the name can be given for certificates."
        )
        yield NameTrouble(name, "too_wide", told.format(name=name))
    if arranged.overrun:
        told = _("The text for {name} is too long for the sheet; shorten the reason.")
        yield NameTrouble(name, "too_long", told.format(name=name))
