using System.Globalization;
using System.Text;
using Entente.Sources.Store;

namespace Entente.Sources.Datasets;

/// <summary>How a dataset is cited: in a line, and as BibTeX.</summary>
public static class Citation
{
    /// <summary>Producer (year), title, where, DOI.</summary>
    public static string Short(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{publication.Producer} ({publication.Year}), {publication.Title}{(publication.Doi is null ? "" : $", doi:{publication.Doi}")}"
        );
    }

    /// <summary>A `@misc` entry whose key names dataset and release; what BibTeX would take as markup is escaped.</summary>
    /// <param name="import">The import that was used; null where the dataset is meant in general.</param>
    public static string BibTeX(Dataset dataset, StoredImport? import)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var publication = dataset.Publication;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"@misc{{{Key(dataset, import)},\n");
        Field(
            text,
            "author",
            publication.Producer.Contains(" and ", StringComparison.Ordinal)
                ? publication.Producer.Replace(", ", " and ", StringComparison.Ordinal)
                : $"{{{publication.Producer}}}"
        );
        Field(text, "title", $"{{{Escaped(publication.Title)}}}");
        Field(text, "year", publication.Year.ToString(CultureInfo.InvariantCulture));
        Field(text, "howpublished", Escaped(publication.In));
        if (publication.Doi is not null)
            Field(text, "doi", publication.Doi);
        Field(text, "url", publication.Address);
        if (import is not null)
            Field(
                text,
                "note",
                Escaped(
                    $"Release {import.Vintage}, imported {import.ImportedAt[..10]}; SHA-256 {string.Join(", ", import.Files.Select(f => f.Sha256).Distinct().Take(4))}"
                )
            );
        return text.Append("}\n").ToString();
    }

    /// <summary>Dataset and release, in characters that BibTeX takes.</summary>
    internal static string Key(Dataset dataset, StoredImport? import)
    {
        var key = new StringBuilder(dataset.Name);
        if (import is not null)
            key.Append('-').Append(import.Vintage);
        for (var i = 0; i < key.Length; i++)
            if (!char.IsAsciiLetterOrDigit(key[i]) && key[i] is not ('-' or '.'))
                key[i] = '-';
        return key.ToString();
    }

    internal static void Field(StringBuilder text, string name, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"  {name, -12} = {{{value}}},\n");

    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\\')
            {
                escaped.Append("\\textbackslash{}");
                continue;
            }
            if (c is '&' or '%' or '$' or '#' or '_' or '{' or '}')
                escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }
}
