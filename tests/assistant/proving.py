"""What holds of every answer, whatever is asked."""

from __future__ import annotations

from assistant import Assistant
from assistant.records import Answer
from indexing.reading.quantity.quantities import find_quantities


def prove(answer: Answer, assistant: Assistant) -> None:
    """What holds of every answer: offsets slice, quotes are the article's, no figure is loose."""
    for figure in answer.figures:
        assert answer.answer[figure.start : figure.end] == figure.text
        assert figure.verdict in ("verified", "derived")
        assert figure.citations
        cited = [citation for citation in answer.citations if citation.mark in figure.citations]
        assert len(cited) == len(figure.citations)
    for place, citation in enumerate(answer.citations, 1):
        assert citation.mark == place
        article = assistant.article(citation.doc)
        assert article is not None
        assert article.text[citation.start : citation.end] == citation.quote
        for start, end in citation.highlights:
            assert citation.start <= start < end <= citation.end
    if answer.mode == "table":
        read = {(q.start, q.end) for q in find_quantities(answer.answer)}
        loose = [span for span in read if not any(
            figure.start < span[1] and span[0] < figure.end for figure in answer.figures
        )]  # fmt: skip
        counted = ("provinces", "tỉnh", "report", "báo cáo")
        counts = [answer.answer[start : end + len(" báo cáo")] for start, end in loose]
        assert all(any(word in count for word in counted) for count in counts), counts
    if answer.status == "answered":
        assert answer.answer
    else:
        assert not answer.answer
        assert not answer.figures
        assert answer.reason
