using Entente.Checking.Between;

namespace Entente.Tests.Checking.Between;

/// <summary>Several texts laid beside each other, from what they say to what the end of the report says of them.</summary>
public sealed class TextJoinTests
{
    [Fact]
    public void Texts_that_give_one_figure_agree_within_the_digits_of_each()
    {
        var between = Join(
            ("a.md", "2023-05-01", "In 2022 trade between China and Russia amounted to $190.3 billion."),
            ("b.md", "2023-02-01", "Trade between Russia and China reached $190 billion in 2022."),
            ("c.md", null, "Trade between China and Russia was about $190 billion in 2022.")
        );
        var figure = between.Agreements.ShouldHaveSingleItem();
        figure.Subject.ShouldBe("trade between Russia and China");
        figure.Period!.Text.ShouldBe("2022");
        var position = figure.Positions.ShouldHaveSingleItem();
        position.Text.ShouldBe("$190.3bn");
        position.Mentions.Select(m => m.Path).ShouldBe(["b.md", "a.md", "c.md"]);
        position.Earliest!.Path.ShouldBe("b.md");
        between.Contradictions.ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_copied_but_for_a_word_or_two_is_said_once()
    {
        const string Sentence =
            "In 2022 trade between China and Russia amounted to $190 billion, the customs service said in a short statement that it put on its page without any further comment on what was behind the rise or on what it expects for the years ahead of it.";
        Join(
            ("a.md", "2023-05-01", Sentence),
            ("b.md", "2023-05-03", Sentence.Replace("short statement", "brief statement", StringComparison.Ordinal))
        )
            .Figures.ShouldBeEmpty();
        Join(
            ("a.md", "2023-05-01", Sentence),
            ("b.md", "2023-05-03", "Trade between Russia and China was $190 billion in 2022, by all accounts.")
        )
            .Agreements.ShouldHaveSingleItem();
        Join(("a.md", "2023-05-01", Sentence), ("b.md", "2023-05-03", Sentence.Replace("$190", "$160", StringComparison.Ordinal)))
            .Contradictions.ShouldHaveSingleItem();
    }

    [Fact]
    public void Texts_that_give_another_value_for_the_same_figure_disagree_in_fact()
    {
        var between = Join(
            ("a.md", "2023-05-01", "In 2022 trade between China and Russia amounted to $190 billion."),
            ("b.md", "2023-06-01", "In 2022 trade between China and Russia amounted to $210 billion.")
        );
        var figure = between.Contradictions.ShouldHaveSingleItem();
        figure.Positions.Select(p => p.Text).ShouldBe(["$190bn", "$210bn"]);
        figure.DiffersIn.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "Trade in goods and services between the United States and China was $758 billion in 2022.",
        "Trade in goods between the United States and China was $690 billion in 2022.",
        "goods and services / goods"
    )]
    [InlineData(
        "India's trade with Russia in 2023 was $45 billion.",
        "India's trade with Russia in fiscal year 2023-24 was $65.7 billion.",
        "calendar year 2023 / fiscal year 2023-04..2024-03"
    )]
    [InlineData(
        "According to Eurostat, the EU's imports from China were €514 billion in 2023.",
        "According to the IMF, the EU's imports from China were €560 billion in 2023.",
        "Eurostat / IMF"
    )]
    [InlineData(
        "China's exports to Russia were $76.1 billion in 2022.",
        "Russia's imports from China were $74 billion in 2022.",
        "statistics of CHN / of RUS"
    )]
    [InlineData(
        "China's exports to Russia grew by 36 percent in 2023.",
        "China's exports to Russia grew by 37 percent in 2023.",
        "rounding"
    )]
    public void What_only_differs_in_definition_is_no_contradiction(string first, string second, string apart)
    {
        var between = Join(("a.md", "2024-06-01", first), ("b.md", "2024-07-01", second));
        between.Contradictions.ShouldBeEmpty();
        var parts = between.Differences.ShouldHaveSingleItem().DiffersIn;
        parts.ShouldContain(p => p == apart || p == Swapped(apart));
    }

