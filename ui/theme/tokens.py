# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The colours of the three themes, by the name of what they are for."""

NAMES = ("light", "dark", "contrast")

_TABLE = """
canvas         #F8F6F2 #1C1E1D #FFFFFF
rail           #F0ECE5 #161817 #FFFFFF
surface        #FFFFFF #242726 #FFFFFF
sunken         #F3F0EA #1F2120 #FFFFFF
hover          #F5F2ED #2B2F2D #E6E6E6
press          #EAE5DD #333836 #CCCCCC
line           #E3DDD3 #383C3A #000000
row            #EDE8E0 #303432 #8C8C8C
edge           #8A8379 #878E8A #000000
button_edge    #CFC8BC #4A504D #000000
scroll         #B8AFA2 #5A605D #000000
text           #24211D #EEECE7 #000000
text2          #59544C #BDBAB3 #000000
text3          #6B655C #A8A59E #333333
accent         #0B665E #5CC9B8 #003C37
accent_hover   #09564F #78D6C7 #000000
accent_pressed #073F3A #46AB9C #000000
on             #FFFFFF #06211D #FFFFFF
hero           #0B665E #14655C #003C37
on_hero        #FFFFFF #FFFFFF #FFFFFF
soft           #E0F0ED #203B37 #FFFFFF
soft2          #EEF6F4 #263330 #FFFFFF
acctext        #0A5850 #8BE0D2 #003C37
ring           #1F1C18 #EEECE7 #A3005C
field_focus    #0B665E #5CC9B8 #A3005C
good           #1D6238 #8FD6A6 #00401A
good_tint      #E1F1E5 #20372A #FFFFFF
warn           #7A4A00 #F0C274 #5C3300
warn_tint      #FCEFD2 #3C3019 #FFFFFF
bad            #9C2A1E #F2A297 #7A0C00
bad_tint       #FBE7E3 #432825 #FFFFFF
info           #1E5288 #9CC4EE #002F66
info_tint      #E4EEF8 #22324A #FFFFFF
plum           #6A3E7A #D3ADE2 #48105C
plum_tint      #F2E9F5 #3A2B42 #FFFFFF
sand           #6A5026 #E0C79A #000000
sand_tint      #F6ECDB #38312A #FFFFFF
mute           #59544C #BDBAB3 #000000
mute_tint      #EDE9E2 #323634 #FFFFFF
teal           #0A5850 #8BE0D2 #003C37
teal_tint      #E0F0ED #203B37 #FFFFFF
bar            #3F958A #3F8F84 #5A5A5A
toast          #2B2823 #3B413E #000000
on_toast       #FFFFFF #F4F2ED #FFFFFF
toast_link     #8BE0D2 #8BE0D2 #8BE0D2
marigold       #F2B84B #F2B84B #003C37
"""

_ROWS = [line.split() for line in _TABLE.split("\n") if line]
TOKENS: dict[str, dict[str, str]] = {
    name: {row[0]: row[1 + place] for row in _ROWS} for place, name in enumerate(NAMES)
}

# Avatars take one of these for good; never red, which would read as an error.
AVATAR_TINTS = ("teal", "info", "plum", "sand", "good", "mute")


def ratio(one: str, other: str) -> float:
    """Contrast of two #RRGGBB colours, 1 to 21. Source: WCAG 2.2, relative luminance."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
