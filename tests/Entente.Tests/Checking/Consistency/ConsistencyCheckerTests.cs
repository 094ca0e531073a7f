using Entente.Checking;
using Entente.Checking.Consistency;
using Entente.Claims;
using Entente.Claims.Language;
using static Entente.Tests.Checking.Consistency.Say;

namespace Entente.Tests.Checking.Consistency;

public class ConsistencyCheckerTests
{
    private static IReadOnlyList<Inconsistency> Find(params Expression[] expressions) => new ConsistencyChecker().Find(Author(expressions));

    private static void Consistent(params Expression[] expressions) => Find(expressions).ShouldBeEmpty();

    private static Inconsistency One(params Expression[] expressions)
    {
        var found = Find(expressions).ShouldHaveSingleItem();
        found.Explanation.Length.ShouldBeLessThanOrEqualTo(200);
        return found;
    }

    [Fact]
    public void A_part_its_share_the_other_flow_and_the_total_of_the_same_year_cannot_all_hold()
    {
        var found = One(
            Exports("RUS", "CHN", "2023", "energy").Is(Usd("129e9")),
            Share(Exports("RUS", "CHN", "2023", "energy"), Exports("RUS", "CHN", "2023"), "2023").Is(Percent("73")),
            Exports("CHN", "RUS", "2023").Is(Usd("111e9")),
            Trade("CHN", "RUS", "2023").Is(Usd("240e9"))
        );

        found.Claims.ShouldBe(["c1", "c2", "c3", "c4"]);
        found.Identity.ShouldBe("total = exports + imports; share = part ÷ whole");
        found.Explanation.ShouldBe("$129bn ÷ 73 % = $177bn of exports RUS → CHN; + $111bn = $288bn, not $240bn");
    }

    [Fact]
    public void The_same_figures_with_the_share_that_fits_are_left_alone() =>
        Consistent(
            Exports("RUS", "CHN", "2023", "energy").Is(Usd("94e9")),
            Share(Exports("RUS", "CHN", "2023", "energy"), Exports("RUS", "CHN", "2023"), "2023").Is(Percent("73")),
            Exports("CHN", "RUS", "2023").Is(Usd("111e9")),
            Trade("CHN", "RUS", "2023").Is(Usd("240e9"))
        );

    [Fact]
    public void Growth_is_now_by_then_less_one()
    {
        var found = One(
            Trade("CHN", "RUS", "2021").Is(Usd("147e9")),
            Trade("RUS", "CHN", "2022").Is(Usd("190e9")),
            Growth(Trade("CHN", "RUS", "2022"), "2022").Is(Percent("36"))
        );

        found.Identity.ShouldBe("growth = now ÷ then − 1");
        found.Explanation.ShouldBe("$190bn ÷ $147bn − 1 = +29.3 %, not +36 %");
    }

    [Fact]
    public void Growth_without_the_year_before_contradicts_nothing() =>
        Consistent(Trade("CHN", "RUS", "2022").Is(Usd("190e9")), Growth(Trade("CHN", "RUS", "2022"), "2022").Is(Percent("36")));

    [Fact]
    public void Exports_of_one_are_imports_of_the_other_in_a_text_s_own_accounting()
    {
        var found = One(Exports("DEU", "POL", "2022").Is(Usd("96e9")), Imports("DEU", "POL", "2022").Is(Usd("120e9")));

        found.Identity.ShouldBe("one figure, one value");
        found.Explanation.ShouldBe("exports DEU → POL 2022: $96bn and $120bn");
    }

    [Fact]
    public void A_flow_cannot_exceed_the_total_even_where_the_other_flow_is_not_given() =>
        One(Exports("CHN", "USA", "2022").Is(Usd("700e9")), Trade("CHN", "USA", "2022").Is(Usd("600e9")))
            .Explanation.ShouldBe("$700bn of exports CHN → USA alone is more than $600bn of trade CHN–USA");

    [Fact]
    public void An_item_cannot_exceed_all_items()
    {
        var found = One(Exports("SAU", "CHN", "2022", "crude_oil").Is(Usd("65e9")), Exports("SAU", "CHN", "2022").Is(Usd("58e9")));

        found.Identity.ShouldBe("part ≤ whole");
        found.Explanation.ShouldBe("$65bn of crude oil exports SAU → CHN is more than $58bn of exports SAU → CHN");
    }

    [Fact]
    public void Months_cannot_exceed_their_year() =>
        One(Trade("CHN", "RUS", "2023-01..2023-11").Is(Usd("260e9")), Trade("CHN", "RUS", "2023").Is(Usd("240e9")))
            .Identity.ShouldBe("part ≤ whole");

    [Fact]
    public void Halves_add_up_to_their_year() =>
        One(
            Trade("IND", "RUS", "2023-H1").Is(Usd("33e9")),
            Trade("IND", "RUS", "2023-H2").Is(Usd("32e9")),
            Trade("IND", "RUS", "2023").Is(Usd("80e9"))
        )
            .Identity.ShouldBe("year = sum of its parts");

