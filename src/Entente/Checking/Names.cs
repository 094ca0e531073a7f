using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Measures;

namespace Entente.Checking;

/// <summary>How explanations call actors and items; without a catalogue the codes themselves.</summary>
public sealed class Names
{
    private readonly Func<string, string?> actor;

    /// <param name="actor">The name of an actor's code (`CHN` → China), or null where unknown.</param>
    public Names(Func<string, string?>? actor = null) => this.actor = actor ?? (static _ => null);

    public string Actor(string? code) =>
        code is null ? "?"
        : code == MeasureCall.World ? "the world"
        : actor(code) ?? code;

    private static string Item(string? item) => item is null or "total" ? "" : item.Replace('_', ' ') + " ";

    /// <summary>An expression in words, without its period: "China's imports from Russia".</summary>
    internal string Phrase(Expression expression, MeasureCatalogue measures)
    {
        if (MeasureCall.Of(expression, measures, null) is { } call)
            return Measure(call);
        if (expression is not Call outer)
            return "it";
        var inner = Arguments.First(outer);
        return outer.Function switch
        {
            "growth" when inner is not null => $"growth of {Phrase(inner, measures)}",
            "share" when inner is not null && Arguments.Named(outer, "of") is { } whole =>
                $"share of {Phrase(inner, measures)} in {Phrase(whole, measures)}",
            "target" when inner is not null => $"target for {Phrase(inner, measures)}",
            "event" or "date" => inner is Call nested ? Phrase(nested, measures) : $"date of {Arguments.NameOf(inner!)?.Replace('_', ' ')}",
            _ => ClaimPrinter.Print(expression),
        };
    }

    private string Measure(MeasureCall call)
    {
        var world = call.Second is null or MeasureCall.World;
        var item = Item(call.Item);
        return call.Measure.Id switch
        {
            "exports" => world ? $"{Actor(call.First)}'s {item}exports" : $"{Actor(call.First)}'s {item}exports to {Actor(call.Second)}",
            "imports" => call.First is null or MeasureCall.World
                ? $"{Actor(call.Second)}'s {item}imports"
                : $"{Actor(call.Second)}'s {item}imports from {Actor(call.First)}",
            "trade" => world ? $"{Actor(call.First)}'s {item}trade" : $"{item}trade between {Actor(call.First)} and {Actor(call.Second)}",
            "balance" => world ? $"{Actor(call.First)}'s trade balance" : $"{Actor(call.First)}'s trade balance with {Actor(call.Second)}",
            var id =>
                $"{item}{id.Replace('_', ' ')}{(call.First is null ? "" : world ? $" of {Actor(call.First)}" : $" of {Actor(call.First)} and {Actor(call.Second)}")}",
        };
    }
}
