"""What surrounds the article of a web page, and what its author hid: left out, with care.

An element is left out where it is no text (scripts, controls), where it is struck out,
where it is hidden, or where it is what sites put around their articles: navigation,
cookie notices, share buttons, page foot, lists of other articles. Whatever holds a large
part of the page's words is never taken for surroundings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from appealdesk.cases.opening.reasons import Reason, Refused

if TYPE_CHECKING:
    from lxml.etree import _Element


def names(text: str) -> frozenset[str]:
    """Return the names in a text as a set."""
    return frozenset(text.split())


_NO_TEXT: Final = names(
    "head script style noscript template svg math iframe object embed applet audio video canvas"
    " button input select option datalist progress meter nav del s strike map dialog frameset"
    " noframes"
)
_ROLES: Final = names("navigation search alertdialog dialog menu menubar contentinfo alert")
_WORDS = (
    "cookies?|consent|onetrust|gdpr|ccpa|skip|skiplink|breadcrumbs?|share|sharing|sharedaddy"
    "|addtoany|addthis|screen-?reader(?:-text)?|sr-only|visually-?hidden|pagination|navbar"
    "|navigation|nav|menu|newsletter|subscribe|site-?footer|page-?footer|footer|colophon"
    "|noprint|no-print|msocomanchor"
)
_AROUND: Final = re.compile(rf"(?:^|[\s_-])(?:{_WORDS})(?:$|[\s_-])", re.IGNORECASE)
_ASIDE: Final = re.compile(
    r"(?:^|[\s_-])(?:sidebar|related|widget|popular|latest|teasers?|tags?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDING: Final = re.compile(
    r"display\s*:\s*none|mso-element\s*:\s*comment-list|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)"
    r"|(?<![\w-])opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
_STYLES: Final = re.compile(r"<style[^>]*>(.*?)</style>", re.IGNORECASE | re.DOTALL)
_RULE: Final = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SIMPLE: Final = re.compile(r"[.#][A-Za-z_][\w-]*")
_STYLE_LETTERS: Final = 400_000  # of style sheets that are looked through
_MOST: Final = 0.4  # the share of a page's words that surroundings never have
_ELEMENTS: Final = 400_000


def text_in(element: _Element) -> str:
    """Return all text inside an element."""
    return "".join(str(text) for text in element.itertext())


class Surroundings:
    """What is known of one page as a whole, to judge its elements by."""

    def __init__(self, root: _Element, source: str) -> None:
        self._root = root
        # Elements are kept as well as measured: lxml makes new objects for forgotten ones.
        self._kept: list[_Element] = []
        self._letters: dict[_Element, int] = {}
        self._linked: dict[_Element, int] = {}
        self._measure()
        self._hidden_names = _names_that_hide(source)
        self._total = max(1, self._letters.get(root, 1))

    def title(self) -> str:
        """Return the page's title where it has no heading of the first rank, else ""."""
        if next(self._root.iter("h1"), None) is not None:
            return ""
        title = next(self._root.iter("title"), None)
        return (title.text or "") if title is not None else ""

    def is_left_out(self, element: _Element) -> bool:
        """Tell whether an element, with all that is in it, is no part of the document."""
        tag = element.tag
        if tag in _NO_TEXT:
            return True
        if tag in {"html", "body", "main", "article"}:
            return False
        if self._letters.get(element, 0) > _MOST * self._total:
            return False
        return self._is_hidden(element) or self._is_around(element)

    def _measure(self) -> None:
        """Count the letters of each element, and those of them that stand in links."""
        self._kept = list(self._root.iter())
        if len(self._kept) > _ELEMENTS:
            raise Refused(Reason.TOO_LONG)
        for element in reversed(self._kept):
            if element.tag in _NO_TEXT:
                continue
            letters = len((element.text or "").strip())
            linked = 0
            for child in element:
                letters += self._letters.get(child, 0) + len((child.tail or "").strip())
                linked += self._linked.get(child, 0)
            self._letters[element] = letters
            self._linked[element] = letters if element.tag == "a" else linked

    def _is_hidden(self, element: _Element) -> bool:
        attributes = element.attrib
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            return True
        if _HIDING.search(attributes.get("style", "")):
            return True
        if not self._hidden_names:
            return False
        names = {f".{name}" for name in element.get("class", "").split()}
        names.add(f"#{element.get('id', '')}")
        return not names.isdisjoint(self._hidden_names)

    def _is_around(self, element: _Element) -> bool:
        tag = element.tag
        if element.get("role") in _ROLES:
            return True
        if tag == "footer":
            return not self._is_inside(element) or self._is_mostly_links(element)
        if tag == "form":
            return self._is_short_form(element)
        name = f"{element.get('class', '')} {element.get('id', '')}"
        if tag == "aside" or _ASIDE.search(name):
            return self._is_mostly_links(element) or next(element.iter("form"), None) is not None
        return bool(name.strip()) and _AROUND.search(name) is not None

    def _is_inside(self, element: _Element) -> bool:
        return any(outer.tag in {"article", "main"} for outer in element.iterancestors())

    def _is_mostly_links(self, element: _Element) -> bool:
        return self._linked.get(element, 0) * 2 >= self._letters.get(element, 0)

    def _is_short_form(self, element: _Element) -> bool:
        writes = next(element.iter("textarea"), None) is not None
        return not writes and self._letters.get(element, 0) < 300


def _names_that_hide(source: str) -> frozenset[str]:
    """Return the plain `.class` and `#id` selectors that the page's own styles hide."""
    hidden: set[str] = set()
    for selectors, body in style_rules(source):
        if _HIDING.search(body):
            hidden.update(
                selector.strip()
                for selector in selectors.split(",")
                if _SIMPLE.fullmatch(selector.strip())
            )
    return frozenset(hidden)


def style_rules(source: str) -> list[tuple[str, str]]:
    """Return (selectors, body) of the rules in a page's own style sheets.

    Rules inside @media and the like are passed over: they may not apply.
    """
    styles = "\n".join(found.group(1) for found in _STYLES.finditer(source[: 4 * _STYLE_LETTERS]))
    return _rules(styles[:_STYLE_LETTERS])


def _rules(styles: str) -> list[tuple[str, str]]:
    plain = re.sub(r"/\*.*?\*/|<!--|-->", "", styles, flags=re.DOTALL)
    kept: list[str] = []
    depth = 0
    skipping = 0  # the depth at which an @-block began
    for piece in re.split(r"([{}])", plain):
        if piece == "{":
            depth += 1
            if not skipping and kept and kept[-1].lstrip().startswith("@"):
                skipping = depth
        if not skipping:
            kept.append(piece)
        if piece == "}":
            if skipping == depth:
                skipping = 0
                kept.append("}")
            depth = max(0, depth - 1)
    return _RULE.findall("".join(kept))
