using Entente.Claims.Language;
using Entente.Measures;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>A call of a catalogue measure with its arguments sorted into parties, item and period.</summary>
internal sealed record MeasureCall
{
    public required MeasureDefinition Measure { get; init; }

    /// <summary>The first party, or the seller of a flow; null for the world's side or where the measure has no party.</summary>
    public string? First { get; init; }

    public string? Second { get; init; }

    public string? Item { get; init; }

    public Period? Period { get; init; }

    public const string World = "WLD";

    /// <summary>Whose statistics the words mean: the importer for imports, the buyer for volumes, else the first party.</summary>
    public string? PointOfView => BuyerReports ? Second ?? First : First;

    public bool BuyerReports => Measure.Id is "imports" or "volume";

    public bool IsFlow => Measure.Parties is Parties.Flow or Parties.StateOrFlow;

    public bool IsStock => !Measure.Cumulative;

    /// <summary>Lengths and areas do not change with the year asked.</summary>
    public bool IsTimeless => Measure.Dimension is Dimension.Length or Dimension.Area;

    public MeasureCall With(Period? period) => this with { Period = period };

    public static MeasureCall? Of(Expression expression, MeasureCatalogue measures, Period? inherited)
    {
        if (expression is not Call call || !measures.ById.TryGetValue(call.Function, out var measure))
            return null;
        string? first = null,
            second = null,
            item = null;
        var period = Arguments.PeriodOf(call);
        foreach (var argument in call.Arguments)
        {
            if (argument.Name is { } name && name != "item" && name != "on")
                continue;
            switch (argument.Value)
            {
                case FlowLiteral flow:
                    (first, second) = (Arguments.NameOf(flow.From), Arguments.NameOf(flow.To));
                    break;
                case NameReference or StringLiteral:
                    var text = Arguments.NameOf(argument.Value)!;
                    // Codes of actors start with a capital, ids of items do not; a name in quotes is a person's or a firm's.
                    if (argument.Name == "item" || (argument.Value is NameReference && char.IsLower(text[0])))
                        item = text;
                    else if (first is null)
                        first = text;
                    else
                        second ??= text;
                    break;
            }
        }
        // imports(CHN) is all that China imports: the state is the buyer.
        if (measure.Id is "imports" or "volume" && second is null && first is not null)
            (first, second) = (World, first);
        return new()
        {
            Measure = measure,
            First = first,
            Second = second,
            Item = item,
            Period = period ?? inherited,
        };
    }

    public string Label()
    {
        var parties =
            First == World && Second is not null && IsFlow ? Second
            : Second is null || Second == World ? First
            : IsFlow ? $"{First} -> {Second}"
            : $"{First}, {Second}";
        var parts = new[] { parties, Item, Period?.Text }.Where(p => p is not null);
        return $"{Measure.Id}({string.Join(", ", parts)})";
    }

    /// <summary>The rows that hold this measure for these parties, over all periods: own statistics and the other side's, with a sign for balances.</summary>
    public IEnumerable<(Observation Row, bool Negate)> Rows(IRecord record)
    {
        foreach (var (query, negate) in Queries())
        foreach (var row in record.Find(query))
            if (Fits(row, query))
                yield return (row, negate);
    }

    private IEnumerable<(RecordQuery Query, bool Negate)> Queries()
    {
        var id = Measure.Id;
        switch (Measure.Parties)
        {
            case Parties.None:
                yield return (new() { Measure = id, Item = Item }, false);
                break;
            case Parties.State:
                yield return (new() { Measure = id, Subject = First }, false);
                break;
            case Parties.Dyad:
                yield return (
                    new()
                    {
                        Measure = id,
                        Subject = First,
                        Object = Second,
                    },
                    false
                );
                yield return (
                    new()
                    {
                        Measure = id,
                        Subject = Second,
                        Object = First,
                    },
                    false
                );
                break;
            case Parties.StateOrDyad:
                yield return (
                    new()
                    {
                        Measure = id,
                        Subject = First,
                        Object = Second,
                    },
                    false
                );
                if (Second is not null)
                    yield return (
                        new()
                        {
                            Measure = id,
                            Subject = Second,
                            Object = First,
                        },
                        id == "balance"
                    );
                break;
            default:
                foreach (var query in FlowQueries(id))
                    yield return (query, false);
                break;
        }
    }

    // A flow is written from seller to buyer; the record keeps exports under the seller and imports under the buyer, and the two mirror each other.
    private IEnumerable<RecordQuery> FlowQueries(string id)
    {
        var (seller, buyer) = (First, Second ?? World);
        if (id is "exports" or "imports")
        {
            if (seller != World)
                yield return new()
                {
                    Measure = "exports",
                    Subject = seller,
                    Object = buyer,
                };
            if (buyer != World)
                yield return new()
                {
                    Measure = "imports",
                    Subject = buyer,
                    Object = seller,
                };
        }
        else if (id == "volume")
        {
            yield return new()
            {
                Measure = id,
                Of = "imports",
                Subject = buyer,
                Object = seller,
            };
            yield return new()
            {
                Measure = id,
                Of = "exports",
                Subject = seller,
                Object = buyer,
            };
        }
        else
            yield return new()
            {
                Measure = id,
                Subject = seller,
                Object = Second,
            };
    }

    private bool Fits(Observation row, RecordQuery query)
    {
        if (
            query.Object is null
            && Measure.Parties is Parties.State or Parties.StateOrDyad
            && row.Object is { Length: > 0 } partner
            && partner != World
        )
            return false;
        if (!Measure.TakesItem)
            return true;
        return Item is null ? row.Item is "" or "total" or "goods" : row.Item == Item || (Item == "total" && row.Item == "");
    }
}

/// <summary>Reads arguments of calls.</summary>
internal static class Arguments
{
    public static string? NameOf(Expression expression) =>
        expression switch
        {
            NameReference name => name.Name,
            StringLiteral text => text.Value,
            _ => null,
        };

    public static Expression? Named(Call call, string name) => call.Arguments.FirstOrDefault(a => a.Name == name)?.Value;

    /// <summary>The positional arguments that are not periods.</summary>
    public static IReadOnlyList<Expression> Positional(Call call) =>
        [.. call.Arguments.Where(a => a.Name is null && AsPeriod(a.Value) is null).Select(a => a.Value)];

    public static Expression? First(Call call) => Positional(call) is [var first, ..] ? first : null;

    public static Period? PeriodOf(Call call)
    {
        var named = Named(call, "at");
        if (named is not null)
            return AsPeriod(named);
        // The period stands last; a four-digit number before it could be a count.
        for (var i = call.Arguments.Count - 1; i >= 0; i--)
            if (call.Arguments[i].Name is null && AsPeriod(call.Arguments[i].Value) is { } period)
                return period;
        return null;
    }

    public static Period? AsPeriod(Expression? expression) =>
        expression switch
        {
            PeriodLiteral literal => literal.Period,
            QuantityLiteral { Digits.Length: 4 } q
                when q.Unit.Dimension is Dimension.Number or Dimension.Count && Period.TryParse(q.Digits, out var year) => year,
            _ => null,
        };
}
