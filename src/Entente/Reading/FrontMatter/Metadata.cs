using Entente.Quantities;

namespace Entente.Reading.FrontMatter;

/// <summary>What a text says about itself before (or beside) its body.</summary>
internal sealed record Metadata
{
    public static Metadata None { get; } = new();

    public string? Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public Period? Published { get; init; }

    /// <summary>Month and day of publication where a text gives no year with them ("MOSCOW, March 5 (Agency)").</summary>
    public (int Month, int Day)? PublishedDay { get; init; }

    /// <summary>When the note was made: the publication date of a note of one's own, never that of the text it takes highlights from.</summary>
    public Period? Created { get; init; }

    public string? Url { get; init; }

    /// <summary>The paper, agency or site that published it.</summary>
    public string? Site { get; init; }

    /// <summary>The value of "kind", "type" or "category", lower case.</summary>
    public string? Kind { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Keys under which services write when they saved, marked or synchronised a text: never its date.</summary>
    private static readonly string[] Syncs =
    [
        "synced",
        "last_synced",
        "last synced",
        "date_saved",
        "date saved",
        "saved",
        "saved_at",
        "date_added",
        "last_highlighted",
        "last highlighted",
        "last_highlighted_date",
        "highlighted",
        "highlighted_at",
        "imported",
    ];

    /// <summary>These values, and those of another source where these have none.</summary>
    public Metadata Or(Metadata other) =>
        this with
        {
            Title = Title ?? other.Title,
            Authors = Authors.Count > 0 ? Authors : other.Authors,
            Published = Published ?? other.Published,
            PublishedDay = PublishedDay ?? other.PublishedDay,
            Created = Created ?? other.Created,
            Url = Url ?? other.Url,
            Site = Site ?? other.Site,
            Kind = Kind ?? other.Kind,
            Warnings = [.. Warnings, .. other.Warnings],
        };

    /// <summary>Reads keys and values as people name them; keys it does not know are left.</summary>
    /// <param name="values">Key (any case) to its values in order.</param>
    public static Metadata From(IReadOnlyDictionary<string, List<string>> values)
    {
        string[] authors = [.. All("authors", "author", "by", "creator", "byline", "writer", "firstauthor").SelectMany(Names).Distinct()];
        return new()
        {
            Title = All("title", "full-title", "full title", "full_title", "headline", "name", "short-title")
                .FirstOrDefault(v => v.Length > 0),
            Authors = authors,
            Published = Date(
                "published",
                "published_date",
                "published date",
                "published-date",
                "publication_date",
                "publication date",
                "publish_date",
                "date_published",
                "date published",
                "date-published",
                "datepublished",
                "publishdate",
                "pubdate",
                "pub_date",
                "published_at",
                "published-at",
                "issued",
                "date",
                "year"
            ),
            Created = Date("created", "created_at", "date created", "date_created", "date-created"),
            Url = All("url", "source_url", "source-url", "link", "source", "original_url", "canonical", "permalink")
                .FirstOrDefault(IsAddress),
            Site = All("site", "site_name", "publication", "publisher", "publication_title", "publicationtitle").FirstOrDefault(),
            Kind = All("kind", "type", "category", "content_type").FirstOrDefault()?.TrimStart('#').ToLowerInvariant(),
        };

        IEnumerable<string> All(params string[] keys) =>
            keys.SelectMany(k => values.TryGetValue(k, out var found) ? found : []).Select(Plain).Where(v => v.Length > 0 && !IsNothing(v));

        Period? Date(params string[] keys)
        {
            foreach (var value in All(keys))
            {
                if (DateText.TryParse(value, out var period) && !IsSync(value, period))
                    return period;
            }
            return null;
        }

        // A service may write the day of its last synchronisation under "date" too.
        bool IsSync(string date, Period period) =>
            !values.ContainsKey("published")
            && values.TryGetValue("date", out var written)
            && written.Exists(w => Plain(w) == date)
            && Array.Exists(
                Syncs,
                s => values.TryGetValue(s, out var of) && of.Exists(o => DateText.TryParse(Plain(o), out var on) && on == period)
            );
    }

    /// <summary>A value without wiki-link brackets and quotation marks: "[[Jane Doe|JD]]" is Jane Doe.</summary>
    internal static string Plain(string value)
    {
        value = value.Trim().Trim('"', '\'').Trim();
        while (
            value.StartsWith("[[", StringComparison.Ordinal)
            && value.EndsWith("]]", StringComparison.Ordinal)
            && value.IndexOf("]]", StringComparison.Ordinal) == value.Length - 2
        )
        {
            value = value[2..^2];
            var bar = value.IndexOf('|', StringComparison.Ordinal);
            value = (bar < 0 ? value : value[..bar]).Trim();
        }
        return value;
    }

    /// <summary>The names in "Jane Doe, John Roe and Ann Poe"; a comma in "Doe, Jane" cannot be told from that and cuts too.</summary>
    internal static IEnumerable<string> Names(string value)
    {
        if (value.StartsWith("by ", StringComparison.OrdinalIgnoreCase))
            value = value[3..];
        foreach (
            var part in value.Split(
                [",", ";", " and ", " & ", " with "],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            var name = Plain(part);
            if (name.StartsWith("and ", StringComparison.Ordinal))
                name = name[4..];
            // A site is no author.
            var isSite = !name.Contains(' ', StringComparison.Ordinal) && name.Contains('.', StringComparison.Ordinal);
            if (name.Length is > 1 and < 80 && !isSite && !IsNothing(name))
                yield return name;
        }
    }

    private static bool IsAddress(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsNothing(string value) =>
        value.ToLowerInvariant()
            is "none"
                or "null"
                or "n/a"
                or "na"
                or "unknown"
                or "unknown author"
                or "anonymous"
                or "no author"
                or "tbd"
                or "~"
                or "-"
                or "untitled"
                or "undefined";
}
