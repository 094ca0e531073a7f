using System.Text.Json;
using Entente.Web.Http;
using NodaTime;
using NodaTime.Text;

namespace Entente.Web.Shelf;

/// <summary>One text that was given to the page.</summary>
/// <param name="Sha256">Of its bytes; its file is called so.</param>
/// <param name="Name">What it was given as, a bare file name.</param>
/// <param name="Length">Of its bytes.</param>
/// <param name="Added">When it came.</param>
/// <param name="Removed">When it was taken away; null while it is on the shelf. Until it is purged it can be put back.</param>
internal sealed record KeptText(string Sha256, string Name, long Length, Instant Added, Instant? Removed);

/// <summary>The list of the texts that were given to the page, as it lies beside them.</summary>
internal static class KeptIndex
{
    private const string Schema = "entente/shelf/1";

    public static byte[] Write(IReadOnlyList<KeptText> texts) =>
        Answers.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteStartArray("texts");
            foreach (var text in texts)
            {
                json.WriteStartObject();
                json.WriteString("sha256", text.Sha256);
                json.WriteString("name", text.Name);
                json.WriteNumber("length", text.Length);
                json.WriteString("added", InstantPattern.ExtendedIso.Format(text.Added));
                json.WriteString("removed", text.Removed is { } removed ? InstantPattern.ExtendedIso.Format(removed) : null);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });

    /// <summary>The texts of an index; null where it is none, or somebody wrote into it what we would not have.</summary>
    public static List<KeptText>? Read(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement.GetProperty("schema").GetString() != Schema)
                return null;
            var texts = new List<KeptText>();
            foreach (var entry in document.RootElement.GetProperty("texts").EnumerateArray())
            {
                var (sha, name) = (entry.GetProperty("sha256").GetString(), entry.GetProperty("name").GetString());
                // The hash is a file's name: nothing but a hash may become one.
                if (sha is null || !IsHash(sha) || name is null)
                    return null;
                texts.Add(
                    new(
                        sha,
                        KeptTexts.NameOf(name, sha),
                        entry.GetProperty("length").GetInt64(),
                        Moment(entry.GetProperty("added").GetString()) ?? Instant.MinValue,
                        Moment(entry.GetProperty("removed").GetString())
                    )
                );
            }
            return texts;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static Instant? Moment(string? text) =>
        text is not null && InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value : null;
}
