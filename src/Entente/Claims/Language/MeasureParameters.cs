using Entente.Measures;

namespace Entente.Claims.Language;

/// <summary>The parameters of a measure's call, from what parties it takes: parties, then item, then period.</summary>
internal static class MeasureParameters
{
    private static readonly Parameter[][] WithItem = Make(true);
    private static readonly Parameter[][] WithoutItem = Make(false);

    public static IReadOnlyList<Parameter> Of(MeasureDefinition measure) =>
        (measure.TakesItem ? WithItem : WithoutItem)[(int)measure.Parties];

    /// <summary>`exports(CHN -> RUS [, item] [, period])`.</summary>
    public static string Usage(MeasureDefinition measure)
    {
        var parties = measure.Parties switch
        {
            Parties.None => "",
            Parties.State => "CHN",
            Parties.Dyad => "CHN, RUS",
            Parties.StateOrDyad => "CHN [, RUS]",
            Parties.Flow => "CHN -> RUS",
            _ => "CHN -> RUS, or CHN",
        };
        var item =
            !measure.TakesItem ? ""
            : parties.Length == 0 ? "[item]"
            : " [, item]";
        var period = parties.Length + item.Length == 0 ? "[period]" : " [, period]";
        return $"{measure.Id}({parties}{item}{period})";
    }

    private static Parameter[][] Make(bool item)
    {
        var table = new Parameter[Enum.GetValues<Parties>().Length][];
        foreach (var parties in Enum.GetValues<Parties>())
        {
            var parameters = new List<Parameter>();
            switch (parties)
            {
                case Parties.None:
                    break;
                case Parties.State:
                    parameters.Add(new("state", ParameterKind.Actor));
                    break;
                case Parties.Dyad:
                case Parties.StateOrDyad:
                    parameters.Add(new("first party", ParameterKind.Actor));
                    parameters.Add(new("second party", ParameterKind.Actor, Optional: parties == Parties.StateOrDyad));
                    break;
                case Parties.Flow:
                    parameters.Add(new("flow", ParameterKind.Flow));
                    break;
                case Parties.StateOrFlow:
                    parameters.Add(new("flow", ParameterKind.ActorOrFlow));
                    break;
            }
            if (item)
                parameters.Add(new("item", ParameterKind.Item, Optional: true));
            parameters.Add(new("period", ParameterKind.Period, Optional: true));
            table[(int)parties] = [.. parameters];
        }
        return table;
    }
}
