using System.Diagnostics;
using Entente.Quantities;
using Entente.Reading.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Reading.Quantities;

public class QuantityPropertyTests
{
    private static readonly string[] Pieces =
    [
        "$",
        "€",
        "US$",
        "%",
        "20",
        "2022",
        "1,234.5",
        "190bn",
        "3.5",
        "-",
        "–",
        "/",
        ":",
        "+",
        ".",
        ",",
        "(",
        ")",
        "and",
        "to",
        "between",
        "from",
        "or",
        "a",
        "the",
        "half",
        "third",
        "dozen",
        "of",
        "in",
        "million",
        "billion",
        "percent",
        "points",
        "barrels",
        "a day",
        "years",
        "ago",
        "later",
        "May",
        "March",
        "Feb.",
        "Thursday",
        "last",
        "first",
        "No.",
        "top",
        "Section",
        "aged",
        "one",
        "two",
        "hundred",
        "twice",
        "times",
        "doubled",
        "more than",
        "votes",
        "voted",
        "abstentions",
        "G7",
        "S-400",
        "s",
        "th",
        "x",
        "km",
        "²",
        "½",
        "next",
        "quarter",
        "year",
        "since",
        "before",
        "Q1",
        "early",
        "RMB",
        "won",
        "\u00A0",
        "’",
    ];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces)
        .SelectMany(piece => Gen.Elements("", " ").Select(gap => piece + gap))
        .ListOf()
        .Select(string.Concat);

    [Fact]
    public void Spans_are_in_range_ordered_and_apart() =>
        Prop.ForAll(
                Texts.ToArbitrary(),
                text =>
                {
                    var tokens = Tokenizer.Tokenize(text);
                    var reading = QuantityReader.Read(tokens);
                    var spans = reading
                        .Mentions.Select(m => (m.FirstToken, m.EndToken))
                        .Concat(reading.Skipped.Select(s => (s.FirstToken, s.EndToken)))
                        .Order()
                        .ToList();
                    Check(spans, tokens.Count);
                    foreach (var mention in reading.Mentions)
                    {
                        mention.CoreToken.ShouldBeInRange(mention.FirstToken, mention.EndToken - 1);
                        double.IsFinite(mention.Number.Value).ShouldBeTrue();
                        var bounds = QuantityBounds.Of(mention);
                        (bounds.Low ?? double.MinValue).ShouldBeLessThanOrEqualTo(bounds.High ?? double.MaxValue);
                    }
                    foreach (var published in new[] { null, "2024", "2024-04", "2024-04-09" })
                    {
                        var times = TimeReader.Read(
                            tokens,
                            new TimeContext { Published = published is null ? null : Period.Parse(published) }
                        );
                        Check([.. times.Select(t => (t.FirstToken, t.EndToken))], tokens.Count);
                        times.ShouldAllBe(t => (t.Period == null) == (t.Unresolved != null));
                        foreach (var time in times.Where(t => t.Period is not null))
                            Period.Parse(time.Period!.Text).SameDays(time.Period).ShouldBeTrue(time.Period.Text);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    [Fact]
    public void Every_number_of_a_text_is_a_quantity_or_skipped() =>
        Prop.ForAll(
                Texts.ToArbitrary(),
                text =>
                {
                    var tokens = Tokenizer.Tokenize(text);
                    var reading = QuantityReader.Read(tokens);
                    for (var i = 0; i < tokens.Count; i++)
                        if (tokens[i].Kind == TokenKind.Number)
                            (
                                reading.Mentions.Any(m => m.FirstToken <= i && i < m.EndToken)
                                || reading.Skipped.Any(s => s.FirstToken <= i && i < s.EndToken)
                            ).ShouldBeTrue($"{tokens[i].Text} in {text}");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    [Theory]
    [InlineData("1 ")]
    [InlineData("$")]
    [InlineData("one hundred and ")]
    [InlineData("million ")]
    [InlineData("1-")]
    [InlineData("between 1 and ")]
    [InlineData("the ")]
    [InlineData("more than ")]
    [InlineData("January–")]
    [InlineData("2022-")]
    [InlineData("hundreds of ")]
    [InlineData("1,")]
    [InlineData("000 ")]
    public void Time_is_linear_in_hostile_repetition(string piece)
    {
        var clock = Stopwatch.StartNew();
        var tokens = Tokenizer.Tokenize(string.Concat(Enumerable.Repeat(piece, 40_000)));
        QuantityReader.Read(tokens);
        TimeReader.Read(tokens, new TimeContext { Published = Period.Parse("2024-04-09") });
        // Generous: quadratic time would take minutes.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    private static void Check(List<(int First, int End)> spans, int count)
    {
        var floor = 0;
        foreach (var (first, end) in spans)
        {
            first.ShouldBeGreaterThanOrEqualTo(floor);
            end.ShouldBeGreaterThan(first);
            end.ShouldBeLessThanOrEqualTo(count);
            floor = end;
        }
    }
}
