using Entente.Checking;
using Entente.Checking.Overrides;
using Entente.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Shelf;

/// <summary>Which texts of the shelf are asked for. Whatever is not given admits all.</summary>
internal sealed record ShelfQuery
{
    private const int MostWords = 20;
    private const int Around = 70;

    public string? Speaker { get; init; }

    public Verdict? Verdict { get; init; }

    /// <summary>`CHN-RUS`.</summary>
    public string? Pair { get; init; }

    public LocalDate? From { get; init; }

    public LocalDate? To { get; init; }

    /// <summary>All of these are in the text or its title, whatever their case; a phrase in quotation marks is one.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>True where only texts that are checked can be told to fit.</summary>
    public bool Asks =>
        Speaker is not null || Verdict is not null || Pair is not null || From is not null || To is not null || Words.Count > 0;

    /// <exception cref="WrongUseException">A value is none.</exception>
    public static ShelfQuery Of(HttpContext http)
    {
        var query = http.Request.Query;
        string? Given(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
        return new()
        {
            Speaker = Given("speaker"),
            Verdict = Given("verdict") is { } code
                ? OverrideFile.VerdictOf(code)
                    ?? throw new WrongUseException(
                        Problems.Problem("verdict", $"'{code}'", string.Join(", ", Enum.GetValues<Verdict>().Select(OverrideFile.Code)))
                    )
                : null,
            Pair = Given("pair") is { } pair
                ? ClaimParties.Pair(pair)
                    ?? throw new WrongUseException(Problems.Problem("pair", $"'{pair}'", "the codes of two states, such as CHN-RUS"))
                : null,
            From = Given("from") is { } from ? Day("from", from, p => p.Start) : null,
            To = Given("to") is { } to ? Day("to", to, p => p.End) : null,
            Words = Given("q") is { } words ? Split(words) : [],
        };
    }

    public bool Admits(CheckedText text)
    {
        if (Speaker is { } speaker && !text.Voices.Any(v => v.Name.Equals(speaker, StringComparison.OrdinalIgnoreCase)))
            return false;
        if (Verdict is { } verdict && text.Counts[verdict] == 0)
            return false;
        if (Pair is { } pair && !text.Pairs.Any(p => p.Pair == pair))
            return false;
        if ((From is not null || To is not null) && text.Published is null)
            return false;
        if (From is { } from && text.Published!.End < from)
            return false;
        if (To is { } to && text.Published!.Start > to)
            return false;
        return Words.All(w =>
            text.Words.Contains(w, StringComparison.OrdinalIgnoreCase) || (text.Title ?? "").Contains(w, StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>The words around the first place that was searched for, and where in them it stands; null where nothing was, or only the title has it.</summary>
    public (string Text, int Start, int Length)? Snippet(CheckedText text)
    {
        if (Words.Count == 0)
            return null;
        var word = Words.MaxBy(w => w.Length)!;
        var at = text.Words.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var from = Math.Max(0, at - Around);
        while (from > 0 && from < at && !char.IsWhiteSpace(text.Words[from - 1]))
            from++;
        var to = Math.Min(text.Words.Length, at + word.Length + Around);
        var shown = new string([.. text.Words[from..to].Select(c => char.IsControl(c) ? ' ' : c)]);
        return (shown, at - from, word.Length);
    }

    private static LocalDate Day(string name, string given, Func<Period, LocalDate> of) =>
        Period.TryParse(given, out var period)
            ? of(period)
            : throw new WrongUseException(Problems.Problem(name, $"'{given}'", "a date such as 2024-04-09, 2024-04 or 2024"));

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var quoted = false;
        foreach (var part in text.Split('"'))
        {
            if (quoted && part.Trim().Length > 0)
                words.Add(part.Trim());
            else if (!quoted)
                words.AddRange(part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            quoted = !quoted;
        }
        return words.Count <= MostWords ? words : words[..MostWords];
    }
}
