using System.Globalization;
using System.Text;
using Entente.Catalogue;
using Entente.Reading.Anchors;
using NodaTime;
using NodaTime.Text;

namespace Entente.Checking.Overrides;

/// <summary>
/// The plain-text file that keeps the editors' words: a YAML list, one entry to a word, which people may read and edit. Adding and removing leave
/// every other line, remarks included, as it is.
/// </summary>
public sealed class OverrideFile
{
    // What no honest file needs more of; a search for such words would take too long.
    private const int LongestWords = 4_000;

    private static readonly string[] Known =
    [
        "id",
        "document",
        "sha256",
        "verdict",
        "by",
        "reason",
        "date",
        "computed",
        "assertion",
        "quote",
        "prefix",
        "suffix",
        "start",
        "alone",
    ];

    private readonly string text;

    private OverrideFile(string text, List<(EditorsWord Word, int Line)> entries, List<CatalogueError> errors)
    {
        this.text = text;
        Entries = entries;
        Errors = errors;
        Book = new([.. entries.Select(e => e.Word)]);
    }

    public OverrideBook Book { get; }

    /// <summary>Each word with its line in the file.</summary>
    public IReadOnlyList<(EditorsWord Word, int Line)> Entries { get; }

    /// <summary>What is wrong, located; the entries that are sound stand.</summary>
    public IReadOnlyList<CatalogueError> Errors { get; }

    /// <param name="text">The file's text; empty where there is no file yet.</param>
    /// <param name="file">Its name for messages.</param>
    public static OverrideFile Parse(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var entries = new List<(EditorsWord, int)>();
        var errors = new List<CatalogueError>();
        if (string.IsNullOrWhiteSpace(text))
            return new(text, entries, errors);
        var (root, error) = LocatedNode.Parse(text, file);
        if (error is not null)
            errors.Add(error);
        else if (root!.Items is null && root.Entries is not { Count: 0 })
            errors.Add(Problem(root, "no list", "a list with one entry (`- document: …`) for each word"));
        foreach (var item in root?.Items ?? [])
            if (Word(item, errors) is { } word)
                entries.Add((word, item.Line));
        return new(text, entries, errors);
    }

    /// <summary>The file's text with a word more; one on the same claim is replaced.</summary>
    public string With(EditorsWord word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var rest = Without(word.Id);
        var start =
            rest.Length == 0 ? "# The editor's word on verdicts. entente verdict set | list | remove writes here; so may you.\n"
            : rest[^1] == '\n' ? rest
            : rest + "\n";
        return start + Entry(word);
    }