    [Fact]
    public void The_other_side_of_a_border_does_not_explain_every_gap() =>
        Join(
            ("a.md", "2024-06-01", "China's exports to Russia were $76 billion in 2022."),
            ("b.md", "2024-07-01", "Russia's imports from China were $40 billion in 2022.")
        )
            .Contradictions.ShouldHaveSingleItem();

    [Fact]
    public void The_order_of_the_names_is_no_side() =>
        Join(
            ("a.md", "2024-06-01", "Trade between China and Russia was $190 billion in 2022."),
            ("b.md", "2024-07-01", "Trade between Russia and China was $205 billion in 2022.")
        )
            .Contradictions.ShouldHaveSingleItem();

    [Fact]
    public void Units_are_converted_before_values_are_compared()
    {
        var between = Join(
            ("a.md", "2024-06-01", "The border between China and Russia is 4,209 km long."),
            ("b.md", "2024-07-01", "The border between Russia and China is 2,615 miles long.")
        );
        between.Agreements.ShouldHaveSingleItem().Positions[0].Mentions.Count.ShouldBe(2);
    }

    [Fact]
    public void A_bound_agrees_with_what_it_does_not_exclude()
    {
        Join(
            ("a.md", "2024-06-01", "Trade between China and Russia exceeded $150 billion in 2022."),
            ("b.md", "2024-07-01", "Trade between China and Russia was $190 billion in 2022.")
        )
            .Agreements.ShouldHaveSingleItem();
        Join(
            ("a.md", "2024-06-01", "Trade between China and Russia exceeded $200 billion in 2022."),
            ("b.md", "2024-07-01", "Trade between China and Russia was $190 billion in 2022.")
        )
            .Contradictions.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_statement_that_was_synced_twice_is_counted_once()
    {
        const string Highlight =
            "- Trade between China and Russia reached $190 billion in 2022. ([View Highlight](https://read.readwise.io/read/01abc))\n";
        var between = Join(
            ("one.md", "2023-05-01", Highlight),
            ("one-again.md", "2023-05-02", Highlight.Replace("Trade", "Total trade", StringComparison.Ordinal)),
            ("other.md", "2023-06-01", "In 2022 trade between China and Russia amounted to $190 billion, more than ever.")
        );
        var mentions = between.Agreements.ShouldHaveSingleItem().Positions[0].Mentions;
        mentions.Select(m => m.Path).ShouldBe(["one.md", "other.md"]);
        mentions[0].Copies.Select(c => c.Path).ShouldBe(["one-again.md"]);
    }

    [Fact]
    public void One_text_twice_says_nothing_between_texts() =>
        Join(
            ("one.md", "2023-05-01", "Trade between China and Russia reached $190 billion in 2022."),
            ("copy.md", "2023-05-01", "Trade between China and Russia reached $190 billion in 2022.")
        )
            .Figures.ShouldBeEmpty();

    [Fact]
    public void Forecasts_may_differ() =>
        Join(
            ("a.md", "2024-06-01", "Trade between China and Russia will reach $300 billion by 2030."),
            ("b.md", "2024-07-01", "Trade between China and Russia will reach $250 billion by 2030.")
        )
            .Figures.ShouldBeEmpty();

    [Fact]
    public void The_order_of_the_texts_changes_nothing_but_ties()
    {
        (string, string?, string)[] texts =
        [
            ("a.md", "2023-05-01", "In 2022 trade between China and Russia amounted to $190 billion."),
            ("b.md", "2023-06-01", "In 2022 trade between China and Russia amounted to $210 billion."),
            ("c.md", "2023-07-01", "In 2022 trade between China and Russia amounted to $190.3 billion."),
        ];
        var forward = Join(texts);
        var backward = Join([.. texts.Reverse()]);
        backward.Figures[0].Explanation.ShouldBe(forward.Figures[0].Explanation);
        backward.Figures[0].Positions.Select(p => p.Mentions.Count).ShouldBe(forward.Figures[0].Positions.Select(p => p.Mentions.Count));
    }

    [Fact]
    public void Quoted_words_stand_beside_the_other_texts_wording()
    {
        var between = Join(
            ("a.md", "2022-03-01", "Putin and Xi described the ties between Russia and China as a “partnership without limits.”"),
            ("b.md", "2022-04-01", "In February Xi and Putin declared that the “friendship between the two States has no limits.”")
        );
        var shared = between.Quotations.ShouldHaveSingleItem();
        shared.Recorded!.Date.Text.ShouldBe("2022-02-04");
        shared.Wordings.Select(w => w.Quote).ShouldBe(["partnership without limits", "friendship between the two States has no limits"]);
    }

    [Fact]
    public void Words_that_the_record_does_not_hold_are_compared_between_texts()
    {
        var between = Join(
            ("a.md", "2022-03-01", "Lavrov said that “the pipeline to China would carry fifty billion cubic metres every year.”"),
            ("b.md", "2022-04-01", "Novak said that “the pipeline to China will carry thirty billion cubic metres every year.”")
        );
        var shared = between.Quotations.ShouldHaveSingleItem();
        shared.Recorded.ShouldBeNull();
        shared.Difference.ShouldBe(
            Entente.Checking.Quotations.QuotationDifference.Wording | Entente.Checking.Quotations.QuotationDifference.Speaker
        );
    }

    [Fact]
    public void Rows_that_were_kept_as_bytes_are_the_same_rows()
    {
        var join = Installation.Engine.Join(Installation.Today)!;
        var texts = Directory
            .GetFiles(Path.Combine(Clone.Root, "docs", "examples", "texts"))
            .Order(StringComparer.Ordinal)
            .Select(f => join.Rows(Installation.Check(Installation.Read(File.ReadAllText(f), path: f))))
            .ToList();
        var kept = texts
            .Select(t =>
            {
                using var bytes = new MemoryStream();
                TextRowsCodec.Write(bytes, t);
                bytes.Position = 0;
                return TextRowsCodec.Read(bytes);
            })
            .ToList();
        Printed(join.Join(kept)).ShouldBe(Printed(join.Join(texts)));
        Should.Throw<InvalidDataException>(() => TextRowsCodec.Read(new MemoryStream([1, 65, 1])));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("json")]
    public void Every_report_ends_with_what_the_texts_say_together_and_is_harmed_by_none(string format)
    {
        const string Hostile = "---\ntitle: \"<img src=x> [a](b) \\e[31m\"\nauthor: X\ndate: 2024-06-01\n---\n";
        var between = Join(
            ("a.md", null, Hostile + "Trade between China and Russia was $190 billion in 2022."),
            (
                "b.md",
                null,
                Hostile
                    + "Trade between China and Russia was $250 billion in 2022. Xi and Putin spoke of a “<b>partnership</b> without limits”."
            ),
            ("c.md", null, Hostile + "Xi and Putin spoke of China and Russia’s friendship as “without any limits”.")
        );
        between.Contradictions.ShouldHaveSingleItem();
        between.Quotations.ShouldHaveSingleItem();
        var report = Entente.Reports.ReportFormats.Create(format, new());
        using var output = new StringWriter { NewLine = "\n" };
        report.End(
            output,
            new()
            {
                Documents = [],
                Several = true,
                Between = between,
            }
        );
        var text = output.ToString();
        text.ShouldContain("250bn");
        text.ShouldContain("Friendship between the two");
        text.ShouldNotContain("\u001b");
        if (format is "html" or "markdown")
        {
            var bare = text.Replace("\\<", "", StringComparison.Ordinal);
            bare.ShouldNotContain("<img");
            bare.ShouldNotContain("<b>partnership");
        }
        if (format == "json")
            System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("contradictions").GetArrayLength().ShouldBe(1);
    }

    private static string Printed(BetweenTexts between)
    {
        using var output = new StringWriter();
        new Entente.Reports.Json.JsonReport().End(
            output,
            new()
            {
                Documents = [],
                Several = true,
                Between = between,
            }
        );
        return output.ToString();
    }

    internal static BetweenTexts Join(params (string Path, string? Published, string Text)[] texts)
    {
        var join = Installation.Engine.Join(Installation.Today)!;
        return join.Join([
            .. texts.Select(t =>
                join.Rows(Installation.Check(Installation.Read(t.Text, t.Published is null ? null : Period.Parse(t.Published), t.Path)))
            ),
        ]);
    }

    private static string Swapped(string apart) => string.Join(" / ", apart.Split(" / ").Reverse());
}
