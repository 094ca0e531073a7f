using Entente.Models.IdealPoints;

namespace Entente.Tests.Models.IdealPoints;

/// <summary>Which roll calls count, which are on one text, and how estimates are laid beside a release.</summary>
public sealed class VoteSelectionTests
{
    private static RollCall Call(long id, int session, string description, bool paragraph = false, string title = "") =>
        new()
        {
            Id = id,
            Session = session,
            Year = session + 1945,
            IsParagraph = paragraph,
            Title = title,
            Description = description,
        };

    // Rare words carry the comparison, so there must be others.
    private static readonly RollCall[] Calls =
    [
        Call(1, 50, "Situation of human rights in the Sudan"),
        Call(2, 50, "Necessity of ending the embargo against Cuba"),
        Call(3, 50, "Convention on the prohibition of nuclear arms", paragraph: true),
        Call(4, 50, "Question of Guam"),
        Call(5, 50, "Report of the International Atomic Energy Agency"),
        Call(11, 51, "Situation of human rights in the Congo"),
        Call(12, 51, "Necessity of ending the embargo against Cuba : resolution / adopted by the General Assembly"),
        Call(13, 51, "Convention on the prohibition of nuclear arms"),
        Call(14, 51, "Question of Guam"),
        Call(15, 51, "Question of Guam"),
        Call(16, 51, "A/52/1 12 - ENERGY", title: "Report of the International Atomic Energy Agency"),
        Call(21, 52, "NECESSITY OF ENDING THE EMBARGO AGAINST CUBA"),
    ];

    [Fact]
    public void Repeated_texts_are_bridged_and_nothing_else()
    {
        var found = Bridging.Find(Calls);
        found[12].ShouldBe(2);
        found[21].ShouldBe(12);
        found[16].ShouldBe(5);
        // Another country, a paragraph for a whole, two that are as much alike.
        found.Keys.Order().ShouldBe([12L, 16, 21]);
    }

    [Fact]
    public void Session_nineteen_is_stepped_over() =>
        Bridging
            .Find([
                Call(1, 18, "Question of Oman"),
                Call(2, 18, "Apartheid in South Africa"),
                Call(3, 19, "Question of Oman"),
                Call(4, 20, "Question of Oman"),
                Call(5, 20, "Land-locked countries"),
            ])
            .ShouldBe(new Dictionary<long, long> { [4] = 1 });

    private static List<CastVote> Votes(params (long Call, string Choices)[] calls) =>
        [.. calls.SelectMany(c => c.Choices.Select((y, i) => new CastVote(c.Call, ((char)('A' + i)).ToString(), (byte)(y - '0'))))];

    [Fact]
    public void Unanimous_items_fall_away_by_item_not_by_roll_call()
    {
        var selected = SelectedVotes.Of(Calls, Votes((1, "000"), (2, "000"), (12, "002"), (13, "012"), (4, "021")), new VoteSelection());
        selected.Items.ShouldBe([
            [2L, 12],
            [4L],
            [13L],
        ]);
        (selected.Bridges, selected.Unanimous).ShouldBe((1, 1));
        selected.Years.ShouldBe([1995, 1996]);
        selected.Votes.Count.ShouldBe(12);
    }

    [Fact]
    public void Paragraphs_after_1989_never_count_and_before_it_only_where_asked()
    {
        var calls = new[] { Call(1, 40, "one text", true), Call(2, 40, "another"), Call(3, 50, "a third", true), Call(4, 50, "a fourth") };
        var votes = Votes((1, "012"), (2, "012"), (3, "012"), (4, "012"));
        SelectedVotes.Of(calls, votes, new()).Items.SelectMany(i => i).ShouldBe([1L, 2, 4]);
        SelectedVotes.Of(calls, votes, new() { FinalPassageOnly = true }).Items.SelectMany(i => i).ShouldBe([2L, 4]);
        SelectedVotes.Of(calls, votes, new() { From = 1990 }).Items.SelectMany(i => i).ShouldBe([4L]);
        Should.Throw<ArgumentException>(() => SelectedVotes.Of(calls, votes, new() { From = 2020 }));
    }

    [Fact]
    public void A_list_of_pairs_takes_the_place_of_words()
    {
        var calls = new[] { Call(1, 40, "one text"), Call(2, 41, "another"), Call(3, 42, "a third") };
        var selected = SelectedVotes.Of(
            calls,
            Votes((1, "012"), (2, "012"), (3, "012")),
            new()
            {
                Bridges = new Dictionary<long, long> { [3] = 2, [2] = 1 },
            }
        );
        selected.Items.ShouldBe([
            [1L, 2, 3],
        ]);
    }

    [Fact]
    public void One_line_puts_estimates_onto_a_release()
    {
        var ours = new[]
        {
            ("A", 1990, -1.0, 0.1),
            ("B", 1990, 0, 0.1),
            ("C", 1990, 1, 0.1),
            ("A", 1991, -2, 0.1),
            ("B", 1991, 0.5, 0.1),
            ("C", 1991, 2, 0.1),
        };
        var released = ours.Select(o => new ReleasedPoint(o.Item1, o.Item2, 0.5 - (2 * o.Item3), 0.2)).Append(new("D", 1991, 9, 0.2));
        var comparison = ReleaseComparison.Of(ours.Select(o => (o.Item1, o.Item2, o.Item3, o.Item4)), released);
        (comparison.Slope, comparison.Intercept).ShouldBe((-2, 0.5));
        comparison.Correlation.ShouldBe(-1, 1e-12);
        comparison.ByYear.Select(y => (y.Year, y.States)).ShouldBe([(1990, 3), (1991, 3)]);
        comparison.ByYear.ShouldAllBe(y => Math.Abs(y.Correlation - 1) < 1e-12);
        comparison.Points.ShouldAllBe(p => Math.Abs(p.Apart!.Value) < 1e-9 && Math.Abs(p.Error - 0.2) < 1e-12);
        comparison.WithinTwo.ShouldBe(1);
    }
}
