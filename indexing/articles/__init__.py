"""From files to articles, and from articles to passages: text, lay-out, day and furniture."""

from indexing.articles.files import article_files, parse_article, read_article

__all__ = ["article_files", "parse_article", "read_article"]
