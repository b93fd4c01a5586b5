"""Codes made of digits: addresses, numbers of documents, telephone numbers, citation marks."""

from __future__ import annotations

import re

from indexing.reading.lexicon import table
from indexing.reading.quantity.lookalikes.masks import Masked, blank
from indexing.reading.view import View

_ADDRESSES = (
    ("http", re.compile(r"https?://\S+")),
    ("www.", re.compile(r"www\.\S+")),
    ("@", re.compile(r"[\w.+-]+@[\w-]+\.\w+")),
)
_CODE = re.compile(
    r"[0-9](?<![\w.,].)[0-9]{0,4}(?:/[0-9]{4})?"
    r"(?:\s?[-/]\s?(?=[a-zđ]{2})[a-zđ0-9]+)+(?:[-/][a-zđ]+)*"
)
_MARK = re.compile(r"\[\^?[0-9]{1,3}(?:\s*[,-]\s*[0-9]{1,3})*\]")
_PHONES = (
    (
        ("+",),
        re.compile(r"\+(?=(?:[ .()-]{0,2}[0-9]){10,14}(?![0-9]))[0-9][0-9 .()-]+[0-9](?![0-9])"),
    ),
    (
        ("-",),
        re.compile(
            r"(?<![\w.,$-])(?:\+?[0-9]{1,2}[-. ])?(?:\([0-9]{3}\) ?|[0-9]{3}[-.])?"
            r"[0-9]{3}-[0-9]{4}(?![\w-])"
        ),
    ),
    (
        ("911", "999", "112"),
        re.compile(
            r"\b(?:call|calls|called|calling|dialed|dialled)\s(?:911|999|112)"
            r"(?=\s*(?:[.;:)\n]|$)|,(?![0-9])|\s(?:and|to|after|when|for|at|on|in|from|but)\b)"
            r"|(?<![\w.,$-])(?:911(?=\s(?:calls?|callers?|operators?)\b)|(?:999|112)(?=\scall\b))"
        ),
    ),
    (("0",), re.compile(r"0(?<![\w.,].)[0-9]{2,3}\)?(?:[ .-]?[0-9]{3,4}){2}(?![0-9])")),
    (("0",), re.compile(r"0(?<![\w.,].)[0-9]{2,3}(?:[.-][0-9]{1,4}){3,4}(?![0-9])")),
    *(
        ((word,), re.compile(rf"\b{word}[.:\s]*[+0-9(][0-9 .()-]{{5,}}[0-9]"))
        for word in table("quantities")["words"]["telephones"]
    ),
)
"""Telephone numbers, each with what it cannot do without one of."""


def codes(view: View) -> list[Masked]:
    """Addresses, document codes, telephone numbers and citation marks of a view."""
    seen = view.seen
    found = [
        Masked(*match.span(), "web or mail address")
        for sign, rule in _ADDRESSES
        if sign in seen
        for match in rule.finditer(seen)
    ]
    for match in _CODE.finditer(seen):
        letters = [i for i in range(*match.span()) if seen[i].isalpha()]
        if all(view.capital(i) for i in letters[:2]):
            found.append(Masked(*match.span(), "number of a document"))
    possible = [rule for needs, rule in _PHONES if any(sign in seen for sign in needs)]
    phones = [m.span() for rule in possible for m in rule.finditer(seen)]
    found += [Masked(*span, "telephone number") for span in phones]
    if "[" in seen:
        found += [Masked(*m.span(), "citation mark") for m in _MARK.finditer(seen)]
    return found


def without_codes(view: View) -> str:
    """The view with what `codes` finds masked."""
    return blank(view.seen, [(m.start, m.end) for m in codes(view)])
