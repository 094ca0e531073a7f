using System.Globalization;
using System.Text.Json;
using Entente.Application.Supposing;
using Entente.Sources.Scenarios;
using Entente.Web.Http;

namespace Entente.Web.Whatif;

/// <summary>What the page asks of a scenario or an argument.</summary>
/// <param name="Id">Which file.</param>
internal sealed record RunRequest(string Id)
{
    /// <summary>How the settings are named where one is wrong.</summary>
    public const string Where = "set";

    private const int MostSettings = 500;

    public ScenarioSettings Settings { get; init; } = new() { Where = Where };

    public int? Draws { get; init; }

    public ulong Seed { get; init; } = 1;

    public int Samples { get; init; }

    /// <summary>The id of an argument to lay against it.</summary>
    public string? Against { get; init; }

    /// <summary>What an address says the run hung on when it was made; null where none did.</summary>
    public SuppositionKeys? Expected { get; init; }

    /// <exception cref="WrongUseException">Something in it is not what it should be.</exception>
    public static RunRequest Of(JsonElement body)
    {
        if (Bodies.String(body, "text") is { Length: > SuppositionShelf.MostText })
            throw Wrong("text", "a longer text", $"at most {SuppositionShelf.MostText >> 10} KiB");
        return new(Bodies.Required(body, "id"))
        {
            Settings = new()
            {
                Where = Where,
                Text = Bodies.String(body, "text"),
                Base = Bodies.String(body, "base"),
                Numbers = Members(body, "set", Number),
                Parameters = Members(body, "with", Text),
            },
            Draws = Whole(body, "draws"),
            Seed = Seeded(body),
            Samples =
                body.TryGetProperty("sensitivity", out var wanted) && wanted.ValueKind == JsonValueKind.True
                    ? SampleCount(Whole(body, "samples") ?? Suppositions.Samples)
                    : 0,
            Against = Bodies.String(body, "against"),
            Expected =
                body.TryGetProperty("keys", out var keys) && keys.ValueKind == JsonValueKind.Object
                    ? new(
                        Bodies.String(keys, "h") ?? "",
                        Bodies.String(keys, "b") ?? "",
                        Bodies.String(keys, "r") ?? "",
                        Bodies.String(keys, "v") ?? ""
                    )
                    : null,
        };
    }

    private static int SampleCount(int samples) =>
        samples is >= Suppositions.FewestSamples and <= Suppositions.MostSamples
            ? samples
            : throw Wrong("samples", $"{samples}", $"{Suppositions.FewestSamples} to {Suppositions.MostSamples} points");

    private static Dictionary<string, T> Members<T>(JsonElement body, string name, Func<JsonProperty, T> read)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        if (!body.TryGetProperty(name, out var given) || given.ValueKind == JsonValueKind.Null)
            return found;
        if (given.ValueKind != JsonValueKind.Object)
            throw Wrong(name, $"JSON that is {given.ValueKind}", "an object of names and values");
        foreach (var one in given.EnumerateObject())
        {
            if (found.Count >= MostSettings)
                throw Wrong(name, "more settings", $"at most {MostSettings}");
            if (!found.TryAdd(one.Name, read(one)))
                throw Wrong(name, $"'{one.Name}' twice", "each name once");
        }
        return found;
    }

    private static double Number(JsonProperty one) =>
        one.Value.ValueKind == JsonValueKind.Number && one.Value.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : throw Wrong($"{Where}.{one.Name}", $"JSON that is {one.Value.ValueKind}", "a number");

    private static string Text(JsonProperty one) =>
        one.Value.ValueKind == JsonValueKind.String && one.Value.GetString() is { Length: > 0 and < 1000 } text
            ? text
            : throw Wrong($"with.{one.Name}", $"JSON that is {one.Value.ValueKind}", "a code, or several with commas between them");

    private static int? Whole(JsonElement body, string name) =>
        !body.TryGetProperty(name, out var given) || given.ValueKind == JsonValueKind.Null ? null
        : given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out var value) ? value
        : throw Wrong(name, given.ToString(), "a whole number");

    // As text too: a number of JavaScript has no room for every seed.
    private static ulong Seeded(JsonElement body) =>
        !body.TryGetProperty("seed", out var given) || given.ValueKind == JsonValueKind.Null ? 1
        : ulong.TryParse(given.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed
        : throw Wrong("seed", $"'{given}'", "a whole number, 0 or more");

    public static WrongUseException Wrong(string where, string found, string expected, string? hint = null) =>
        new(Problems.Problem(where, found, expected, hint));
}
