using System.Globalization;
using Entente.Actors.Identity;
using Entente.Catalogue;
using Entente.Quantities;
using Entente.Record;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Datasets.LongCsv;

/// <summary>Where a field of an observation comes from: a column of the file, or one text for all rows.</summary>
/// <param name="Line">The line of the mapping, for errors.</param>
internal sealed record MappedField(string Name, int Line)
{
    public string? Column { get; init; }

    public string? Fixed { get; init; }

    /// <summary>For parties: how the column writes them; null where it has codes of the claim language.</summary>
    public CodeSystem? Codes { get; init; }

    /// <summary>What the column's texts become (`Gas: gas`); a text that is not listed is an error.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }
}

/// <summary>
/// What a user says of a file of their own: YAML with one entry for each field of an observation (a text for all rows, or `column:` with
/// `codes:` and `values:`), or a CSV of field, column, codes, value. See the README beside this.
/// </summary>
internal sealed class LongCsvMapping
{
    private static readonly string[] Fields =
    [
        "measure",
        "of",
        "subject",
        "object",
        "item",
        "period",
        "value",
        "upper",
        "unit",
        "bound",
        "source",
        "via",
        "tier",
        "published",
        "url",
        "reporter",
        "basis",
        "derived",
        "note",
    ];

    private static readonly string[] Needed = ["measure", "subject", "period", "value", "unit", "source"];
    private static readonly string[] Settings = ["scale", "missing", "delimiter", "skip-lines"];
    private readonly Dictionary<string, MappedField> fields = new(StringComparer.Ordinal);

    private LongCsvMapping(string file) => File = file;

    public string File { get; }

    /// <summary>What values are multiplied with to be in base units.</summary>
    public decimal Scale { get; private set; } = 1;

    /// <summary>Marks of the file for "not there", besides nothing.</summary>
    public string[] Missing { get; private set; } = [];

    public char Delimiter { get; private set; } = ',';

    public int SkipLines { get; private set; }

    public MappedField? this[string field] => fields.GetValueOrDefault(field);

