using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Checking.Forecasts;
using Entente.Web.Shelf;

namespace Entente.Web.Forecasts;

/// <summary>Where a forecast can be read: a text of the shelf, and its claim there; no claim where the text has not been looked at yet.</summary>
internal sealed record ForecastPlace(string Text, string? Claim);

/// <summary>Finds the entries of a ledger again in the texts of the shelf. Nothing is read or checked for it.</summary>
internal sealed class ForecastPlaces
{
    private sealed record Known(string Path, string Id, IReadOnlyDictionary<string, string>? Foretold);

    // By the last part of the path: a ledger may have been made from another folder.
    private readonly ILookup<string, Known> texts;

    public ForecastPlaces(TextShelf shelf) =>
        texts = shelf
            .Items.SelectMany(item =>
                shelf.Known(item) is { } found
                    ? found.Texts.Select(text => new Known(text.Path, text.Id, text.Foretold))
                    : [new Known(item.Path, item.Id, null)]
            )
            .ToLookup(text => Path.GetFileName(text.Path), StringComparer.Ordinal);

    /// <summary>Null where the ledger names no text, or one that is not on the shelf, or one of several that it may be.</summary>
    public ForecastPlace? Of(Forecast forecast)
    {
        if (forecast.Document is not { Length: > 0 } path)
            return null;
        var named = texts[Path.GetFileName(path)].ToList();
        // Its words stand in it: it is the text, wherever it lies by now.
        var sure = named
            .Select(text => (text.Id, Claim: text.Foretold?.FirstOrDefault(pair => pair.Value == forecast.Id).Key))
            .Where(text => text.Claim is not null)
            .ToList();
        if (sure.Count > 0)
            return sure.Count == 1 ? new(sure[0].Id, sure[0].Claim) : null;
        var unseen = named.Where(text => text.Foretold is null && IsSame(text.Path, path)).ToList();
        return unseen.Count == 1 ? new(unseen[0].Id, null) : null;
    }

    /// <summary>Writes the place of an entry as its property `text`.</summary>
    public void Write(Utf8JsonWriter json, Forecast forecast)
    {
        json.WritePropertyName("text");
        if (Of(forecast) is not { } place)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("id", place.Text);
        json.WriteString("claim", place.Claim);
        json.WriteEndObject();
    }

    /// <summary>What an answer that says the places depends on, for its ETag.</summary>
    public string StampOf(IEnumerable<Forecast> forecasts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', forecasts.Select(Of)))))[..12];

    /// <summary>The same path, or one named from farther up than the other.</summary>
    private static bool IsSame(string a, string b)
    {
        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        return longer == shorter || longer.EndsWith("/" + shorter.TrimStart('.', '/'), StringComparison.Ordinal);
    }
}
