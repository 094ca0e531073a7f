using System.Text.RegularExpressions;
using Entente.Reports;
using Entente.Tests.Architecture;

namespace Entente.Tests.Docs;

/// <summary>The reference names all there is: schemas, verdicts, reasons for having none.</summary>
public sealed class ReferenceTests
{
    private static readonly Regex Schema = new("\"(entente/[a-z-]+/[0-9]+)\"", RegexOptions.NonBacktracking);

    private static readonly Regex Reason = new(
        "(Abstain|Abstention|[^A-Za-z]new)\\(\\s*\"([a-z]+-[a-z-]+)\"\\s*,",
        RegexOptions.NonBacktracking | RegexOptions.Singleline
    );

    [Fact]
    public void Every_schema_is_in_the_table()
    {
        var page = File.ReadAllText(Page.FullPath("docs/reference/output.md"));
        SourceText
            // What the server alone answers is told by its own document, from which docs/http.md is made.
            .All.Where(f =>
                !f.Path.StartsWith("src/Entente.Web/", StringComparison.Ordinal)
                && !f.Path.StartsWith("src/Entente.Application/Supposing/", StringComparison.Ordinal)
            )
            .SelectMany(f => Schema.Matches(f.Text).Select(m => m.Groups[1].Value))
            .Distinct()
            .Where(s => !page.Contains($"`{s}`", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_verdict_is_in_the_table_with_its_sign_and_meaning()
    {
        var page = File.ReadAllText(Page.FullPath("docs/reference/verdicts.md"));
        foreach (var verdict in VerdictNames.ByGravity)
            page.ShouldContain($"| {verdict.Sign()} | {verdict.Word()} | ");
    }

    [Fact]
    public void Every_reason_for_having_no_verdict_is_in_the_table()
    {
        var page = File.ReadAllText(Page.FullPath("docs/reference/verdicts.md"));
        var reasons = SourceText
            .All.Where(f => f.Path.StartsWith("src/Entente/Checking/", StringComparison.Ordinal))
            .SelectMany(f => Reason.Matches(f.Text).Select(m => m.Groups[2].Value))
            .Distinct()
            .ToList();
        reasons.Count.ShouldBeGreaterThan(15);
        reasons.Where(r => !page.Contains($"`{r}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
