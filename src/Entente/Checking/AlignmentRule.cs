using System.Globalization;
using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Measures.Alignment;

namespace Entente.Checking;

/// <summary>
/// "Closer than at any time since": a judgement, tested under every reasonable definition of closeness. The share of definitions under which
/// it holds is said, what turns it, and which families of evidence do not reach back far enough to have a say.
/// </summary>
internal static class AlignmentRule
{
    /// <summary>The outcome; null where the expression is not of this kind or nothing reads alignment series.</summary>
    public static Outcome? Test(Call call, Evaluator evaluator, Names names)
    {
        if (
            call.Function is not ("highest" or "lowest")
            || evaluator.Context.Alignment is not { } read
            || Arguments.First(call) is not Call { Function: "alignment" } alignment
        )
            return null;
        var parties = Arguments.Positional(alignment).Select(Arguments.NameOf).OfType<string>().ToArray();
        if (parties.Length < 2 || Year(call, "at") is not { } at || Year(call, "since") is not { } since || since >= at)
            return null;
        var series = read(parties[0], parties[1], evaluator.Context.AsOf);
        var result = AlignmentMultiverse.Test(series, new(at, since, call.Function == "highest"));
        var (a, b) = (names.Actor(parties[0]), names.Actor(parties[1]));
        if (result.Share is not { } share)
            return new()
            {
                Verdict = Verdict.Judgement,
                Explanation =
                    series.Count == 0
                        ? $"A judgement; the record holds no yearly figures of how close {a} and {b} are"
                        : $"A judgement; no family of evidence reaches from {since} to {at} ({string.Join("; ", result.NotReaching)})",
                Derivation = Tree(call, result),
            };
        var first = string.Create(
            CultureInfo.InvariantCulture,
            $"Holds under {share * 100:0} % of {result.Definitions} definitions made of {string.Join(", ", result.Reaching)}"
        );
        var turns = result.MostDecisive is { } decisive
            ? $"; most hangs on {decisive} ({string.Join(", ", result.Choices.Where(c => c.Choice == decisive).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Option}: {c.Share * 100:0} %")))})"
            : "";
        var unreached = result.NotReaching.Count == 0 ? "" : $"; not from {since} to {at}: {string.Join(", ", result.NotReaching)}";
        return new()
        {
            Verdict = Verdict.Judgement,
            Explanation = Wording.Fitting(first + turns + unreached, first + turns, first),
            Derivation = Tree(call, result),
        };
    }

    private static int? Year(Call call, string name) =>
        Arguments.Named(call, name) is { } value && Arguments.AsPeriod(value) is { } period ? period.Start.Year : null;

    private static Derivation Tree(Call call, MultiverseResult result) =>
        new()
        {
            Op = ClaimPrinter.Print(call),
            Value = result.Share,
            Unit = result.Share is null ? null : "share",
            Note = string.Create(CultureInfo.InvariantCulture, $"{result.Holds} of {result.Definitions} definitions"),
            Args =
            [
                .. result.Choices.Select(c => new Derivation
                {
                    Op = $"{c.Choice}: {c.Option}",
                    Value = c.Share,
                    Unit = "share",
                    Note = string.Create(CultureInfo.InvariantCulture, $"{c.Holds} of {c.Definitions} definitions"),
                }),
                .. result.NotReaching.Select(f => new Derivation { Op = f, Text = "does not reach" }),
            ],
        };
}
