using Entente.Record;

namespace Entente.Models.Backtests;

/// <summary>
/// A dated choice of the record between two states that is one of no series: there is no list of the times at which the other choice was made, so that no
/// probability of it can be scored. They are shown, and what is contested is shown with both sides.
/// </summary>
/// <param name="Kind">Of the record.</param>
/// <param name="Date">When.</param>
/// <param name="What">The title, or who says what.</param>
/// <param name="Evidence">Where in the record.</param>
/// <param name="Contested">True where the sides differ on whether it happened.</param>
public sealed record DatedChoice(string Kind, string Date, string What, string Evidence, bool Contested)
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "payment_curb",
        "arms_delivery",
        "export_control",
        "import_ban",
    };

    public static IReadOnlyList<DatedChoice> Of(RecordTables tables, string state, string partner)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var events = tables
            .Events.Where(e => Kinds.Contains(e.Kind) && Takes(e.Actors, state) && Takes(e.Actors, partner) && Acts(e, state, partner))
            .Select(e => new DatedChoice(e.Kind, e.Date.Text, e.Title, e.Id, false));
        var said = tables
            .Observations.Where(o => o.Measure == "statement" && o.Of is "lethal_aid" && Concerns(o, state, partner))
            .Select(o => new DatedChoice(
                "lethal_aid",
                o.Period?.Text ?? "",
                $"{o.Subject} {(o.Value.Value == 0 ? "says no" : "says yes")}{(o.Note is { } note ? $": {note}" : "")}",
                o.Row.ToString(),
                true
            ));
        return [.. events.Concat(said).OrderBy(c => c.Kind, StringComparer.Ordinal).ThenBy(c => c.Date, StringComparer.Ordinal)];
    }

    /// <summary>What a third state does to both is no choice of theirs.</summary>
    private static bool Acts(RecordedEvent e, string state, string partner) =>
        !e.Directed || Takes([.. e.Actors.Take(e.Senders)], state) || Takes([.. e.Actors.Take(e.Senders)], partner);

    private static bool Takes(IReadOnlyList<string> actors, string state) =>
        actors.Any(a => a == state || (a.StartsWith(state, StringComparison.Ordinal) && a.Length > state.Length && a[state.Length] == ':'));

    /// <summary>What the state says of itself, and what others than the partner say of it.</summary>
    private static bool Concerns(Observation said, string state, string partner) =>
        said.Subject == state ? said.Object != state : said.Object == state && said.Subject != partner;
}
