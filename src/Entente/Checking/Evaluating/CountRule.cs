using Entente.Claims.Language;
using Entente.Numerics.Intervals;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>Counts: running counts as printed, and events as listed, which are a lower bound until the record declares the list complete.</summary>
internal static class CountRule
{
    public static Evaluation Evaluate(Call call, Evaluator evaluator, Period? at)
    {
        var context = evaluator.Context;
        if (Arguments.First(call) is not Call what)
            return Evaluation.Abstain("no-measure", "count needs a set or a kind of event");
        at ??= Arguments.PeriodOf(what);
        var names = Arguments.Positional(what).SelectMany(Parties).ToArray();
        var group = Arguments.Named(call, "in") is { } g ? Arguments.NameOf(g) : null;
        return what.Function switch
        {
            "members" => Members(what, context, at, group),
            "votes" => Votes(what, context),
            "meetings" => Meetings(names, context, at),
            "vetoes" => Events(["veto"], names, context, at, group ?? "UNSC"),
            "events" when names.Length > 0 => Events([names[0]], names[1..], context, at, group),
            "transfers" => Transfers(names, context, at),
            _ => Evaluation.Abstain("no-measure", $"'{what.Function}' is not something the record counts"),
        };
    }

    private static IEnumerable<string> Parties(Expression expression) =>
        expression switch
        {
            FlowLiteral flow => [Arguments.NameOf(flow.From) ?? "", Arguments.NameOf(flow.To) ?? ""],
            _ => Arguments.NameOf(expression) is { } name ? [name] : [],
        };

    /// <summary>True where the record declares that it holds every event of the kind, for all parties named, over the whole period.</summary>
    public static bool Covered(IRecord record, string kind, IReadOnlyList<string> parties, Period? period) =>
        record.Coverages.Any(c =>
            c.Complete
            && c.Kind == kind
            && (c.Parties.Count == 0 || parties.All(p => c.Parties.Contains(p)))
            && (c.Period is null || (period is not null && c.Period.Contains(period)))
        );

    private static Evaluation Members(Call what, EvaluationContext context, Period? at, string? group)
    {
        var set = MembershipRule.Members(what, context, at);
        if (set.Answers.Count == 0 || set.Answers[0].Value is not SetAnswer members)
            return set;
        if (group is not null)
        {
            // Only those of the group count; the group itself is a list, so that who is not in it does not matter.
            if (context.Group(group) is not { } inside)
                return Evaluation.Abstain("no-group", $"the catalogue has no list of the members of '{group}'");
            members = members with
            {
                Members = [.. members.Members.Where(inside.Contains)],
                Contested = [.. members.Contested.Where(inside.Contains)],
                Undated = [.. members.Undated.Where(inside.Contains)],
            };
        }
        var (low, high) = (
            members.Members.Count,
            members.Complete ? members.Members.Count + members.Contested.Count + members.Undated.Count : double.PositiveInfinity
        );
        return set with
        {
            Answers =
            [
                set.Answers[0] with
                {
                    Value = new NumberAnswer(new Interval(low, high), low, Units.Count),
                    Kind = high == low ? AnswerKind.Computed : AnswerKind.Bound,
                },
            ],
            Abstention =
                high == low ? null : new("incomplete-coverage", $"{low} members are recorded, and the list is not declared complete"),
        };
    }

    private static Evaluation Votes(Call what, EvaluationContext context)
    {
        var arguments = Arguments.Positional(what).Select(Arguments.NameOf).ToArray();
        if (arguments.Length < 2 || arguments[0] is not { } resolution)
            return Evaluation.Abstain("no-body", "votes needs a resolution and a choice");
        var choice = arguments[1] switch
        {
            "yes" => VoteChoice.Yes,
            "no" => VoteChoice.No,
            "abstain" => VoteChoice.Abstain,
            _ => VoteChoice.Absent,
        };
        var votes = VoteRule.Find(context.Record, resolution).DistinctBy(v => (v.State, v.Choice)).ToArray();
        if (votes.Length == 0)
            return Evaluation.Abstain("not-recorded", $"the record holds no votes on {resolution}");
        var count = votes.Count(v => v.Choice == choice);
        var all =
            votes.Length >= (votes[0].Body == "UNSC" ? 15 : 193)
            || Covered(context.Record, "vote_list_all", [votes[0].Resolution], votes[0].Date)
            || Covered(context.Record, $"vote_list_{arguments[1]}", [votes[0].Resolution], votes[0].Date);
        return Counted(
            count,
            all,
            $"votes({resolution}, {arguments[1]})",
            votes[0].Source,
            votes[0].Tier,
            votes[0].Url,
            votes[0].Row.ToString(),
            $"{count} recorded votes"
        );
    }

