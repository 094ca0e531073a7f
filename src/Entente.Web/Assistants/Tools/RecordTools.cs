using System.Globalization;
using System.Text;
using Entente.Application.Composition;
using Entente.Application.Records;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Sources.Search;
using Entente.Web.Assistants.Resources;
using Entente.Web.Assistants.Texts;
using Citing = Entente.Web.Assistants.Texts.Citing;

namespace Entente.Web.Assistants.Tools;

/// <summary>`search_record` and `show_record_rows`: what `search` and `record show` do. The index is made in memory; no file of the user's is written.</summary>
internal static class RecordTools
{
    private const int LongestQuery = 500;
    private const int MostHits = 100;
    private const int MostRows = 200;
    private const int MostTextCharacters = 200_000;

    private static readonly string[] Kinds = ["all", "text", "measure", "dataset", "event", "source", "item"];

    public static AssistantTool Search { get; } =
        new(
            "search_record",
            "Search the record",
            """
            Looks for words among the names that the record uses (measures, items, events, sources, datasets) and in the words of the opened texts. Use it to find
            what a thing is called before you ask for it. It finds words, not meanings: nothing found does not mean that nothing is known.
            """,
            """
            {"type": "object", "additionalProperties": false, "required": ["query"], "properties": {
            "query": {"type": "string", "minLength": 1, "maxLength": 500, "description": "Words; the last may be a beginning.", "examples": ["crude oil", "joint statement"]},
            "kind": {"type": "string", "enum": ["all", "text", "measure", "dataset", "event", "source", "item"], "default": "all", "description": "Only this kind."},
            "limit": {"type": "integer", "minimum": 1, "maximum": 100, "default": 10}}}
            """,
            Find
        );

    public static AssistantTool ShowRows { get; } =
        new(
            "show_record_rows",
            "Show rows of the record",
            """
            The rows of the shipped record and of the user's own facts that hold all of some exact words: measure, state code, item, period, source; or of events: id,
            kind, date, actor. Each row is one figure as one source gives it, with date, address and nearness to the source; rows may disagree. Imported datasets are
            not listed row by row: evaluate_expression consults them.
            """,
            """
            {"type": "object", "additionalProperties": false, "required": ["words"], "properties": {
            "words": {"type": "array", "minItems": 1, "maxItems": 8, "items": {"type": "string", "minLength": 1, "maxLength": 100}, "description": "A row must hold all of them exactly; capitals do not matter.", "examples": [["trade", "CHN", "RUS", "2022"]]},
            "limit": {"type": "integer", "minimum": 1, "maximum": 200, "default": 30}}}
            """,
            Rows
        );

    private static ToolAnswer Find(ToolCall call)
    {
        var query = call.Text("query", LongestQuery);
        var kind = call.Choice("kind", Kinds);
        var limit = call.Integer("limit", 1, MostHits, 10);
        // In memory, and thrown away: texts may have changed since the last question, and nothing is to be left behind.
        using var index = SearchIndex.Open(":memory:");
        if (kind is not "text")
            index.Change(null, call.Context.Engine.SearchEntries());
        if (kind is "all" or "text")
            index.Change(null, Texts(call));
        var found = index
            .Find(query, kind == "all" ? [] : [kind], limit)
            .Select(h => new FoundEntry(h.Entry.Kind, h.Entry.Ref, h.Entry.Title, h.Entry.Detail, h.Snippet.Trim(), h.Score, Gone: false))
            .ToList();
        using var json = new Utf8Text();
        SearchJson.Write(json, query, found);
        var text = new StringBuilder();
        foreach (var one in found)
        {
            text.Append(CultureInfo.InvariantCulture, $"{one.Kind} {one.Ref}: {one.Title}");
            if (one.Detail.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $" — {one.Detail}");
            text.Append('\n');
            if (one.Snippet.Length > 0 && one.Kind == "text")
                text.Append(CultureInfo.InvariantCulture, $"  … {one.Snippet.ReplaceLineEndings(" ")} …\n");
        }
        text.Append(
            found.Count == 0
                ? $"Nothing holds these words in the {(kind == "all" ? "record's names or the opened texts" : "names of this kind")}; other words may.\n"
                : "These are names and texts that hold the words, no figures: show_record_rows and evaluate_expression give those.\n"
        );
        return new(AssistantProblems.Element(json), text.ToString());
    }

