"""A page of the chat read back: its tags, their attributes, its text and what is marked in it."""

from __future__ import annotations

from html.parser import HTMLParser

TAGS = {
    "a", "article", "blockquote", "details", "div", "h3", "li", "mark", "ol", "p", "section",
    "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"class", "href", "id", "lang", "rel", "role", "scope", "target", "title"}


class Reader(HTMLParser):
    """Collects the tags, attributes and text that a browser would find."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.marked: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "mark":
            self.marked.append("")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.tags and self.get_starttag_text() and self.tags[-1][0] == "mark":
            self.marked[-1] = self.marked[-1] or data

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]