    [Fact]
    public void The_whole_year_written_as_its_months_is_the_year() =>
        One(Trade("CHN", "RUS", "2022").Is(Usd("190e9")), Trade("CHN", "RUS", "2022-01..2022-12").Is(Usd("180e9")))
            .Identity.ShouldBe("one figure, one value");

    [Fact]
    public void The_balance_is_exports_less_imports() =>
        One(
            Exports("DEU", "USA", "2023").Is(Usd("171e9")),
            Imports("USA", "DEU", "2023").Is(Usd("102e9")),
            Of("balance", "2023", new NameReference("DEU"), new NameReference("USA")).Is(Usd("20e9"))
        )
            .Explanation.ShouldBe("$171bn − $102bn = $69bn, not $20bn");

    [Fact]
    public void The_balance_the_other_way_round_has_the_other_sign()
    {
        Expression[] flows = [Exports("DEU", "USA", "2023").Is(Usd("171e9")), Imports("USA", "DEU", "2023").Is(Usd("102e9"))];
        var balance = Of("balance", "2023", new NameReference("USA"), new NameReference("DEU"));

        Consistent([.. flows, balance.Is(new Negate(Usd("69e9")))]);
        Find([.. flows, balance.Is(Usd("69e9"))]).Count.ShouldBe(1);
    }

    [Fact]
    public void Shares_of_different_states_in_one_whole_stay_within_it()
    {
        var whole = World("trade", "RUS", "2023");
        Expression[] shares =
        [
            Share(Trade("RUS", "CHN", "2023"), whole, "2023").Is(Percent("45")),
            Share(Trade("RUS", "IND", "2023"), whole, "2023").Is(Percent("30")),
            Share(Trade("RUS", "TUR", "2023"), whole, "2023").Is(Percent("31")),
        ];

        var found = One(shares);
        found.Identity.ShouldBe("shares sum ≤ 100 %");
        found.Explanation.ShouldBe("45 % + 30 % + 31 % = 106 %, more than 100 % of the whole");
        Consistent(shares[..2]);
        // A body may contain states: 45 % of China and 60 % of a union that China is in would be no contradiction.
        Consistent(shares[0], Share(Trade("RUS", "SCO", "2023"), whole, "2023").Is(Percent("60")));
    }

    [Fact]
    public void Shares_of_items_add_up_only_where_the_catalogue_knows_them_apart()
    {
        var whole = Exports("CHN", "RUS", "2023");
        var claims = Author(
            Share(Exports("CHN", "RUS", "2023", "machinery"), whole, "2023").Is(Percent("63")),
            Share(Exports("CHN", "RUS", "2023", "cars"), whole, "2023").Is(Percent("50"))
        );

        new ConsistencyChecker().Find(claims).ShouldBeEmpty();
        new ConsistencyChecker(new() { ItemsApart = (_, _) => true }).Find(claims).Count.ShouldBe(1);
    }

    [Fact]
    public void A_hedged_share_has_room()
    {
        Expression[] text = [Exports("RUS", "CHN", "2023", "energy").Is(Usd("94e9")), Exports("RUS", "CHN", "2023").Is(Usd("129e9"))];
        var share = Share(Exports("RUS", "CHN", "2023", "energy"), Exports("RUS", "CHN", "2023"), "2023");

        Find([.. text, share.Is(Percent("78"))]).Count.ShouldBe(1);
        Consistent([.. text, share.About(Percent("78"))]);
        Find([.. text, share.Over(Percent("80"))]).Count.ShouldBe(1);
        Consistent([.. text, share.Over(Percent("70"))]);
    }

    [Fact]
    public void Ranks_follow_the_values()
    {
        var found = One(
            Rank("CHN", Partners("RUS"), "trade", "2023").Is(Number("2")),
            Rank("IND", Partners("RUS"), "trade", "2023").Is(Number("1")),
            Trade("CHN", "RUS", "2023").Is(Usd("240e9")),
            Trade("IND", "RUS", "2023").Is(Usd("65e9"))
        );

        found.Claims.Count.ShouldBe(4);
        found.Identity.ShouldBe("rank order");
        found.Explanation.ShouldBe("CHN rank 2 with $240bn, IND rank 1 with $65bn");
        One(Rank("CHN", Partners("RUS"), "trade", "2023").Is(Number("1")), Rank("IND", Partners("RUS"), "trade", "2023").Is(Number("1")))
            .Identity.ShouldBe("rank order");
        Consistent(
            Rank("CHN", Partners("RUS"), "trade", "2023").Is(Number("1")),
            Rank("EU", Partners("RUS"), "trade", "2023").Is(Number("1"))
        );
    }

    [Fact]
    public void Dates_and_the_days_between_them_agree()
    {
        Expression[] dates = [Date("joint_statement_2022").Is(Time("2022-02-04")), Date("ukraine_invasion_2022").Is(Time("2022-02-24"))];
        var between = Days(Event("joint_statement_2022"), Event("ukraine_invasion_2022"));

        Consistent([.. dates, between.Is(Number("20"))]);
        var found = One([.. dates, between.Is(Number("30"))]);
        found.Identity.ShouldBe("dates");
        found.Explanation.ShouldBe("2022-02-24 − 2022-02-04 = 20 days, not 30 days");
        Consistent([.. dates, Days(Event("joint_statement_2022"), Event("ukraine_invasion_2022"), "weeks").Under(Number("3"))]);
        Find([.. dates, Days(Event("joint_statement_2022"), Event("ukraine_invasion_2022"), "weeks").Under(Number("2"))]).Count.ShouldBe(1);
    }