    private static IEnumerable<SearchEntry> Texts(ToolCall call)
    {
        var engine = call.Context.Engine;
        var read = 0;
        foreach (var text in call.Session.Opened.All(call.Cancellation))
        {
            call.Progress.Report(1 - (1.0 / (2 + read++)), $"reading {text.Name}");
            var found = new FoundText(EntenteUri.Of(EntenteUri.Document, text.Id), text.Name, text.Real);
            if (Document(engine, found) is not { } document)
                continue;
            var words = TextFinder.Words(document);
            yield return new(
                "text",
                found.Uri,
                document.Title ?? Path.GetFileNameWithoutExtension(text.Name),
                string.Join(
                    " · ",
                    new[] { string.Join(", ", document.Authors), document.Site, document.Published?.Text, text.Name }.Where(d =>
                        !string.IsNullOrEmpty(d)
                    )
                ),
                words.Length > MostTextCharacters ? words[..MostTextCharacters] : words,
                text.Name
            );
        }
    }

    // What cannot be read is found by nothing; whoever asks for it is told why.
    private static Reading.Document? Document(Engine engine, FoundText text)
    {
        try
        {
            return engine.Read(text.Bytes(), text.Name, null).Value;
        }
        catch (WrongUseException)
        {
            return null;
        }
    }

    private static ToolAnswer Rows(ToolCall call)
    {
        var words = call.Texts("words", 8, 100);
        if (words.Count == 0)
            throw call.Wrong("words", "none", "a measure, a state's code, an item, a period or a source");
        var limit = call.Integer("limit", 1, MostRows, 30);
        var record = call.Context.Engine.Record();
        var figures = RecordRows.Observations(record, words).ToList();
        var events = RecordRows.Events(record, words).ToList();
        var total = figures.Count + events.Count;
        using var json = new Utf8Text();
        RecordRowsJson.Write(json, words, record.Hash, total, figures.Take(limit), events.Take(Math.Max(0, limit - figures.Count)));
        var text = new StringBuilder();
        foreach (var figure in figures.Take(limit))
            text.Append(
                CultureInfo.InvariantCulture,
                $"{RecordRows.Line(figure)} — {Citing.Tier(figure.Tier)}{(figure.Basis.Length > 0 ? $", {figure.Basis}" : "")}; {figure.Url ?? "no address on record"}\n"
            );
        foreach (var one in events.Take(Math.Max(0, limit - figures.Count)))
        {
            var source = one.Sources.Count > 0 ? one.Sources[0] : null;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{one.Date.Text} {one.Id} ({one.Kind}): {one.Title}; {string.Join(", ", one.Actors)} — {source?.Source ?? "no source"}{(source?.Published is { } day ? $", published {day.Text}" : "")}; {source?.Url ?? "no address on record"} [{one.Row}]\n"
            );
        }
        if (total > limit)
            text.Append(CultureInfo.InvariantCulture, $"and {total - limit} more: ask with more words, or a higher limit\n");
        text.Append(
            total == 0
                ? $"No row of the record holds {string.Join(", ", words)}. That is no evidence that there is none; imported datasets are asked by evaluate_expression.\n"
                : $"Of the record {record.Hash[..Math.Min(12, record.Hash.Length)]}. Rows that disagree stand side by side; which authority leads, evaluate_expression tells.\n"
        );
        return new(AssistantProblems.Element(json), text.ToString());
    }
}
