using System.Globalization;
using Entente.Actors.Identity;
using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.SipriTransfers;

/// <summary>SIPRI's trade register: deliveries of major conventional arms, one row per deal and year, as the database writes it as CSV.</summary>
public sealed class SipriTransfersDataset : Dataset
{
    private const string FirstColumn = "SIPRI AT Database ID";

    /// <summary>No preamble is longer than this.</summary>
    private const int LongestPreamble = 60;

    /// <summary>Recipients and suppliers without an asterisk that are no states all the same.</summary>
    private static readonly string[] NoStates = ["unknown supplier(s)", "unknown recipient(s)", "unknown country", "Libya GNC"];

    public override string Name => "sipri-transfers";

    // Not the "SIPRI" of printed figures: the register is revised every year, by points where a large deal is dated anew. What it adds up to
    // may bear a text out; alone it does not call one wrong.
    public override string Authority => "SIPRI trade register";

    public override Publication Publication { get; } =
        new()
        {
            Title = "SIPRI Arms Transfers Database, trade register",
            Producer = "Stockholm International Peace Research Institute",
            Year = 2025,
            In = "SIPRI",
            Doi = "10.55163/SAFC1241",
            Address = "https://armstransfers.sipri.org",
            Licence = "(c) SIPRI: limited parts may be quoted with the citation; the register is not to be passed on",
        };

    /// <summary>
    /// `tiv` of what was delivered that year, `tiv_unit` of one piece in its state, `tiv_new` of a new one: millions of trend-indicator
    /// values, 0 for less than half a million. Names as written; the party is absent where they name no state.
    /// </summary>
    public static TableShape Table { get; } =
        new()
        {
            Name = "arms_transfer",
            Key = 2,
            Columns =
            [
                new("deal", CellKind.Integer),
                new("year", CellKind.Integer),
                new("supplier", CellKind.Integer, true),
                new("recipient", CellKind.Integer, true),
                new("ordered", CellKind.Integer, true),
                new("order_estimated", CellKind.Integer, true),
                new("delivered", CellKind.Real, true),
                new("number_estimated", CellKind.Integer, true),
                new("year_estimated", CellKind.Integer, true),
                new("tiv_new", CellKind.Real, true),
                new("tiv_unit", CellKind.Real, true),
                new("tiv", CellKind.Real, true),
                new("supplier_name", CellKind.Text),
                new("recipient_name", CellKind.Text),
                new("designation", CellKind.Text),
                new("description", CellKind.Text),
                new("category", CellKind.Text),
                new("status", CellKind.Text),
                new("local", CellKind.Integer),
            ],
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [Table];

    public override IReadOnlyList<string> Answers => ArmsShares.Measures;

    public override IEnumerable<Observation> Answer(RecordQuery query, ImportedRows rows) => ArmsShares.Of(query, rows);

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        const string Mark = "Data generated:";
        foreach (var file in files)
        foreach (var line in file.Head(LongestPreamble))
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                var words = line[Mark.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                if (
                    words.Length >= 3
                    && DateOnly.TryParseExact(
                        string.Join(' ', words[..3]).Trim(',', '"'),
                        ["d MMM yyyy", "d MMMM yyyy"],
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                )
                {
                    var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                    return new Release(text, text);
                }
            }
        return null;
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(Table);
        foreach (var file in files)
        {
            using var table = new CsvTable(file, skipLines: PreambleOf(file));
            var register = new Columns(table);
            while (table.Next())
                register.Write(rows, run);
        }
    }

    /// <summary>The lines before the header; 11 in present files.</summary>
    private static int PreambleOf(DataFileInput file)
    {
        var head = file.Head(LongestPreamble);
        for (var i = 0; i < head.Count; i++)
            if (head[i].AsSpan().TrimStart('"').StartsWith(FirstColumn, StringComparison.Ordinal))
                return i;
        throw new DataFileException(
            file.Name,
            1,
            "",
            head.Count == 0 ? "an empty file" : CsvTable.Shown(head[0]),
            $"SIPRI's preamble and, below it, a header that begins with '{FirstColumn}'",
            "choose the trade register, all details, as CSV at armstransfers.sipri.org"
        );
    }

    private sealed class Columns(CsvTable table)
    {
        private readonly int deal = table.Column(FirstColumn);
        private readonly int supplier = table.Column("Supplier");
        private readonly int recipient = table.Column("Recipient");
        private readonly int designation = table.Column("Designation");
        private readonly int description = table.Column("Description");
        private readonly int category = table.Column("Armament category");
        private readonly int ordered = table.Column("Order date");
        private readonly int orderEstimated = table.Column("Order date is estimate");
        private readonly int delivered = table.Column("Numbers delivered");
        private readonly int numberEstimated = table.Column("Numbers delivered is estimate");
        private readonly int year = table.Column("Delivery year");
        private readonly int yearEstimated = table.Column("Delivery year is estimate");
        private readonly int status = table.Column("Status");
        private readonly int tivNew = table.Column("SIPRI estimate");
        private readonly int tivUnit = table.Column("TIV deal unit");
        private readonly int tiv = table.Column("TIV delivery values");
        private readonly int local = table.Column("Local production");

        public void Write(TableWriter rows, ImportRun run)
        {
            var delivery = table.Year(year);
            // An order without deliveries has no place in a table of deliveries; the register writes none.
            if (!Party(supplier, delivery, run, out var from) | !Party(recipient, delivery, run, out var to))
                return;
            rows.Row(table).Int(table.Integer(deal)).Int(delivery);
            rows.IntOr(from, Absence.NotApplicable).IntOr(to, Absence.NotApplicable);
            rows.IntOr(table.Text(ordered).Length == 0 ? null : table.Year(ordered), Absence.Unreported)
                .IntOr(Flag(orderEstimated), Absence.Unreported);
            rows.RealOr(table.RealOrMissing(delivered, "?"), Absence.Unreported).IntOr(Flag(numberEstimated), Absence.Unreported);
            rows.IntOr(Flag(yearEstimated), Absence.Unreported);
            rows.RealOr(table.RealOrMissing(tivNew, "?"), Absence.Unreported);
            rows.RealOr(table.RealOrMissing(tivUnit, "?"), Absence.Unreported);
            rows.RealOr(table.RealOrMissing(tiv, "?"), Absence.Unreported);
            rows.Text(table.Required(supplier)).Text(table.Required(recipient)).Text(table.Text(designation));
            rows.Text(table.Text(description)).Text(table.Text(category)).Text(table.Text(status)).Int(Flag(local) ?? 0);
        }

        /// <summary>False where a state is meant that is not known. A name with an asterisk is a rebel group's, with two an organisation's.</summary>
        private bool Party(int column, int delivery, ImportRun run, out int? party)
        {
            var name = table.Text(column);
            party = null;
            if (name.EndsWith('*') || Array.IndexOf(NoStates, name) >= 0)
            {
                party = run.States.Find(CodeSystem.Name, name.TrimEnd('*'), delivery)?.Id;
                return true;
            }
            party = run.Place(CodeSystem.Name, column, table, delivery);
            return party is not null;
        }

        private long? Flag(int column) =>
            table.Text(column) switch
            {
                "Yes" => 1,
                "No" => 0,
                "" or "?" => null,
                var other => throw table.Bad(column, CsvTable.Shown(other), "Yes or No"),
            };
    }
}
