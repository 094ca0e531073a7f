using Entente.Checking.Evaluating;
using Entente.Claims;
using Entente.Claims.Language;
using Entente.Measures;
using Entente.Quantities;
using Entente.Reading;

namespace Entente.Checking.Between;

/// <summary>Makes the rows of one checked text: each assertion taken apart into what it is about and what it says of it.</summary>
internal sealed class RowMaker(MeasureCatalogue measures)
{
    /// <summary>Longer quotations are cut: a report of two texts points at the words.</summary>
    private const int LongestQuote = 200;

    /// <summary>More members than this are no claim but a table.</summary>
    private const int MostParts = 24;

    private readonly Dictionary<string, string> readingOf = CanonicalForm.ReadingsOf(measures);

    public IReadOnlyList<ClaimRow> Of(CheckReport report)
    {
        var statements = new Dictionary<string, Statement>(StringComparer.Ordinal);
        foreach (var statement in report.Document.Statements)
            statements.TryAdd(statement.Id, statement);
        var rows = new List<ClaimRow>(report.Claims.Count);
        foreach (var claim in report.Claims)
            if (Says(claim.Claim) && ClaimParser.Remembered(claim.Claim.Assertion!).Expression is { } expression)
                Add(rows, claim, expression, statements.GetValueOrDefault(claim.Claim.Statement));
        return rows;
    }

    /// <summary>Only what is stated as fact, or as a target set, is laid beside what others state: forecasts and opinions may differ.</summary>
    private static bool Says(Claim claim) =>
        claim
            is {
                Assertion: not null,
                Reason: not "no-period",
                Modality: not (Modality.Forecast or Modality.Conditional or Modality.Opinion)
            }
        && claim.Kind is not (ClaimKind.Forecast or ClaimKind.Judgement or ClaimKind.Argument);

    private void Add(List<ClaimRow> rows, CheckedClaim claim, Expression expression, Statement? statement)
    {
        var hedged = claim.Claim.Modality == Modality.Hedged;
        var parts = new List<Part>();
        Parts(expression, true, hedged, parts);
        if (parts.Count is 0 or > MostParts)
            return;
        // With several parts, which one another reading replaces is not said.
        var readings = parts.Count > 1 ? [] : Readings(claim.Claim, hedged);
        foreach (var part in parts)
            rows.Add(
                new()
                {
                    Topic = TopicKey.Of(part.Topic),
                    Value = part.Value,
                    Definition = DefinitionOf(part.Form, claim, statement),
                    Readings = readings,
                    Assertion = claim.Claim.Assertion!,
                    Claim = claim.Claim.Id,
                    Quote = Cut(claim.Claim.Quote),
                    Speaker = statement?.Speaker is { Role: not SpeakerRole.Author } speaker ? speaker.Name : null,
                    Verdict = claim.Verdict,
                    Fallback = claim.Claim.Inferred.Any(i => i.IsFallback),
                    Identity = StatementIdentity.Of(statement),
                }
            );
    }

    private List<(TopicKey, StatedValue)> Readings(Claim claim, bool hedged)
    {
        var readings = new List<(TopicKey, StatedValue)>();
        foreach (var alternative in claim.Alternatives)
            if (ClaimParser.Remembered(alternative).Expression is { } expression)
            {
                var parts = new List<Part>();
                Parts(expression, true, hedged, parts);
                if (parts is [var part])
                    readings.Add((TopicKey.Of(part.Topic), part.Value));
            }
        return readings;
    }

    private static Definition DefinitionOf(CanonicalForm form, CheckedClaim claim, Statement? statement)
    {
        var flows = form.Measure?.Id is "trade" or "exports" or "imports" or "balance";
        var borneOut = claim
            .Evidence.Where(e => e.Verdict == Verdict.Supported)
            .Select(e => string.IsNullOrEmpty(e.Basis) ? e.Source : $"{e.Source}, {e.Basis}")
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return new()
        {
            Basis =
                !flows ? null
                : form.Item is "goods_and_services" ? "goods and services"
                : form.Item is null or "total" or "goods" ? DefinitionWords.Basis(claim.Claim.Quote)
                : null,
            Terms = DefinitionWords.Terms(claim.Claim.Quote),
            Reading = form.Reading,
            Period = form.Period,
            // "Trade between Russia and China" is nobody's in particular; "Russia's trade with China" is Russia's.
            Side = form.Measure?.Id is "exports" or "imports" || IsPossessive(statement?.Text) ? form.Side : null,
            Authority = DefinitionWords.Authority(statement),
            BorneOutBy = borneOut,
            NormalGap = form.Measure?.NormalGap ?? 0,
        };
    }

    private static bool IsPossessive(string? sentence) =>
        sentence is not null && (sentence.Contains("'s ", StringComparison.Ordinal) || sentence.Contains("’s ", StringComparison.Ordinal));

    private sealed record Part(string Topic, StatedValue Value, CanonicalForm Form);

    private void Parts(Expression expression, bool holds, bool hedged, List<Part> parts)
    {
        switch (expression)
        {
            case And both when holds:
                Parts(both.Left, holds, hedged, parts);
                Parts(both.Right, holds, hedged, parts);
                break;
            case Not { Operand: Call or Includes } denial:
                Parts(denial.Operand, !holds, hedged, parts);
                break;
            case Includes includes when Form(includes.Whole) is { } whole:
                foreach (var member in includes.Part.Members)
                    parts.Add(new($"{whole.Text} includes {member}", Truth(holds), whole));
                break;
            case Call call when Form(call) is { } form:
                parts.Add(new(form.Text, Truth(holds), form));
                break;
            case Comparison comparison when holds:
                Compare(comparison, hedged, parts);
                break;
            case Within within when holds && Claimed.Between(within.Low, within.High) is { } claimed && Form(within.Value) is { } form:
                parts.Add(new(form.Text, Value(claimed, within.Value), form));
                break;
        }
    }

