using Entente.Actors.Identity;
using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.Gsdb;

/// <summary>The Global Sanctions Data Base, the file of cases: 1950 on, by years, with kinds of sanctions, objectives and success.</summary>
public sealed class GsdbDataset : Dataset
{
    private static readonly string[] Kinds = ["trade", "arms", "military", "financial", "travel", "other"];
    private static readonly string[] Missing = ["NA", "."];

    /// <summary>Senders and targets that are neither states nor known organisations: kept by name.</summary>
    private static readonly HashSet<string> NoStates = new(StringComparer.OrdinalIgnoreCase)
    {
        "African Union",
        "Arab League",
        "League of Arab States",
        "Commonwealth",
        "Commonwealth of Nations",
        "COMECON",
        "ECOWAS",
        "EEC",
        "EC",
        "EU",
        "European Union",
        "GCC",
        "MERCOSUR",
        "NATO",
        "OAS",
        "OAU",
        "OECD",
        "OPEC",
        "SADC",
        "UN",
        "UNASUR",
        "WTO",
        "Al-Qaida",
        "Taliban",
        "ISIL",
        "Hezbollah",
        "Hamas",
        "UNITA",
    };

    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EU"] = "EU",
        ["EEC"] = "EC",
        ["EC"] = "EC",
        ["UN"] = "UN",
        ["OAS"] = "OAS",
        ["Arab League"] = "LAS",
        ["League of Arab States"] = "LAS",
        ["Commonwealth"] = "COMMONWEALTH",
    };

    public override string Name => "gsdb";

    public override string Authority => "GSDB";

    public override Publication Publication { get; } =
        new()
        {
            Title = "The Global Sanctions Data Base",
            Producer = "Gabriel Felbermayr, Aleksandra Kirilakha, Constantinos Syropoulos, Erdal Yalcin and Yoto V. Yotov",
            Year = 2020,
            In = "European Economic Review 129: 103561",
            Doi = "10.1016/j.euroecorev.2020.103561",
            Address = "https://www.globalsanctionsdatabase.com",
            Licence = "free for research on request, with citation: not to be passed on",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [SanctionCase.Table];

    /// <summary>The number in the file's name: `GSDB_V4.csv`.</summary>
    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
        {
            var at = file.Name.IndexOf("GSDB_V", StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && at + 6 < file.Name.Length && char.IsAsciiDigit(file.Name[at + 6]))
                return new Release(file.Name[at + 6].ToString());
        }
        return null;
    }

    public override IEnumerable<RecordedEvent> Events(ImportedRows rows) => SanctionCase.Events(rows, "gsdb");

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(SanctionCase.Table);
        var number = 0;
        var (senders, targets) = (new List<(string, int?)>(), new List<(string, int?)>());
        foreach (var file in files)
        {
            using var table = new CsvTable(file);
            var (id, target, sender) = (table.Column("case_id"), table.Column("sanctioned_state"), table.Column("sanctioning_state"));
            var (begin, end) = (table.Column("begin"), table.Column("end"));
            int[] kinds = [.. Kinds.Select(table.Column)];
            var (objective, success) = (table.Column("objective"), table.Column("success"));
            var description = table.Has("descr_trade") ? table.Column("descr_trade") : -1;
            while (table.Next())
            {
                number++;
                var year = table.Year(begin);
                var ended = table.IntegerOrMissing(end, Missing);
                if (ended < year)
                    throw table.Bad(end, $"{ended}", $"a year from {year} on, in which the case began");
                Parties(table, target, year, run, targets);
                Parties(table, sender, year, run, senders);
                foreach (var (targetName, against) in targets)
                foreach (var (senderName, by) in senders)
                {
                    rows.Row(table).Int(number).Text(senderName).Text(targetName);
                    rows.IntOr(by, Absence.NotApplicable).IntOr(against, Absence.NotApplicable).Int(PeriodCode.OfYear(year));
                    // The last year of a case that goes on is the last of the release: the file does not tell the two apart.
                    rows.IntOr(ended is { } last ? PeriodCode.OfYear((int)last) : null, Absence.Unreported).Missing(Absence.Unreported);
                    foreach (var kind in kinds)
                        rows.IntOr(Flag(table, kind), Absence.Unreported);
                    Words(rows, table.Text(objective));
                    Words(rows, table.Text(success));
                    rows.Text(table.Required(id));
                    rows.Text(
                        description < 0 || Array.IndexOf(Missing, table.Text(description)) >= 0 ? "" : table.Text(description).Trim()
                    );
                }
            }
        }
    }

    private static void Words(TableWriter rows, string text)
    {
        if (text.Trim() is { Length: > 0 } words && Array.IndexOf(Missing, words) < 0)
            rows.Text(words);
        else
            rows.Missing(Absence.Unreported);
    }

    private static long? Flag(CsvTable table, int column) =>
        table.Text(column).Trim() switch
        {
            "1" or "1.0" => 1,
            "0" or "0.0" => 0,
            "" or "NA" or "." => null,
            var other => throw table.Bad(column, CsvTable.Shown(other), "0 or 1"),
        };

    /// <summary>The parties of a cell: one name, or several between commas; names of states may have commas themselves.</summary>
    private static void Parties(CsvTable table, int column, int year, ImportRun run, List<(string Name, int? Party)> parties)
    {
        parties.Clear();
        var text = table.Required(column).Trim();
        if (Known(text, year, run, out var whole))
        {
            parties.Add((text, whole));
            return;
        }
        foreach (var part in text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (Known(part, year, run, out var party))
            {
                if (!parties.Contains((part, party)))
                    parties.Add((part, party));
            }
            else
                run.Place(CodeSystem.Name, part, table, column, year);
    }

    /// <summary>A state of that year, or one that the name means in any year: a case may begin before its target is independent.</summary>
    private static bool Known(string name, int year, ImportRun run, out int? party)
    {
        var identity = Codes.TryGetValue(name, out var code)
            ? run.States.ByCode(code)
            : run.States.Find(CodeSystem.Name, name, year) ?? run.States.Find(CodeSystem.Name, name);
        party = identity?.Id;
        return identity is not null || NoStates.Contains(name);
    }
}
