namespace Entente.Claims.Extraction.Sentences;

/// <summary>Words cut so that their forms fall together: six letters tell "inaugurated" and "inauguration" as one and keep "Samarkand" from "Samara".</summary>
internal static class WordStems
{
    private static readonly char[] Separators = [' ', ';', ',', '-', '–', '(', ')', '\'', '’', '.', '/', '|', ':'];

    /// <summary>The stem of a lower-case word; null for short ones.</summary>
    public static string? Of(string word) =>
        word.Length < 4 || !char.IsLetter(word[0]) ? null
        : word.Length > 6 ? word[..6]
        : word.TrimEnd('s');

    public static void AddAll(HashSet<string> stems, string text)
    {
        foreach (var word in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            if (Of(word.ToLowerInvariant()) is { } stem)
                stems.Add(stem);
    }
}