    /// <summary>The file's text without a word; the same text where there is no such word.</summary>
    public string Without(string id)
    {
        var lines = text.Split('\n');
        var kept = new StringBuilder(text.Length);
        var from = Entries.Where(e => e.Word.Id == id).Select(e => e.Line).ToHashSet();
        var skipping = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (from.Contains(i + 1))
                skipping = true;
            // An entry ends where a line begins at the margin: the next entry or a remark.
            else if (skipping && lines[i].Length > 0 && lines[i][0] is not (' ' or '\t' or '\r'))
                skipping = false;
            if (!skipping)
                kept.Append(lines[i]).Append(i < lines.Length - 1 ? "\n" : "");
        }
        return kept.ToString();
    }

    private static string Entry(EditorsWord word)
    {
        var entry = new StringBuilder();
        void Line(string key, string? value)
        {
            if (value is not null)
                entry.Append(entry.Length == 0 ? "- " : "  ").Append(key).Append(": ").Append(value).Append('\n');
        }
        Line("id", Quoted(word.Id));
        Line("document", Quoted(word.Document));
        Line("sha256", Quoted(word.Sha256));
        Line("verdict", Code(word.Verdict));
        Line("by", Quoted(word.By));
        Line("reason", Quoted(word.Reason));
        Line("date", Quantities.Period.OfDay(word.Date).Text);
        Line("computed", Code(word.Computed));
        Line("assertion", word.Assertion is null ? null : Quoted(word.Assertion));
        Line("quote", Quoted(word.Anchor.Exact));
        Line("prefix", Quoted(word.Anchor.Prefix));
        Line("suffix", Quoted(word.Anchor.Suffix));
        Line("start", word.Anchor.Start.ToString(CultureInfo.InvariantCulture));
        Line("alone", word.Anchor.Alone ? "true" : "false");
        return entry.ToString();
    }

    /// <summary>The word for a verdict in the file, on the command line and in JSON.</summary>
    public static string Code(Verdict verdict) => verdict == Verdict.CannotTell ? "cannot-tell" : verdict.ToString().ToLowerInvariant();

    /// <summary>The verdict of a word; null where it is none.</summary>
    public static Verdict? VerdictOf(string code) =>
        Enum.GetValues<Verdict>().Where(v => Code(v) == code).Select(v => (Verdict?)v).FirstOrDefault();

    private static EditorsWord? Word(LocatedNode node, List<CatalogueError> errors)
    {
        if (node.Entries is not { } fields)
        {
            errors.Add(Problem(node, "an entry without fields", "document, verdict, by, reason, date and quote"));
            return null;
        }
        foreach (var (key, value) in fields)
            if (!Known.Contains(key, StringComparer.Ordinal))
                errors.Add(Problem(value, $"'{Plain(key)}'", $"one of {string.Join(", ", Known)}"));
        var unknown = errors.Count;
        string Need(string key)
        {
            if (node[key]?.Scalar is { Length: > 0 } value)
                return value;
            errors.Add(Problem(node[key] ?? node, $"no '{key}'", $"a line '{key}: …'"));
            return "";
        }
        Verdict NeedVerdict(string key, string code)
        {
            if (VerdictOf(code) is { } verdict)
                return verdict;
            if (code.Length > 0)
                errors.Add(Problem(node[key]!, $"'{Plain(code)}'", $"one of {string.Join(", ", Enum.GetValues<Verdict>().Select(Code))}"));
            return default;
        }
        var document = Need("document");
        var quote = Need("quote");
        var verdict = NeedVerdict("verdict", Need("verdict"));
        var computed = node["computed"]?.Scalar is { Length: > 0 } was ? NeedVerdict("computed", was) : Verdict.CannotTell;
        var by = Need("by");
        var reason = Need("reason");
        var written = Need("date");
        var date = LocalDatePattern.Iso.Parse(written);
        if (!date.Success && written.Length > 0)
            errors.Add(Problem(node["date"]!, $"'{Plain(written)}'", "a day such as 2024-04-09"));
        var start = 0;
        if (
            node["start"]?.Scalar is { Length: > 0 } offset
            && (!int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out start))
        )
            errors.Add(Problem(node["start"]!, $"'{Plain(offset)}'", "a number of characters"));
        var (prefix, suffix) = (node["prefix"]?.Scalar ?? "", node["suffix"]?.Scalar ?? "");
        if (Math.Max(quote.Length, Math.Max(prefix.Length, suffix.Length)) > LongestWords)
            errors.Add(Problem(node["quote"]!, "a quotation of thousands of characters", $"at most {LongestWords}"));
        // An unknown field is said and left; anything else makes the entry unusable.
        if (errors.Count > unknown)
            return null;
        return new()
        {
            Id = node["id"]?.Scalar is { Length: > 0 } id ? id : $"line-{node.Line.ToString(CultureInfo.InvariantCulture)}",
            Document = document,
            Sha256 = node["sha256"]?.Scalar ?? "",
            Verdict = verdict,
            By = by,
            Reason = reason,
            Date = date.Value,
            Computed = computed,
            Assertion = node["assertion"]?.Scalar is { Length: > 0 } assertion ? assertion : null,
            Anchor = new()
            {
                Exact = quote,
                Prefix = prefix,
                Suffix = suffix,
                Start = start,
                Alone = node["alone"]?.Scalar == "true",
            },
        };
    }

    private static CatalogueError Problem(LocatedNode node, string found, string expected) =>
        new()
        {
            File = node.File,
            Line = node.Line,
            Column = node.Column,
            Found = found,
            Expected = expected,
        };

    private static string Plain(string text)
    {
        var shown = text.Length > 40 ? text[..40] + "…" : text;
        return string.Create(
            shown.Length,
            shown,
            (span, s) =>
            {
                for (var i = 0; i < s.Length; i++)
                    span[i] = char.IsControl(s[i]) ? '\uFFFD' : s[i];
            }
        );
    }

    /// <summary>A double-quoted scalar of YAML: one line whatever is in it.</summary>
    private static string Quoted(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
                quoted.Append('\\').Append((char)rune.Value);
            else if (rune.Value == '\n')
                quoted.Append("\\n");
            else if (rune.Value == '\r')
                quoted.Append("\\r");
            else if (rune.Value == '\t')
                quoted.Append("\\t");
            else if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFEFF or 0x85)
                quoted.Append(string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"));
            else
                quoted.Append(rune.ToString());
        }
        return quoted.Append('"').ToString();
    }
}
