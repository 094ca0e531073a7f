using System.Text;
using System.Text.Json;
using Entente.Application.Records;
using Entente.Record;
using Entente.Reports.Json;
using Entente.Sources.Store;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Records;

/// <summary>Finding things in the record: words, rows, one figure in every release, and what to cite.</summary>
internal static class FindEndpoints
{
    private const int MostCited = 200;
    private const int LongestQuery = 400;

    public static void Map(IEndpointRouteBuilder record)
    {
        record
            .MapGet("/search", Search)
            .WithName("record-search")
            .WithSummary("Words in the reading list and in the names that the record uses (q=, kind=, limit=).")
            .ReturnsJson("entente/search/1")
            .ProducesProblem(400);
        record
            .MapGet("/rows", Rows)
            .WithName("record-rows")
            .WithSummary(
                "Rows of the shipped tables and the user's own that hold all words (q=): measures, codes, items, periods, sources."
            )
            .ReturnsJson("entente/record-rows/1")
            .ProducesProblem(400);
        record
            .MapGet("/vintages", Vintages)
            .WithName("vintages")
            .WithSummary("One figure as every source and every release has it, period by period (measure=, subject=, object=, item=, of=).")
            .ReturnsJson("entente/vintages/1")
            .ProducesProblem(400);
        record
            .MapGet("/cite", Cite)
            .WithName("cite")
            .WithSummary("What rows, datasets and imports rest on (what=, several), as references or, with format=bibtex, as BibTeX.")
            .ReturnsJson("entente/references/1")
            .ProducesProblem(400);
    }

    private static IResult Search(HttpContext http, Workbench workbench, Desk desk)
    {
        var asked = Asked(http, "q");
        var kinds = http.Request.Query["kind"].OfType<string>().Where(k => k.Length > 0).ToList();
        if (kinds.Find(k => !RecordSearch.Kinds.Contains(k)) is { } unknown)
            throw Wrong("kind", $"'{unknown}'", string.Join(", ", RecordSearch.Kinds));
        var (_, limit) = Paging.Asked(http);
        var found = desk.Search(workbench.Context(http.RequestAborted), asked, kinds, Math.Min(limit, RecordSearch.MostHits));
        return Answers.Of(Answers.Text(writer => SearchJson.Write(writer, asked, found)));
    }

    private static IResult Rows(HttpContext http, Workbench workbench)
    {
        var words = Asked(http, "q").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (start, limit) = Paging.Asked(http);
        var record = workbench.Engine.Record();
        var figures = RecordRows.Observations(record, words).ToList();
        var events = RecordRows.Events(record, words).ToList();
        return Answers.Of(
            Answers.Text(writer =>
                RecordRowsJson.Write(
                    writer,
                    words,
                    record.Hash,
                    figures.Count + events.Count,
                    figures.Skip(start).Take(limit),
                    events.Skip(Math.Max(0, start - figures.Count)).Take(Math.Max(0, start + limit - Math.Max(start, figures.Count)))
                )
            )
        );
    }

    private static IResult Vintages(HttpContext http, Workbench workbench)
    {
        var query = new RecordQuery
        {
            Measure = Asked(http, "measure"),
            Subject = Party(http, workbench, "subject"),
            Object = Party(http, workbench, "object"),
            Item = Given(http, "item"),
            Of = Given(http, "of"),
        };
        if (workbench.Engine.Measures() is { } measures && !measures.ById.ContainsKey(query.Measure))
            throw Wrong(
                "measure",
                $"'{query.Measure}'",
                "a measure of the catalogue",
                "GET /api/record/coverage names those that have figures"
            );
        if (query is { Subject: null, Object: null })
            throw Wrong("subject", "nothing", "a state by code or name");
        var imports = Desk.Imports(workbench.Context(http.RequestAborted));
        var figures = workbench.Engine.Figures(query);
        return Answers.Of(json => Write(json, query, figures, imports));
    }

