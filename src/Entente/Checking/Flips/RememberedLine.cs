using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Checking.Overrides;

namespace Entente.Checking.Flips;

/// <summary>A remembered text as one line of JSON. Names are short: a reading list has a hundred thousand claims.</summary>
public static class RememberedLine
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>The line, with its line end.</summary>
    public static byte[] Write(RememberedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("path", text.Path);
            json.WriteString("sha256", text.Sha256);
            json.WriteString("day", Period.OfDay(text.Day).Text);
            Optional(json, "record", text.Record);
            Optional(json, "program", text.Program.Length == 0 ? null : text.Program);
            Optional(json, "given", text.PublishedGiven);
            Optional(json, "title", text.Title);
            Strings(json, "authors", text.Authors);
            Optional(json, "published", text.Published);
            Optional(json, "site", text.Site);
            Optional(json, "url", text.Url);
            Strings(json, "headings", text.Headings);
            json.WriteStartArray("claims");
            foreach (var claim in text.Claims)
                Write(json, claim);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        var line = new byte[buffer.WrittenCount + 1];
        buffer.WrittenSpan.CopyTo(line);
        line[^1] = (byte)'\n';
        return line;
    }

    /// <summary>The text of a line; null where the line is torn or of another form, which costs that text alone.</summary>
    public static RememberedText? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line);
            return Read(parsed.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static RememberedText? Read(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object || Text(line, "path") is not { } path || Text(line, "sha256") is not { } sha)
            return null;
        if (!Period.TryParse(Text(line, "day") ?? "", out var day))
            return null;
        return new()
        {
            Path = path,
            Sha256 = sha,
            Day = day.End,
            Record = Text(line, "record"),
            Program = Text(line, "program") ?? "",
            PublishedGiven = Text(line, "given"),
            Title = Text(line, "title"),
            Authors = Texts(line, "authors"),
            Published = Text(line, "published"),
            Site = Text(line, "site"),
            Url = Text(line, "url"),
            Headings = Texts(line, "headings"),
            Claims = line.TryGetProperty("claims", out var claims) ? [.. claims.EnumerateArray().Select(Claim)] : [],
        };
    }

    private static void Write(Utf8JsonWriter json, RememberedVerdict claim)
    {
        json.WriteStartObject();
        json.WriteNumber("start", claim.Start);
        json.WriteString("quote", claim.Quote);
        Optional(json, "assertion", claim.Assertion);
        json.WriteString("verdict", OverrideFile.Code(claim.Verdict));
        if (claim.Figure is { } figure)
        {
            json.WriteStartObject("figure");
            if (figure.Value is { } value && double.IsFinite(value))
                json.WriteNumber("value", value);
            Optional(json, "text", figure.Text);
            Optional(json, "unit", figure.Unit);
            json.WriteString("source", figure.Source);
            Optional(json, "published", figure.Published);
            Optional(json, "row", figure.Row);
            Optional(json, "note", figure.Note);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static RememberedVerdict Claim(JsonElement claim) =>
        new()
        {
            Start = claim.GetProperty("start").GetInt32(),
            Quote = Text(claim, "quote") ?? "",
            Assertion = Text(claim, "assertion"),
            Verdict = OverrideFile.VerdictOf(Text(claim, "verdict") ?? "") ?? throw new FormatException("no verdict"),
            Figure = claim.TryGetProperty("figure", out var figure) ? Figure(figure) : null,
        };

    private static RememberedFigure Figure(JsonElement figure) =>
        new()
        {
            Value = figure.TryGetProperty("value", out var value) ? value.GetDouble() : null,
            Text = Text(figure, "text"),
            Unit = Text(figure, "unit"),
            Source = Text(figure, "source") ?? "",
            Published = Text(figure, "published"),
            Row = Text(figure, "row"),
            Note = Text(figure, "note"),
        };

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement from, string name) =>
        from.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(v => v.GetString() ?? "")] : [];
}
