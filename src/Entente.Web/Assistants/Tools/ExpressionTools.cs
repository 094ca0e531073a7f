using System.Text;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Claims.Language;
using Entente.Measures;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Web.Assistants.Texts;

namespace Entente.Web.Assistants.Tools;

/// <summary>`evaluate_expression`: what `ask` does; and `describe_claim_language`, so that what is asked is an expression.</summary>
internal static class ExpressionTools
{
    private const int LongestExpression = 4_000;

    /// <summary>What is written so, by example: the reference is in the manual.</summary>
    private static readonly string[] Examples =
    [
        "trade(CHN, RUS, 2022)",
        "exports(CHN -> RUS, cars, 2023)",
        "growth(trade(CHN, RUS), 2022) = 29.3%",
        "growth(trade(CHN, RUS), 2023, since: 2013)",
        "share(exports(RUS -> CHN, energy), of: exports(RUS -> CHN), 2023)",
        "share(trade(CHN, RUS), of: trade(RUS), 2021) = 18%",
        "rank(CHN, among: partners(RUS), by: trade, 2023) = 1",
        "ratio(gdp(CHN), gdp(RUS), 2022)",
        "trade(CHN, RUS, 2023-01..2023-11)",
        "count(meetings(\"Xi Jinping\", \"Vladimir Putin\"), 2013..2022-06)",
        "days(event(joint_statement_2022), event(ukraine_invasion_2022)) = 20",
        "members(SCO, 2022) includes {RUS, IND, PAK}",
        "vote(IND, \"A/RES/ES-11/1\")",
        "date(entry(FIN, NATO))",
        "highest(trade(CHN, RUS), at: 2023, since: 2000)",
        "dependence(RUS, on: CHN, 2023) > dependence(CHN, on: RUS, 2023)",
    ];

    private static readonly string[] Rules =
    [
        "A question has a value (trade(CHN, RUS, 2022)); a claim is true or false (trade(CHN, RUS, 2022) = 190e9 USD).",
        "Relations: = ~ != < > <= >=, 'within [low, high]', 'includes {…}'. '~' is for hedged claims ('about').",
        "The digits are part of a claim: 36% is 35.5 to 36.5 per cent. Numbers have no thousands separators: 190e9 USD.",
        "States go by ISO 3166 codes (CHN, RUS, USA), organisations by their abbreviation (EU, SCO, UNGA), persons in double quotes.",
        "Flows run from seller to buyer: exports(CHN -> RUS, 2022), imports(RUS -> CHN, 2022).",
        "Periods: 2022, 2022-03, 2022-03-15, 2022-Q1, 2022-H1, 2022-01..2022-11. A call inside another inherits its period.",
        "Without a partner a measure of trade is with the world: exports(CHN, 2022).",
        "+ - * / stand between spaces. 'and', 'or', 'not', 'if … then …' join tests.",
    ];

    public static AssistantTool Evaluate { get; } =
        new(
            "evaluate_expression",
            "Evaluate an expression",
            """
            Evaluates one expression of the claim language over the record: a value (trade(CHN, RUS, 2022)) or whether a test holds (growth(trade(CHN, RUS), 2022)
            = 36%), with every authority's figure, its source, date, address and row, and the computation. Where the record does not say, the answer is
            'cannot tell' with a reason: that is no evidence either way. describe_claim_language tells how expressions are written.
            """,
            $$$$"""
            {"type": "object", "additionalProperties": false, "required": ["expression"], "properties": {
            "expression": {"type": "string", "minLength": 1, "maxLength": {{{{LongestExpression}}}}, "description": "One expression of the claim language.", "examples": ["growth(trade(CHN, RUS), 2022)", "exports(CHN -> RUS, 2023) > 100e9 USD"]},
            "as_of": {"type": "string", "maxLength": 32, "description": "Use only figures published up to this day (default: today).", "examples": ["2023-06-30"]}}}
            """,
            call =>
            {
                var expression = call.Text("expression", LongestExpression);
                var asOf = call.AsOf();
                call.Progress.Report(0, "evaluating");
                var outcome = call.Context.Engine.Ask(expression, asOf);
                if (outcome.Problem is { } problem)
                    throw new WrongUseException(
                        problem with
                        {
                            Where = problem.Where.Replace("entente ask:", "expression:", StringComparison.Ordinal),
                            Hint = problem.Hint ?? "describe_claim_language tells how expressions are written",
                        }
                    );
                using var json = new Utf8Text();
                AnswerJson.Write(json, outcome.Value!);
                return new(AssistantProblems.Element(json), AnswerReading.Of(outcome.Value!, call.Context.Engine.RecordHash(), asOf));
            }
        );

