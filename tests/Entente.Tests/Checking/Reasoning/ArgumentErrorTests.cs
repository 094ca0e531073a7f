namespace Entente.Tests.Checking.Reasoning;

/// <summary>What is wrong in an argument's file is said with its line, what was found and what was expected.</summary>
public sealed class ArgumentErrorTests
{
    // Lines are counted: the source is on line 2, assumptions begin on line 5, moves on 7, ends on 10, the solution on 14, claims on 15.
    private const string Whole = """
        argument: Small
        source: {author: A. Author, date: 2024-05-01}
        unit: points
        actors: [USA, CHN]
        assumptions:
          gain: {low: 0, mode: 0.5, high: 1, author: A. Author, date: 2024-05-01, assumed: a test}
        moves:
          war: {chance: {win: 0.4, lose: 0.6}, then: side}
          side: {actor: CHN, options: [align, hedge], then: over}
        ends:
          over:
            USA: 0
            CHN: gain * (side = align)
        solution: {concept: backward}
        claims:
          - choice(CHN) = align
        """;

    public static TheoryData<string, string, int, string, string> Faults =>
        new()
        {
            { "            CHN: gain * (side = align)\n", "", 12, "no payoff of CHN at 'over'", "one for each actor" },
            { "then: over}", "then: war}", 9, "back to 'war': a cycle", "lead on to an end" },
            { "then: over}", "then: side}", 9, "back to 'side': a cycle", "lead on to an end" },
            { "then: over}", "then: nowhere}", 9, "'nowhere' after 'side'", "a move or an end of this file: war, side, over" },
            { "{win: 0.4, lose: 0.6}", "{win: 0.4, lose: 0.5}", 8, "chance that sums to 9/10 at 'war'", "sums to 1" },
            { "{win: 0.4, lose: 0.6}", "{win: gain, lose: 0.6}", 8, "chance that sums to 1.1", "sums to 1" },
            { "actor: CHN", "actor: CHI", 9, "the actor 'CHI'", "one of USA, CHN" },
            { "    USA: 0", "    USR: 0", 12, "a payoff of the actor 'USR'", "one of USA, CHN" },
            {
                "choice(CHN) = align",
                "choice(RUS) = align",
                16,
                "'RUS' (an unknown actor) in 'choice(RUS) = align'",
                "an actor of this argument: USA, CHN"
            },
            { "choice(CHN) = align", "choice(USA) = align", 16, "an actor that has no choice", "one that moves: CHN" },
            { "choice(CHN) = align", "choice(CHN) = 3", 16, "'3' (a number)", "a choice between options" },
            { "choice(CHN) = align", "choice(CHN)", 16, "a choice between options", "a test that is true or false" },
            { "choice(CHN) = align", "choice(CHN) = algin", 16, "'algin' (no option there)", "one of align, hedge" },
            { "choice(CHN) = align", "choice(CHN) invariant to peace", 16, "'peace', which is no move", "one of war, side" },
            { "choice(CHN) = align", "p(gain > 1) > 50%", 16, "'gain > 1' (no test of moves)", "MOVE = OPTION" },
            { "choice(CHN) = align", "gian > 1", 16, "'gian' (an unknown name)", "one of gain, war, side" },
            { "choice(CHN) = align", "choice(CHN) = align given gain > 1", 16, "'gain > 1' (no test of moves)", "MOVE = OPTION" },
            { "choice(CHN) = align", "choice(CHN) = align align", 16, "in 'choice(CHN) = align align'", "" },
            { "- choice(CHN) = align", "- choice(CHN, at: side) = align", 16, "a map", "a claim" },
            {
                "assumed: a test}",
                "evidence: [never_happened]}",
                6,
                "the evidence 'never_happened', which the record does not hold",
                "an event"
            },
            {
                "author: A. Author, date: 2024-05-01, assumed: a test}",
                "assumed: a test}",
                6,
                "gain without a name and a date",
                "author: and date:"
            },
            { ", assumed: a test}", "}", 6, "gain without a reason", "assumed:" },
            { "mode: 0.5", "mode: 5", 6, "0, 5, 1", "low <= mode <= high" },
            { "low: 0,", "low: 'trade(CHN, RUS)',", 6, "no figure of the record", "one that it has" },
            { "low: 0,", "low: 'trade(CHN, XXX, 2022)',", 6, "'XXX'", "" },
            { "gain * (side = align)", "gain * (side = aline)", 13, "'aline' (no option there)", "one of align, hedge" },
            { "gain * (side = align)", "gain * profit", 13, "'profit' (an unknown name)", "one of gain" },
            { "concept: backward", "concept: nash", 14, "'nash'", "backward or qre" },
            { "concept: backward", "concept: qre", 14, "no 'lambda'", "the key 'lambda'" },
            { "date: 2024-05-01}\nunit", "date: May}\nunit", 2, "'May'", "a date such as" },
            { "unit: points", "unit: points\nsurprise: 1", 4, "the key 'surprise'", "one of argument" },
            { "options: [align, hedge]", "options: [align, align]", 9, "an option a second time", "each option once" },
            { "then: side}", "then: over}", 9, "'side', which nothing leads to", "a move that play can come to" },
            { "then: over}", "then: over, unseen: [war]}", 14, "backward induction where a move is unseen", "concept: qre" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_with_its_line(string instead, string with, int line, string found, string expected)
    {
        Whole.ShouldContain(instead.TrimEnd('\n').TrimStart());
        var text = instead.EndsWith('\n')
            ? string.Join('\n', Whole.Split('\n').Where(l => l.Trim() != instead.Trim()))
            : Whole.Replace(instead, with, StringComparison.Ordinal);
        var wrong = Made.Wrong(text);
        wrong.Found.ShouldContain(found);
        wrong.Expected.ShouldContain(expected);
        wrong.Line.ShouldBe(line);
    }

    [Fact]
    public void An_expression_with_a_colon_that_is_not_quoted_says_so() =>
        Made.Wrong(Whole.Replace("- choice(CHN) = align", "- choice(CHN, at: side) = align", StringComparison.Ordinal))
            .Hint.ShouldNotBeNull()
            .ShouldContain("single quotes");

    [Fact]
    public void The_whole_is_right() => Made.Read(Whole).Claims.ShouldHaveSingleItem();
}
