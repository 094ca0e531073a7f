using Entente.Claims.Language;
using Entente.Numerics.Intervals;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>When events happened, and how long lies between them.</summary>
internal static class DateRule
{
    public static Evaluation Date(Call call, Evaluator evaluator)
    {
        var argument = Arguments.First(call);
        if (call.Function == "date" || argument is Call)
            return argument is null ? Evaluation.Abstain("no-event", "date needs an event") : evaluator.Evaluate(argument);
        var id = argument is null ? null : Arguments.NameOf(argument);
        if (id is null || evaluator.Context.Record.Event(id) is not { } found)
            return Evaluation.Abstain("not-recorded", $"the record holds no event '{id}'");
        if (found.Date.Start > evaluator.Context.AsOf)
            return Evaluation.Abstain("not-yet-known", $"{found.Title} lies after the day asked");
        var answers = new List<Answer>();
        foreach (var source in found.Sources)
            answers.Add(Of(found, source.Date ?? found.Date, source));
        // The event's own date is what its sources were reconciled to; a source that says otherwise stays as another reading.
        if (!answers.Any(a => ((DateAnswer)a.Value).Date.Equals(found.Date)))
            answers.Insert(0, Of(found, found.Date, found.Sources.Count > 0 ? found.Sources[0] : null));
        var ordered = answers
            .OrderBy(a => ((DateAnswer)a.Value).Date.Equals(found.Date) ? 0 : 1)
            .ThenBy(a => a.Tier)
            .DistinctBy(a => ((DateAnswer)a.Value).Date.Text)
            .ToArray();
        for (var i = 1; i < ordered.Length; i++)
            if (!((DateAnswer)ordered[i].Value).Date.Contains(((DateAnswer)ordered[0].Value).Date))
                ordered[i] = ordered[i] with { Note = "another date for the same event" };
            else
                ordered[i] = ordered[i] with { Kind = AnswerKind.Informs, Note = "less exact" };
        return new()
        {
            Answers = ordered,
            Period = found.Date,
            AllAdmissible = true,
        };
    }

    /// <summary>When a person first took a leading office, or a state entered or left a body: from the catalogue's terms and the record's memberships.</summary>
    public static Evaluation Tenure(Call call, EvaluationContext context)
    {
        var names = Arguments.Positional(call).Select(Arguments.NameOf).ToArray();
        if (call.Function == "office")
        {
            var terms = context
                .Offices(names.FirstOrDefault() ?? "")
                .Where(t => t.From is not null && IsLeading(t.Office))
                .OrderBy(t => t.From)
                .ToList();
            return terms.Count == 0
                ? Evaluation.Abstain("not-recorded", $"the catalogue holds no dated office of {names.FirstOrDefault()}")
                : new()
                {
                    Answers =
                    [
                        .. terms
                            .Take(3)
                            .Select(t =>
                                Dated(
                                    Period.OfDay(t.From!.Value),
                                    "catalogue/actors.yml",
                                    Tier.Primary,
                                    $"{names[0]}: {t.Office.Replace('_', ' ')} of {t.Of}",
                                    "catalogue/actors.yml",
                                    null
                                )
                            ),
                    ],
                    AllAdmissible = true,
                };
        }
        if (names.Length < 2 || names[0] is not { } state || names[1] is not { } body)
            return Evaluation.Abstain("no-event", $"{call.Function} needs a state and a body");
        var rows = context.Record.Memberships(body).Where(m => m.Member == state && m.Status == "member").ToList();
        var dated = rows.Select(m => (Row: m, Date: call.Function == "entry" ? m.From : m.To)).Where(m => m.Date is not null).ToList();
        return dated.Count == 0
            ? Evaluation.Abstain(
                "not-recorded",
                $"the record holds no date of {state}'s {call.Function} {(call.Function == "entry" ? "into" : "from")} {body}"
            )
            : new()
            {
                Answers =
                [
                    .. dated.Select(m => Dated(m.Date!, m.Row.Source, m.Row.Tier, $"{state} in {body}", m.Row.Row.ToString(), m.Row.Url)),
                ],
                AllAdmissible = true,
            };
    }

    private static bool IsLeading(string office) =>
        office
            is "president"
                or "prime_minister"
                or "chancellor"
                or "general_secretary"
                or "premier"
                or "supreme_leader"
                or "king"
                or "crown_prince"
                or "secretary_general"
                or "commission_president"
                or "acting_president";

