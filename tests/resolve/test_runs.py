from .conftest import Story


def test_a_name_given_in_pieces_is_one(story: Story) -> None:
    found = story(
        "Nadia Calder Rook, who opposed the sale, told the meeting that it was too late.",
        "Mrs Calder-Rook was late. Nadia Calder-Rook said so herself.",
    )
    assert list(found.people().values()) == [{"Nadia Calder-Rook", "Nadia Calder Rook", "Calder-Rook"}]


def test_a_person_is_cut_off_the_body_whose_name_runs_into_hers(story: Story) -> None:
    found = story(
        "The president had asked Minister Owen Tallis, director of the Geologic Bureau Inge Lund, and envoy Rufus Calder "
        "to lead the talks.",
        "Inge Lund, the director of the Geologic Bureau, said it was late.",
    )
    roles = {e.name: {r.text for r in e.roles} for e in found.entities if e.kind == "person"}
    assert "director of the Geologic Bureau" in roles["Inge Lund"]
    assert roles["Owen Tallis"] == {"Minister"}


def test_a_body_is_found_again_where_the_annotation_leaves_it_out(story: Story) -> None:
    found = story(
        "The Wrenfield Group bought the mine, and Wrenfield has promised jobs, Owen Tallis said.",
        "Wrenfield said it would keep the tower. Wrenfield's chief executive, Pia Lund, smiled.",
        said=[(1, "Wrenfield", "it would keep the tower")],
    )
    (body,) = [e for e in found.entities if e.kind == "organization"]
    assert body.name == "Wrenfield Group"
    assert {s.text for s in body.spellings} == {"Wrenfield Group", "Wrenfield"}


def test_a_report_may_end_inside_a_longer_name_that_another_prints(story: Story) -> None:
    found = story(
        "The treaty was signed in Oklahoma City, and Oklahoma was glad of it, Owen Tallis said.",
        "Owen Tallis said the treaty was late in Nebraska.\n\nNebraska and Oklahoma",
    )
    (state,) = [e for e in found.entities if e.name == "Oklahoma"]
    assert len({place.report for s in state.spellings for place in s.mentions}) == 2
