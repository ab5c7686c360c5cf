import pytest

from daylight.model import SentencePair

from .conftest import Story

TEXT = (
    "Vice President Tessa Marrow spoke in Brenn on Monday. President Owen Tallis was with her. "
    "The vice president said the port was shut. He said it was open. She called him a friend. "
    "A spokesman for Tallis said nothing was new. Officials said the gates were closed. "
    "The ministry said it would wait. Marrow, who met Tallis, said it was late."
)


@pytest.mark.parametrize(
    ("source", "content", "expected"),
    [
        ("The vice president", "the port was shut", "Tessa Marrow"),
        ("He", "it was open", "Owen Tallis"),
        ("She", "a friend", "Tessa Marrow"),
        ("A spokesman for Tallis", "nothing was new", None),
        ("Officials", "the gates were closed", None),
        ("Marrow, who met Tallis,", "it was late", "Tessa Marrow"),
        ("Vice President Tessa Marrow", "it was late", "Tessa Marrow"),
    ],
)
def test_a_source_is_resolved_or_left_alone(story: Story, source: str, content: str, expected: str | None) -> None:
    assert story(TEXT, said=[(0, source, content)]).speaker() == expected


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Owen Tallis was away. A Tallis spokesman said it was late.", "A Tallis spokesman", None),
        ("The Harbour Office met. A Harbour Office official said it was late.", "A Harbour Office official", None),
        ("Brenn was quiet. The former Brenn governor said it was late.", "The former Brenn governor", None),
        ("The Democrats met. One Democrat who stayed said it was late.", "One Democrat who stayed", None),
        ("The Democrats met. Democrats said it was late.", "Democrats", "Democrats"),
        (
            "Owen Tallis was away. Tallis’s attorney, Pia Lund, said it was late.",
            "Tallis’s attorney, Pia Lund,",
            "Pia Lund",
        ),
    ],
)
def test_who_belongs_to_a_name_is_not_the_name(story: Story, text: str, source: str, expected: str | None) -> None:
    assert story(text, said=[(0, source, "it was late")]).speaker() == expected


def test_a_possessor_that_the_parse_takes_for_the_head_does_not_speak(story: Story) -> None:
    text = "Ostland's top vet defends goat cull after letters from the islands\n\nOstland was quiet."
    assert story(text, said=[(0, "Ostland's top vet", "goat cull")]).speaker() is None


def test_i_inside_a_quotation_is_its_speaker(story: Story) -> None:
    text = "Owen Tallis was calm. “I said we would wait,” Tallis said."
    found = story(text, said=[(0, "Tallis", "I said we would wait"), (0, "I", "we would wait")])
    assert found.speaker(0) == found.speaker(1) == "Owen Tallis"


def test_a_role_is_known_from_another_report(story: Story) -> None:
    found = story(
        "Harbour Secretary Halvard Osterling was there.",
        "Halvard Osterling came late. Pia Lund sang. The harbour secretary said that it was cold.",
        said=[(1, "The harbour secretary", "it was cold")],
    )
    assert found.speaker() == "Halvard Osterling"


def test_of_two_presidents_none_is_guessed(story: Story) -> None:
    text = "President Owen Tallis met President Ilja Zerovsky. The president said it was cold."
    assert story(text, said=[(0, "The president", "it was cold")]).speaker() is None


@pytest.mark.parametrize(
    ("text", "source", "content", "expected"),
    [
        (
            "The Harbour Ministry met. The ministry said ships would wait.",
            "The ministry",
            "ships would wait",
            "Harbour Ministry",
        ),
        ("Owen Tallis ran. Tallis’s campaign said it was tired.", "Tallis’s campaign", "it was tired", "Tallis’s campaign"),
        ("It was late. Police said the road was shut.", "Police", "the road was shut", "Police"),
        ("It was late. The company said the road was shut.", "The company", "the road was shut", None),
        (
            "The Brenn Times asked Owen Tallis. He told the newspaper it was late.",
            "the newspaper",
            "it was late",
            "Brenn Times",
        ),
        (
            "Harbour Secretary Owen Tallis sang. The harbour chief said it was late.",
            "The harbour chief",
            "it was late",
            None,
        ),
    ],
)
def test_bodies_speak_and_their_chiefs_are_not_they(
    story: Story, text: str, source: str, content: str, expected: str | None
) -> None:
    assert story(text, said=[(0, source, content)]).speaker() == expected


