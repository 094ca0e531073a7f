using System.Globalization;
using System.Text;
using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Measures;
using Entente.Quantities;

namespace Entente.Checking.Between;

/// <summary>
/// An expression written so that two which speak of the same figure come out the same: parties of a dyad in one order, a flow once
/// whichever side counts it, the period at the measure, twelve months under the year that most of them lie in. What is lost by that
/// (side, exact period, reading, item for the whole) is kept aside: it is what definitions differ in.
/// </summary>
internal sealed class CanonicalForm
{
    private readonly MeasureCatalogue measures;
    private readonly Dictionary<string, string> readingOf;
    private readonly StringBuilder text = new();

    private CanonicalForm(MeasureCatalogue measures, Dictionary<string, string> readingOf) =>
        (this.measures, this.readingOf) = (measures, readingOf);

    public string Text => text.ToString();

    /// <summary>The state in whose statistics the first measure is told; null where the measure has but one side.</summary>
    public string? Side { get; private set; }

    /// <summary>The first measure where it is another reading of the one it is filed under.</summary>
    public string? Reading { get; private set; }

    public string? Item { get; private set; }

    public Period? Period { get; private set; }

    public MeasureDefinition? Measure { get; private set; }

    /// <summary>Each measure that the catalogue gives as another reading of some other → that other.</summary>
    public static Dictionary<string, string> ReadingsOf(MeasureCatalogue measures)
    {
        var readings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var measure in measures.ById.Values)
        foreach (var other in measure.OtherReadings)
            readings.TryAdd(other, measure.Id);
        return readings;
    }

    /// <summary>Null where the expression is no figure that two texts could both give (a deduction, a judgement).</summary>
    public static CanonicalForm? Of(Expression expression, MeasureCatalogue measures, Dictionary<string, string> readingOf)
    {
        var form = new CanonicalForm(measures, readingOf);
        return form.Write(expression, null) ? form : null;
    }

    private bool Write(Expression expression, Period? inherited)
    {
        switch (expression)
        {
            case Call { Function: "judgement" or "choice" or "passes" or "loss" or "replaced" or "indispensable" }:
                return false;
            case Call call:
                return MeasureCall.Of(call, measures, inherited) is { } measure ? WriteMeasure(measure) : WriteCall(call, inherited);
            case NameReference or StringLiteral:
                text.Append(Arguments.NameOf(expression));
                return true;
            case QuantityLiteral quantity:
                text.Append(CultureInfo.InvariantCulture, $"{quantity.Number.Value * quantity.Unit.ToBase:R} {quantity.Unit.Base}");
                return true;
            case PeriodLiteral period:
                text.Append(period.Period.Text);
                return true;
            case FlowLiteral flow:
                return Write(flow.From, null) && Append("->") && Write(flow.To, null);
            case SetLiteral set:
                text.Append('{').AppendJoin(',', set.Members.Select(m => m.ToString()).Order(StringComparer.Ordinal)).Append('}');
                return true;
            case Negate negate:
                return Append("-") && Write(negate.Operand, inherited);
            case Arithmetic arithmetic:
                return Append("(")
                    && Write(arithmetic.Left, inherited)
                    && Append(" " + arithmetic.Operator + " ")
                    && Write(arithmetic.Right, inherited)
                    && Append(")");
            default:
                return false;
        }
    }

    private bool WriteMeasure(MeasureCall call)
    {
        var id = readingOf.GetValueOrDefault(call.Measure.Id, call.Measure.Id);
        var whole = call.Item is null or "total" or "goods" or "goods_and_services";
        var (first, second) = (call.First, call.Second);
        var world = second is null or MeasureCall.World || first is null or MeasureCall.World;
        string? side = null;
        if (id is "exports" or "imports" && !world)
        {
            side = id == "exports" ? first : second;
            id = "flow";
        }
        else if (call.Measure.Parties is Parties.Dyad or Parties.StateOrDyad && !world && id != "balance")
        {
            side = call.Measure.Parties == Parties.StateOrDyad ? first : null;
            if (string.CompareOrdinal(first, second) > 0)
                (first, second) = (second, first);
        }
        if (Measure is null)
        {
            Measure = call.Measure;
            Side = side;
            Reading = id != call.Measure.Id && id != "flow" ? call.Measure.Id : null;
            Item = call.Item;
            Period = call.Period;
        }
        text.Append(CultureInfo.InvariantCulture, $"{id}({first},{second},{(whole ? "" : call.Item)},{Year(call)})");
        return true;
    }

    private bool WriteCall(Call call, Period? inherited)
    {
        var period = Arguments.PeriodOf(call) ?? inherited;
        // Only the innermost call shows the period: growth(trade(A, B), 2022) is growth(trade(A, B, 2022)).
        var innermost = !call.Arguments.Any(a => a.Value is Call or Arithmetic);
        text.Append(call.Function).Append('(');
        var own = call.Arguments.LastOrDefault(a => a.Name is null && Arguments.AsPeriod(a.Value) is not null);
        foreach (var argument in call.Arguments)
        {
            if (ReferenceEquals(argument, own))
                continue;
            if (argument.Name is { } name)
                text.Append(name).Append(':');
            if (Arguments.AsPeriod(argument.Value) is { } named)
                text.Append(named.Text);
            else if (!Write(argument.Value, period))
                return false;
            text.Append(',');
        }
        if (innermost && period is not null)
            text.Append(period.Start.ToString("yyyyMMdd", CultureInfo.InvariantCulture))
                .Append(period.End.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        Period ??= period;
        text.Append(')');
        return true;
    }

    private static string Year(MeasureCall call)
    {
        if (call.Period is not { } period || call.IsTimeless)
            return "";
        if (Definition.IsOtherYear(period))
            return period.Start.PlusMonths(6).Year.ToString(CultureInfo.InvariantCulture);
        return period.IsWholeYear
            ? period.Start.Year.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{period.Start:yyyyMMdd}{period.End:yyyyMMdd}");
    }

    private bool Append(string piece)
    {
        text.Append(piece);
        return true;
    }
}
