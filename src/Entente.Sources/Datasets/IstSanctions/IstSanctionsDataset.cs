using System.Globalization;
using Entente.Actors.Identity;
using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.IstSanctions;

/// <summary>International Sanctions Termination: 399 cases that the EU, the UN, the United States or a regional organisation imposed, and how they ended.</summary>
public sealed class IstSanctionsDataset : Dataset
{
    /// <summary>
    /// Organisations by the numbers that the file gives them, as its case ids write them (`ComSec_…`, `LOAS_…`). 120, the African Union's
    /// number elsewhere, is not used; 3760 is that of its forerunner.
    /// </summary>
    private static readonly Dictionary<string, (string Code, string Name)> Organisations = new(StringComparer.Ordinal)
    {
        ["1240"] = ("COMMONWEALTH", "Commonwealth of Nations"),
        ["1520"] = ("ECOWAS", "Economic Community of West African States"),
        ["1653"] = ("EC", "European Community"),
        ["1830"] = ("EU", "European Union"),
        ["3450"] = ("LAS", "League of Arab States"),
        ["3760"] = ("AU", "African Union"),
        ["3900"] = ("OAS", "Organization of American States"),
        ["4120"] = ("EAC", "East African Community"),
        ["4250"] = ("SADC", "Southern African Development Community"),
        ["4375"] = ("UNASUR", "Union of South American Nations"),
        ["4400"] = ("UN", "United Nations"),
    };

    /// <summary>Abbreviations of measures by what they restrict. Aid (AS) and diplomacy (DS) are neither.</summary>
    private static readonly Dictionary<string, Kind> Kinds = new(StringComparer.Ordinal)
    {
        ["TE"] = Kind.Trade,
        ["CE"] = Kind.Trade,
        ["OE"] = Kind.Trade,
        ["AE"] = Kind.Arms,
        ["IM"] = Kind.Military,
        ["FS"] = Kind.Financial,
        ["AF"] = Kind.Financial,
        ["TB"] = Kind.Travel,
        ["FB"] = Kind.Travel,
        ["AS"] = Kind.Other,
        ["DS"] = Kind.Other,
    };

    [Flags]
    private enum Kind
    {
        None = 0,
        Trade = 1,
        Arms = 2,
        Military = 4,
        Financial = 8,
        Travel = 16,
        Other = 32,
    }

    public override string Name => "ist-sanctions";

    public override string Authority => "IST";

    public override Publication Publication { get; } =
        new()
        {
            Title = "International Sanctions Termination, 1990-2018: Introducing the IST dataset",
            Producer = "Hana Attia and Julia Grauvogel",
            Year = 2023,
            In = "Journal of Peace Research",
            Address = "https://www.prio.org/jpr/datasets",
            Licence = "replication data of the journal, to be cited; whether it may be passed on is not said",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [SanctionCase.Table];

    public override IEnumerable<RecordedEvent> Events(ImportedRows rows) => SanctionCase.Events(rows, "ist");

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(SanctionCase.Table);
        var number = 0;
        foreach (var file in files)
        {
            using var table = new CsvTable(file);
            var (id, sender, target) = (table.Column("caseid"), table.Column("sender"), table.Column("target"));
            var (start, end, ongoing) = (table.Column("startdate"), table.Column("terdate"), table.Column("ongoing"));
            var (measures, goals, outcome) = (table.Column("measures"), table.Column("goals"), table.Column("outcome"));
            while (table.Next())
            {
                number++;
                var began = Day(table, start) ?? throw table.Bad(start, "nothing", "the day on which the case began");
                var ended = Day(table, end);
                var year = PeriodCode.Year(began);
                if (run.Place(CodeSystem.Cow, target, table, year) is not { } against)
                    continue;
                var codes = Codes(table.Text(measures));
                var kinds = KindsOf(table, measures, codes);
                foreach (var part in Parts(table.Required(sender)))
                {
                    if (Sender(table, sender, part, year, run) is not var (party, name))
                        continue;
                    rows.Row(table)
                        .Int(number)
                        .Text(name)
                        .Text(run.States.ById(against)!.Name)
                        .IntOr(party, Absence.NotApplicable)
                        .Int(against)
                        .Int(began)
                        .IntOr(ended, table.Text(ongoing) == "1" ? Absence.NotApplicable : Absence.Unreported)
                        .IntOr(Flag(table, ongoing), Absence.Unreported);
                    for (var kind = Kind.Trade; kind <= Kind.Other; kind = (Kind)((int)kind << 1))
                        rows.Int(kinds.HasFlag(kind) ? 1 : 0);
                    Words(rows, table.Text(goals), Absence.Unreported);
                    // Where a case goes on, how it ended is no question.
                    Words(rows, table.Text(outcome), table.Text(ongoing) == "1" ? Absence.NotApplicable : Absence.Unreported);
                    rows.Text(table.Required(id)).Text(string.Join(", ", codes));
                }
            }
        }
    }

    /// <summary>Null where the number stands for nobody that is known.</summary>
    private static (int? Party, string Name)? Sender(CsvTable table, int column, string number, int year, ImportRun run)
    {
        if (Organisations.TryGetValue(number, out var organisation))
            return (run.States.ByCode(organisation.Code)?.Id, organisation.Name);
        return run.Place(CodeSystem.Cow, number, table, column, year) is { } state ? (state, run.States.ById(state)!.Name) : null;
    }

    private static void Words(TableWriter rows, string text, Absence missing)
    {
        var words = text.Trim();
        if (words is "" or "Blank" or "missing")
            rows.Missing(missing);
        else
            rows.Text(words);
    }

    private static long? Flag(CsvTable table, int column) =>
        table.Text(column).Trim() switch
        {
            "1" => 1,
            "0" => 0,
            "" or "missing" or "Blank" => null,
            var other => throw table.Bad(column, CsvTable.Shown(other), "0 or 1"),
        };

    // Cells hold several values, split by a comma, sometimes by a slash or a line's end.
    private static string[] Parts(string text) =>
        text.Split([',', '/', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] Codes(string text) => [.. Parts(text).Distinct(StringComparer.Ordinal)];

    private static Kind KindsOf(CsvTable table, int column, string[] codes)
    {
        var all = Kind.None;
        foreach (var code in codes)
            all |= Kinds.TryGetValue(code, out var kind)
                ? kind
                : throw table.Bad(column, CsvTable.Shown(code), string.Join(", ", Kinds.Keys));
        return all;
    }

    /// <summary>DD.MM.YYYY.</summary>
    private static int? Day(CsvTable table, int column)
    {
        var text = table.Text(column).Trim();
        if (text.Length == 0)
            return null;
        return DateOnly.TryParseExact(text, "d.M.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? PeriodCode.OfDay(day.Year, day.Month, day.Day)
            : throw table.Bad(column, CsvTable.Shown(text), "a day as day.month.year, such as 05.06.2003");
    }
}
