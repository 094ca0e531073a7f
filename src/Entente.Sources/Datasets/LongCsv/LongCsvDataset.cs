using System.Globalization;
using Entente.Actors.Identity;
using Entente.Quantities;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.LongCsv;

/// <summary>Any table with one figure in a row, read by a mapping that says which column is what.</summary>
public sealed class LongCsvDataset : Dataset
{
    public override string Name => "long-csv";

    public override string Authority => "";

    public override bool NeedsMapping => true;

    public override Publication Publication { get; } =
        new()
        {
            Title = "Figures of the user's own",
            Producer = "as named in each row",
            Year = 2026,
            In = "the user's files",
            Address = "docs/imports.md",
            Licence = "the user's to know",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [ObservationTable.Table];

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var mapping = LongCsvMapping.Read(
            run.Mapping
                ?? throw new DataFileException(files[0].Name, 0, "", "no mapping", "--mapping FILE, which says what the columns are")
        );
        var number = 0;
        foreach (var file in files)
        {
            using var table = new CsvTable(file, mapping.Delimiter, mapping.SkipLines);
            var reader = new LongCsvRow(table, mapping, run);
            while (table.Next())
                if (reader.Write(number + 1))
                    number++;
        }
    }
}

/// <summary>Reads the rows of one file as a mapping says.</summary>
internal sealed class LongCsvRow
{
    private readonly CsvTable table;
    private readonly LongCsvMapping mapping;
    private readonly ImportRun run;
    private readonly Cell measure,
        of,
        subject,
        partner,
        item,
        period,
        value,
        upper,
        unit,
        bound,
        source,
        via,
        tier,
        published,
        url,
        reporter,
        basis,
        derived,
        note;

    private readonly record struct Cell(MappedField? Field, int Column);

    public LongCsvRow(CsvTable table, LongCsvMapping mapping, ImportRun run)
    {
        (this.table, this.mapping, this.run) = (table, mapping, run);
        (measure, of, subject, partner) = (Of("measure"), Of("of"), Of("subject"), Of("object"));
        (item, period, value, upper) = (Of("item"), Of("period"), Of("value"), Of("upper"));
        (unit, bound, source, via) = (Of("unit"), Of("bound"), Of("source"), Of("via"));
        (tier, published, url, reporter) = (Of("tier"), Of("published"), Of("url"), Of("reporter"));
        (basis, derived, note) = (Of("basis"), Of("derived"), Of("note"));
    }

    /// <summary>Writes the present row; false where a party could not be placed.</summary>
    public bool Write(int number)
    {
        var (when, year) = PeriodIn();
        var a = Party(subject, year);
        var b = partner.Field is null ? "" : Party(partner, year);
        if (a is null || b is null)
            return false;
        // `reporter: subject` says that the figures are the subject's own.
        var by = reporter.Field switch
        {
            null => "",
            { Fixed: "subject" } => a,
            { Fixed: "object" } => b,
            _ => Party(reporter, year),
        };
        if (by is null)
            return false;
        var symbol = Text(unit);
        if (!Units.TryFind(symbol, out _))
            throw Bad(unit, CsvTable.Shown(symbol), "a unit such as USD, share or tonne");
        var row = run.Table(ObservationTable.Table).Row(table);
        row.Int(number).Text(Text(measure)).Text(Text(of)).Text(a).Text(b).Text(Text(item)).Int(year).Text(when);
        var (digits, end) = (Digits(value), Digits(upper));
        if (digits is null)
            row.Missing(Absence.Unreported);
        else
            row.Text(digits);
        row.Text(end ?? digits ?? "").Text(symbol).Text(Checked(bound, "=", LongCsvMapping.IsBound, "= ~ > < <~ or >~"));
        row.Text(Text(source)).Text(Text(via)).Text(Checked(tier, "primary", LongCsvMapping.IsTier, "primary, agency or repost"));
        row.Text(Checked(published, "", t => t.Length == 0 || Period.TryParse(t, out _), "a date such as 2024-05-17"));
        row.Text(Text(url)).Text(by).Text(Text(basis)).Int(Text(derived) is "yes" or "true" or "1" ? 1 : 0).Text(Text(note));
        return true;
    }

    private Cell Of(string name)
    {
        var field = mapping[name];
        return new(field, field?.Column is { } column ? table.Column(column) : -1);
    }

    private string Text(Cell cell)
    {
        if (cell.Column < 0)
            return cell.Field?.Fixed ?? "";
        var text = table.Text(cell.Column);
        if (cell.Field!.Values is not { } values)
            return text;
        return values.TryGetValue(text, out var mapped)
            ? mapped
            : throw table.Bad(
                cell.Column,
                CsvTable.Shown(text),
                $"one of {string.Join(", ", values.Keys.Take(20))} as in {mapping.File}:{cell.Field.Line}"
            );
    }

    private string Checked(Cell cell, string otherwise, Func<string, bool> good, string expected)
    {
        var text = Text(cell);
        if (text.Length == 0)
            return otherwise;
        return good(text) ? text : throw Bad(cell, CsvTable.Shown(text), expected);
    }

    /// <summary>The code of the claim language; null where the party is not known, which is then on the list.</summary>
    private string? Party(Cell cell, int year)
    {
        var text = Text(cell);
        if (text.Length == 0)
            return cell.Column < 0 || cell.Field!.Name != "subject" ? "" : throw Bad(cell, "nothing", "a party");
        if (cell.Field!.Codes is not { } system)
        {
            if (run.States.ByCode(text) is not null)
                return text;
            system = CodeSystem.Iso3;
        }
        if (cell.Column < 0 && run.States.Find(system, text, year > 0 ? year : null) is null)
            throw mapping.Bad(cell.Field.Line, $"'{text}'", $"a party; nearest: {string.Join(", ", run.States.Nearest(system, text))}");
        return run.Place(system, text, table, Math.Max(cell.Column, 0), year > 0 ? year : null) is { } id
            ? run.States.ById(id)!.Code
            : null;
    }

    private (string Text, int Year) PeriodIn()
    {
        var text = Text(period);
        if (text.Length == 0)
            return ("", 0);
        if (PeriodText.Code(text) is { } code)
            return (PeriodCode.Text(code), PeriodCode.Year(code));
        return Period.TryParse(text, out var parsed)
            ? (parsed.Text, parsed.Start.Year)
            : throw Bad(period, CsvTable.Shown(text), "a period such as 2022, 2022-03, 2022-Q1 or 2022-01..2022-11");
    }

    /// <summary>Plain digits in base units; null for nothing and for the file's marks of it.</summary>
    private string? Digits(Cell cell)
    {
        var text = Text(cell);
        if (cell.Field is null || text.Length == 0 || Array.IndexOf(mapping.Missing, text) >= 0)
            return null;
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            throw Bad(cell, CsvTable.Shown(text), "a number with a point before its decimals; marks of missing values go under 'missing'");
        if (mapping.Scale == 1 && text.AsSpan().IndexOfAny('e', 'E', '+') < 0)
            return text.Trim();
        var scaled = (number * mapping.Scale).ToString(CultureInfo.InvariantCulture);
        return scaled.Contains('.', StringComparison.Ordinal) ? scaled.TrimEnd('0').TrimEnd('.') : scaled;
    }

    private DataFileException Bad(Cell cell, string found, string expected) =>
        cell.Column >= 0 ? table.Bad(cell.Column, found, expected) : mapping.Bad(cell.Field?.Line ?? 1, found, expected);
}