    public static AssistantTool Describe { get; } =
        new(
            "describe_claim_language",
            "Describe the claim language",
            """
            A short reference of the claim language: how expressions are written, examples, every function, and the measures of the catalogue with the parties that
            they take. Read it before evaluate_expression. The whole manual page is the resource entente://manual/claim-language.
            """,
            """
            {"type": "object", "additionalProperties": false, "properties": {
            "about": {"type": "string", "maxLength": 64, "description": "Only functions and measures that have this word in their name, meaning or words, such as 'trade' or 'vote'.", "examples": ["oil"]}}}
            """,
            call => Reference(call.Context, call.TextOr("about", 64))
        );

    private static ToolAnswer Reference(CommandContext context, string? about)
    {
        bool Holds(params IEnumerable<string> texts) =>
            about is null || texts.Any(t => t.Contains(about, StringComparison.OrdinalIgnoreCase));
        var functions = LanguageFunctions.All.Where(f => Holds(f.Usage, f.Meaning)).ToList();
        var measures = (context.Engine.Measures()?.All ?? []).Where(m => Holds([m.Id, .. m.Words])).ToList();
        using var json = new Utf8Text();
        JsonText.WriteLine(json, w => Write(w, functions, measures));
        var text = new StringBuilder();
        foreach (var rule in Rules)
            text.Append("- ").Append(rule).Append('\n');
        text.Append("\nExamples:\n");
        foreach (var example in Examples)
            text.Append("  ").Append(example).Append('\n');
        text.Append(functions.Count > 0 ? "\nFunctions:\n" : "");
        foreach (var function in functions)
            text.Append("  ")
                .Append(function.Usage)
                .Append(" → ")
                .Append(function.Result)
                .Append(": ")
                .Append(function.Meaning)
                .Append('\n');
        text.Append(measures.Count > 0 ? "\nMeasures:\n" : "");
        foreach (var measure in measures)
            text.Append("  ").Append(Usage(measure)).Append(": ").AppendJoin(", ", measure.Words.Take(3)).Append('\n');
        if (functions.Count + measures.Count == 0)
            text.Append("\nNo function or measure has '").Append(about).Append("'; search_record may know the word\n");
        text.Append(
            "\nA measure being listed does not mean that the record has figures for it: search_record and show_record_rows tell.\n"
        );
        return new(AssistantProblems.Element(json), text.ToString());
    }

    private static void Write(Utf8JsonWriter json, List<LanguageFunction> functions, List<MeasureDefinition> measures)
    {
        json.WriteStartObject();
        json.WriteString("schema", "entente/claim-language/1");
        json.Strings("rules", Rules);
        json.Strings("examples", Examples);
        json.WriteStartArray("functions");
        foreach (var function in functions)
        {
            json.WriteStartObject();
            json.WriteString("usage", function.Usage);
            json.WriteString("result", function.Result);
            json.WriteString("meaning", function.Meaning);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("measures");
        foreach (var measure in measures)
        {
            json.WriteStartObject();
            json.WriteString("id", measure.Id);
            json.WriteString("usage", Usage(measure));
            json.WriteString("unit", measure.Unit);
            json.Strings("words", measure.Words);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Usage(MeasureDefinition measure)
    {
        var item = measure.TakesItem ? " [, ITEM]" : "";
        return measure.Parties switch
        {
            Parties.None => measure.TakesItem ? $"{measure.Id}(ITEM, period)" : $"{measure.Id}(period)",
            Parties.State => $"{measure.Id}(A{item}, period)",
            Parties.Dyad => $"{measure.Id}(A, B{item}, period)",
            Parties.StateOrDyad => $"{measure.Id}(A [, B]{item}, period)",
            Parties.Flow => $"{measure.Id}(A -> B{item}, period)",
            _ => $"{measure.Id}(A [-> B]{item}, period)",
        };
    }
}
