using Entente.Checking;
using Entente.Checking.Series;
using Entente.Record;
using Entente.Reports.Charts;

namespace Entente.Tests.Reports.Pages;

/// <summary>Words that would act if anything let them, in every place that words can come to.</summary>
internal static class Attack
{
    public const string Words =
        "</style><script>alert(1)</script>\"><img src=x onerror=alert(2)>]]><svg onload=alert(3)>' --> {{x}} \\3c & `code` [a](javascript:b) | ![[x]] \u202E\u0001";

    public static CheckReport Report()
    {
        var claim = ReportFixture.Report.Claims[1];
        return ReportFixture.Report with
        {
            Document = ReportFixture.Document with
            {
                Title = Words,
                Path = Words,
                Authors = [Words],
                Url = "data:text/html,<script>",
                Warnings = [Words],
            },
            Inconsistencies =
            [
                new()
                {
                    Claims = [claim.Claim.Id],
                    Identity = Words,
                    Explanation = Words,
                },
            ],
            Claims =
            [
                claim with
                {
                    Claim = claim.Claim with { Quote = Words, Assertion = Words },
                    Explanation = Words,
                    WouldBeTrue = Words,
                    Premise = Words,
                    Evidence = [.. claim.Evidence.Select(e => e with { Source = Words, Basis = Words, Note = Words, Published = Words })],
                    Series = Series(),
                },
            ],
        };
    }

    public static ClaimSeries Series() =>
        new()
        {
            What = Words,
            Unit = "share",
            Signed = true,
            Period = Period.OfYear(2022),
            Value = 0.36,
            Low = 0.355,
            High = 0.365,
            Implied = Words,
            Standing = Words,
            Lines =
            [
                new()
                {
                    Name = Words,
                    Source = Words,
                    Via = Words,
                    Tier = Tier.Primary,
                    Lead = true,
                    Points = [Point(2021, 0.358), Point(2022, 0.293)],
                },
            ],
        };

    public static ChartModel Chart() =>
        new()
        {
            Id = "../../x y",
            Form = ChartForm.Rows,
            Title = Words,
            Across = Words,
            Summary = Words,
            Note = Words,
            BaseName = Words,
            Base = 0.2,
            Series =
            [
                new()
                {
                    Name = Words,
                    Source = Words,
                    Vintage = Words,
                    Url = "javascript:alert(1)",
                    Points =
                    [
                        new()
                        {
                            At = Words,
                            X = 0,
                            Value = 0.3,
                            Low = 0.1,
                            High = 0.4,
                            Note = Words,
                            Published = Words,
                        },
                    ],
                },
            ],
            Events =
            [
                new()
                {
                    At = Words,
                    X = 0,
                    Text = Words,
                    Url = "javascript:alert(1)",
                },
            ],
        };

    private static SeriesPoint Point(int year, double value) =>
        new()
        {
            Period = Period.OfYear(year),
            Value = value,
            Published = Words,
            Url = "javascript:alert(1)",
            Row = Words,
        };
}
