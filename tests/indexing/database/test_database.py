"""What the database promises: all of an article or nothing, one state for each reader."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from indexing.database import Database, FactKey, IndexWriter
from indexing.database.engine import make_engine
from indexing.database.schema import metadata
from indexing.errors import IndexMissing, SettingError, UsageError, WorkError
from indexing.settings import IndexSettings
from tests.indexing.samples import article, facts_of, indexed


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> IndexSettings:
    """A database that holds nothing; the server's is the one that POSTGRES_TEST_URL names."""
    if request.param == "sqlite":
        return IndexSettings(data_dir=tmp_path / "data")
    address = os.environ.get("POSTGRES_TEST_URL")
    if address is None:
        pytest.skip("POSTGRES_TEST_URL names no database")
    engine = make_engine(address)
    metadata.drop_all(engine)
    engine.dispose()
    return IndexSettings(data_dir=tmp_path / "data", database_url=address)


@pytest.fixture
def file_settings(tmp_path: Path) -> IndexSettings:
    """An SQLite database that does not exist yet."""
    return IndexSettings(data_dir=tmp_path / "data")


@pytest.fixture
def database(settings: IndexSettings) -> Iterator[Database]:
    database = Database.open(settings, create=True)
    yield database
    database.close()


@pytest.fixture
def writer(database: Database) -> IndexWriter:
    writer = database.writer("first", "fake", 8)
    writer.switch()
    return writer


def test_without_an_index_opening_says_how_to_make_one(settings: IndexSettings) -> None:
    with pytest.raises(IndexMissing, match="python -m indexing build"):
        Database.open(settings)
    assert not settings.data_dir.exists()


def test_an_unfinished_first_index_is_no_index(settings: IndexSettings, database: Database) -> None:
    database.writer("first", "fake", 8).put(indexed(article()))
    with pytest.raises(IndexMissing):
        Database.open(settings)
    with pytest.raises(IndexMissing), database.view():
        pass


def test_an_article_comes_back_as_it_went_in(database: Database, writer: IndexWriter) -> None:
    given = indexed(article())
    writer.put(given)
    with database.view() as view:
        assert view.article("alpha") == given.article
        assert tuple(view.passages()) == given.passages
        assert tuple(view.facts()) == given.facts
        vectors = view.vectors()
        assert vectors.ids == tuple(passage.id for passage in given.passages)
        assert np.array_equal(vectors.matrix, given.vectors)
        held = view.sentences([*vectors.ids, "unknown"])
        assert held.keys() == set(vectors.ids)
        for id, told in zip(vectors.ids, given.sentences, strict=True):
            assert held[id].spans == told.spans
            assert np.allclose(held[id].vectors, told.vectors, atol=1e-3)
        assert view.contents().articles == view.contents().facts == 1
        assert view.articles()[0].publisher == "Test Gazette"
        assert view.article("beta") is None


@pytest.mark.parametrize(
    "value", ["3990000000000.1234", "0.10", "93", "-7.50", "287271000000000", "1E+2"]
)
def test_decimals_stay_exact(database: Database, writer: IndexWriter, value: str) -> None:
    given = indexed(article())
    fact = replace(given.facts[0], value=Decimal(value))
    writer.put(replace(given, facts=(fact,)))
    with database.view() as view:
        assert str(view.facts()[0].value) == value


def test_a_new_version_takes_the_place_of_the_old(database: Database, writer: IndexWriter) -> None:
    writer.put(indexed(article(value="93")))
    new = indexed(article(value="94"))
    writer.put(new)
    with database.view() as view:
        assert [fact.value for fact in view.facts()] == [Decimal(94)]
        assert {passage.version for passage in view.passages()} == {new.article.version}


