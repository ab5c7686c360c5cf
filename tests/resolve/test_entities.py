from daylight.model import SentencePair

from .conftest import Story

A = (
    "Harbour Secretary Halvard Osterling said on Monday that the port would stay shut. Osterling met Velmark President "
    "Ilja Zerovskyy in Brenn."
)


def test_one_man_spelt_in_several_ways_is_one_entity(story: Story) -> None:
    b = (
        "Ostelin, Marrow give answers about the port\n\nHarbour Secretary Halvard Osterlin told reporters that the port "
        "was shut. Ostelin added that ships would wait. Tessa Marrow, the mayor of Brenn, said she was angry. "
        "Velmark President Ilya Zerovsky was in town, and so was Secretary Halvardosterling."
    )
    found = story(A, b)
    assert found.people()["Halvard Osterling"] == {
        "Halvard Osterling",
        "Osterling",
        "Halvard Osterlin",
        "Ostelin",
        "Halvardosterling",
    }
    status = found.status("Halvard Osterling")
    assert status["Osterling"] == "variant"
    assert status["Halvard Osterlin"] == status["Ostelin"] == status["Halvardosterling"] == "garbled"
    assert len(found.people()) == 3


def test_transliterations_are_variants_not_errors(story: Story) -> None:
    found = story(A, "President Ilja Zerovsky of Velmark was in Brenn. Zerovskij left early.")
    assert found.people()["Ilja Zerovsky"] == {"Ilja Zerovskyy", "Ilja Zerovsky", "Zerovskij"}
    assert "garbled" not in found.status("Ilja Zerovsky").values()


def test_two_people_with_one_surname_stay_two(story: Story) -> None:
    found = story(
        "Hannah Marrow said the port was shut. Her husband, William Marrow, disagreed. Mrs. Marrow left.",
        "William Marrow spoke first. Marrow said nothing of the port. He left.",
        "Hannah Marrow and Bill Marrow came to the port.",
    )
    people = found.people()
    assert people["Hannah Marrow"] == {"Hannah Marrow", "Marrow"}
    assert people["William Marrow"] == {"William Marrow", "Bill Marrow", "Marrow"}


def test_father_and_son_stay_two_where_one_report_names_both(story: Story) -> None:
    found = story(
        "Owen Tallis said he would sell the mine. His son, Owen Tallis Jr., said the same. Tallis left.",
        "Owen Tallis Jr. spoke for his father.",
    )
    assert found.people()["Owen Tallis"] == {"Owen Tallis", "Tallis"}
    assert found.people()["Owen Tallis Jr."] == {"Owen Tallis Jr."}


def test_a_firm_named_after_a_man_is_no_man(story: Story) -> None:
    found = story("Owen Tallis said the mine was safe. The Tallis Mining Company said on Friday that it would close.")
    assert found.people() == {"Owen Tallis": {"Owen Tallis"}}
    assert "Tallis Mining Company" in {e.name for e in found.entities if e.kind == "organization"}


def test_aligned_sentences_are_evidence_for_a_mangled_name(story: Story) -> None:
    texts = ("Robert Osterling said the port was shut.", "The day was cold. Asterlin said that the port was shut.")
    without = story(*texts)
    aligned = story(*texts, pairs=[SentencePair("r0", 0, "r1", 1, 1.0), SentencePair("r0", 0, "r1", 1, 0.9)])
    assert len(without.people()) == 2
    assert aligned.people() == {"Robert Osterling": {"Robert Osterling", "Asterlin"}}


def test_ids_survive_a_further_report(story: Story) -> None:
    alone = {e.name: e.id for e in story(A).entities}
    more = {e.name: e.id for e in story(A, "Halvard Osterling was tired, said Pia Lund.").entities}
    assert alone.items() <= more.items()


def test_places_and_bodies_are_entities_too(story: Story) -> None:
    found = story(
        "The National Harbour Council met in the United States. The NHC wants more ships, and the U.S. agreed.",
    )
    assert {e.name: {s.text for s in e.spellings} for e in found.entities} == {
        "National Harbour Council": {"National Harbour Council", "NHC"},
        "United States": {"United States", "U.S."},
    }


def test_every_span_slices_to_what_it_stands_for(story: Story) -> None:
    found = story(A, "President Ilja Zerovsky of Velmark was in Brenn. The harbour secretary said that he left.")
    text = {a.report.id: a.report for a in found.reports}
    for entity in found.entities:
        for spelling in entity.spellings:
            assert {text[m.report].slice(m.span) for m in spelling.mentions} == {spelling.text}
        assert all(text[role.report].slice(role.span) == role.text for role in entity.roles)
        assert all(text[place.report].slice(place.span).strip() for place in entity.pointers)
    assert any(entity.pointers for entity in found.entities)


def test_the_same_reports_give_the_same_entities_in_any_run(story: Story) -> None:
    b = "Harbour Secretary Halvard Osterlin told reporters that the port was shut."
    assert story(A, b).entities == story(A, b).entities
    assert {e.id for e in story(A, b).entities} == {e.id for e in story(b, A).entities}


def test_sir_and_a_first_name_mean_the_man_of_that_name(story: Story) -> None:
    found = story(
        "Bill Harrow-Tallis, the president of the council, spoke first. Sir William said that nobody would lose. "
        "He smiled. Owen Marrow left.",
        "Sir William Harrow-Tallis, the chairman of the council, said the town had no choice.",
        said=[(0, "Sir William", "nobody would lose"), (0, "He", "smiled")],
    )
    assert found.speaker(0) == found.speaker(1) == "William Harrow-Tallis"


def test_the_end_of_a_long_name_is_that_name(story: Story) -> None:
    found = story(
        "At a meeting with vice prime minister Zdenko Wow Brabitch Kov, Owen Tallis spoke. Brabitch Kov said it was late.",
        "The deputy prime minister, Zdeněk Brabičkov, spoke. Brabičkov said that it was late.",
    )
    assert {"Brabitch Kov", "Zdenko Wow Brabitch Kov", "Zdeněk Brabičkov", "Brabičkov"} in found.people().values()
    assert len(found.people()) == 2


def test_a_junior_of_a_formal_report_is_the_man_of_its_headline(story: Story) -> None:
    found = story(
        "Indicting Owen Tallis Shows Link To Old Mine\n\nOwen J. Tallis Jr., an adviser, was held. Mr. Tallis left.",
        "Owen Tallis was held on Monday. Tallis said nothing.",
    )
    assert list(found.people()) == ["Owen Tallis"]


def test_a_body_named_only_inside_an_office_is_no_entity(story: Story) -> None:
    found = story("Senate President Owen Tallis spoke in Brenn. Pia Lund, the director of the Geologic Bureau, left Brenn.")
    assert {e.name for e in found.entities} == {"Owen Tallis", "Pia Lund", "Brenn"}


def test_house_spelling_parts_no_body(story: Story) -> None:
    found = story("The Harbour Inspectorate said it was late.", "The Harbor Inspectorate said it was early.")
    (body,) = found.entities
    assert {s.text for s in body.spellings} == {"Harbour Inspectorate", "Harbor Inspectorate"}


def test_the_preferred_spelling_tells_by_how_many_reports_it_is_printed(story: Story) -> None:
    found = story(A, "Harbour Secretary Halvard Osterling was tired.", "Harbour Secretary Halvard Osterlin was tired.")
    assert (
        found.person("Halvard Osterling").spellings[0].reason
        == "the full form printed by 2 of 3 reports that name the person"
    )
