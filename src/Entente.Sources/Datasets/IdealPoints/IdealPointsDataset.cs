using System.Globalization;
using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.IdealPoints;

/// <summary>
/// Ideal points of states from their votes in the General Assembly: the session-indexed releases up to 2020 (one estimate with quantiles)
/// and the year-indexed ones after (final passage, all votes, legacy side by side).
/// </summary>
public sealed class IdealPointsDataset : Dataset
{
    /// <summary>Session 1 was in 1946.</summary>
    private const int SessionZero = 1945;

    public override string Name => "unga-ideal-points";

    public override string Authority => "UNGA Ideal Points";

    public override Publication Publication { get; } =
        new()
        {
            Title = "Estimating Dynamic State Preferences from United Nations Voting Data",
            Producer = "Michael A. Bailey, Anton Strezhnev and Erik Voeten",
            Year = 2017,
            In = "Journal of Conflict Resolution 61(2): 430-456; data on Harvard Dataverse",
            Doi = "10.7910/DVN/LEJUQZ",
            Address = "https://doi.org/10.7910/DVN/LEJUQZ",
            Licence = "CC0 on Harvard Dataverse (default terms): may be passed on with the citation",
        };

    /// <summary>
    /// `variant`: `all` (all votes), `fp` (final passage), `legacy` (all votes as estimated before). `q0` … `q100` are quantiles of the
    /// posterior; `votes` how many the state cast. On the latent scale of the release: levels of two releases are not comparable.
    /// </summary>
    public static TableShape Table { get; } =
        new()
        {
            Name = "ideal_point",
            Key = 3,
            Columns =
            [
                new("state", CellKind.Integer),
                new("year", CellKind.Integer),
                new("variant", CellKind.Text),
                new("value", CellKind.Real, true),
                new("votes", CellKind.Integer, true),
                new("q0", CellKind.Real, true),
                new("q5", CellKind.Real, true),
                new("q10", CellKind.Real, true),
                new("q50", CellKind.Real, true),
                new("q90", CellKind.Real, true),
                new("q95", CellKind.Real, true),
                new("q100", CellKind.Real, true),
            ],
        };

    private static readonly string[] Missing = ["NA", "."];
    private static readonly int[] Quantiles = [0, 5, 10, 50, 90, 95, 100];

    public override IReadOnlyList<TableShape> Tables { get; } = [Table];

