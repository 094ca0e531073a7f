namespace Entente.Reading.Articles;

/// <summary>What a page writes around a text that is told by what its words are, not by how it starts: sections, sites, buttons.</summary>
internal static class PageLines
{
    private static readonly HashSet<string> Sections = Set(
        "home|world|world news|news|latest|latest news|top stories|politics|business|economy|economics|finance|markets|trade|energy|climate|environment|opinion|analysis|explainer|explained"
            + "|comment|commentary|editorial|perspective|perspectives|essay|interview|interviews|feature|features|report|reports|research|policy|briefing|exclusive|breaking|breaking news|live"
            + "|video|videos|audio|podcast|podcasts|photos|pictures|gallery|sport|sports|culture|arts|lifestyle|life|travel|food|health|science|tech|technology|education|society|opinions|views"
            + "|europe|asia|asia pacific|africa|americas|middle east|latin america|central asia|eurasia|russia|china|ukraine|us|usa|uk|u.s.|u.k.|eu|india|international|national|local|global"
            + "|defence|defense|security|diplomacy|foreign policy|foreign affairs|foreign relations|war in ukraine|russia-ukraine war|ukraine war|geopolitics|military|law|events|experts|publications|programs"
            + "|topics|regions|about|about us|contact|contact us|search|menu|more|login|log in|sign in|sign up|register|subscribe|donate|shop|store|jobs|careers|newsletters|newsletter|magazine|archive"
            + "|press releases|press release|q&a|money|companies|industry|agriculture|transport|special report|in depth|in-depth|fact check|data|statistics"
    );

    private static readonly HashSet<string> Buttons = Set(
        "facebook|twitter|x|whatsapp|linkedin|telegram|email|e-mail|mail|reddit|pinterest|messenger|threads|bluesky|mastodon|flipboard|pocket|tumblr|vk|viber|line|weibo|wechat|instagram|youtube"
            + "|copy|copy link|link|print|save|share|tweet|pin|send|bookmark|gift|listen|play|comment|comments|follow|like|more|post|a|aa|a-|a+|share on|share this|add to favorites|text size|font size"
    );

    /// <summary>Last words of the names of papers, agencies and sites.</summary>
    private static readonly HashSet<string> Sites = Set(
        "news|times|post|journal|review|tribune|herald|guardian|magazine|daily|press|agency|online|reuters|bbc|cnn|ap|afp|tass|xinhua|bloomberg|economist|independent|telegraph|observer|gazette"
            + "|chronicle|standard|monitor|diplomat|insider|forbes|fortune|cnbc|npr|euronews|politico|axios|jazeera|interfax|sputnik|ft|dw|rfe/rl|carnegie|brookings|chatham house|csis|foundation"
            + "|institute|council|endowment|affairs|policy|world|today|network|tv|radio|mail|express|globe|examiner|dispatch|bulletin|watch|wire|hub"
    );

    /// <summary>Whose the pictures are.</summary>
    private static readonly string[] Agencies =
    [
        "getty images",
        "reuters",
        "afp",
        "ap",
        "epa",
        "xinhua",
        "tass",
        "bloomberg",
        "shutterstock",
        "sputnik",
        "anadolu",
        "kyodo",
        "yonhap",
        "imago",
        "alamy",
    ];

    /// <summary>True for a line of nothing but names of sections: "World | Europe", "Home &gt; Business".</summary>
    public static bool IsSections(string text) => text.Length <= 120 && All(text, Sections, spaced: false) > 0;

    /// <summary>True for the menu of a page: three or more sections in a row.</summary>
    public static bool IsMenu(string text) =>
        text.Length <= 300 && (All(text, Sections, spaced: false) >= 3 || All(text, Sections, spaced: true) >= 4);

    /// <summary>True for a row of buttons to share, print or save a text.</summary>
    public static bool IsButtons(string text) =>
        text.Length <= 120 && (All(text, Buttons, spaced: false) >= 1 || All(text, Buttons, spaced: true) >= 2);

