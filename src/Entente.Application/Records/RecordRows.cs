using System.Globalization;
using Entente.Record;
using Entente.Reports;

namespace Entente.Application.Records;

/// <summary>Rows of the record as people ask for them: those that hold all of some words, each in a line.</summary>
internal static class RecordRows
{
    /// <summary>The figures that hold every word: a measure, a state's code, an item, a period or a source.</summary>
    public static IEnumerable<Observation> Observations(RecordTables record, IReadOnlyList<string> words) =>
        record.Observations.Where(o => words.All(w => Holds(o, w)));

    /// <summary>The events that hold every word: an id, a kind, a body, a date or an actor.</summary>
    public static IEnumerable<RecordedEvent> Events(RecordTables record, IReadOnlyList<string> words) =>
        record.Events.Where(e => words.All(w => Holds(e, w)));

    /// <summary>A row in one line, with the place by which it is cited.</summary>
    public static string Line(Observation o)
    {
        var what = string.Join(
            ' ',
            new[] { o.Measure, o.Of, o.Subject, o.Object, o.Item == "total" ? null : o.Item, o.Period?.Text }.Where(p =>
                !string.IsNullOrEmpty(p)
            )
        );
        var value =
            o.Upper.Value > o.Value.Value
                ? HumanNumber.FormatRange(o.Value.Value, o.Upper.Value, o.Unit.Symbol)
                : HumanNumber.Format(o.Value.Value, o.Unit.Symbol);
        var bound = o.Bound switch
        {
            Bound.About => "about ",
            Bound.MoreThan => "more than ",
            Bound.LessThan => "less than ",
            Bound.Nearly => "nearly ",
            Bound.JustOver => "just over ",
            _ => "",
        };
        return $"{what}  {bound}{value}  {o.Source}{(o.Published is null ? "" : $" {o.Published}")}  [{o.Row}]";
    }

    private static bool Holds(Observation o, string word) =>
        Same(o.Measure, word)
        || Same(o.Of, word)
        || Same(o.Subject, word)
        || Same(o.Object, word)
        || Same(o.Item, word)
        || Same(o.Period?.Text, word)
        || Same(o.Source, word);

    private static bool Holds(RecordedEvent e, string word) =>
        Same(e.Id, word) || Same(e.Kind, word) || Same(e.Body, word) || Same(e.Date.Text, word) || e.Actors.Any(a => Same(a, word));

    private static bool Same(string? value, string word) => string.Equals(value, word, StringComparison.OrdinalIgnoreCase);
}