    // The reading that is called "ideal point" since 2022 is that of final passage; the others are other cuts and say so.
    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [Reading("fp", ""), Reading("all", "all votes"), Reading("legacy", "legacy")];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
            if (InName(file.Name) is { } release)
                return release;
        return null;
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        foreach (var file in files)
        {
            using var table = new CsvTable(file);
            if (table.Has("session") && table.Has("IdealPoint"))
                BySession(table, run);
            else if (table.Has("year") && table.Has("idealpointfp"))
                ByYear(table, run);
            else
                throw new DataFileException(
                    file.Name,
                    1,
                    "",
                    $"the columns {string.Join(", ", table.Header.Take(12))}",
                    "ideal points by session (ccode, session, NVotes, IdealPoint, Q5% …) or by year (ccode, year, idealpointfp, idealpointall …)"
                );
        }
    }

    private static void BySession(CsvTable table, ImportRun run)
    {
        var (state, session, value) = (table.Column("ccode"), table.Column("session"), table.Column("IdealPoint"));
        var votes = table.Column("NVotes");
        // The lowest quantile is written with a letter O.
        int[] quantiles =
        [
            .. Quantiles.Select(q => table.Column(q == 0 && table.Has("QO%") ? "QO%" : FormattableString.Invariant($"Q{q}%"))),
        ];
        var rows = run.Table(Table);
        while (table.Next())
        {
            var number = table.Integer(session);
            if (number is < 1 or > 300)
                throw table.Bad(session, CsvTable.Shown(table.Text(session)), "a session of the General Assembly, from 1");
            var year = (int)number + SessionZero;
            if (run.Place(CodeSystem.Cow, state, table, year) is not { } party)
                continue;
            rows.Row(table).Int(party).Int(year).Text("all").RealOr(table.RealOrMissing(value, Missing), Absence.Unreported);
            rows.IntOr(table.IntegerOrMissing(votes, Missing), Absence.Unreported);
            foreach (var quantile in quantiles)
                rows.RealOr(table.RealOrMissing(quantile, Missing), Absence.Unreported);
        }
    }

    private static void ByYear(CsvTable table, ImportRun run)
    {
        var (state, year) = (table.Column("ccode"), table.Column("year"));
        var variants = new[]
        {
            Variant.Of(table, "fp", "nvotesfp", "fp"),
            Variant.Of(table, "all", "nvotesall", "all"),
            Variant.Of(table, "legacy", "nvotesLegacy", null),
        };
        var rows = run.Table(Table);
        while (table.Next())
        {
            var y = table.Year(year);
            if (run.Place(CodeSystem.Cow, state, table, y) is not { } party)
                continue;
            foreach (var variant in variants)
                variant.Write(table, rows, party, y);
        }
    }

    /// <summary>The columns of one estimate among the year-indexed ones.</summary>
    private sealed record Variant(string Name, int Value, int Votes, int[]? Quantiles)
    {
        public static Variant Of(CsvTable table, string name, string votes, string? quantiles) =>
            new(
                name,
                table.Column("idealpoint" + name),
                table.Column(votes),
                quantiles is null
                    ? null
                    :
                    [
                        .. IdealPointsDataset.Quantiles.Select(q =>
                            table.Column(q == 0 ? $"qo{quantiles}" : FormattableString.Invariant($"q{q}{quantiles}"))
                        ),
                    ]
            );

        public void Write(CsvTable table, TableWriter rows, int party, int year)
        {
            var value = table.RealOrMissing(Value, Missing);
            var votes = table.RealOrMissing(Votes, Missing);
            // Neither an estimate nor votes: the variant does not reach that state and year. Where it is estimated for a predecessor of the
            // same identity (Germany in 1990), that row has it.
            if (value is null && votes is null)
                return;
            rows.Row(table).Int(party).Int(year).Text(Name);
            rows.RealOr(value, Absence.Unreported).IntOr(votes is { } n ? (long)n : null, Absence.Unreported);
            for (var i = 0; i < IdealPointsDataset.Quantiles.Length; i++)
                if (Quantiles is null)
                    rows.Missing(Absence.NotApplicable);
                else
                    rows.RealOr(table.RealOrMissing(Quantiles[i], Missing), Absence.Unreported);
        }
    }

    private static MeasureReading Reading(string variant, string basis) =>
        new()
        {
            Measure = "ideal_point",
            Table = Table,
            Value = "value",
            Unit = "1",
            Subject = "state",
            Period = "year",
            Where = $"variant = '{variant}'",
            Basis = basis,
        };

    /// <summary>Publishers put the release into the file's name: `IdealpointestimatesAll_Apr2020.csv`, `IdealpointsJuly2025`, or as year and month.</summary>
    private static Release? InName(string name)
    {
        for (var i = 0; i + 7 <= name.Length; i++)
        {
            if (
                int.TryParse(name.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && year is > 2000 and < 2100
                && name[i + 4] == '-'
                && int.TryParse(name.AsSpan(i + 5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number is >= 1 and <= 12
            )
                return At(year, number);
        }
        for (var i = 4; i + 4 <= name.Length; i++)
        {
            if (!int.TryParse(name.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2100)
                continue;
            for (var month = 1; month <= 12; month++)
            {
                var full = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
                var before = name.AsSpan(0, i);
                if (
                    before.EndsWith(full, StringComparison.OrdinalIgnoreCase)
                    || before.EndsWith(full.AsSpan(0, 3), StringComparison.OrdinalIgnoreCase)
                )
                    return At(year, month);
            }
        }
        return null;
    }

    private static Release At(int year, int month)
    {
        var text = FormattableString.Invariant($"{year:0000}-{month:00}");
        return new Release(text, text);
    }
}
