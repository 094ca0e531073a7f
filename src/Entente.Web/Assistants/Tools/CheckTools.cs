using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Checking;
using Entente.Reading;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Web.Assistants.Resources;
using Entente.Web.Assistants.Texts;

namespace Entente.Web.Assistants.Tools;

/// <summary>`check_text` and `check_document`: what `check` does, of a text in the call or of one in the opened folders.</summary>
internal static class CheckTools
{
    public const int MostCharacters = 1_000_000;

    /// <summary>What a text in a call is called: its title says nothing of its format.</summary>
    private const string Inline = "text.md";

    /// <summary>What stands in the whole JSON and not in the brief one.</summary>
    private static readonly HashSet<string> Working = new(StringComparer.Ordinal)
    {
        "statements",
        "selectors",
        "derivation",
        "alternatives",
        "link",
    };

    private const string Shared = """
        "as_of": {"type": "string", "maxLength": 32, "description": "Use only figures published up to this day (default: today), for example to see what could be known when the text was written.", "examples": ["2024-06-30"]},
        "detail": {"type": "string", "enum": ["brief", "full"], "default": "full", "description": "full: everything that 'entente check --format json' prints. brief: the same without statements, positions and the working of every figure, for long texts: half as long."}
        """;

    public static AssistantTool CheckText { get; } =
        new(
            "check_text",
            "Check a text",
            """
            Finds the checkable claims of a text about relations between states (trade, growth, shares, ranks, arms, votes, memberships, dates,
            forecasts) and tests each against the record of cited figures and against the other claims of the text. Gives, for each claim: the words, the
            expression that they were read as, a verdict, the figures with source, date, address and row.
            It reads English and finds only claims of kinds that it knows; what it does not find it has not judged. 'contradicted' means not what the lead
            authority says. 'cannot-tell' means that the record does not decide it. The text is kept nowhere and sent nowhere.
            """,
            $$$$"""
            {"type": "object", "additionalProperties": false, "required": ["text"], "properties": {
            "text": {"type": "string", "minLength": 1, "maxLength": {{{{MostCharacters}}}}, "description": "The text itself, plain or Markdown, whole: earlier sentences say what later ones mean.", "examples": ["Trade between China and Russia reached $190 billion in 2022, up 36 percent."]},
            "title": {"type": "string", "maxLength": 500, "description": "What the text is called, for the report."},
            "published": {"type": "string", "maxLength": 32, "description": "When it was published (2024-04-09, 2024-04 or 2024), where the text does not say so itself. Words such as 'last year' are read by it.", "examples": ["2023-01-15"]},
            {{{{Shared}}}}}}
            """,
            call =>
            {
                var text = call.Text("text", MostCharacters);
                var title = call.TextOr("title", 500) is { } given ? InputProblem.OneLine(given) : null;
                return Check(call, Surroundings.Utf8.GetBytes(text), Inline, call.Period("published"), title);
            }
        );

    public static AssistantTool CheckDocument { get; } =
        new(
            "check_document",
            "Check a document",
            """
            The same as check_text for a document that the user has opened: by its address as resources/list gives it (entente://document/…,
            entente://sample/…), or by its path inside one of the opened folders. Markdown, plain text, web pages, Word, subtitles and exports of highlights can
            be read. Nothing outside the opened folders can be, and nothing is written.
            """,
            $$$$"""
            {"type": "object", "additionalProperties": false, "required": ["document"], "properties": {
            "document": {"type": "string", "minLength": 1, "maxLength": 4096, "description": "The address of a resource, or a path inside an opened folder.", "examples": ["entente://sample/article.md", "notes/interview.md"]},
            "published": {"type": "string", "maxLength": 32, "description": "When it was published, where it does not say so itself.", "examples": ["2023-01-15"]},
            {{{{Shared}}}}}}
            """,
            call =>
            {
                var document = TextFinder.Find(call.Session, call.Text("document", 4096));
                return Check(call, document.Bytes(), document.Name, call.Period("published"), null);
            }
        );

    private static ToolAnswer Check(ToolCall call, byte[] bytes, string name, Period? published, string? title)
    {
        var brief = call.Choice("detail", "full", "brief") == "brief";
        var report = Report(call, bytes, name, published, call.AsOf(), title);
        using var json = new Utf8Text();
        CheckJson.Write(json, report);
        return new(brief ? JsonPruner.Without(json, Working) : AssistantProblems.Element(json), CheckReading.Of(report));
    }

    /// <summary>Reads and tests one text; keeps nothing of it.</summary>
    public static CheckReport Report(ToolCall call, byte[] bytes, string name, Period? published, LocalDate asOf, string? title = null)
    {
        call.Progress.Report(0, "reading");
        var engine = call.Context.Engine;
        var read = engine.Read(bytes, name, published);
        if (read.Problem is { } problem)
            throw new WrongUseException(problem);
        var document = title is null ? read.Value! : read.Value! with { Title = title };
        call.Progress.Report(0.1, "looking for claims");
        var extraction = engine.Extract(document, call.Cancellation);
        call.Progress.Report(0.5, $"testing {extraction.Claims.Count} claims");
        var report = engine.Check(document, extraction, asOf, call.Cancellation);
        call.Progress.Report(0.95, "writing");
        using var messages = new Messages(call.Session.Surroundings.Error, showProgress: false);
        return OverrideStore.ForReading(null, call.Session.Surroundings, messages).Apply(report);
    }
}
