using Entente.Catalogue;
using Entente.Checking.Reasoning;
using Entente.Claims.Language;
using Entente.Models;
using Entente.Models.Declared;
using Entente.Sources.Files;
using Entente.Sources.Scenarios;

namespace Entente.Sources.Arguments;

/// <summary>The numbers of an argument: each a value or a range, stated by somebody at some time or worked out by a formula, with its evidence.</summary>
internal sealed class ArgumentNumbers(ArgumentTools tools, string folder, ScenarioSettings settings)
{
    private static readonly string[] Ends = ["low", "mode", "high"];

    private const string Record = "the record";
    private const string TradeModel = "the trade model";

    /// <summary>Scenario files that formulas named, as they were opened.</summary>
    public HashSet<string> Files { get; } = new(StringComparer.Ordinal);

    public DeclaredInput Read(string name, LocatedNode node)
    {
        if (node.Entries is null)
            throw ScenarioYaml.Wrong(
                node,
                node.File,
                $"'{node.Scalar}' as all that is said of {name}",
                "a map: low, mode and high, or value, with author and date, or a formula",
                "every number says whose it is"
            );
        ScenarioYaml.Only(node, "low", "mode", "high", "value", "author", "date", "assumed", "evidence", "meaning");
        var parts = node["value"] is { } value ? [Part(value)] : Ends.Select(k => Part(ScenarioYaml.Required(node, k))).ToArray();
        if (node["value"] is not null && (node["low"] ?? node["mode"] ?? node["high"]) is { } both)
            throw ScenarioYaml.Wrong(both, node.File, "both a value and a range", "value, or low, mode and high");
        var range = parts.Length == 1 ? parts[0].Range : new(parts[0].Range.Low, parts[1].Range.Mode, parts[2].Range.High);
        if (!(range.Low <= range.Mode && range.Mode <= range.High))
            throw ScenarioYaml.Wrong(
                node,
                node.File,
                FormattableString.Invariant($"{range.Low:G6}, {range.Mode:G6}, {range.High:G6}"),
                "low <= mode <= high"
            );
        var (formulas, ids) = (parts.Where(p => p.Formula is not null).ToArray(), Ids(node));
        var author = node["author"]?.Scalar ?? "";
        if (formulas.Length == 0)
            Stated(node, name, ids);
        return new()
        {
            Name = name,
            Range = range,
            Origin =
                formulas.Any(f => f.Value!.FromTradeModel) ? InputOrigin.TradeModel
                : formulas.Any(f => f.Value!.FromRecord) ? InputOrigin.Record
                : InputOrigin.Stated,
            Meaning = node["meaning"]?.Scalar ?? "",
            Author =
                author.Length > 0 ? author
                : formulas.Any(f => f.Value!.FromTradeModel) ? TradeModel
                : Record,
            Date = node["date"] is null ? "" : ArgumentYaml.Date(node),
            Assumed = node["assumed"]?.Scalar ?? "",
            Formulas = [.. formulas.Select(f => f.Formula!)],
            Evidence = [.. formulas.SelectMany(f => f.Value!.Evidence).Concat(ids).DistinctBy(e => e.Id)],
            Line = node.Line,
        };
    }

    /// <summary>A scenario's file as it is opened, from its name in a formula.</summary>
    public string Beside(string file)
    {
        var path = settings.Beside(folder, file);
        ReadableFiles.Require(path);
        Files.Add(path);
        return path;
    }

    private static void Stated(LocatedNode node, string name, List<InputEvidence> ids)
    {
        if (node["author"]?.Scalar is not { Length: > 0 } || node["date"] is null)
            throw ScenarioYaml.Wrong(
                node,
                node.File,
                $"{name} without a name and a date",
                "author: and date: of who puts it so, or a formula over the record or the trade model"
            );
        if (ids.Count == 0 && node["assumed"]?.Scalar is not { Length: > 0 })
            throw ScenarioYaml.Wrong(
                node,
                node.File,
                $"{name} without a reason",
                "assumed: why these numbers, or evidence: ids of the record that bear on them"
            );
    }

    private (Spread Range, string? Formula, FormulaValue? Value) Part(LocatedNode node)
    {
        if (node.Scalar is { } text && double.TryParse(text.Replace("_", "", StringComparison.Ordinal), out _))
            return (Spread.Exactly(ScenarioYaml.Number(node, node, "a number")), null, null);
        var expression = ArgumentYaml.Expression(node, "a number, or a formula over the record and the trade model");
        var (value, error) = tools.Formulas.Read(Located(expression));
        if (error is not null)
            throw ArgumentYaml.Wrong(node, error);
        if (value is { FromRecord: false, FromTradeModel: false })
            return (value.Range, null, null);
        return (value!.Range, node.Scalar, value);
    }

    // Files are named from where the argument stands.
    private Expression Located(Expression expression) =>
        expression switch
        {
            Call { Function: "loss" } call => call with
            {
                Arguments =
                [
                    .. call.Arguments.Select(a =>
                        a is { Name: "scenario", Value: StringLiteral file }
                            ? a with
                            {
                                Value = new StringLiteral(Beside(file.Value)) { Span = file.Span },
                            }
                            : a
                    ),
                ],
            },
            Arithmetic a => a with { Left = Located(a.Left), Right = Located(a.Right) },
            Negate n => n with { Operand = Located(n.Operand) },
            _ => expression,
        };

    private List<InputEvidence> Ids(LocatedNode node)
    {
        var found = new List<InputEvidence>();
        if (node["evidence"] is not { } evidence)
            return found;
        foreach (var item in evidence.Items ?? [evidence])
            found.AddRange(Look(item));
        return found;
    }

    private IReadOnlyList<InputEvidence> Look(LocatedNode item)
    {
        if (item.Scalar is not { Length: > 0 } id)
            throw ScenarioYaml.Wrong(
                item,
                item.File,
                item.Entries is null ? "no id" : "a map",
                "an id of the record",
                "an expression with ': ' in it stands in single quotes"
            );
        if (tools.Record.Event(id) is { } happened)
            return [new(id, $"{happened.Title}, {happened.Date?.Text}")];
        if (tools.Record.Quotations.FirstOrDefault(q => q.Id == id) is { } quotation)
            return [new(id, $"{string.Join(", ", quotation.Speakers)}, {quotation.Date?.Text}")];
        if (tools.Record.Votes(id) is { Count: > 0 } votes)
            return [new(id, $"votes of {votes.Count} states")];
        if (tools.Row(id) is { } row)
            return [new(id, row)];
        if (id.EndsWith(".yml", StringComparison.Ordinal) && File.Exists(settings.Beside(folder, id)))
            return [new(Beside(id), "a scenario of the trade model")];
        if (
            id.Contains('(', StringComparison.Ordinal)
            && ClaimParser.Parse(id).Expression is { } expression
            && tools.Formulas.Said(expression) is { } said
        )
            return said;
        throw ScenarioYaml.Wrong(
            item,
            item.File,
            $"the evidence '{id}', which the record does not hold",
            "an event, a quotation, a resolution, a row (trade/china-russia.csv:120), a scenario's file, or an expression that the record answers",
            "entente search WORDS finds ids"
        );
    }
}
