using System.Globalization;
using System.Text.Json;
using Entente.Application.Composition;

namespace Entente.Web.Assistants.Tools;

/// <summary>One call: its arguments, each looked at before it is used, and what the work needs.</summary>
internal sealed record ToolCall
{
    private readonly string tool;
    private readonly IReadOnlyDictionary<string, JsonElement> given;

    /// <exception cref="WrongUseException">An argument is not one of the tool's.</exception>
    public ToolCall(
        AssistantTool tool,
        IEnumerable<KeyValuePair<string, JsonElement>>? arguments,
        AssistantSession session,
        CallProgress progress,
        CancellationToken cancellation
    )
    {
        (this.tool, Session, Progress, Cancellation) = (tool.Name, session, progress, cancellation);
        given = (arguments ?? [])
            .Where(a => a.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            .ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
        var known = tool.InputSchema.GetProperty("properties");
        foreach (var name in given.Keys)
            if (!known.TryGetProperty(name, out _))
                throw AssistantProblems.Wrong(
                    this.tool,
                    $"the argument '{Shown(name)}'",
                    $"one of {string.Join(", ", known.EnumerateObject().Select(p => p.Name))}"
                );
        Context = session.Context(cancellation);
    }

    public AssistantSession Session { get; }

    public CommandContext Context { get; }

    public CallProgress Progress { get; init; }

    public CancellationToken Cancellation { get; }

    public string Text(string name, int longest) =>
        TextOr(name, longest) ?? throw Wrong(name, "nothing", "a text", $"{tool} needs '{name}'");

    /// <summary>A text that need not be given; an empty one counts as none.</summary>
    public string? TextOr(string name, int longest)
    {
        if (!given.TryGetValue(name, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw Wrong(name, Kind(value), "a text");
        var text = String(name, value);
        if (text.Length > longest)
            throw Wrong(
                name,
                string.Create(CultureInfo.InvariantCulture, $"{text.Length:#,0} characters"),
                string.Create(CultureInfo.InvariantCulture, $"at most {longest:#,0}")
            );
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public IReadOnlyList<string> Texts(string name, int most, int longest)
    {
        if (!given.TryGetValue(name, out var value))
            return [];
        if (value.ValueKind != JsonValueKind.Array)
            throw Wrong(name, Kind(value), "a list of texts");
        if (value.GetArrayLength() > most)
            throw Wrong(
                name,
                string.Create(CultureInfo.InvariantCulture, $"{value.GetArrayLength()} of them"),
                string.Create(CultureInfo.InvariantCulture, $"at most {most}")
            );
        var texts = new List<string>();
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
                throw Wrong(name, Kind(item), "texts");
            var text = String(name, item);
            if (text.Length is 0 || text.Length > longest)
                throw Wrong(
                    name,
                    text.Length == 0 ? "an empty text" : string.Create(CultureInfo.InvariantCulture, $"{text.Length:#,0} characters"),
                    string.Create(CultureInfo.InvariantCulture, $"texts of 1 to {longest:#,0} characters")
                );
            texts.Add(text);
        }
        return texts;
    }

    /// <summary>Names with a text each.</summary>
    public IReadOnlyDictionary<string, string> Pairs(string name, int most, int longest)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!given.TryGetValue(name, out var value))
            return pairs;
        if (value.ValueKind != JsonValueKind.Object)
            throw Wrong(name, Kind(value), "an object such as {\"A\": \"TUR\"}");
        foreach (var one in value.EnumerateObject())
        {
            if (one.Value.ValueKind != JsonValueKind.String || one.Name.Length > longest)
                throw Wrong($"{name}.{Shown(one.Name)}", Kind(one.Value), "a text");
            var text = String(name, one.Value);
            if (text.Length is 0 || text.Length > longest || pairs.Count == most)
                throw Wrong(
                    $"{name}.{Shown(one.Name)}",
                    Shown(text),
                    string.Create(CultureInfo.InvariantCulture, $"at most {most} names, each with 1 to {longest} characters")
                );
            pairs[one.Name] = text;
        }
        return pairs;
    }

    public int Integer(string name, int least, int most, int otherwise)
    {
        if (!given.TryGetValue(name, out var value))
            return otherwise;
        if (
            value.ValueKind == JsonValueKind.Number
            && value.TryGetDouble(out var number)
            && number >= least
            && number <= most
            && number == Math.Floor(number)
        )
            return (int)number;
        throw Wrong(name, Kind(value), string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
    }

    public bool Flag(string name) =>
        given.TryGetValue(name, out var value)
        && (
            value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? value.ValueKind == JsonValueKind.True
                : throw Wrong(name, Kind(value), "true or false")
        );

    public string Choice(string name, params IReadOnlyList<string> choices)
    {
        var text = TextOr(name, 64);
        return text is null ? choices[0]
            : choices.Contains(text, StringComparer.Ordinal) ? text
            : throw Wrong(name, $"'{Shown(text)}'", $"one of {string.Join(", ", choices)}");
    }

    /// <summary>The day up to which the record is consulted; today where none is given.</summary>
    public LocalDate AsOf() => Period("as_of") is { } given ? given.End : Session.Today;

    /// <summary>A day, month or year; null where none is given.</summary>
    public Period? Period(string name)
    {
        if (TextOr(name, 32) is not { } text)
            return null;
        return Entente.Quantities.Period.TryParse(text, out var period) && period.Kind != Entente.Quantities.PeriodKind.Range
            ? period
            : throw Wrong(name, $"'{Shown(text)}'", "a date such as 2024-04-09, 2024-04 or 2024");
    }

    public WrongUseException Wrong(string argument, string found, string expected, string? hint = null) =>
        AssistantProblems.Wrong($"{tool}: {argument}", found, expected, hint);

    private string String(string name, JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw Wrong(name, "half a surrogate pair, or bytes that are not UTF-8", "a text in UTF-8");
        }
    }

    private static string Kind(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => $"the number {Shown(value.GetRawText())}",
            _ => "true or false",
        };

    private static string Shown(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
