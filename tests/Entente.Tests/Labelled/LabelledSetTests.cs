using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Claims.Language;
using Entente.Sources;
using Entente.Sources.Files;

namespace Entente.Tests.Labelled;

/// <summary>
/// Holds the labelled sentences to their own form: large enough, spread over pairs and fields, a quarter of them with nothing to find, every
/// label an expression of the claim language, and the held-back third chosen by the id alone.
/// </summary>
public sealed class LabelledSetTests
{
    private static readonly string[] Fields = ["trade", "energy", "finance", "arms", "votes", "sanctions", "diplomacy", "migration"];

    private static readonly Lazy<IReadOnlyList<JsonElement>> Rows = new(() => Load(LabelledSentences.Path));

    // The user's own overlay, if any, has no part in what the labels mean.
    private static readonly Lazy<ITypeEnvironment> Shipped = new(() => Knowledge.Load(new DataFolders { Root = Clone.Root }).Names);

    /// <summary>Which part a row of the later batches is in: a third is held back, by the first four bytes of the id's SHA-256.</summary>
    public static string Split(string id) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id))) % 3 == 0 ? "held" : "dev";

    public static IReadOnlyList<JsonElement> Load(string path) =>
        [
            .. File.ReadLines(path)
                .Where(l => l.Length > 0)
                .Select(l =>
                {
                    using var json = JsonDocument.Parse(l);
                    return json.RootElement.Clone();
                }),
        ];

    [Fact]
    public void It_is_large_and_spread_over_pairs_and_fields()
    {
        Rows.Value.Count.ShouldBeGreaterThanOrEqualTo(640);
        Rows.Value.Select(r => Text(r, "field")!).Distinct().Order().ShouldBe(Fields.Order());
        Rows.Value.GroupBy(r => Text(r, "field")).ShouldAllBe(g => g.Count() >= 30);
        Rows.Value.Where(r => Text(r, "frame") != "negative")
            .Select(r => Text(r, "pair"))
            .Where(p => p is { Length: 7 } && p[3] == '-')
            .Distinct()
            .Count()
            .ShouldBeGreaterThanOrEqualTo(25);
    }

    [Fact]
    public void A_quarter_of_it_has_nothing_to_find_and_a_third_is_held_back()
    {
        var negatives = Rows.Value.Where(r => Text(r, "frame") == "negative").ToList();
        (negatives.Count * 4).ShouldBeGreaterThanOrEqualTo(Rows.Value.Count);
        negatives.ShouldAllBe(r => r.GetProperty("claims").GetArrayLength() == 0);
        var held = Rows.Value.Count(r => Text(r, "split") == "held");
        (held / (double)Rows.Value.Count).ShouldBeInRange(0.30, 0.38);
        Rows.Value.Where(r => r.TryGetProperty("batch", out _)).ShouldAllBe(r => Text(r, "split") == Split(Text(r, "id")!));
    }

    [Fact]
    public void No_text_and_no_id_occurs_twice()
    {
        Repeated(Rows.Value.Select(r => Text(r, "text")!)).ShouldBeEmpty();
        Repeated(Rows.Value.Select(r => Text(r, "id")!)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_assertion_parses_and_types()
    {
        var errors =
            from row in Rows.Value
            from label in row.GetProperty("claims").EnumerateArray()
            from form in Forms(label)
            from error in TypeChecker.Check(form, Shipped.Value).Errors
            select $"{Text(row, "id")}: {error.Render(form)}";
        errors.ShouldBeEmpty();
    }

    private static IEnumerable<string> Forms(JsonElement label)
    {
        if (Text(label, "assertion") is { } assertion)
            yield return assertion;
        if (label.TryGetProperty("alt", out var others))
            foreach (var other in others.EnumerateArray())
                yield return other.GetString()!;
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> texts) =>
        texts.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