def test_a_failing_write_leaves_the_old_version_whole(
    database: Database, writer: IndexWriter
) -> None:
    old = indexed(article(value="93"))
    writer.put(old)
    new = indexed(article(value="94"))
    broken = replace(new, facts=(replace(new.facts[0], metric=None),))  # type: ignore[arg-type]
    with pytest.raises(WorkError):
        writer.put(broken)
    with database.view() as view:
        assert view.article("alpha") == old.article
        assert tuple(view.facts()) == old.facts
        assert tuple(view.passages()) == old.passages


def test_removing_an_article_removes_all_of_it(database: Database, writer: IndexWriter) -> None:
    writer.put(indexed(article("alpha")))
    writer.put(indexed(article("beta", "Beta")))
    writer.remove(["alpha"])
    with database.view() as view:
        assert [entry.doc for entry in view.articles()] == ["beta"]
        assert {passage.doc for passage in view.passages()} == {"beta"}
        assert {fact.doc for fact in view.facts()} == {"beta"}


def test_an_open_view_does_not_move(database: Database, writer: IndexWriter) -> None:
    writer.put(indexed(article(value="93")))
    with database.view() as view:
        writer.put(indexed(article(value="94")))
        assert view.facts()[0].value == 93
        assert database.revision() == view.revision + 1
    with database.view() as view:
        assert view.facts()[0].value == 94


def test_a_rebuild_is_unseen_until_it_is_switched_in(
    database: Database, writer: IndexWriter
) -> None:
    writer.put(indexed(article(value="93")))
    beside = database.writer("second", "other", 8)
    beside.put(indexed(article(value="94")))
    with database.view() as view:
        assert (view.fingerprint, view.facts()[0].value) == ("first", 93)
        beside.switch()
        assert (view.fingerprint, view.facts()[0].value) == ("first", 93)
    with database.view() as view:
        assert (view.fingerprint, view.facts()[0].value) == ("second", 94)


def test_an_interrupted_rebuild_is_gone_on_with(database: Database, writer: IndexWriter) -> None:
    beside = database.writer("second", "other", 8)
    beside.put(indexed(article()))
    assert database.writer("second", "other", 8).held() == beside.held() != {}


def test_an_abandoned_rebuild_is_cleared_away(database: Database, writer: IndexWriter) -> None:
    database.writer("second", "other", 8).put(indexed(article()))
    assert database.writer("first", "fake", 8).complete
    assert database.writer("second", "other", 8).held() == {}


def test_vectors_of_known_words_are_found_again(database: Database, writer: IndexWriter) -> None:
    given = indexed(article())
    writer.put(given)
    beside = database.writer("second", "fake", 8)
    found = beside.known_vectors("fake", [*given.embedded, "unknown"])
    assert set(found) == set(given.embedded)
    for key, vector, told in zip(given.embedded, given.vectors, given.sentences, strict=True):
        assert np.array_equal(found[key].whole, vector)
        assert np.allclose(found[key].sentences, told.vectors, atol=1e-3)
    assert beside.known_vectors("other model", given.embedded) == {}


@pytest.fixture
def three(writer: IndexWriter) -> None:
    for doc in ("alpha", "beta", "gamma"):
        one = article(doc, doc.title())
        fact = facts_of(one)[0]
        writer.put(replace(indexed(one), facts=(fact, replace(fact, metric="si_coverage"))))


@pytest.mark.parametrize(
    ("filters", "docs"),
    [
        pytest.param({}, ["alpha", "alpha", "beta", "beta", "gamma", "gamma"], id="all"),
        pytest.param({"metrics": ["si_coverage"]}, ["alpha", "beta", "gamma"], id="metric"),
        pytest.param({"places": ["Beta", "Gamma"]}, ["beta", "beta", "gamma", "gamma"], id="place"),
        pytest.param({"docs": {"gamma"}, "metrics": {"hi_coverage"}}, ["gamma"], id="both"),
        pytest.param({"docs": []}, [], id="none"),
        pytest.param({"places": ["' OR 1=1 --"]}, [], id="injection"),
    ],
)
def test_facts_are_filtered(
    database: Database, three: None, filters: dict[str, list[str]], docs: list[str]
) -> None:
    with database.view() as view:
        assert [fact.doc for fact in view.facts(**filters)] == docs