    private static Evaluation Meetings(string[] names, EvaluationContext context, Period? at)
    {
        if (names.Length < 2)
            return Evaluation.Abstain("no-partner", "a count of meetings needs two parties");
        var listed = Events(["meeting"], names, context, at, null);
        var first = Matching(["meeting"], names, context, null, null).Select(e => e.Date.Start).DefaultIfEmpty(LocalDate.MaxIsoValue).Min();
        // A running count starts with the first meeting: it answers only for periods that do not start later.
        if (at is not null && at.Start > first)
            return listed;
        var rows = new[] { (names[0], names[1]), (names[1], names[0]) }
            .SelectMany(p =>
                context.Record.Find(
                    new()
                    {
                        Measure = "meetings_count",
                        Subject = p.Item1,
                        Object = p.Item2,
                    }
                )
            )
            .Where(r => r.Period is not null && RowAnswers.Known(r, context.AsOf, stock: true))
            .OrderBy(r => r.Period)
            .ToArray();
        if (rows.Length == 0)
            return listed;
        var end = at?.End ?? context.AsOf;
        var before = rows.Where(r => r.Period!.Start <= end).ToArray();
        var answers = new List<Answer>(listed.Answers);
        if (before.Length > 0)
        {
            var last = before[^1];
            var low = before.Where(r => r.Period!.Text == last.Period!.Text).Min(r => RowAnswers.Number(r).Range.Low);
            var after = rows.FirstOrDefault(r => r.Period!.Start > end);
            var high = after is null ? double.PositiveInfinity : Math.Max(low, RowAnswers.Number(after).Range.High);
            var exact = at is not null && at.End <= last.Period!.End && last.Bound == Bound.Exact;
            var answer = RowAnswers.Of(last, $"meetings counted by {last.Period!.Text}", null);
            answers.Insert(
                0,
                answer with
                {
                    Value = new NumberAnswer(
                        exact ? RowAnswers.Number(last).Range : new Interval(low, high),
                        last.Value.Value,
                        Units.Count
                    ),
                    Kind = exact ? AnswerKind.Published : AnswerKind.Bound,
                    Note =
                        $"running count of {last.Period.Text}"
                        + (after is null ? "" : $", {Figures.Text(after.Value.Value, Units.Count)} by {after.Period!.Text}"),
                    Derivation = answer.Derivation with
                    {
                        Args = after is null ? [] : [RowAnswers.Of(after, $"meetings counted by {after.Period!.Text}", null).Derivation],
                    },
                }
            );
        }
        return listed with
        {
            Answers = answers,
            Abstention = answers.Any(a => a.Decides) ? null : new("incomplete-coverage", "only running counts of other days are recorded"),
        };
    }

    private static IEnumerable<RecordedEvent> Matching(
        string[] kinds,
        IReadOnlyList<string> parties,
        EvaluationContext context,
        Period? at,
        string? body
    ) =>
        context.Record.Events.Where(e =>
            kinds.Contains(e.Kind)
            && e.Date.Start <= context.AsOf
            && (at is null || (e.Date.Start <= at.End && at.Start <= e.Date.End))
            && (body is null || e.Body is null || e.Body == body)
            && parties.All(p =>
                e.Actors.Any(a =>
                    a == p || a.EndsWith(":" + p, StringComparison.Ordinal) || a.StartsWith(p + ":", StringComparison.Ordinal)
                )
            )
        );