    private void Compare(Comparison comparison, bool hedged, List<Part> parts)
    {
        var (relation, left, right) = (comparison.Relation, comparison.Left, comparison.Right);
        if (left is QuantityLiteral or PeriodLiteral or Negate { Operand: QuantityLiteral })
            (relation, left, right) = (Tester.Mirrored(relation), right, left);
        if (relation == Relation.NotEqual || Form(left) is not { } form)
            return;
        if (hedged && relation == Relation.Equal)
            relation = Relation.About;
        if (IsDated(left) && Arguments.AsPeriod(right) is { } date)
            parts.Add(new(form.Text, Date(relation, date), form));
        else if (Claimed.Of(relation, right) is { } claimed)
            parts.Add(new(form.Text, Value(claimed, left), form));
        else if (Form(right) is { } other && relation is not (Relation.Equal or Relation.About))
        {
            // Orders: "A is more than B" and "B is less than A" are one thing said twice.
            var swapped = string.CompareOrdinal(form.Text, other.Text) > 0;
            var greater = relation is Relation.Greater or Relation.GreaterOrEqual != swapped;
            var strict = relation is Relation.Greater or Relation.Less;
            var (first, second) = swapped ? (other.Text, form.Text) : (form.Text, other.Text);
            var edge = strict ? 1.0 : 0.0;
            parts.Add(
                new(
                    $"{first} <> {second}",
                    greater ? new(edge, double.PositiveInfinity, 0, Units.Number) : new(double.NegativeInfinity, -edge, 0, Units.Number),
                    form
                )
            );
        }
        else if (right is NameReference choice && relation == Relation.Equal)
            // How a state voted: each choice is a thing of its own, and only one can be.
            parts.Add(new(form.Text, Choice(choice.Name), form));
    }

    private CanonicalForm? Form(Expression expression) => CanonicalForm.Of(expression, measures, readingOf);

    private static bool IsDated(Expression left) =>
        left is Call { Function: "date" or "event" }
        || (
            left is Call { Function: "target" } target
            && target.Arguments.Any(a => a.Value is QuantityLiteral && Arguments.AsPeriod(a.Value) is null)
        );

    private StatedValue Value(Claimed claimed, Expression left)
    {
        // A bare number takes its nature from what is counted: ranks and small counts are right or wrong.
        if (claimed.Unit.Dimension == Dimension.Number && !IsRatio(left) && claimed.Number.LastDigit >= 1)
            claimed = claimed with { Unit = Units.Count };
        var exact = claimed.IsCounted || left is Call { Function: "rank" };
        var range = claimed.Range;
        var (low, high) = claimed.Relation switch
        {
            Relation.Greater or Relation.GreaterOrEqual => (claimed.Number.Value, double.PositiveInfinity),
            Relation.Less or Relation.LessOrEqual => (double.NegativeInfinity, claimed.Number.Value),
            Relation.Equal when exact => (claimed.Number.Value, claimed.Upper?.Value ?? claimed.Number.Value),
            _ => (range.Low, range.High),
        };
        // "More than 36" excludes 36 where things are counted.
        if (exact && claimed.Relation == Relation.Greater)
            low += 1;
        if (exact && claimed.Relation == Relation.Less)
            high -= 1;
        var unit = claimed.Unit;
        var step = exact ? 0 : claimed.Number.LastDigit * unit.ToBase;
        var common = Pairing.IsPlain(unit.Dimension) && unit.Dimension == Dimension.Count ? Units.Count : unit;
        return new(low * unit.ToBase, high * unit.ToBase, step, Based(common));
    }

    private static Unit Based(Unit unit) => unit.Base == unit.Symbol ? unit : Units.Find(unit.Base);

    private bool IsRatio(Expression expression) =>
        expression is Arithmetic or Call { Function: "ratio" or "growth" or "share" }
        || (
            expression is Call call
            && measures.ById.TryGetValue(call.Function, out var measure)
            && measure.Dimension is Dimension.Index or Dimension.Number
        );

    private static StatedValue Truth(bool holds) => new(holds ? 1 : 0, holds ? 1 : 0, 0, Units.Truth);

    private static StatedValue Choice(string name)
    {
        // Words have no order; their own number is enough to tell one from another.
        var number = name switch
        {
            "yes" => 1,
            "no" => 2,
            "abstain" => 3,
            "absent" => 4,
            _ => 5 + name.Length,
        };
        return new(number, number, 0, Units.Truth);
    }

    private static StatedValue Date(Relation relation, Period period)
    {
        var (low, high) = (Day(period.Start), Day(period.End));
        return relation switch
        {
            Relation.Less => new(double.NegativeInfinity, low - 1, 0, Units.Date),
            Relation.LessOrEqual => new(double.NegativeInfinity, high, 0, Units.Date),
            Relation.Greater => new(high + 1, double.PositiveInfinity, 0, Units.Date),
            Relation.GreaterOrEqual => new(low, double.PositiveInfinity, 0, Units.Date),
            _ => new(low, high, 0, Units.Date),
        };
    }

    private static double Day(LocalDate date) => NodaTime.Period.DaysBetween(new LocalDate(1, 1, 1), date);

    private static string Cut(string quote) => quote.Length <= LongestQuote ? quote : string.Concat(quote.AsSpan(0, LongestQuote - 1), "…");
}
