using Entente.Claims.Language;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>Who belongs to a body, with the dates that are recorded and without guessing those that are not.</summary>
internal static class MembershipRule
{
    /// <summary>A membership read without its entry date tells about recent years; how far back it reaches nobody wrote.</summary>
    private const int UndatedReachesBack = 10;

    public static Evaluation Members(Call call, EvaluationContext context, Period? at)
    {
        var body = Arguments.Positional(call).Select(Arguments.NameOf).FirstOrDefault();
        if (body is null)
            return Evaluation.Abstain("no-body", "members needs a body");
        var rows = context.Record.Memberships(body);
        if (rows.Count == 0)
            return Evaluation.Abstain("not-recorded", $"the record holds no members of {body}");
        var period = at ?? Period.OfDay(context.AsOf);
        var members = new List<string>();
        var outside = new List<string>();
        var contested = new List<string>();
        var undated = new List<string>();
        var derivations = new List<Derivation>();
        foreach (var state in rows.GroupBy(r => r.Member))
        {
            var standing = state.Select(r => Standing(r, period, context.AsOf)).ToArray();
            var list =
                standing.Contains(State.Member) ? members
                : standing.Contains(State.Contested) ? contested
                : standing.Contains(State.Unknown) ? undated
                : outside;
            list.Add(state.Key);
            if (list == members)
                derivations.Add(Leaf(state.First(r => Standing(r, period, context.AsOf) == State.Member)));
        }
        // A list that is complete on one day, with its entries dated, is complete before it; after it others may have joined.
        var complete = context.Record.Coverages.Any(c =>
            c.Complete && c.Kind == "membership" && c.Parties.Contains(body) && (c.Period is null || c.Period.End >= period.Start)
        );
        var best = rows[0];
        return new()
        {
            Period = period,
            Answers =
            [
                new()
                {
                    Value = new SetAnswer(members, outside, contested, complete) { Undated = undated },
                    Kind = AnswerKind.Published,
                    Source = string.Join(", ", rows.Select(r => r.Source).Distinct().Take(2)),
                    Tier = best.Tier,
                    Url = best.Url,
                    Derivation = new()
                    {
                        Op = $"members({body}, {period.Text})",
                        Args = derivations,
                        Text = string.Join(", ", members),
                    },
                },
            ],
        };
    }

    public static Evaluation Member(Call call, EvaluationContext context, Period? at)
    {
        var names = Arguments.Positional(call).Select(Arguments.NameOf).ToArray();
        if (names.Length < 2 || names[0] is not { } state || names[1] is not { } body)
            return Evaluation.Abstain("no-body", "member needs a state and a body");
        var set = Members(new Call("members", [new(null, new NameReference(body))]), context, at);
        if (set.Answers.Count == 0)
            return set;
        var answer = set.Answers[0];
        var known = (SetAnswer)answer.Value;
        if (known.Contested.Contains(state))
            return set with { Answers = [], Abstention = new("contested", $"whether {state} is a member of {body} is told differently") };
        if (!known.Members.Contains(state) && !known.NotMembers.Contains(state) && (!known.Complete || known.Undated.Contains(state)))
            return set with
            {
                Answers = [],
                Abstention = new(
                    "incomplete-coverage",
                    $"no membership of {state} in {body} is recorded, and the list is not declared complete"
                ),
            };
        var holds = known.Members.Contains(state);
        return set with
        {
            Answers =
            [
                answer with
                {
                    Value = new TruthAnswer(holds),
                    Derivation = answer.Derivation with { Text = holds ? "true" : "false" },
                },
            ],
        };
    }

    private enum State
    {
        Member,
        Contested,
        Unknown,
        Outside,
    }

    private static State Standing(Membership row, Period period, LocalDate asOf)
    {
        if (row.Status is "partner")
            return State.Outside;
        if (row.From is { } from && (from.Start > period.End || from.Start > asOf))
            return State.Outside;
        if (row.To is { } to && to.End < period.Start)
            return State.Outside;
        if (row.Status is "contested" or "suspended")
            return State.Contested;
        if (row.From is null && period.End < asOf.PlusYears(-UndatedReachesBack))
            return State.Unknown;
        return State.Member;
    }

    private static Derivation Leaf(Membership row) =>
        new()
        {
            Op = $"{row.Member} in {row.Body}",
            Text = row.From is null ? "member, entry date not recorded" : $"member since {row.From.Text}",
            Source = new()
            {
                Source = row.Source,
                Url = row.Url,
                Tier = row.Tier,
                Row = row.Row.ToString(),
            },
        };
}