    private static Evaluation Events(string[] kinds, IReadOnlyList<string> parties, EvaluationContext context, Period? at, string? body)
    {
        var found = Matching(kinds, parties, context, at, body).ToArray();
        var complete = Covered(context.Record, kinds[0], parties, at);
        var label = $"{kinds[0]} {string.Join(", ", parties)} {at?.Text}".TrimEnd();
        if (found.Length == 0 && !complete)
            return Evaluation.Abstain(
                "incomplete-coverage",
                $"no instance recorded ({label}), and the record does not claim to hold them all"
            );
        var first = found.FirstOrDefault();
        var source = first?.Sources is [var firstSource, ..] ? firstSource : null;
        var result = Counted(
            found.Length,
            complete,
            $"count({label})",
            source?.Source ?? "record",
            source?.Tier ?? Tier.Repost,
            source?.Url,
            first?.Row.ToString() ?? "events.csv",
            $"{found.Length} recorded"
        );
        return result with
        {
            Period = at,
            Answers =
            [
                .. result.Answers.Select(a =>
                    a with
                    {
                        Derivation = a.Derivation with
                        {
                            Args =
                            [
                                .. found
                                    .Take(60)
                                    .Select(e => new Derivation
                                    {
                                        Op = $"event({e.Id})",
                                        Text = e.Date.Text,
                                        Note = e.Title,
                                    }),
                            ],
                        },
                    }
                ),
            ],
        };
    }

    private static Evaluation Transfers(string[] names, EvaluationContext context, Period? at)
    {
        // Only the two sides are parties; what is transferred is an item.
        var parties = names.Where(n => n.Length > 0 && char.IsUpper(n[0])).ToArray();
        var item = names.FirstOrDefault(n => n.Length > 0 && char.IsLower(n[0]));
        var told = item is null ? [] : Statements(item, parties, context).ToArray();
        var found = item is "lethal_aid" ? 0 : Matching(["arms_delivery", "arms_transfer"], parties, context, at, null).Count();
        if (found > 0)
            return Events(["arms_delivery", "arms_transfer"], parties, context, at, null);
        return Evaluation.Abstain("incomplete-coverage", "no instance recorded, and the record does not claim to hold every transfer") with
        {
            Answers = told,
        };
    }

    /// <summary>What each side says of a transfer that one of them denies: shown, never decisive.</summary>
    private static IEnumerable<Answer> Statements(string item, string[] parties, EvaluationContext context)
    {
        foreach (var of in item is "lethal_aid" ? new[] { "lethal_aid" } : ["arms_transfer", item])
        foreach (var row in context.Record.Find(new() { Measure = "statement", Of = of }))
            if (
                parties.Length > 0
                && (row.Subject == parties[0] || row.Object == parties[0])
                && RowAnswers.Known(row, context.AsOf, stock: true)
            )
            {
                var answer = RowAnswers.Of(row, $"statement by {row.Subject}", null, AnswerKind.Informs);
                yield return answer with
                {
                    Value = new TruthAnswer(row.Value.Value != 0),
                    Contested = true,
                };
            }
    }

    private static Evaluation Counted(
        int count,
        bool complete,
        string label,
        string source,
        Tier tier,
        string? url,
        string row,
        string note
    ) =>
        new()
        {
            Answers =
            [
                new()
                {
                    Value = new NumberAnswer(new Interval(count, complete ? count : double.PositiveInfinity), count, Units.Count),
                    Kind = complete ? AnswerKind.Computed : AnswerKind.Bound,
                    Source = source,
                    Tier = tier,
                    Url = url,
                    Note = complete ? note : $"{note}, the list is not complete",
                    Derivation = new()
                    {
                        Op = label,
                        Value = count,
                        Unit = "count",
                        Note = note,
                        Source = new()
                        {
                            Source = source,
                            Tier = tier,
                            Url = url,
                            Row = row,
                        },
                    },
                },
            ],
            Abstention = complete ? null : new("incomplete-coverage", $"at least {count} recorded; the list is not complete"),
        };
}
