"""The home of a document: the area that its numbers are about unless a sentence says otherwise.

The title decides first, then what the publisher is called, then the text itself: a village or a company that it keeps
speaking of, the area behind 该县 and 全市, the area that holds all its places; else the country.
"""

from __future__ import annotations

from dataclasses import replace

from tasks.extract.gazetteer import COUNTRY, Gazetteer, words
from tasks.extract.regions_companies import company_names
from tasks.extract.regions_find import find_regions
from tasks.extract.regions_headed import body_headed_by, headed_body
from tasks.extract.regions_home_publisher import home_by_outlet, home_by_publisher, overseas, overseas_page
from tasks.extract.regions_home_text import home_by_text, village_story
from tasks.extract.regions_home_title import home_by_title
from tasks.extract.regions_home_unknown import own_zone, unknown_county
from tasks.extract.regions_island import title_city
from tasks.extract.regions_page import Page, as_area, as_printed
from tasks.extract.regions_place import Place
from tasks.extract.regions_settled import kept_village, own_town, portrayed
from tasks.extract.regions_topics import (
    defined_body,
    own_voice,
    portrait,
    portrayed_by_name,
    reporting_body,
    seat,
    signing_body,
    title_firm,
    title_person,
    title_reports,
)


def home_of(page: Page, book: Gazetteer) -> Place:
    """The area, village or body the document speaks for; the country when nothing else is named."""
    home = _widest(page, book)
    if home.rule != "home" or home.code in (None, *words()["overseas_whole"]):
        return home
    village = portrayed(page.text)
    if village is None and home.code == COUNTRY:
        return home
    village = village or own_town(page.text, page.mentions)
    if village is None and book.level(home.code) == "county":
        village = kept_village(page.text, page.mentions)
    return replace(as_printed(village), around=home.code) if village else home


def _widest(page: Page, book: Gazetteer) -> Place:
    """The home by title, publisher and places, before a village in it is looked for."""
    companies = company_names(page.text, page.title)
    if companies:
        return replace(as_printed(companies[0]), rule="company")
    if county := unknown_county(page, book):
        return replace(as_printed(county[0]), around=county[1])
    if zone := own_zone(page):
        return as_printed(zone)
    body = _one_body(page)
    if body:
        return replace(body, around=seat(body.name, book))
    if city := title_city(page):
        return city
    if page.title:
        found = home_by_title(page, page.title, book)
        if found:
            return found
    if island := overseas(page) or overseas_page(page):
        return as_area(island, book)
    if page.publisher:
        found = home_by_publisher(page, page.publisher, book)
        if found:
            return found
    told = home_by_outlet(page, book) or village_story(page) or home_by_text(page, book)
    return _of_unknown(page) or told if told.code == COUNTRY else told


def _of_unknown(page: Page) -> Place | None:
    """The area as printed in the name of a publisher, where several areas have that name and nothing says which."""
    named = find_regions(page.publisher, page.year) if page.publisher else []
    return as_printed(named[0].name) if len(named) == 1 and named[0].code is None else None


def _one_body(page: Page) -> Place | None:
    """The company, hospital or platform that the page is about."""
    reports = title_reports(page.title, page.text) if page.title else None
    if reports and not find_regions(reports, page.year):
        return replace(as_printed(reports), rule="company")
    name = defined_body(page.text)
    if not name and page.title:
        name = signing_body(page.title, page.text) or title_firm(page.title, page.text) or portrait(page.title)
        name = name or headed_body(page.title, page.text) or body_headed_by(page.title, page.text)
        name = name or title_person(page.title, page.text)
    if not name and not page.title:
        name = portrayed_by_name(page.text) or reporting_body(page.text)
    name = name or own_voice(page.text)
    return as_printed(name) if name else None
