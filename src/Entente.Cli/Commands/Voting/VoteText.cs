using System.Globalization;
using Entente.Application.Outputs;
using Entente.Models.Voting;
using Entente.Record;

namespace Entente.Cli.Commands.Voting;

/// <summary>An answer of `vote` for reading, in 80 columns.</summary>
internal static class VoteText
{
    public static void Write(TextWriter output, VoteAnswer answer)
    {
        var body = answer.Body;
        Say(output, "", $"{body.Name}: {Count(body.Seats.Count, "member", "members")}");
        Say(output, "", $"Rule: {body.Rule} ({body.Source})");
        if (answer.Outcome is { } outcome)
            Outcome(output, answer, outcome);
        if (answer.Ways is { } ways)
            Ways(output, answer, ways);
        if (answer.Turning is { } turning)
            Turning(output, answer, turning);
        if (answer.Passage is { } passage)
            Passage(output, answer, passage);
        if (answer.Power is { } power)
            Power(output, power);
        foreach (var warning in answer.Warnings)
            Say(output, "  ", $"Note: {warning}.");
    }

    private static void Outcome(TextWriter output, VoteAnswer answer, VoteOutcome outcome)
    {
        output.Write('\n');
        var open = answer.Body.Seats.Count - answer.Votes.Count;
        Say(output, "", outcome.Passes ? "Passes as cast." : "Does not pass as cast.");
        foreach (var tally in outcome.Criteria)
        {
            var percent = tally.Total == answer.Body.Seats.Count ? "" : $" ({Percent((double)tally.Yes / tally.Total)} of all)";
            Say(
                output,
                "  ",
                $"{tally.Name}: {Whole(tally.Yes)} yes, {Whole(tally.No)} no of {Whole(tally.Total)}{percent}; needed {Whole(tally.Needed)}: {(tally.Met ? "met" : "not met")}"
            );
        }
        if (answer.Body.Threshold is Majority && outcome.ShareOfCast is { } share)
            Say(output, "  ", $"yes is {share.ToString("0.0000", CultureInfo.InvariantCulture)} of yes and no");
        if (outcome.VetoedBy.Count > 0)
            Say(output, "  ", $"vetoed by {string.Join(", ", outcome.VetoedBy)}");
        if (outcome.TooFewToBlock)
            Say(output, "  ", $"fewer than {answer.Body.FewestToBlock} withhold their yes: too few to block");
        if (open > 0)
            Say(output, "  ", $"{Count(open, "member", "members")} without a vote given, counted as not voting");
        Say(
            output,
            "  ",
            answer.Pivotal.Count == 0 ? "pivotal: nobody alone turns it" : $"pivotal, each alone turns it: {Names(answer.Pivotal)}"
        );
    }

    private static void Ways(TextWriter output, VoteAnswer answer, DeductionCount ways)
    {
        var free = answer.Body.Seats.Count - answer.Votes.Count;
        if (free == 0)
            return;
        var share = new Fraction(ways.Passing, System.Numerics.BigInteger.Max(1, ways.All)).Value;
        var follows = ways.Follows switch
        {
            Follows.AlwaysPasses => "it passes however the others vote",
            Follows.NeverPasses => "it cannot pass however the others vote",
            _ => $"{Large(ways.Passing)} of {Large(ways.All)} pass ({share.ToString("0.#######", CultureInfo.InvariantCulture)})",
        };
        output.Write('\n');
        Say(output, "", $"Of all ways in which {(answer.Votes.Count == 0 ? "all" : "the others")} may vote yes, no or abstain: {follows}.");
    }

    private static void Turning(TextWriter output, VoteAnswer answer, Turning turning)
    {
        output.Write('\n');
        var goal = turning.ToPass ? "To pass" : "To block";
        if (turning.Fewest == 0)
        {
            Say(output, "", $"{goal}: nobody can.");
            return;
        }
        var several = turning.Count is { } count
            ? count == 1
                ? "the one set of so few"
                : $"{Large(count)} sets of so few"
            : "sets of so few are too many to count";
        Say(
            output,
            "",
            $"{goal}, {(turning.FewestIsProven ? "" : "at most ")}{Count(turning.Fewest, "member", "members")} must vote otherwise; {several}:"
        );
        foreach (var set in turning.Smallest)
            Say(output, "  ", Moves(set));
        if (turning.Cheapest is { } cheapest)
            Say(
                output,
                "",
                $"Cheapest{(turning.CheapestIsProven ? "" : " found")}, {cheapest.Cost.ToString("0.###", CultureInfo.InvariantCulture)} ({answer.CostMeaning}): {Moves(cheapest.Moves)}"
            );
    }