def test_a_pronoun_in_the_body_does_not_mean_a_man_of_the_headline(story: Story) -> None:
    text = "Owen Tallis Opens The Old Mine At Last\n\nRobert Marrow came by boat. He said that it was cold."
    assert story(text, said=[(0, "He", "it was cold")]).speaker() == "Robert Marrow"


def test_a_bare_office_means_its_holder_in_the_same_report(story: Story) -> None:
    found = story(
        "Energy Minister Owen Tallis spoke. Prime Minister Pia Lund was away. The minister said that it was late.",
        "Minister Rufus Calder was in Brenn.",
        said=[(0, "The minister", "it was late")],
    )
    assert found.speaker() == "Owen Tallis"


def test_the_man_named_beside_the_head_of_a_body_speaks_and_not_the_body(story: Story) -> None:
    source = "The leader of the Lowland Millers’ Union, Owen Tallis,"
    found = story(f"{source} said that it was late.", said=[(0, source, "it was late")])
    assert found.speaker() == "Owen Tallis"


def test_the_company_is_the_only_one_that_the_report_has_named(story: Story) -> None:
    found = story(
        "The operator of the ferry, Osterling Lines, denied it. Owen Tallis left. The company said that it was late.",
        said=[(0, "The company", "it was late")],
    )
    assert found.speaker() == "Osterling Lines"


def test_a_woman_just_introduced_is_she(story: Story) -> None:
    found = story(
        "Nadia Rook, the councillor who led the revolt, said she would sue. She said the contract was long. "
        "The buyer’s chief executive, Anna Lund, would not be drawn on numbers. She added that work would start in March.",
        said=[(0, "Nadia Rook", "she would sue"), (0, "She", "work would start in March")],
    )
    assert found.speaker(1) == "Anna Lund"


def test_the_paper_that_runs_into_a_name_is_the_second_hand(story: Story) -> None:
    text = "Robert Tallis spoke. In an interview with the Brenn JournalTallis said that it was late."
    found = story(text, said=[(0, "Tallis", "it was late")])
    (journal,) = [e for e in found.entities if e.kind == "organization"]
    assert journal.name == "Brenn Journal"
    assert found.speaker() == "Robert Tallis"
    assert story(text, said=[(0, "the Brenn Journal", "it was late")]).speaker() == "Brenn Journal"


def test_a_newspaper_that_the_annotation_leaves_out_speaks(story: Story) -> None:
    found = story(
        "The mine was shut on Monday. The Drossel News observed that it was late.",
        said=[(0, "The Drossel News", "it was late")],
    )
    assert found.speaker() == "Drossel News"


def test_a_description_means_who_says_the_same_in_the_aligned_sentence(story: Story) -> None:
    texts = (
        "Tessa Marrow runs a bank. Owen Tallis was there too. The tycoon said on Monday that the mine would close.",
        "The day was cold. Tessa Marrow said on Monday that the mine would close.",
    )
    said = [(0, "The tycoon", "the mine would close"), (1, "Tessa Marrow", "the mine would close")]
    assert story(*texts, said=said).speaker(0) is None
    assert story(*texts, said=said, pairs=[SentencePair("r0", 2, "r1", 1, 0.9)]).speaker(0) == "Tessa Marrow"


def test_who_speaks_for_another_is_not_the_other(story: Story) -> None:
    texts = (
        "The day was cold. The spokesman said that the mine would close.",
        "Owen Tallis said that the mine would close.",
    )
    said = [(0, "The spokesman", "the mine would close"), (1, "Owen Tallis", "the mine would close")]
    assert story(*texts, said=said, pairs=[SentencePair("r0", 1, "r1", 0, 0.9)]).speaker(0) is None


def test_the_name_that_ends_a_source_is_its_person(story: Story) -> None:
    text = "Academic and professor Lena Brook said the mine was safe. A spokesman for Senator Owen Tallis said it was not."
    said = [
        (0, "Academic and professor Lena Brook", "the mine was safe"),
        (0, "A spokesman for Senator Owen Tallis", "it was not"),
    ]
    found = story(text, said=said)
    assert found.speaker(0) == "Lena Brook"
    assert found.speaker(1) is None
