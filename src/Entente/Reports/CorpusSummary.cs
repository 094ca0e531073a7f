using Entente.Checking;
using Entente.Checking.Between;

namespace Entente.Reports;

/// <summary>One line of the overview of a run over several documents.</summary>
public sealed record DocumentSummary
{
    public required string Path { get; init; }

    public string? Title { get; init; }

    public required string Sha256 { get; init; }

    public required VerdictCounts Counts { get; init; }

    /// <summary>What the text brings to the comparison with others; null where it is the only one.</summary>
    public TextRows? Rows { get; init; }

    /// <summary>True where a claim is contradicted or inconsistent and no editor has said otherwise, or an editor says so.</summary>
    public bool StandsWrong { get; init; }

    public static DocumentSummary Of(CheckReport report) =>
        new()
        {
            Path = report.Document.Path,
            Title = report.Document.Title,
            Sha256 = report.Document.Sha256,
            Counts = VerdictCounts.Of(report),
            StandsWrong = report.Claims.Any(c => c.Standing.IsWrong()),
        };
}

/// <summary>What a run over one or more documents adds up to.</summary>
public sealed record CorpusSummary
{
    public required IReadOnlyList<DocumentSummary> Documents { get; init; }

    /// <summary>Inputs that could not be read.</summary>
    public int Failed { get; init; }

    /// <summary>True where the run was over a folder or several paths, even if only one document came of it.</summary>
    public bool Several { get; init; }

    /// <summary>What the texts say of the same figures; null where they were not laid beside each other.</summary>
    public BetweenTexts? Between { get; init; }

    public VerdictCounts Totals => Documents.Aggregate(VerdictCounts.Zero, (sum, d) => sum + d.Counts);
}