    /// <exception cref="DataFileException">The mapping cannot be read; its line is named.</exception>
    public static LongCsvMapping Read(DataFileInput file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var mapping = new LongCsvMapping(file.Name);
        if (file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            mapping.ReadCsv(file);
        else
            mapping.ReadYaml(file);
        foreach (var name in Needed)
            if (!mapping.fields.ContainsKey(name))
                throw new DataFileException(file.Name, 1, "", $"no '{name}'", $"entries for {string.Join(", ", Needed)}");
        mapping.Check();
        return mapping;
    }

    private void ReadYaml(DataFileInput file)
    {
        string text;
        using (var reader = file.OpenText())
            text = reader.ReadToEnd();
        var (root, error) = LocatedNode.Parse(text, file.Name);
        if (error is not null)
            throw new DataFileException(file.Name, error.Line, "", error.Found, error.Expected);
        if (root?.Entries is not { } entries)
            throw new DataFileException(file.Name, 1, "", "no entries", "a mapping such as 'measure: exports'");
        foreach (var (key, node) in entries)
            if (Array.IndexOf(Settings, key) >= 0)
                Set(key, [.. node.Strings()], node.Line);
            else if (node.Scalar is { } one)
                Add(new MappedField(key, node.Line) { Fixed = one });
            else
                Add(OfMap(key, node));
    }

    private MappedField OfMap(string key, LocatedNode node)
    {
        foreach (var (name, value) in node.Entries ?? [])
            if (name is not ("column" or "codes" or "values" or "value"))
                throw Bad(value.Line, $"'{name}'", "column, codes, values or value");
        var values = node["values"]?.Entries?.ToDictionary(e => e.Key, e => e.Value.Scalar ?? "", StringComparer.Ordinal);
        return Field(key, node.Line, node["column"]?.Scalar, node["codes"]?.Scalar, node["value"]?.Scalar) with { Values = values };
    }

    private void ReadCsv(DataFileInput file)
    {
        using var table = new CsvTable(file, ragged: true);
        var (name, column, value) = (table.Column("field"), table.Column("column"), table.Column("value"));
        var codes = table.Has("codes") ? table.Column("codes") : -1;
        while (table.Next())
        {
            var key = table.Required(name);
            if (Array.IndexOf(Settings, key) >= 0)
                Set(key, table.Text(value).Split('|', StringSplitOptions.RemoveEmptyEntries), table.Line);
            else
                Add(Field(key, table.Line, Given(column), codes < 0 ? null : Given(codes), Given(value)));
        }

        string? Given(int at) => table.Text(at) is { Length: > 0 } text ? text : null;
    }

    private MappedField Field(string key, int line, string? column, string? codes, string? value) =>
        (column, value) switch
        {
            (null, null) => throw Bad(line, $"{key} without a column or a value", "one of the two"),
            ({ }, { }) => throw Bad(line, $"{key} with a column and a value", "one of the two"),
            _ => new MappedField(key, line)
            {
                Column = column,
                Fixed = value,
                Codes = codes is null ? null : SystemOf(codes, line),
            },
        };

    private void Add(MappedField field)
    {
        if (Array.IndexOf(Fields, field.Name) < 0)
            throw Bad(field.Line, $"'{field.Name}'", $"one of {string.Join(", ", Fields)}, {string.Join(", ", Settings)}");
        if (!fields.TryAdd(field.Name, field))
            throw Bad(field.Line, $"a second '{field.Name}'", "each field once");
    }

    private void Set(string key, string[] values, int line)
    {
        var text = values.Length > 0 ? values[0] : "";
        switch (key)
        {
            case "scale":
                Scale =
                    decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var scale) && scale != 0
                        ? scale
                        : throw Bad(line, $"scale '{text}'", "a number such as 1000000 or 0.01");
                break;
            case "missing":
                Missing = [.. values];
                break;
            case "delimiter":
                Delimiter = text switch
                {
                    "tab" or "\\t" or "\t" => '\t',
                    { Length: 1 } => text[0],
                    _ => throw Bad(line, $"delimiter '{text}'", "one character, or tab"),
                };
                break;
            default:
                SkipLines =
                    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var lines) && lines <= 1000
                        ? lines
                        : throw Bad(line, $"skip-lines '{text}'", "a number of lines");
                break;
        }
    }

    /// <summary>What is fixed is checked once, here.</summary>
    private void Check()
    {
        if (this["unit"] is { Fixed: { } unit } u && !Units.TryFind(unit, out _))
            throw Bad(u.Line, $"unit '{unit}'", $"one of {string.Join(" ", Units.Symbols)}");
        if (this["tier"] is { Fixed: { } tier } t && !IsTier(tier))
            throw Bad(t.Line, $"tier '{tier}'", "primary, agency or repost");
        if (this["bound"] is { Fixed: { } bound } b && !IsBound(bound))
            throw Bad(b.Line, $"bound '{bound}'", "= ~ > < <~ or >~");
        if (this["published"] is { Fixed: { } date } p && !Period.TryParse(date, out _))
            throw Bad(p.Line, $"published '{date}'", "a date such as 2024, 2024-05 or 2024-05-17");
    }

    internal static bool IsTier(string text) => text is "primary" or "agency" or "repost";

    internal static bool IsBound(string text) => Enum.GetValues<Bound>().Any(b => RecordTableReader.Sign(b) == text);

    internal DataFileException Bad(int line, string found, string expected) => new(File, line, "", found, expected);

    private CodeSystem SystemOf(string text, int line) =>
        text switch
        {
            "iso3" => CodeSystem.Iso3,
            "iso2" => CodeSystem.Iso2,
            "m49" => CodeSystem.M49,
            "cow" => CodeSystem.Cow,
            "cowc" => CodeSystem.CowLetters,
            "gw" => CodeSystem.GleditschWard,
            "imf" => CodeSystem.Imf,
            "name" => CodeSystem.Name,
            _ => throw Bad(line, $"codes '{text}'", "iso3, iso2, m49, cow, cowc, gw, imf or name"),
        };
}
