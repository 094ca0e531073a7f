using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Record;
using Entente.Sources.Store;

namespace Entente.Sources.Datasets;

/// <summary>One thing to cite: a page that carries figures, or a release of a dataset.</summary>
/// <param name="Key">Its BibTeX key: the same whenever the same thing is cited.</param>
/// <param name="BibTeX">The entry, ending in a line end.</param>
/// <param name="Text">The same in a line for people.</param>
public sealed record Reference(string Key, string BibTeX, string Text);

/// <summary>
/// What a result used, each thing once. Rows of the record are cited as the pages that they stand on, imported rows as the release of their
/// dataset. What is added in another order gives the same references.
/// </summary>
public sealed class Bibliography
{
    private const int KeyDigits = 6;
    private const int MostFigures = 12;

    private readonly IReadOnlyList<StoredImport> imports;
    private readonly Dictionary<string, Page> byRow = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> whatByRow = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (Page Page, SortedSet<string> What)> pages = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Reference> releases = new(StringComparer.Ordinal);

    private sealed record Page(string Source, string? Via, string? Published, string? Url);

    public Bibliography(RecordTables tables, IReadOnlyList<StoredImport> imports)
    {
        ArgumentNullException.ThrowIfNull(tables);
        this.imports = imports;
        foreach (var row in tables.Observations)
            Know(row.Row, new(row.Source, row.Via, row.Published?.Text, row.Url), What(row));
        foreach (var one in tables.Events)
        {
            foreach (var source in one.Sources)
                Know(source.Row, new(source.Source, null, source.Published?.Text, source.Url), one.Title);
            if (one.Sources.Count > 0)
                Know(one.Row, Of(one.Sources[0]), one.Title);
        }
        foreach (var row in tables.Memberships)
            Know(row.Row, new(row.Source, null, null, row.Url), $"{row.Body}: {row.Member}");
        foreach (var row in tables.Votes)
            Know(row.Row, new(row.Source, null, null, row.Url), $"{row.Body} {row.Resolution}: {row.State}");
    }

    /// <summary>All that was added, in the order of the keys.</summary>
    public IReadOnlyList<Reference> References =>
        [
            .. releases
                .Values.Concat(pages.Where(p => !IsCitedByRow(p.Value)).Select(p => Cited(p.Key, p.Value.Page, p.Value.What)))
                .OrderBy(r => r.Key, StringComparer.Ordinal),
        ];

    /// <summary>Evidence may join the names of several sources that one page has; the rows of its derivation name each by itself.</summary>
    private bool IsCitedByRow((Page Page, SortedSet<string> What) entry) =>
        entry.What.Count == 0 && entry.Page.Url is not null && pages.Values.Any(p => p.What.Count > 0 && p.Page.Url == entry.Page.Url);

    /// <summary>Adds what a row rests on: `trade/china-russia.csv:120`, or line and file of an import. False for a row that neither has.</summary>
    public bool AddRow(string row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (byRow.TryGetValue(row, out var page))
        {
            Add(page, $"{whatByRow[row]} [{row}]");
            return true;
        }
        var colon = row.LastIndexOf(':');
        var file = colon < 0 ? row : row[..colon];
        var found = false;
        foreach (var import in imports)
            if (import.Files.Any(f => f.Name == file))
                found |= AddImport(import);
        return found;
    }

    /// <summary>Adds a source by what a result says of it, where it names no row: a dataset by its address, else a page.</summary>
    public void AddSource(string source, string? published, string? url)
    {
        var known = false;
        foreach (var dataset in DatasetCatalogue.All)
            if (dataset.Authority == source && dataset.Publication.Address == url)
                foreach (var import in imports)
                    if (import.Dataset == dataset.Name)
                        known |= AddImport(import);
        if (!known)
            Add(new(source, null, published, url), null);
    }

    /// <summary>Adds the release that an import is of; false for a dataset that this program does not know.</summary>
    public bool AddImport(StoredImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return DatasetCatalogue.Find(import.Dataset) is { } dataset && AddDataset(dataset, import);
    }

    /// <summary>Adds a dataset: the releases of it that were imported, or the dataset in general.</summary>
    public void AddDataset(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var found = false;
        foreach (var import in imports)
            if (import.Dataset == dataset.Name)
                found |= AddDataset(dataset, import);
        if (!found)
            AddDataset(dataset, null);
    }

    private bool AddDataset(Dataset dataset, StoredImport? import)
    {
        var key = Citation.Key(dataset, import);
        releases[key] = new(key, Citation.BibTeX(dataset, import), Citation.Short(dataset.Publication));
        return true;
    }

    private void Know(RowRef row, Page page, string what)
    {
        byRow[row.ToString()] = page;
        whatByRow[row.ToString()] = what;
    }

    private static Page Of(EventSource source) => new(source.Source, null, source.Published?.Text, source.Url);

    private void Add(Page page, string? what)
    {
        var key = KeyOf(page);
        // Who passed a figure on is known of the row and not of a result's evidence.
        if (!pages.TryGetValue(key, out var entry))
            pages[key] = entry = (page, new(StringComparer.Ordinal));
        else if (entry.Page.Via is null && page.Via is not null)
            pages[key] = entry = (page, entry.What);
        if (what is not null)
            entry.What.Add(what);
    }

    /// <summary>Source, year and a few digits made of source, date and address: what makes a page the same page.</summary>
    private static string KeyOf(Page page)
    {
        var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{page.Source}\n{page.Published}\n{page.Url}")));
        var key = new StringBuilder();
        foreach (var c in page.Source)
            if (char.IsAsciiLetterOrDigit(c))
                key.Append(char.ToLowerInvariant(c));
            else if (key.Length > 0 && key[^1] != '-')
                key.Append('-');
        return $"{key.ToString().Trim('-')}-{page.Published?[..4] ?? "nd"}-{digits[..KeyDigits]}";
    }

    private static Reference Cited(string key, Page page, SortedSet<string> what)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"@misc{{{key},\n");
        Citation.Field(text, "author", $"{{{Citation.Escaped(page.Source)}}}");
        Citation.Field(
            text,
            "title",
            $"{{{Citation.Escaped(what.Count == 0 ? $"Figures of {page.Source}" : string.Join("; ", what.Select(Bare).Distinct().Take(MostFigures)) + (what.Count > MostFigures ? " …" : ""))}}}"
        );
        if (page.Published is not null)
        {
            Citation.Field(text, "year", page.Published[..4]);
            Citation.Field(text, "date", page.Published);
        }
        if (page.Via is not null)
            Citation.Field(text, "howpublished", Citation.Escaped($"via {page.Via}"));
        if (page.Url is not null)
            Citation.Field(text, "url", page.Url);
        if (what.Count > 0)
            Citation.Field(text, "note", Citation.Escaped($"Record: {string.Join(", ", what.Select(Place))}"));
        var line = string.Join(
            ", ",
            new[]
            {
                page.Source,
                page.Via is null ? null : $"via {page.Via}",
                page.Published is null ? "undated" : $"published {page.Published}",
                page.Url,
            }.Where(p => p is not null)
        );
        return new(key, text.Append("}\n").ToString(), line);
    }

    private static string Bare(string what) => what[..what.LastIndexOf(" [", StringComparison.Ordinal)];

    private static string Place(string what) => what[(what.LastIndexOf('[') + 1)..^1];

    private static string What(Observation row) =>
        string.Join(
            ' ',
            new[] { row.Measure, row.Of, row.Subject, row.Object, row.Item is "total" or "" ? null : row.Item, row.Period?.Text }.Where(p =>
                !string.IsNullOrEmpty(p)
            )
        );
}
