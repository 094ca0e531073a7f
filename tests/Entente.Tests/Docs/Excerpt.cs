using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Application.Stores;

namespace Entente.Tests.Docs;

/// <summary>
/// The part of an output that a page shows. Without a wish it is all of it; `first | some words | last` are the paragraphs that hold the
/// words, `…` standing for what is left out; `claim some words: a, b` and `statement some words: a, b` are fields of one object of the
/// JSON; `line some words` are single lines.
/// </summary>
internal static class Excerpt
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string[] Of(string output, string? asked)
    {
        // A no-break space looks like a space on the page, and is one there.
        var text = output.Replace('\u00a0', ' ').Replace('\u202f', ' ').TrimEnd('\n');
        if (asked is null)
            return text.Split('\n');
        if (asked.StartsWith("claim ", StringComparison.Ordinal))
            return Fields(text, "claims", "quote", asked["claim ".Length..]);
        if (asked.StartsWith("statement ", StringComparison.Ordinal))
            return Fields(text, "statements", "text", asked["statement ".Length..]);
        if (asked.StartsWith("line ", StringComparison.Ordinal))
            return Chosen(text.Split('\n'), asked["line ".Length..], paragraphs: false);
        return Chosen(text.Split("\n\n"), asked, paragraphs: true);
    }

    private static string[] Chosen(string[] parts, string asked, bool paragraphs)
    {
        var wishes = asked.Split(" | ");
        var unmet = wishes.Where(w => w is not ("first" or "last") && !parts.Any(p => Holds(p, w))).ToArray();
        if (unmet.Length > 0)
            return [$"(nothing here holds '{string.Join("', '", unmet)}')"];
        var kept = Enumerable
            .Range(0, parts.Length)
            .Where(i =>
                wishes.Any(w =>
                    w == "first" ? i == 0
                    : w == "last" ? i == parts.Length - 1
                    : Holds(parts[i], w)
                )
            )
            .ToArray();
        var lines = new List<string>();
        for (var k = 0; k < kept.Length; k++)
        {
            if (k > 0 && kept[k] > kept[k - 1] + 1 && paragraphs)
                lines.Add("…");
            else if (k > 0 && paragraphs)
                lines.Add("");
            lines.AddRange(parts[kept[k]].Split('\n'));
        }
        return [.. lines];
    }

    // Words wrap: a wish may run over the end of a line.
    private static bool Holds(string part, string words) =>
        string.Join(' ', part.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Contains(words, StringComparison.Ordinal);

    private static string[] Fields(string json, string list, string by, string wish)
    {
        var colon = wish.LastIndexOf(": ", StringComparison.Ordinal);
        var (words, fields) = (wish[..colon], wish[(colon + 2)..].Split(", "));
        var found = JsonNode.Parse(json.Split('\n')[0])![list]!
            .AsArray()
            .FirstOrDefault(o => o![by]!.GetValue<string>().Contains(words, StringComparison.Ordinal));
        if (found is null)
            return [$"(no {by} holds '{words}')"];
        var kept = new JsonObject();
        foreach (var field in fields)
            kept[field] = found[field]?.DeepClone();
        // The encoder escapes the spaces that the text above has plain.
        return kept.ToJsonString(Readable)
            .Replace("\\u00A0", " ", StringComparison.Ordinal)
            .Replace("\\u202F", " ", StringComparison.Ordinal)
            .Split('\n');
    }
}