    private static Answer Dated(Period date, string source, Tier tier, string note, string row, string? url) =>
        new()
        {
            Value = new DateAnswer(date),
            Kind = AnswerKind.Published,
            Source = source,
            Tier = tier,
            Url = url,
            Note = note,
            Derivation = new()
            {
                Op = note,
                Text = date.Text,
                Source = new()
                {
                    Source = source,
                    Tier = tier,
                    Row = row,
                    Url = url,
                },
            },
        };

    private static Answer Of(RecordedEvent found, Period date, EventSource? source) =>
        new()
        {
            Value = new DateAnswer(date),
            Kind = AnswerKind.Published,
            Source = source?.Source ?? "record",
            Tier = source?.Tier ?? Tier.Repost,
            Published = source?.Published,
            Url = source?.Url,
            Note = found.Title,
            Derivation = new()
            {
                Op = $"event({found.Id})",
                Text = date.Text,
                Note = found.Title,
                Source = new()
                {
                    Source = source?.Source ?? "record",
                    Published = source?.Published?.Text,
                    Url = source?.Url,
                    Tier = source?.Tier ?? Tier.Repost,
                    Row = (source?.Row ?? found.Row).ToString(),
                },
            },
        };

    /// <summary>Elapsed time between two dates, without sign: which came first is another claim.</summary>
    public static Evaluation Between(Call call, Evaluator evaluator)
    {
        var ends = call.Arguments.Where(a => a.Name is null).Select(a => a.Value).ToArray();
        if (ends.Length < 2)
            return Evaluation.Abstain("no-event", $"{call.Function} needs two dates");
        var (a, b) = (End(ends[0], evaluator), End(ends[1], evaluator));
        if ((a.Abstention ?? b.Abstention) is { } reason)
            return Evaluation.Abstain(reason.Code, reason.Text);
        var unit = Units.Find(call.Function);
        var answers = new List<Answer>();
        foreach (var x in a.Answers)
        foreach (var y in b.Answers)
            if (x.Value is DateAnswer from && y.Value is DateAnswer to && x.Kind != AnswerKind.Informs && y.Kind != AnswerKind.Informs)
                answers.AddRange(Elapsed(from.Date, to.Date, unit, x, y));
        return answers.Count == 0
            ? Evaluation.Abstain("no-event", $"{call.Function} needs two dates")
            : new() { Answers = answers, AllAdmissible = true };
    }

    private static Evaluation End(Expression expression, Evaluator evaluator) =>
        Arguments.AsPeriod(expression) is { } period
            ? new() { Answers = [Pairing.Constant(new DateAnswer(period), period.Text)] }
            : evaluator.Evaluate(expression);

    private static IEnumerable<Answer> Elapsed(Period from, Period to, Unit unit, Answer x, Answer y)
    {
        if (from.Start > to.Start)
            (from, to) = (to, from);
        var (least, most) = (Days(from.End, to.Start), Days(from.Start, to.End));
        var exact = new Interval(Math.Max(0, least) / unit.ToBase, most / unit.ToBase);
        var best = Days(from.Start, to.Start) / unit.ToBase;
        var label = $"{unit.Symbol} from {from.Text} to {to.Text}";
        // Dates known by their year or month leave a range, inside which nothing is proved.
        yield return Make(new NumberAnswer(exact, best, unit)) with
        {
            Kind = exact.Width > 1 ? AnswerKind.Bound : AnswerKind.Computed,
        };
        if (unit.Symbol is "years" or "months")
        {
            // "Eight years after 2014" counts calendar years.
            var civil =
                unit.Symbol == "years"
                    ? to.Start.Year - from.Start.Year
                    : ((to.Start.Year - from.Start.Year) * 12) + to.Start.Month - from.Start.Month;
            yield return Make(new NumberAnswer(Interval.Point(civil), civil, unit)) with
            {
                Note = "on the calendar",
            };
        }

        Answer Make(NumberAnswer value)
        {
            var named = x.IsConstant ? y : x;
            var source = x.IsConstant || y.IsConstant || x.Source == y.Source ? named.Source : $"{x.Source}, {y.Source}";
            return named with
            {
                Value = value,
                Kind = AnswerKind.Computed,
                Source = source.Length == 0 ? "calendar" : source,
                Note = null,
                Derivation = new()
                {
                    Op = label,
                    Args = [x.Derivation, y.Derivation],
                    Value = value.Best,
                    Unit = unit.Symbol,
                },
            };
        }
    }

    private static int Days(LocalDate from, LocalDate to) => NodaTime.Period.DaysBetween(from, to);
}
