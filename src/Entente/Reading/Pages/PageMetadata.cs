using Entente.Quantities;
using Entente.Reading.Articles;
using Entente.Reading.FrontMatter;
using Entente.Reading.Markup;

namespace Entente.Reading.Pages;

/// <summary>
/// What a page says of itself: linked data first (it names things), then meta elements, then what stands in the page. When it was changed, or
/// saved, is not when it was published.
/// </summary>
internal static class PageMetadata
{
    private static readonly string[] Titles =
    [
        "og:title",
        "twitter:title",
        "citation_title",
        "dc.title",
        "dcterms.title",
        "parsely-title",
        "headline",
    ];

    private static readonly string[] Authors =
    [
        "citation_author",
        "author",
        "article:author",
        "article:author_name",
        "og:article:author",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
        "byl",
        "twitter:creator_name",
    ];

    private static readonly string[] Dates =
    [
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "article.published",
        "article:published",
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
        "dc.date.created",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "published_date",
        "published",
        "cxenseparse:recs:publishtime",
        "article_date_original",
        "originalpublicationdate",
        "date",
    ];

    private static readonly string[] Sites =
    [
        "og:site_name",
        "application-name",
        "citation_journal_title",
        "dc.publisher",
        "dcterms.publisher",
        "publisher",
    ];

    private static readonly string[] Addresses = ["og:url", "citation_public_url", "parsely-link", "twitter:url"];

    public static Metadata Read(string source, PageTree tree)
    {
        var data = LinkedData.Read(source, tree.LinkedData);
        var site = data.Site ?? First(Sites);
        var heading = tree.Elements.Find(e => e.Name == "h1" && !e.Hidden);
        var title = data.Title ?? First(Titles) ?? Words(source, heading) ?? TitleElement();
        string[] authors = [.. data.Authors.SelectMany(Metadata.Names).Distinct(StringComparer.Ordinal)];
        if (authors.Length == 0)
            authors = MetaAuthors();
        if (authors.Length == 0)
            authors = MarkedAuthors();
        return new()
        {
            Title = title is null ? null : WithoutSite(title.Trim(), site),
            Authors = [.. authors.Where(a => !a.Equals(site, StringComparison.OrdinalIgnoreCase) && (authors.Length == 1 || !IsAgency(a)))],
            Published = data.Published ?? MetaDate() ?? MarkedDate(),
            Url = Address(),
            Site = site,
        };

        string? First(string[] names)
        {
            foreach (var name in names)
            {
                foreach (var meta in tree.Metas)
                {
                    if (meta.Name == name && meta.Content.Length is > 1 and < 500)
                        return meta.Content;
                }
            }
            return null;
        }

        string? TitleElement() => tree.Title is var (start, end) ? Words(source, start, end) : null;

        string[] MetaAuthors()
        {
            foreach (var name in Authors)
            {
                string[] found =
                [
                    .. tree
                        .Metas.Where(m =>
                            m.Name == name && !m.Content.Contains("://", StringComparison.Ordinal) && !m.Content.StartsWith('@')
                        )
                        .SelectMany(m => name == "citation_author" ? [Turned(m.Content)] : Metadata.Names(m.Content))
                        .Distinct(StringComparer.Ordinal),
                ];
                if (found.Length > 0)
                    return found;
            }
            return [];
        }

        // rel="author", itemprop="author": what the page marks as its authors in its own text.
        string[] MarkedAuthors() =>
            [
                .. tree
                    .Elements.Where(e => !e.Hidden && (e.Rel == "author" || e.Property is "author" or "creator"))
                    .Take(6)
                    .Select(e => Words(source, e))
                    .Where(w => w is { Length: > 3 and < 80 })
                    .SelectMany(w => Metadata.Names(w!))
                    .Where(n => n.Contains(' ', StringComparison.Ordinal) && !n.AsSpan().ContainsAnyInRange('0', '9'))
                    .Distinct(StringComparer.Ordinal),
            ];

        Period? MetaDate()
        {
            foreach (var name in Dates)
            {
                foreach (var meta in tree.Metas)
                {
                    if (meta.Name == name && DateText.TryParse(meta.Content, out var period))
                        return period;
                }
            }
            return null;
        }

        Period? MarkedDate()
        {
            Period? first = null;
            foreach (var element in tree.Elements)
            {
                if (element.DateTime is null && element.Property is not "datePublished")
                    continue;
                if (
                    element.Property is "dateModified"
                    || element.Hints.Contains("updat", StringComparison.Ordinal)
                    || element.Hints.Contains("modif", StringComparison.Ordinal)
                    || !DateText.TryParse(element.DateTime ?? Words(source, element) ?? "", out var period)
                )
                    continue;
                if (element.Property is "datePublished")
                    return period;
                // A later one may be another text's that the page leads to.
                if (!element.Dropped)
                    first ??= period;
            }
            return first;
        }

        string? Address()
        {
            foreach (var (rel, href) in tree.Links)
            {
                if (rel == "canonical" && IsAddress(href))
                    return PageText.Decode(href);
            }
            var named = First(Addresses) ?? data.Url;
            if (named is not null && IsAddress(named))
                return named;
            // "saved from url=(0042)https://…", "url: https://…": where a browser or an archive had it from.
            foreach (var comment in tree.Comments)
            {
                if (!comment.Contains("saved", StringComparison.OrdinalIgnoreCase))
                    continue;
                var at = comment.IndexOf("http", StringComparison.Ordinal);
                var end = at < 0 ? -1 : comment.AsSpan(at).IndexOfAny(" \n\r\t");
                if (at >= 0 && IsAddress(comment[at..]))
                    return end < 0 ? comment[at..] : comment[at..(at + end)];
            }
            return null;
        }
    }

    private static string WithoutSite(string title, string? site)
    {
        if (site is { Length: > 2 } && title.EndsWith(site, StringComparison.OrdinalIgnoreCase))
        {
            var before = title[..^site.Length].TrimEnd();
            if (before.Length > 8 && before[^1] is '|' or '-' or '–' or '—' or '•' or '·' or '»' or ':')
                return before[..^1].TrimEnd();
        }
        return title[..PageLines.TitleEnd(title)];
    }

    /// <summary>"CNN" beside a name is for whom she writes.</summary>
    private static bool IsAgency(string name) =>
        name.Length <= 5 && !name.Any(char.IsLower) && !name.Contains(' ', StringComparison.Ordinal);

    /// <summary>The words of an element, without mark-up; null where there are none.</summary>
    internal static string? Words(string source, PageElement? element)
    {
        if (element is null)
            return null;
        var text = new MappedTextBuilder();
        Collect(element);
        return text.Build()?.Text;

        void Collect(PageElement at)
        {
            foreach (var part in at.Parts)
            {
                if (part.Element is { } child)
                {
                    if (child.Name is not ("script" or "style"))
                        Collect(child);
                }
                else if (text.Length < 1_000)
                    PageText.Append(text, source, part.Start, part.End);
            }
        }
    }

    private static string? Words(string source, int start, int end)
    {
        var text = new MappedTextBuilder();
        PageText.Append(text, source, start, end);
        return text.Build()?.Text;
    }

    /// <summary>"Doe, Jane", as libraries write, is Jane Doe.</summary>
    private static string Turned(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? name.Trim() : $"{name[(comma + 1)..].Trim()} {name[..comma].Trim()}";
    }

    private static bool IsAddress(string value) =>
        value.Length < 4_000
        && (
            value.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        );
}
