using Entente.Checking;
using Entente.Reading;

namespace Entente.Tests.Texts;

/// <summary>
/// The three given texts, which lie beside the clone and are not part of it: what must come out is told by assertion and verdict, without a
/// word of theirs. Skipped where they are absent.
/// </summary>
public sealed class GivenTextsTests
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, CheckReport> Reports = new();

    [SkippableTheory]
    [InlineData("002", "trade(*, 2022) = 190e9 USD", Verdict.Supported)]
    [InlineData("002", "trade(*, 2023) = 240e9 USD", Verdict.Supported)]
    [InlineData("002", "growth(trade(*), 2022) = 36%", Verdict.Contradicted)]
    [InlineData("002", "share(trade(CHN, RUS), of: trade(CHN), 2022) = 2.5%", Verdict.Contradicted)]
    [InlineData("002", "trade(*, 2023-01..2023-11) >= 200e9 USD and *", Verdict.Supported)]
    [InlineData("002", "target(trade(*), 200e9 USD) = 2025", Verdict.Contradicted)]
    [InlineData("002", "imports(RUS -> CHN, energy, 2023) = 129e9 USD", Verdict.Contradicted)]
    [InlineData("002", "imports(RUS -> CHN, energy, 2023) = 129e9 USD", Verdict.Inconsistent)]
    [InlineData("002", "exports(CHN -> RUS, 2023) = 111e9 USD", Verdict.Supported)]
    [InlineData("002", "days(event(joint_statement_2022), event(ukraine_invasion_2022)) = 20", Verdict.Supported)]
    [InlineData("002", "border_length(*) = 2615 miles", Verdict.Supported)]
    [InlineData("002", "share(trade(RUS, CHN), of: trade(RUS), 2013) = 10%", Verdict.Close)]
    [InlineData("002", "share(trade(RUS, CHN), of: trade(RUS), 2021) = 18%", Verdict.Supported)]
    [InlineData("002", "share(trade(RUS, EU), of: trade(RUS), 2021) = 38%", Verdict.Supported)]
    [InlineData("001", "months(*) = 7", Verdict.Supported)]
    [InlineData("001", "weeks(*, event(ukraine_invasion_2022)) < 3", Verdict.Supported)]
    [InlineData("001", "members(SCO, 2022) includes {RUS, IND, PAK}", Verdict.Supported)]
    [InlineData("001", "count(members(SCO), in: central_asia, 2022) = 4", Verdict.Supported)]
    [InlineData("001", "rank(RUS, among: states, by: nuclear_warheads, 2022) = 2", Verdict.Contradicted)]
    [InlineData("001", "if vote(RUS) = no and vote(CHN) = no then not passes(UNSC)", Verdict.Supported)]
    public void A_claim_gets_its_verdict(string text, string assertion, Verdict verdict)
    {
        var claim = Report(text).Claims.FirstOrDefault(c => c.Claim.Assertion is { } a && Matches(a, assertion));
        claim.ShouldNotBeNull($"no claim {assertion}; there are:\n{string.Join("\n", Report(text).Claims.Select(c => c.Claim.Assertion))}");
        claim.Verdicts.ShouldContain(verdict, claim.Explanation);
    }

    [SkippableFact]
    public void What_is_wrong_is_told_with_what_would_be_right()
    {
        Find("growth(trade(*), 2022) = 36%").WouldBeTrue!.ShouldContain("2021");
        Find("target(trade(*), 200e9 USD) = 2025").Explanation.ShouldContain("2020, then 2024");
        Find("imports(RUS -> CHN, energy, 2023) = 129e9 USD").Explanation.ShouldContain("all of");
        static CheckedClaim Find(string assertion) => Report("002").Claims.First(c => c.Claim.Assertion is { } a && Matches(a, assertion));
    }

    [SkippableFact]
    public void The_sum_that_does_not_add_up_is_a_smallest_set() =>
        Report("002").Inconsistencies.ShouldHaveSingleItem().Claims.Count.ShouldBe(4);

    [SkippableFact]
    public void Other_compilers_are_shown_and_turn_nothing() =>
        Report("002")
            .Claims.First(c => c.Claim.Assertion is { } a && Matches(a, "trade(*, 2023) = 240e9 USD"))
            .Evidence.ShouldContain(e => e.Source == "IMF" && !e.Lead);

    [SkippableFact]
    public void A_premise_is_printed_with_what_follows_from_it() =>
        Report("001")
            .Claims.First(c => c.Claim.Assertion is { } a && a.StartsWith("if ", StringComparison.Ordinal))
            .Premise.ShouldNotBeNull();

    [SkippableFact]
    public void The_highlight_that_is_there_twice_appears_once_with_both_links()
    {
        var twice = Report("000").Document.Statements.Where(s => s.Copies.Count > 0).ToList();
        twice.ShouldNotBeEmpty();
        twice.ShouldAllBe(s => s.Links.Count(l => l.Url.Contains("read.readwise.io", StringComparison.Ordinal)) == 2);
    }

    [SkippableFact]
    public void Those_who_speak_are_named()
    {
        var speakers = Report("000")
            .Document.Statements.Where(s => s.Speaker.Role == SpeakerRole.Quoted)
            .Select(s => s.Speaker.Name)
            .ToHashSet();
        speakers.ShouldContain("Gabuev");
        speakers.ShouldContain("Erickson and Collins");
    }

    [SkippableFact]
    public void A_text_that_breaks_off_says_so() => Report("002").Document.Truncated.ShouldBeTrue();

    private static CheckReport Report(string prefix) =>
        Reports.GetOrAdd(
            prefix,
            static p =>
            {
                var folder = Clone.Shared("texts");
                Skip.IfNot(Directory.Exists(folder), $"the given texts are not at {Path.GetFullPath(folder)}");
                var file = Directory.GetFiles(folder, p + "_*.txt").Single();
                return Installation.Check(Installation.Engine.Read(File.ReadAllBytes(file), file, null).Value!);
            }
        );

    // A star stands for the two parties in either order, or for a part that the test is not about.
    private static bool Matches(string assertion, string pattern)
    {
        var at = 0;
        var parts = pattern.Split('*');
        for (var i = 0; i < parts.Length; i++)
        {
            var found = assertion.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0 || (i == 0 && found != 0))
                return false;
            at = found + parts[i].Length;
        }
        return at == assertion.Length || pattern.EndsWith('*');
    }
}