    /// <summary>Where a title ends before the name of its site: "… | Reuters", "… - BBC News".</summary>
    public static int TitleEnd(string title)
    {
        foreach (var bar in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " :: ", " » "])
        {
            var at = title.LastIndexOf(bar, StringComparison.Ordinal);
            if (at < 12)
                continue;
            var site = title.AsSpan(at + bar.Length).Trim();
            var words = site.Count(' ') + 1;
            var last = site[(site.LastIndexOf(' ') + 1)..];
            if (words > 5 || site.Length > 50 || site.ContainsAnyInRange('0', '9') || !char.IsLetter(site[0]))
                continue;
            var isSite = Has(Sites, last) || Has(Sites, site) || site.Contains('.') || site.StartsWith("The ");
            if (isSite || bar[1] == '|' && words <= 3 && char.IsUpper(site[0]))
                return TitleEnd(title[..at].TrimEnd());
        }
        return title.Length;
    }

    /// <summary>True for the words under a picture: they end in whose it is ("Omar Said/Getty Images", "REUTERS/Omar Said", "via AP").</summary>
    public static bool IsCredit(string text, string lower)
    {
        var end = lower.AsSpan().TrimEnd(" .)]");
        foreach (var agency in Agencies)
        {
            // REUTERS/Omar Said, AP Photo/Omar Said: the agency before the name, near the end.
            var stroke = lower.LastIndexOf(agency == "ap" ? "ap photo/" : agency + "/", StringComparison.Ordinal);
            if (
                stroke >= 0
                && text.Length - stroke <= 45
                && (stroke == 0 || !char.IsLetter(text[stroke - 1]))
                && char.IsUpper(text[stroke])
            )
                return true;
            if (!end.EndsWith(agency))
                continue;
            var before = end[..^agency.Length].TrimEnd();
            if (before.EndsWith("via"))
                return true;
            // A name before the stroke; two agencies ("AFP/Reuters") sign a text instead.
            if (before.EndsWith("/"))
            {
                before = before.TrimEnd("/ ");
                var isSignature = false;
                foreach (var other in Agencies)
                    isSignature |= before.EndsWith(other);
                return !isSignature;
            }
        }
        return false;
    }

    /// <summary>"12 comments", "1.2K shares", "Views: 1,234", "Comments (12)".</summary>
    public static bool IsCount(string lower)
    {
        if (lower.Length > 40 || !lower.AsSpan().ContainsAnyInRange('0', '9'))
            return false;
        foreach (var range in lower.AsSpan().SplitAny(' ', '|', '·', '•', ','))
        {
            var word = lower.AsSpan()[range].Trim(":()[].");
            if (word.IsEmpty || char.IsAsciiDigit(word[0]))
                continue;
            if (
                word
                is not (
                    "comment"
                    or "comments"
                    or "share"
                    or "shares"
                    or "view"
                    or "views"
                    or "like"
                    or "likes"
                    or "reads"
                    or "reactions"
                    or "k"
                    or "m"
                    or "min"
                    or "read"
                )
            )
                return false;
        }
        return char.IsLetter(lower[0]) || char.IsLetter(lower[^1]) || lower[^1] == ')';
    }

    /// <summary>True for a row of tags: "#wheat #trade".</summary>
    public static bool IsHashtags(string text)
    {
        if (text[0] != '#')
            return false;
        foreach (var range in text.AsSpan().SplitAny(' ', ','))
        {
            var word = text.AsSpan()[range];
            if (!word.IsEmpty && (word[0] != '#' || word.Length < 2))
                return false;
        }
        return true;
    }

    /// <summary>How many of a line's parts are in the set, 0 where any is not.</summary>
    private static int All(string text, HashSet<string> set, bool spaced)
    {
        var count = 0;
        foreach (
            var range in spaced
                ? text.AsSpan().SplitAny(' ', '|', '•', '·', ',')
                : text.AsSpan().SplitAny('|', '•', '·', '>', '»', '›', ',', '\t')
        )
        {
            var part = text.AsSpan()[range].Trim(" \u00A0:.");
            if (part.IsEmpty)
                continue;
            if (!Has(set, part))
                return 0;
            count++;
        }
        return count;
    }

    private static bool Has(HashSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static HashSet<string> Set(string words) => words.Split('|').ToHashSet(StringComparer.OrdinalIgnoreCase);
}
