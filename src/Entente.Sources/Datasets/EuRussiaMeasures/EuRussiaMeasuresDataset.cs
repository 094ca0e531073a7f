using System.Globalization;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.EuRussiaMeasures;

/// <summary>Dated lists of steps in two sanctions disputes: the EU's measures against Russia from 2014, and the United States and China against each other from 2018.</summary>
public sealed class EuRussiaMeasuresDataset : Dataset
{
    public override string Name => "eu-russia-measures";

    public override string Authority => "Slayton and Bali";

    public override Publication Publication { get; } =
        new()
        {
            Title = "Economic Sanctions Research: lists of sanctions",
            Producer = "W. Slayton and M. Bali",
            Year = 2023,
            In = "Duke University",
            Address = "https://github.com/westonslayton/Economic-Sanctions-Research",
            Licence = "MIT for the repository; the descriptions may quote media: not to be passed on",
        };

    /// <summary>`multiplier`: how many are listed, or another weight of the compilers. `goods`: which goods a trade measure is on.</summary>
    public static TableShape Table { get; } =
        new()
        {
            Name = "sanction_step",
            Key = 1,
            Columns =
            [
                new("number", CellKind.Integer),
                new("sender", CellKind.Integer),
                new("target", CellKind.Integer),
                new("day", CellKind.Integer),
                new("multiplier", CellKind.Real, true),
                new("goods", CellKind.Text, true),
                new("type", CellKind.Text),
                new("details", CellKind.Text),
            ],
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [Table];

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(Table);
        var number = 0;
        var (eu, russia, usa, china) = (Party(run, "EU"), Party(run, "RUS"), Party(run, "USA"), Party(run, "CHN"));
        foreach (var file in files)
        {
            using var table = new CsvTable(file);
            var (date, type, details) = (table.Column("Date"), table.Column("Type"), table.Column("Details"));
            var multiplier = table.Column("Multiplier");
            // Only the list of both directions has a column of goods; there, who acts begins the description.
            var goods = table.Has("TRA Good Type") ? table.Column("TRA Good Type") : -1;
            while (table.Next())
            {
                // Rows of the template that nobody filled in.
                if (table.Text(date).Length == 0 && table.Text(details).Length == 0)
                    continue;
                var (sender, target) = (eu, russia);
                if (goods >= 0)
                    switch (Actor(table.Text(details)))
                    {
                        case "US":
                            (sender, target) = (usa, china);
                            break;
                        case "CHN":
                            (sender, target) = (china, usa);
                            break;
                        default:
                            run.Leave(
                                table,
                                details,
                                CsvTable.Shown(table.Text(details)),
                                "a description that begins with who acts: 'US - ' or 'CHN - '"
                            );
                            continue;
                    }
                rows.Row(table).Int(++number).Int(sender).Int(target).Int(Day(table, date));
                rows.RealOr(table.RealOrMissing(multiplier), Absence.Unreported);
                if (goods >= 0 && table.Text(goods).Trim() is { Length: > 0 } kind)
                    rows.Text(kind);
                else
                    rows.Missing(Absence.NotApplicable);
                rows.Text(table.Required(type).Trim()).Text(table.Text(details).Trim());
            }
        }
    }

    private static int Party(ImportRun run, string code) => run.States.ByCode(code)!.Id;

    /// <summary>The letters before the first dash or colon, as far as they are a code of the list.</summary>
    private static string Actor(string details)
    {
        var text = details.AsSpan().TrimStart();
        var end = 0;
        while (end < text.Length && char.IsAsciiLetterUpper(text[end]))
            end++;
        return text[..end] is "US" or "USA" ? "US"
            : text[..end] is "CHN" or "CN" ? "CHN"
            : "";
    }

    private static int Day(CsvTable table, int column)
    {
        var text = table.Text(column).Trim();
        if (
            DateOnly.TryParseExact(
                text,
                ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
            return PeriodCode.OfDay(day.Year, day.Month, day.Day);
        // Spreadsheets count days from the last of 1899.
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 30_000 and < 80_000)
        {
            day = new DateOnly(1899, 12, 30).AddDays(serial);
            return PeriodCode.OfDay(day.Year, day.Month, day.Day);
        }
        throw table.Bad(column, CsvTable.Shown(text), "a day such as 2014-03-17");
    }
}
