"""An assistant without an index: hand-made Answers for the tests of the doors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from threading import Event

from assistant.records import Answer, CheckReport, Citation, Figure, Reported, ReportEntry, Table
from indexing.errors import UsageError
from indexing.records import Article, MetricFact, Span

SECONDS_TO_FREE = 30
"""For which an answer waits at most."""
TEXT = (
    "Long Chau health insurance in 2023\n"
    "By the end of 2023, over 1.2 million people of Long Chau had a health insurance card,"
    " covering 93 per cent of the population.\n"
    "Premiums of VND3.99 trillion were collected.\n"
)
QUOTE_START = TEXT.index("By the end")
QUOTE_END = TEXT.index("\nPremiums")
ARTICLE = Article(
    doc="long-chau-2024",
    version="0" * 64,
    text=TEXT,
    title="Long Chau health insurance in 2023",
    published=date(2024, 3, 7),
    publisher="Long Chau Social Security",
    url="https://example.org/long-chau",
    body=Span(TEXT.index("By the end"), len(TEXT)),
)
HOSTILE = (
    "<script>window.broken=1</script><img src=http://evil.example/x.png onerror=alert(1)>"
    "<form action=http://evil.example><input name=q></form> ![i](http://evil.example/y.png)"
    " [link](javascript:alert(1)) # title ${1+1} {{value}} $$x^2$$ <iframe src=//evil.example>"
    " **bold** `code` http://evil.example/auto \u202e39 per cent \x1b[31m"
)


def figure(text: str, within: str, value: str, **fields: object) -> Figure:
    """A verified figure standing as `text` in `within`."""
    start = within.index(text)
    made = Figure(
        text=text,
        start=start,
        end=start + len(text),
        value=Decimal(value),
        unit="percent",
        bound="exact",
        metric="hi_coverage",
        aspect="level",
        place="Long Chau",
        group=None,
        period="@2023",
        vs=None,
        verdict="verified",
        citations=(1,),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def citation(mark: int, *cited: str, **fields: object) -> Citation:
    """The sentence of the fake article, with the `cited` figures highlighted."""
    made = Citation(
        mark=mark,
        doc=ARTICLE.doc,
        title=ARTICLE.title,
        published=ARTICLE.published,
        url=ARTICLE.url,
        start=QUOTE_START,
        end=QUOTE_END,
        quote=TEXT[QUOTE_START:QUOTE_END],
        highlights=tuple((TEXT.index(text), TEXT.index(text) + len(text)) for text in cited),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


ANSWERED_TEXT = (
    "Health insurance covered 93 per cent of Long Chau's population at the end of 2023 [1]."
)
ANSWERED = Answer(
    id="receipt-1",
    question="",
    understood="HI coverage · Long Chau · 2023",
    status="answered",
    answer=ANSWERED_TEXT,
    figures=(figure("93 per cent", ANSWERED_TEXT, "93"),),
    citations=(citation(1, "93 per cent"),),
    mode="table",
    language="en",
    index="fingerprint-1",
    elapsed_ms=4.1,
)
MONEY_TEXT = "VND3.99 trillion was collected [1]."
MONEY = replace(
    ANSWERED,
    answer=MONEY_TEXT,
    figures=(
        figure("VND3.99 trillion", MONEY_TEXT, "3.99E+12", unit="VND", metric="premium_collection"),
    ),
    warnings=("Two reports give different figures.",),
)
TABLED_TEXT = "Long Chau: 93 per cent [1]; Ha Giang: 97.5 per cent [2]."
TABLED = replace(
    ANSWERED,
    answer=TABLED_TEXT,
    figures=(
        figure("93 per cent", TABLED_TEXT, "93"),
        figure("97.5 per cent", TABLED_TEXT, "97.5", place="Ha Giang", citations=(2,)),
    ),
    citations=(
        citation(1, "93 per cent"),
        citation(2, doc="ha-giang", url=None, published=None),
    ),
    table=Table(
        columns=("Figure", "Place", "Date", "Value"),
        rows=(
            ("household HI members", "Long Chau", "at the end of September 2023", "93 per cent"),
            ("household HI members", "Ha Giang", "at the end of September 2023", "97.5 per cent"),
        ),
        citations=((1,), (2,)),
    ),
)
NOT_FOUND = replace(
    ANSWERED,
    status="not_found",
    answer="",
    figures=(),
    citations=(),
    reason="No report holds this for 2035; the nearest is 2023.",
)
CLARIFY = replace(
    NOT_FOUND,
    status="clarify",
    reason="The question names no place.",
    choices=("Health insurance coverage of Long Chau?", "Health insurance coverage of Ha Giang?"),
)
VIETNAMESE_TEXT = "Bảo hiểm y tế bao phủ 93% dân số Long Châu vào cuối năm 2023 [1]."
VIETNAMESE = replace(
    ANSWERED,
    language="vi",
    understood="Tỷ lệ bao phủ BHYT · Long Châu · 2023",
    answer=VIETNAMESE_TEXT,
    figures=(figure("93%", VIETNAMESE_TEXT, "93"),),
    warnings=("Số liệu tính đến cuối năm 2023.",),
)
ATTACK = replace(
    ANSWERED,
    answer=HOSTILE + " 93 per cent [1]",
    figures=(figure("93 per cent", HOSTILE + " 93 per cent [1]", "93"),),
    understood=HOSTILE,
    citations=(
        citation(
            1,
            url="javascript:alert(1)",
            title=HOSTILE,
            quote=HOSTILE,
            end=QUOTE_START + len(HOSTILE),
        ),
    ),
    reason=HOSTILE,
    warnings=(HOSTILE,),
    choices=(HOSTILE,),
    table=Table(columns=(HOSTILE,), rows=((HOSTILE,),), citations=((1,),)),
)
ANSWERS = {
    "coverage": ANSWERED,
    "premiums": MONEY,
    "compare": TABLED,
    "future": NOT_FOUND,
    "where": CLARIFY,
    "tiếng Việt": VIETNAMESE,
    "attack": ATTACK,
}

FACTS = tuple(
    MetricFact(
        doc=ARTICLE.doc,
        version=ARTICLE.version,
        place=place,
        metric="premium_collection",
        group=None,
        subject=None,
        aspect="level",
        value=Decimal("3.99E+12"),
        unit="VND",
        bound="exact",
        period="2023",
        vs=None,
        start=0,
        end=9,
        quote_start=0,
        quote_end=9,
        quote=TEXT[0:9],
        flags=("restated",),
    )
    for place in ("Long Chau", "Ha Giang", "Viet Nam")
)


CONFLICT: dict[str, object] = {
    "metric": "hi_coverage", "aspect": "level", "place": "Nghe An", "group": "poor households",
    "subject": None, "period": "@2023", "vs": None, "unit": "percent",
    "reports": [
        {
            "doc": "a b", "title": "Nghe An <b>reports</b>", "published": date(2024, 1, 5),
            "url": None, "value": Decimal("93.5"), "bound": "over", "start": 0, "end": 9,
            "quote": "over 93.5 per cent\n\nof them", "flags": [],
        },
        {
            "doc": "c", "title": "Undated", "published": None, "url": None, "value": Decimal(-92),
            "bound": "exact", "start": 0, "end": 9, "quote": "92 per cent", "flags": [],
        },
    ],
}  # fmt: skip


class FakeAssistant:
    """Gives the first of `ANSWERS` whose key the question holds; remembers what it was asked.

    While `free` is not set, answers are under way.
    """

    def __init__(self) -> None:
        self.free = Event()
        self.free.set()
        self.asked: list[tuple[str, tuple[str, ...]]] = []
        self.closed = False

    def prepare(self) -> None:
        """Nothing takes long to load."""

    def answer(self, question: str, history: Sequence[str] = ()) -> Answer:
        self.asked.append((question, tuple(history)))
        assert self.free.wait(SECONDS_TO_FREE)
        known = next((key for key in ANSWERS if key in question), "future")
        return replace(ANSWERS[known], question=question)

    def check(self, text: str) -> CheckReport:
        figures = tuple(
            figure(words, text, value, **fields)
            for words, value, fields in CHECKED
            if words in text
        )
        return CheckReport("receipt-2", figures, (citation(1, "93 per cent"),) if figures else ())

    def article(self, doc: str) -> Article | None:
        return ARTICLE if doc == ARTICLE.doc else None

    def reports(self) -> tuple[ReportEntry, ...]:
        return (ReportEntry(ARTICLE.doc, ARTICLE.title, ARTICLE.published),)

    def conflicts(self) -> tuple[dict[str, object], ...]:
        return (CONFLICT,)

    def metrics(
        self,
        *,
        metric: str | None = None,
        place: str | None = None,
        doc: str | None = None,
        period: str | None = None,
        limit: int = 100,
        cursor: str | None = None,
    ) -> tuple[Sequence[MetricFact], str | None]:
        if cursor is not None and not (cursor.isascii() and cursor.isdigit()):
            raise UsageError(f"cursor: expected one that an earlier page gave, came {cursor!r}")
        wanted = {"metric": metric, "place": place, "doc": doc, "period": period}
        rows = [
            fact
            for fact in FACTS
            if all(value is None or getattr(fact, name) == value for name, value in wanted.items())
        ]
        begin = int(cursor or 0)
        following = str(begin + limit) if begin + limit < len(rows) else None
        return rows[begin : begin + limit], following

    def close(self) -> None:
        self.closed = True


CHECKED: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("93 per cent", "93", {}),
    (
        "95 per cent",
        "95",
        {
            "verdict": "contradicted",
            "citations": (),
            "reported": Reported(Decimal(93), "percent", "exact", (1,)),
        },
    ),
    ("12 per cent", "12", {"verdict": "unsupported", "citations": (), "note": "no period"}),
)