@pytest.mark.parametrize(
    ("under", "places"),
    [
        pytest.param("Long Chau", ["Long Chau", "Long Chau, Ha Giang"], id="of any province"),
        pytest.param("Long Chau, Ha Giang", ["Long Chau, Ha Giang"], id="of one province"),
        pytest.param("Long", [], id="not a part of a name"),
        pytest.param("Long Chau-", [], id="another name that begins alike"),
        pytest.param("Long_Chau", [], id="letters mean nothing else"),
    ],
)
def test_a_place_is_found_by_its_own_name(
    database: Database, writer: IndexWriter, under: str, places: list[str]
) -> None:
    one = article()
    told = ("Long Chau, Ha Giang", "Long Chau", "Long Chau City, Ha Giang", "Long Chauna", None)
    facts = tuple(replace(facts_of(one)[0], place=place) for place in told)
    writer.put(replace(indexed(one), facts=facts))
    with database.view() as view:
        found = view.facts(["hi_coverage"], under=under)
        assert sorted(fact.place or "" for fact in found) == places
        assert view.dated_facts(["hi_coverage"], under=under)[0] == found


def test_the_metrics_of_a_place_are_told_each_once(database: Database, three: None) -> None:
    with database.view() as view:
        assert view.metrics(["Alpha", "Beta"]) == {"hi_coverage", "si_coverage"}
        assert view.metrics(["Delta"]) == frozenset()


def test_facts_come_with_the_dates_of_their_articles(database: Database, three: None) -> None:
    with database.view() as view:
        facts, dates = view.dated_facts(["si_coverage"], ["Alpha", "Gamma"])
        assert facts == view.facts(["si_coverage"], ["Alpha", "Gamma"])
        assert dates == view.published(["alpha", "gamma"])


@pytest.fixture
def dated(writer: IndexWriter) -> None:
    """Three reports with figures that differ in one part of their key each."""
    for doc, published in (("old", date(2023, 1, 5)), ("new", date(2024, 1, 5)), ("plain", None)):
        one = replace(article(doc, "Long Chau"), published=published)
        fact = facts_of(one)[0]
        changes: dict[str, Any] = {"place": None, "group": "pupils", "aspect": "target"}
        changes |= {"period": None, "vs": "2022", "unit": "other", "metric": "si_coverage"}
        others = [replace(fact, **{name: value}) for name, value in changes.items()]
        others += [replace(fact, place="Long Chau, Ha Giang")]
        same = [fact, replace(fact, value=fact.value + 1)]
        writer.put(replace(indexed(one), facts=tuple([*same, *others] if doc == "new" else same)))


def test_a_key_stands_for_all_rows_that_differ_in_value_and_report_only(
    database: Database, dated: None
) -> None:
    with database.view() as view:
        keys = {key.identity: key for key in view.keys(["hi_coverage", "si_coverage"])}
        assert keys.keys() == {FactKey.identity_of(row) for row in view.facts()}
        plain = keys[FactKey.identity_of(view.facts(docs=["old"])[0])]
        assert (plain.published, plain.undated) == (date(2024, 1, 5), True)
        others = [key for key in keys.values() if key is not plain]
        assert {(key.published, key.undated) for key in others} == {(date(2024, 1, 5), False)}


def test_the_rows_of_a_key_come_with_all_those_of_their_sentences(
    database: Database, dated: None
) -> None:
    with database.view() as view:
        keys = view.keys(["hi_coverage", "si_coverage"])
        assert view.sentences_of(keys)[0] == view.facts()
        assert view.sentences_of([]) == ([], {})
        for key in keys:
            rows, dates = view.sentences_of([key])
            own = [row for row in view.facts() if FactKey.identity_of(row) == key.identity]
            told = {(row.doc, row.quote_start) for row in rows}
            assert set(own) <= set(rows)
            assert rows == [r for r in view.facts() if (r.doc, r.quote_start) in told]
            assert dates.items() >= view.published([row.doc for row in own]).items()


