# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Sections about the school: who it is, its certificates, how its hours are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coordinator.documents.certificate import list_designs
from coordinator.hours import ROUNDING, rounding_sentence, rounding_title
from coordinator.i18n import _, language_name
from ui.context import Context
from ui.forms import ChoiceField, LineField, TextField, TickField
from ui.forms.row import pair
from ui.pages.settings.section import FormSection
from ui.pages.settings.values import HoursField, LogoField, SignaturesField

if TYPE_CHECKING:
    from coordinator.store import Db


class SchoolSection(FormSection):
    """Name, address, people and logo, as they stand on paper."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, _("School"), _("Certificates, sheets and reports carry this."))

    def build(self) -> None:
        name = LineField(_("Name of the school"), required=_("The school needs a name."))
        address = TextField(_("Address"), lines=3)
        principal = LineField(_("Principal"))
        coordinator = LineField(_("Family engagement coordinator"))
        logo = LogoField(_("Logo"), _("PNG or JPEG; a square or wide picture looks best."))
        for part in (name, address, pair(principal, coordinator), logo):
            self.fields.addWidget(part)
        self.hold(
            {
                "school_name": name,
                "school_address": address,
                "principal": principal,
                "coordinator_name": coordinator,
                "logo_png_base64": logo,
            }
        )


class CertificatesSection(FormSection):
    """What a new batch of certificates begins with."""

    def __init__(self, ctx: Context) -> None:
        about = _("What a new batch begins with; each batch can differ.")
        super().__init__(ctx, _("Certificates"), about)

    def build(self) -> None:
        designs = list_designs()
        design = ChoiceField(_("Design"), [(one.key, one.name) for one in designs])
        paper = ChoiceField(_("Paper"), [("letter", _("Letter")), ("a4", _("A4"))])
        codes = sorted({code for one in designs for code in one.languages})
        spoken = [(code, language_name(code)) for code in codes]
        lang = ChoiceField(_("Language"), [("auto", _("Each person’s own")), *spoken])
        black = TickField(_("Black only, for a printer without colours"))
        minutes = HoursField(_("Hours for a certificate"), _("In one school year"))
        signatures = SignaturesField(
            _("Who signs"), _("Up to three; each gets a line on the certificate.")
        )
        for part in (pair(design, paper), pair(lang, minutes), black, signatures):
            self.fields.addWidget(part)
        self.hold(
            {
                "certificate_design": design,
                "paper": paper,
                "certificate_language": lang,
                "certificate_black_only": black,
                "certificate_minutes": minutes,
                "signatures": signatures,
            }
        )


class HoursSection(FormSection):
    """How hours are added up, and when an entry is asked about."""

    def __init__(self, ctx: Context) -> None:
        about = _("Exact times are always kept; this is how they are shown and added up.")
        super().__init__(ctx, _("Hours"), about)

    def build(self) -> None:
        self.rounding = ChoiceField(
            _("Rounding"), [(name, rounding_title(rule)) for name, rule in ROUNDING.items()]
        )
        limit = HoursField(
            _("Most hours a day"),
            _("More for one person on one day is asked about before it is kept."),
            most=24,
        )
        self.rounding.changed.connect(self._explain)
        self.fields.addWidget(self.rounding)
        self.fields.addWidget(limit)
        self.hold({"rounding": self.rounding, "day_limit_minutes": limit})

    def _explain(self) -> None:
        self.rounding.help_text = rounding_sentence(self.rounding.value())
        self.rounding.set_error("")

    def load(self, db: Db) -> None:
        super().load(db)
        self._explain()