    private static void Passage(TextWriter output, VoteAnswer answer, PassageProbability passage)
    {
        output.Write('\n');
        var how = passage.Draws is { } draws
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{draws:N0} draws, seed {answer.Seed}; 95 % interval {Share(passage.Interval.Low)} to {Share(passage.Interval.High)}"
            )
            : "added up exactly"
                + (
                    passage.Shocks is { } shocks
                        ? string.Create(CultureInfo.InvariantCulture, $" at {shocks} shocks, residual {passage.Residual:0.#e+0}")
                        : ""
                );
        var shared =
            answer.From is not null ? "what is not known of the text moves all votes together"
            : answer.Correlation > 0 ? string.Create(CultureInfo.InvariantCulture, $"correlation {answer.Correlation}")
            : "votes independent of each other";
        Say(output, "", $"Probability of passing: {Share(passage.Passes)} ({how}; {shared})");
        if (answer.From is { } from)
            Say(output, "  ", $"from {from}");
        if (answer.Chances.Count > 30)
            return;
        output.Write("  member       yes      no  abstain\n");
        foreach (var (seat, chances) in answer.Body.Seats.Zip(answer.Chances))
            output.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {Short(seat.Name), -10}{chances.Yes, 6:0.000}  {chances.No, 6:0.000}   {chances.Abstain, 6:0.000}\n"
                )
            );
    }

    private static void Power(TextWriter output, IReadOnlyList<SeatPower> power)
    {
        output.Write('\n');
        Say(output, "", "A-priori power, all votes yes or no and equally likely:");
        output.Write("  member             Shapley-Shubik      Banzhaf  absolute\n");
        // Members of one power are one row.
        foreach (var alike in power.GroupBy(p => (p.ShapleyShubik, p.Swings)).OrderByDescending(g => g.Key.ShapleyShubik.Value))
        {
            var first = alike.First();
            var fraction = first.ShapleyShubik.ToString() is { Length: <= 12 } exact ? $" = {exact}" : "";
            output.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {(alike.Count() == 1 ? Short(first.Seat) : $"{alike.Count()} members"), -18} {first.ShapleyShubik.Value, 14:0.000000} {first.Banzhaf.Value, 12:0.000000} {first.BanzhafAbsolute.Value, 9:0.0000000}\n"
                )
            );
            if (fraction.Length > 0 || alike.Count() > 1)
                Say(output, "    ", $"{(alike.Count() > 1 ? Names([.. alike.Select(a => a.Seat)]) : "")}{fraction}".Trim());
        }
    }

    private static string Moves(IReadOnlyList<Move> moves) =>
        string.Join(
            ", ",
            moves
                .GroupBy(m => m.To)
                .Select(g =>
                    $"{Names([.. g.Select(m => m.Seat)])} to {(g.Key == VoteChoice.Yes ? "yes" : g.Key == VoteChoice.No ? "no" : "abstaining")}"
                )
        );

    private static string Names(IReadOnlyList<string> names) =>
        names.Count <= 20
            ? string.Join(", ", names)
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(12))} and {names.Count - 12} more");

    private static string Short(string name) => name.Length <= 18 ? name : name[..17] + "…";

    private static string Share(double share) =>
        share is > 0 and < 0.0001 or > 0.9999 and < 1
            ? share.ToString("0.0e-0", CultureInfo.InvariantCulture)
            : share.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Whole(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Large(System.Numerics.BigInteger number) =>
        number < 1_000_000_000_000
            ? number.ToString("N0", CultureInfo.InvariantCulture)
            : ((double)number).ToString("0.0000e+0", CultureInfo.InvariantCulture);

    private static string Count(int count, string one, string many) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    private static void Say(TextWriter output, string indent, string text) => WrappedText.Write(output, indent, text);
}