def test_keys_are_those_of_a_metric_and_its_places(database: Database, dated: None) -> None:
    with database.view() as view:
        keys = view.keys(["hi_coverage"])
        assert {key.metric for key in keys} == {"hi_coverage"}
        there = [key for key in keys if key.place == "Long Chau"]
        assert set(view.keys(["hi_coverage"], ["Long Chau"])) == set(there)
        named = {key for key in keys if key.place is not None}
        assert set(view.keys(["hi_coverage"], under="Long Chau")) == named


@pytest.mark.parametrize("aspects", [("level",), ("target",), ("level", "target"), ("change",), ()])
def test_keys_of_some_aspects_are_those_and_all_of_parts(
    database: Database, dated: None, aspects: tuple[str, ...]
) -> None:
    with database.view() as view:
        keys = view.keys(["hi_coverage"])
        asked = {key for key in keys if key.aspect in aspects or key.group is not None}
        assert set(view.keys(["hi_coverage"], aspects=aspects)) == asked


@pytest.mark.parametrize("limit", [1, 2, 4, 6, 50])
def test_pages_together_are_the_whole_table(database: Database, three: None, limit: int) -> None:
    with database.view() as view:
        rows, cursor, pages = [], None, 0
        while pages == 0 or cursor is not None:
            page = view.facts_page(cursor, limit)
            rows.extend(page.rows)
            cursor, pages = page.next, pages + 1
        assert rows == view.facts()
        assert pages == -(-len(rows) // limit)


@pytest.mark.parametrize("cursor", ["", "alpha", ":alpha", "-1:alpha", "9" * 30 + ":a", "٣:alpha"])
def test_a_made_up_cursor_is_refused(database: Database, three: None, cursor: str) -> None:
    with database.view() as view, pytest.raises(UsageError, match="cursor"):
        view.facts_page(cursor, 10)


def test_passages_come_in_the_order_asked(database: Database, three: None) -> None:
    with database.view() as view:
        ids = [passage.id for passage in view.passages()]
        asked = [ids[2], "unknown", ids[0], ids[2]]
        assert [passage.id for passage in view.passages(asked)] == [ids[2], ids[0]]
        assert {passage.doc for passage in view.passages(docs=["beta"])} == {"beta"}


def test_the_database_is_private_to_its_owner(file_settings: IndexSettings) -> None:
    Database.open(file_settings, create=True).close()
    files = list(file_settings.data_dir.iterdir())
    assert files
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)


def test_tables_of_another_version_are_refused(file_settings: IndexSettings) -> None:
    Database.open(file_settings, create=True).close()
    with sqlite3.connect(file_settings.data_dir / "index.sqlite") as raw:
        raw.execute("UPDATE state SET schema = 99")
    with pytest.raises(WorkError, match="version 99"):
        Database.open(file_settings, create=True)


def test_a_damaged_file_is_told_in_one_line(file_settings: IndexSettings) -> None:
    file_settings.data_dir.mkdir()
    (file_settings.data_dir / "index.sqlite").write_bytes(b"no database " * 1000)
    with pytest.raises(WorkError, match=r"^the database [^\n]* failed: [^\n]*$"):
        Database.open(file_settings)


@pytest.mark.parametrize("address", ["nonsense", "oracle9://x", "postgresql+nodriver://x/y"])
def test_an_unusable_address_is_a_setting_error(tmp_path: Path, address: str) -> None:
    with pytest.raises(SettingError, match="VSS_DATABASE_URL"):
        Database.open(IndexSettings(data_dir=tmp_path, database_url=address), create=True)
