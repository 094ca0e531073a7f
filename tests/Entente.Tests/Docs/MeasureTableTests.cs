using System.Globalization;
using Entente.Measures;
using Entente.Sources.Datasets;

namespace Entente.Tests.Docs;

/// <summary>docs/reference/measures.md lists every measure of the catalogue; regenerated with ENTENTE_UPDATE_DOCS=1.</summary>
public sealed class MeasureTableTests
{
    [Fact]
    public void The_page_lists_every_measure() => Region.ShouldHold("docs/reference/measures.md", "measures", Lines());

    private static IEnumerable<string> Lines()
    {
        var measures = Installation.Engine.Measures()!.All.OrderBy(m => m.Id, StringComparer.Ordinal).ToList();
        var lists = new List<(string Name, IReadOnlyList<AuthorityRule> Rules)>();
        yield return "| measure | texts call it | value | gap | lead | imported from |";
        yield return "|---|---|---|--:|---|---|";
        foreach (var measure in measures)
        {
            var list = ListOf(lists, measure);
            yield return $"| `{measure.Id}({Arguments(measure)})` | {Words(measure)} | {Value(measure)} | {Gap(measure)} | {list} | {From(measure)} |";
        }
        yield return "";
        yield return "A *flow* adds up over months; a stock does not. *Gap* is how far independent authorities differ by habit; beyond it a claim is disputed. *Lead* names a list of authorities, best first:";
        yield return "";
        yield return "| list | for | authorities |";
        yield return "|---|---|---|";
        foreach (var (name, rules) in lists)
        foreach (var rule in rules)
            yield return $"| {name} | {(rule.For == "*" ? "all others" : rule.For)} | {string.Join(", ", rule.Sources)} |";
    }

    private static string Arguments(MeasureDefinition measure)
    {
        var parties = measure.Parties switch
        {
            Parties.None => "",
            Parties.State => "A",
            Parties.Dyad => "A, B",
            Parties.StateOrDyad => "A [, B]",
            Parties.Flow => "A -> B",
            Parties.StateOrFlow => "A [-> B]",
            _ => throw new InvalidOperationException($"{measure.Parties} has no form"),
        };
        var item = measure.TakesItem ? (parties.Length == 0 ? "item" : " [, item]") : "";
        return $"{parties}{item} [, period]";
    }

    private static string Words(MeasureDefinition measure) => string.Join(", ", measure.Words.Take(3));

    private static string Value(MeasureDefinition measure) =>
        (measure.Unit ?? measure.Dimension.ToString().ToLowerInvariant()) + (measure.Cumulative ? ", flow" : "");

    private static string Gap(MeasureDefinition measure) => (measure.NormalGap * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    // Lists are told apart by what is in them: the catalogue lets a measure have one of its own.
    private static string ListOf(List<(string Name, IReadOnlyList<AuthorityRule> Rules)> lists, MeasureDefinition measure)
    {
        var key = Text(measure.Authorities);
        foreach (var (name, rules) in lists)
            if (Text(rules) == key)
                return name;
        var next = ((char)('A' + lists.Count)).ToString();
        lists.Add((next, measure.Authorities));
        return next;
    }

    private static string Text(IEnumerable<AuthorityRule> rules) =>
        string.Join(';', rules.Select(r => $"{r.For}={string.Join(',', r.Sources)}"));

    private static string From(MeasureDefinition measure) =>
        string.Join(
            ", ",
            DatasetCatalogue
                .All.Where(d => d.Answers.Contains(measure.Id) || d.Readings.Any(r => r.Measure == measure.Id))
                .Select(d => $"`{d.Name}`")
                .Order(StringComparer.Ordinal)
        );
}