    [Fact]
    public void An_event_has_one_order_to_another() =>
        One(
            Date("summit").Is(Time("2023-03")),
            Date("accord").Is(Time("2022-12-09")),
            new Comparison(Relation.Less, Date("summit"), Date("accord"))
        )
            .Claims.Count.ShouldBe(3);

    [Fact]
    public void A_stretch_of_time_counts_at_most_what_the_longer_one_does()
    {
        Expression Meetings(string period) =>
            new Call(
                "count",
                [
                    new(
                        null,
                        new Call("meetings", [new(null, new StringLiteral("Xi Jinping")), new(null, new StringLiteral("Vladimir Putin"))])
                    ),
                    new(null, Time(period)),
                ]
            );

        One(Meetings("2013..2019").Is(Number("50")), Meetings("2013..2022").Is(Number("39"))).Identity.ShouldBe("subset ≤ set");
        Consistent(Meetings("2013..2019").Is(Number("30")), Meetings("2013..2022").Over(Number("36")));
    }

    [Fact]
    public void A_body_has_no_fewer_members_than_are_named()
    {
        var members = new Call("members", [new(null, new NameReference("SCO")), new(null, Time("2022"))]);
        One(
            new Includes(members, new SetLiteral([.. new[] { "CHN", "RUS", "IND", "PAK" }.Select(c => new NameReference(c))])),
            new Call("count", [new(null, members)]).Is(Number("3"))
        )
            .Claims.ShouldBe(["c1", "c2"]);
    }

    [Fact]
    public void The_highest_since_is_above_the_others_that_the_text_gives() =>
        One(
            new Call(
                "highest",
                [
                    new(null, new Call("trade", [new(null, new NameReference("CHN")), new(null, new NameReference("JPN"))])),
                    new("at", Time("2022")),
                    new("since", Time("2010")),
                ]
            ),
            Trade("CHN", "JPN", "2022").Is(Usd("357e9")),
            Trade("JPN", "CHN", "2021").Is(Usd("371e9"))
        )
            .Claims.Count.ShouldBe(3);

    [Fact]
    public void What_two_speakers_say_is_no_inconsistency_of_the_text() =>
        new ConsistencyChecker()
            .Find([
                By("author", 1, Trade("CHN", "RUS", "2023").Is(Usd("240e9"))),
                By("a minister", 2, Trade("CHN", "RUS", "2023").Is(Usd("200e9"))),
            ])
            .ShouldBeEmpty();

    [Theory]
    [InlineData(Modality.Forecast)]
    [InlineData(Modality.Target)]
    [InlineData(Modality.Reported)]
    [InlineData(Modality.Opinion)]
    [InlineData(Modality.Conditional)]
    public void Only_what_is_asserted_counts(Modality modality) =>
        new ConsistencyChecker()
            .Find([
                By("author", 1, Trade("CHN", "RUS", "2023").Is(Usd("240e9"))),
                By("author", 2, Trade("CHN", "RUS", "2023").Is(Usd("300e9")), modality),
            ])
            .ShouldBeEmpty();

    [Fact]
    public void Amounts_in_two_currencies_or_in_tonnes_are_not_laid_against_each_other() =>
        Consistent(
            Trade("CHN", "RUS", "2022").Is(Usd("190e9")),
            Trade("CHN", "RUS", "2022").Is(Quantity("1280e9", "CNY")),
            Trade("CHN", "RUS", "2021").Is(Usd("147e9")),
            Growth(Trade("CHN", "RUS", "2022"), "2022").Is(Percent("36")),
            Exports("RUS", "CHN", "2022", "crude_oil").Is(Quantity("86e6", "tonne")),
            Exports("RUS", "CHN", "2022", "crude_oil").Is(Usd("58e9"))
        );

    [Fact]
    public void Two_claims_are_not_held_against_each_other_over_a_period_that_was_inferred()
    {
        var claims = Author(Trade("CHN", "RUS", "2022").Is(Usd("190e9")), Trade("CHN", "RUS", "2022").Is(Usd("147e9")));
        claims[1].Claim = claims[1].Claim with { Inferred = [new("period", "2022", "s1")] };

        new ConsistencyChecker().Find(claims).ShouldBeEmpty();
    }

    [Fact]
    public void Names_come_from_the_catalogue() => new ConsistencyChecker(
            new()
            {
                NameOf = code =>
                    code == "DEU" ? "Germany"
                    : code == "POL" ? "Poland"
                    : code,
            }
        ).Find(Author(Exports("DEU", "POL", "2022").Is(Usd("96e9")), Exports("DEU", "POL", "2022").Is(Usd("120e9"))))[0].Explanation.ShouldStartWith("exports Germany → Poland 2022");
}
