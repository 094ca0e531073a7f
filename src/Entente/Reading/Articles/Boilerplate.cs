namespace Entente.Reading.Articles;

/// <summary>Lines that a page puts around its text. Only short lines count: a paragraph that speaks of subscriptions is a paragraph.</summary>
internal static class Boilerplate
{
    private const int LongestLine = 220;

    private static readonly string[] Starts =
    [
        "skip to ",
        "advertisement",
        "subscribe",
        "sign up",
        "sign in",
        "log in",
        "read more",
        "read next",
        "read also",
        "also read",
        "more from ",
        "most read",
        "most popular",
        "related:",
        "related articles",
        "related stories",
        "recommended",
        "share this",
        "share on",
        "share:",
        "follow us",
        "follow @",
        "listen to this",
        "listen to article",
        "print this",
        "email this",
        "copy link",
        "save article",
        "save this",
        "©",
        "(c) ",
        "copyright",
        "all rights reserved",
        "terms of ",
        "privacy policy",
        "cookie",
        "we use cookies",
        "this site uses cookies",
        "this website uses cookies",
        "accept all",
        "accept cookies",
        "manage preferences",
        "already a subscriber",
        "get unlimited access",
        "start your free",
        "register now",
        "register to ",
        "create an account",
        "you have ",
        "this article is part of",
        "click here",
        "newsletter",
        "get the latest",
        "download the app",
        "comments (",
        "view comments",
        "leave a comment",
        "loading",
        "menu",
        "photo:",
        "photo by",
        "photograph:",
        "photographs:",
        "photo credit",
        "image:",
        "image credit",
        "picture:",
        "credit:",
        "getty images",
        "illustration by",
        "illustration:",
        "video:",
        "watch:",
        "play video",
        "back to top",
        "table of contents",
        "jump to ",
        "filed under",
        "tags:",
        "topics:",
        "posted in",
        "support our ",
        "donate",
        "make a donation",
        "give this article",
        "gift article",
        "continue reading",
        "keep reading",
        "to continue reading",
        "to read the full",
        "this is a preview",
        "want to read more",
        "unlock this",
    ];

    private static readonly string[] Closings =
    [
        "an earlier version of this",
        "a previous version of this",
        "this article was originally",
        "this article originally appeared",
        "this story was originally",
        "this piece was originally",
        "this article first appeared",
        "this article has been updated",
        "this story has been updated",
        "this article was updated",
        "this article was amended",
        "this story has been corrected",
        "this version has been corrected",
        "correction:",
        "correction (",
        "clarification:",
        "editor's note",
        "editor’s note",
        "this interview has been edited",
        "this interview was edited",
        "this conversation has been edited",
        "this transcript has been edited",
        "the interview has been edited",
        "the conversation has been edited",
        "thanks to ",
        "reporting by",
        "additional reporting",
        "editing by",
        "writing by",
        "translated by",
        "translation by",
        "copy edited by",
        "copyedited by",
        "produced by",
        "edited by",
        "the views expressed",
        "the opinions expressed",
        "this commentary was",
        "our standards:",
        "with assistance from",
        "contributed reporting",
    ];

    private static readonly string[] Walls =
    [
        "continue reading",
        "keep reading",
        "to continue reading",
        "to read the full",
        "this is a preview",
        "subscribe to continue",
        "subscribe to read",
        "subscribe now to",
        "sign in to continue",
        "log in to continue",
        "want to read more",
        "unlock this",
        "register to continue",
        "already a subscriber",
    ];

    /// <summary>True for a line of navigation, advertisement, rights, credits or payment.</summary>
    public static bool IsLine(string text)
    {
        if (text.Length > LongestLine)
            return false;
        var lower = text.ToLowerInvariant();
        if (lower.Contains("edited for length", StringComparison.Ordinal) || lower.Contains("edited for clarity", StringComparison.Ordinal))
            return true;
        if (!StartsAny(lower, Starts))
            return lower.EndsWith("/getty images", StringComparison.Ordinal)
                || (lower.EndsWith("min read", StringComparison.Ordinal) && lower.Length < 20);
        if (lower.StartsWith("you have ", StringComparison.Ordinal))
            return lower.Contains("article", StringComparison.Ordinal)
                && (
                    lower.Contains("remaining", StringComparison.Ordinal)
                    || lower.Contains("left", StringComparison.Ordinal)
                    || lower.Contains("free", StringComparison.Ordinal)
                );
        // "Menu", "Loading" and the like are lines only by themselves; so is anything that goes on as a sentence of some length.
        return lower.Length < 60
            || !EndsLikeSentence(lower)
            || lower.Contains("cookie", StringComparison.Ordinal)
            || lower[0] == '©'
            || lower.Contains("subscri", StringComparison.Ordinal)
            || lower.Contains("newsletter", StringComparison.Ordinal)
            || lower.Contains("rights reserved", StringComparison.Ordinal);
    }

    /// <summary>True for what follows a text: corrections, thanks, notes on the editing.</summary>
    public static bool IsClosing(string text) => text.Length <= 600 && StartsAny(text.ToLowerInvariant(), Closings);

    /// <summary>True for a line that asks for payment or a login before the text goes on.</summary>
    public static bool IsWall(string text) => text.Length <= LongestLine && StartsAny(text.ToLowerInvariant(), Walls);

    private static bool EndsLikeSentence(string text) => text[^1] is '.' or '!' or '?';

    private static bool StartsAny(string lower, string[] starts)
    {
        foreach (var start in starts)
        {
            // A start that ends in a letter must be a whole word: "menu" is not "menus".
            if (
                lower.StartsWith(start, StringComparison.Ordinal)
                && (lower.Length == start.Length || !char.IsLetter(start[^1]) || !char.IsLetter(lower[start.Length]))
            )
                return true;
        }
        return false;
    }
}
