using System.Collections.Frozen;

namespace Entente.Reading.Pages;

/// <summary>What the names of elements, and the words that pages write into classes, say about what is in them.</summary>
internal static class PageNames
{
    private static readonly FrozenSet<string> Blocks = Set(
        "html body article section main header footer nav aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody tfoot tr td th caption figure figcaption"
            + " address fieldset form details summary hr center hgroup menu dialog"
    );

    private static readonly FrozenSet<string> Voids = Set(
        "area base br col embed hr img input link meta param source track wbr keygen frame"
    );

    /// <summary>Never part of the text.</summary>
    private static readonly FrozenSet<string> Furniture = Set(
        "script style noscript template iframe svg math form button input select textarea nav aside footer object embed video audio canvas menu dialog figcaption map picture head"
            + " amp-ad amp-embed amp-sidebar"
    );

    /// <summary>Words of a class or id by which pages name what is not the text.</summary>
    private static readonly FrozenSet<string> Asides = Set(
        "ad ads adv advert adverts advertisement advertising adslot adunit sponsor sponsored promo promos promotion related recommended recommendations recirc recirculation popular trending"
            + " share sharing shares social sociallinks addthis sharedaddy newsletter newsletters subscribe subscription signup paywall sidebar rail comments comment disqus cookie cookies consent gdpr"
            + " banner breadcrumb breadcrumbs nav navbar navigation menu footer masthead toolbar tags taglist topics outbrain taboola widget widgets modal popup overlay"
            + " caption credit hidden noprint skip readmore morefrom mostread jumplink pagination pager print-only"
            + " infobox navbox metadata mw-editsection reference references reflist toc"
    );

    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsVoid(string name) => Voids.Contains(name);

    public static bool IsFurniture(string name) => Furniture.Contains(name);

    public static bool IsHeading(string name) => name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6';

    /// <summary>True where a word of the class or id names something beside the text.</summary>
    public static bool IsAside(string hints)
    {
        var lookup = Asides.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var whole in hints.AsSpan().Split(' '))
        {
            var name = hints.AsSpan()[whole];
            if (name.IsEmpty || name.Length > 80)
                continue;
            if (lookup.Contains(name))
                return true;
            // "has-sidebar", "no-ads", "with-comments" say what the page has, not what the element is.
            if (
                name.StartsWith("has-")
                || name.StartsWith("no-")
                || name.StartsWith("with-")
                || name.StartsWith("is-")
                || name.StartsWith("js-")
            )
                continue;
            foreach (var part in name.SplitAny('-', '_', ':'))
            {
                if (lookup.Contains(name[part]))
                    return true;
            }
        }
        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
