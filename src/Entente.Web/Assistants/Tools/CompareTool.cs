using System.Globalization;
using System.Text;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Reports.Terminal;
using Entente.Web.Assistants.Resources;

namespace Entente.Web.Assistants.Tools;

/// <summary>`compare_documents`: several texts beside each other, as `check` lays them.</summary>
internal static class CompareTool
{
    private const int MostTexts = 50;

    public static AssistantTool CompareDocuments { get; } =
        new(
            "compare_documents",
            "Compare documents",
            """
            Checks several documents of the opened folders and lays them beside each other: which give the same figure, which differ in fact, which only in
            definition or rounding, who said it first, and quoted words that differ. Only claims that were found in two or more texts can be compared; silence
            about the others means nothing.
            """,
            """
            {"type": "object", "additionalProperties": false, "required": ["documents"], "properties": {
            "documents": {"type": "array", "minItems": 2, "maxItems": 50, "items": {"type": "string", "minLength": 1, "maxLength": 4096}, "description": "Addresses of resources, or paths inside the opened folders.", "examples": [["entente://sample/article.md", "entente://sample/interview.txt"]]},
            "as_of": {"type": "string", "maxLength": 32, "description": "Use only figures published up to this day (default: today).", "examples": ["2024-06-30"]}}}
            """,
            Compare
        );

    private static ToolAnswer Compare(ToolCall call)
    {
        var named = call.Texts("documents", MostTexts, 4096);
        var found = named.Select(n => TextFinder.Find(call.Session, n, call.Cancellation)).DistinctBy(f => f.Real).ToList();
        if (found.Count < 2)
            throw call.Wrong("documents", found.Count == 0 ? "no text" : "one text", "two or more different texts");
        var asOf = call.AsOf();
        var join = call.Context.Engine.Join(asOf);
        var summaries = new List<DocumentSummary>();
        var quiet = call with { Progress = new(null, null) };
        foreach (var (text, place) in found.Select((t, i) => (t, i)))
        {
            call.Cancellation.ThrowIfCancellationRequested();
            call.Progress.Report(place / (double)found.Count, $"checking {text.Name}");
            var report = CheckTools.Report(quiet, text.Bytes(), text.Name, null, asOf);
            summaries.Add(DocumentSummary.Of(report) with { Rows = join?.Rows(report) });
        }
        var corpus = new CorpusSummary
        {
            Documents = summaries,
            Several = true,
            Between = join?.Join([.. summaries.Select(s => s.Rows!)], call.Cancellation),
        };
        using var json = new Utf8Text();
        new JsonReport().End(json, corpus);
        using var words = new Utf8Text();
        new TerminalReport(new ReportSettings { Width = 100 }).End(words, corpus);
        var text2 = new StringBuilder(words.ToString().Trim());
        text2.Append(
            CultureInfo.InvariantCulture,
            $"\n\nOnly claims found in two or more of the {found.Count} texts were compared. check_document tells what the record says of each.\n"
        );
        return new(AssistantProblems.Element(json), text2.ToString());
    }
}