    private static void Write(
        Utf8JsonWriter json,
        RecordQuery query,
        IReadOnlyList<Observation> figures,
        IReadOnlyList<StoredImport> imports
    )
    {
        var sides = figures
            .GroupBy(f => SideOf(f, imports))
            .OrderBy(g => g.Key.Import)
            .ThenBy(g => g.Key.Source, StringComparer.Ordinal)
            .ToList();
        json.WriteStartObject();
        json.WriteString("schema", "entente/vintages/1");
        json.WriteString("measure", query.Measure);
        json.WriteString("subject", query.Subject);
        json.WriteString("object", query.Object);
        json.WriteString("item", query.Item);
        json.WriteStartArray("releases");
        foreach (var side in sides)
        {
            json.WriteStartObject();
            json.WriteString("source", side.Key.Source);
            json.WriteString("release", side.Key.Release);
            if (side.Key.Import > 0)
                json.WriteNumber("import", side.Key.Import);
            json.WriteNumber("figures", side.Count());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("periods");
        foreach (
            var period in figures
                .GroupBy(f => f.Period?.Text ?? "")
                .OrderByDescending(g => g.First().Period?.End)
                .ThenByDescending(g => g.Key, StringComparer.Ordinal)
        )
        {
            json.WriteStartObject();
            json.WriteString("period", period.Key);
            json.WriteStartArray("figures");
            foreach (var figure in period)
            {
                json.WriteStartObject();
                json.WriteNumber("release", sides.FindIndex(s => s.Key == SideOf(figure, imports)));
                json.WritePropertyName("figure");
                RecordRowsJson.Figure(json, figure);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private readonly record struct Side(string Source, string Release, int Import);

    /// <summary>Whose figure it is, in which release: a figure of an import names it at the end of its note's first part.</summary>
    private static Side SideOf(Observation figure, IReadOnlyList<StoredImport> imports)
    {
        if (figure.Note is { } note)
            foreach (var import in imports)
                if (note.Contains(FormattableString.Invariant($"(import {import.Id})"), StringComparison.Ordinal))
                    return new(figure.Source, $"{import.Dataset} {import.Vintage}", import.Id);
        return new(figure.Source, figure.Own ? "your own" : "shipped", 0);
    }

    private static IResult Cite(HttpContext http, Workbench workbench)
    {
        var what = http.Request.Query["what"].OfType<string>().Where(w => w.Length > 0).ToList();
        if (what.Count is 0 or > MostCited)
            throw Wrong("what", $"{what.Count} things", $"1 to {MostCited} rows, datasets or numbers of imports");
        // A file is never opened for a request: `record cite FILE` is the command line's.
        var references = Citations.Of(workbench.Context(http.RequestAborted), what, files: false).Bibliography.References;
        if (http.Request.Query["format"] == "bibtex")
            return Answers.Download(
                Encoding.UTF8.GetBytes(string.Join('\n', references.Select(r => r.BibTeX))),
                "application/x-bibtex; charset=utf-8",
                "entente.bib"
            );
        return Answers.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "entente/references/1");
            json.WriteStartArray("references");
            foreach (var reference in references)
            {
                json.WriteStartObject();
                json.WriteString("key", reference.Key);
                json.WriteString("text", reference.Text);
                json.WriteString("bibtex", reference.BibTeX);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static string? Party(HttpContext http, Workbench workbench, string name) =>
        Given(http, name) is not { } given ? null
        : given is "WLD" ? given
        : workbench.Engine.Party(given) ?? throw Wrong(name, $"'{given}'", "a state or organisation by code or name");

    private static string Asked(HttpContext http, string name) => Given(http, name) ?? throw Wrong(name, "nothing", "a word");

    private static string? Given(HttpContext http, string name)
    {
        var given = http.Request.Query[name].ToString().Trim();
        if (given.Length > LongestQuery)
            throw Wrong(name, $"{given.Length} characters", $"at most {LongestQuery}");
        return given.Length == 0 ? null : given;
    }

    private static WrongUseException Wrong(string where, string found, string expected, string? hint = null) =>
        new(Problems.Problem(where, found, expected, hint));
}
