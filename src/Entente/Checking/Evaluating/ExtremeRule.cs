using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Checking.Evaluating;

/// <summary>Highest or lowest since: one greater year refutes it; only an unbroken series supports it.</summary>
internal static class ExtremeRule
{
    public static Evaluation Evaluate(Call call, Evaluator evaluator)
    {
        var inner = Arguments.First(call);
        var at = Arguments.PeriodOf(call);
        var since = Arguments.AsPeriod(Arguments.Named(call, "since"));
        if (inner is null || at is null)
            return Evaluation.Abstain("no-period", $"{call.Function} needs a measure and the period it was reached in");
        var own = evaluator.Evaluate(inner, at);
        if (Pairing.Lead(own) is not { } peak || peak.Number is not { } top)
            return own with { Answers = [], Abstention = own.Abstention ?? new("no-data", "no figure for the period itself") };
        var highest = call.Function == "highest";
        var (checkedYears, missing) = (new List<Derivation> { peak.Derivation }, 0);
        var unknownStart = since is null;
        // Without a start the series is searched as far back as it is unbroken; that can refute but not support.
        var first = since?.Start ?? at.Start.PlusYears(-40);
        for (var period = at.PlusYears(-1); period.Start >= first; period = period.PlusYears(-1))
        {
            var other = evaluator
                .Evaluate(inner, period)
                .Answers.FirstOrDefault(a => a.Decides && a.Source == peak.Source && a.Terms == peak.Terms && a.Number?.Unit == top.Unit);
            if (other?.Number is not { } value)
            {
                missing++;
                continue;
            }
            checkedYears.Add(other.Derivation);
            var beaten = highest ? value.Range.Low > top.Range.High : value.Range.High < top.Range.Low;
            if (beaten)
                return Truth(
                    own,
                    peak,
                    false,
                    [peak.Derivation, other.Derivation],
                    $"{period.Text} was {(highest ? "higher" : "lower")}: {Figures.Text(value.Best, value.Unit)} against {Figures.Text(top.Best, top.Unit)}"
                );
        }
        if (missing == 0 && !unknownStart && checkedYears.Count > 1)
            return Truth(own, peak, true, checkedYears, $"the {(highest ? "highest" : "lowest")} of {checkedYears.Count} periods");
        return own with
        {
            Answers = [peak with { Kind = AnswerKind.Informs }],
            Abstention = new(
                "incomplete-coverage",
                $"{peak.Source} is recorded for {checkedYears.Count} of {checkedYears.Count + missing} periods since {since?.Text ?? first.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}; none of them refutes it"
            ),
        };
    }

    private static Evaluation Truth(Evaluation own, Answer peak, bool holds, IReadOnlyList<Derivation> args, string note) =>
        own with
        {
            Abstention = null,
            Answers =
            [
                peak with
                {
                    Value = new TruthAnswer(holds),
                    Kind = AnswerKind.Computed,
                    Note = note,
                    Derivation = new()
                    {
                        Op = note,
                        Args = args,
                        Text = holds ? "true" : "false",
                    },
                },
            ],
        };
}
