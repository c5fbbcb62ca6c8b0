"""Which letters are frequent in texts of each one-byte encoding: the knowledge behind charsets.py.

Tiers by frequency in ordinary prose of the languages an encoding serves, the most
frequent first. Only lower case is listed; a capital counts as its small letter, less.
"""

from __future__ import annotations

from typing import Final

_WEST: Final = ("éèàäöüßáíóñçãêú", "âôîûëïùæåøœõ", "ìòýÿžšðþ")
_EAST: Final = ("ąęłśżćóěčřšžáíýéăşţșț", "ńźůúťďňäöüőűđ", "ľĺŕôçâîß")
_HUNGARIAN: Final = ("éáóöőíüúű", "", "")
_TURKISH: Final = ("ığşçöüé", "âîûèàäñó", "êôáíúß")
_BALTIC: Final = ("āēīšūčėų", "ąęįžņļķģ", "äöüõé")
_CYRILLIC: Final = ("оеаинтсрвлкмдпуі", "яыьгзбчйхжюїјћљњџ", "шцщэфъёєґўђѓќѕ")
_ARABIC: Final = ("اليمنوترب", "عدسفحقكةهجش", "أإصطضخذزثغءئىظؤآپچژگ،؛؟ّ")
_GREEK: Final = ("αοιετσνηυρπκςλ", "μίάόέήωγδχθφύβώ", "ζξψϊϋΐΰ")
_HEBREW: Final = ("יוהלארתבמ", "שנעםדקחפכ", "סטגצזןךףץ")
_THAI: Final = ("าอนรกเงมย", "ลวดทสตะปบคห่ี้ัิแ", "จชพผขใไโุู์ํ")
_VIETNAMESE: Final = ("đươăâêôáàí", "óúéèìòùýã", "ñçäöü")

# Codec -> tiers, most usual encoding first: of equals the first one is taken. Where a language
# has tiers of its own, its name stands behind the codec's.
TIERS: Final = {
    "cp1252": _WEST,
    "iso8859_15": _WEST,
    "cp1251": _CYRILLIC,
    "koi8_r": _CYRILLIC,
    "koi8_u": _CYRILLIC,
    "cp1256": _ARABIC,
    "cp1250": _EAST,
    "iso8859_2": _EAST,
    "cp1250 Hungarian": _HUNGARIAN,
    "iso8859_2 Hungarian": _HUNGARIAN,
    "cp1254": _TURKISH,
    "cp1253": _GREEK,
    "cp1255": _HEBREW,
    "cp1257": _BALTIC,
    "cp1258": _VIETNAMESE,
    "cp874": _THAI,
    "mac_roman": _WEST,
    "cp850": _WEST,
    "cp866": _CYRILLIC,
    "iso8859_5": _CYRILLIC,
    "mac_cyrillic": _CYRILLIC,
    "iso8859_6": _ARABIC,
    "cp852": _EAST,
}

# Encodings of machines that are rare by now; taken only where they are clearly better.
RARE: Final = frozenset({"cp1258", "cp874", "mac_roman", "cp850", "cp866", "cp852"})
