using Entente.Claims.Language;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>How a state voted on a resolution.</summary>
internal static class VoteRule
{
    public static Evaluation Vote(Call call, EvaluationContext context)
    {
        var names = Arguments.Positional(call).Select(Arguments.NameOf).ToArray();
        if (names.Length < 2 || names[0] is not { } state || names[1] is not { } resolution)
            return Evaluation.Abstain("no-premise", "how a state votes in general is a premise; on one resolution it is a fact");
        var votes = Find(context.Record, resolution).Where(v => v.State == state && v.Date.Start <= context.AsOf).ToArray();
        if (votes.Length == 0)
            return Evaluation.Abstain("not-recorded", $"the record holds no vote of {state} on {resolution}");
        return new()
        {
            AllAdmissible = true,
            Answers =
            [
                .. votes
                    .OrderBy(v => v.Derived)
                    .ThenBy(v => v.Tier)
                    .DistinctBy(v => v.Choice)
                    .Select(v => new Answer
                    {
                        Value = new ChoiceAnswer(v.Choice),
                        Kind = AnswerKind.Published,
                        Source = v.Source,
                        Tier = v.Tier,
                        Url = v.Url,
                        Derived = v.Derived,
                        Derivation = new()
                        {
                            Op = $"vote({state}, \"{v.Resolution}\")",
                            Text = Word(v.Choice),
                            Note = v.Topic,
                            Source = new()
                            {
                                Source = v.Source,
                                Url = v.Url,
                                Tier = v.Tier,
                                Row = v.Row.ToString(),
                                Published = v.Date.Text,
                            },
                        },
                    }),
            ],
        };
    }

    /// <summary>A resolution by its symbol: `ES-11/1` finds `A/RES/ES-11/1` and `S/2022/155 (vetoed)` is found by `S/2022/155`.</summary>
    public static IReadOnlyList<RecordedVote> Find(IRecord record, string resolution)
    {
        foreach (
            var form in new[]
            {
                resolution,
                $"A/RES/{resolution}",
                $"{resolution} (vetoed)",
                resolution.Replace("A/RES/", "", StringComparison.Ordinal),
            }
        )
            if (record.Votes(form) is { Count: > 0 } found)
                return found;
        return [];
    }

    public static string Word(VoteChoice choice) =>
        choice switch
        {
            VoteChoice.Yes => "yes",
            VoteChoice.No => "no",
            VoteChoice.Abstain => "abstain",
            _ => "absent",
        };
}
