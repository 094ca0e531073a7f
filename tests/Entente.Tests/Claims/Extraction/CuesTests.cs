using System.Reflection;
using System.Text;
using System.Text.Json;
using Entente.Claims;
using Entente.Claims.Extraction;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading;
using Entente.Reading.Text;
using Entente.Sources;
using Entente.Sources.Files;
using Entente.Tests.Labelled;

namespace Entente.Tests.Claims.Extraction;

/// <summary>
/// What frames declare that they need loses no claim: over the labelled sentences, every sentence that a test of extraction gives, the samples
/// and the given texts, asking the frames that a sentence has cues for finds what asking all of them does.
/// </summary>
public sealed class CuesTests
{
    private static readonly Lazy<(ClaimExtractor Some, ClaimExtractor All)> Extractors = new(() =>
    {
        var known = Knowledge.Load(new DataFolders { Root = Clone.Root });
        var catalogue = new ExtractionCatalogue(known.Actors, known.Measures, known.Items, known.Record);
        return (new(catalogue, known.Names), new(catalogue, known.Names) { AsksAll = true });
    });

    [Fact]
    public void No_labelled_sentence_loses_a_claim()
    {
        foreach (var line in File.ReadLines(LabelledSentences.Path).Where(l => l.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            Same(
                (json.RootElement.TryGetProperty("context", out var context) ? context.GetString() + " " : "")
                    + json.RootElement.GetProperty("text").GetString(),
                json.RootElement.TryGetProperty("published", out var day) ? day.GetString() : null
            );
        }
    }

    [Fact]
    public void No_sentence_of_a_test_loses_a_claim()
    {
        var sentences =
            from type in typeof(CuesTests).Assembly.GetTypes()
            where type.Namespace == typeof(CuesTests).Namespace
            from method in type.GetMethods()
            from data in method.GetCustomAttributes<InlineDataAttribute>()
            from value in data.GetData(method).Single()
            where value is string { Length: > 20 }
            select (string)value;
        var all = sentences.Distinct().ToList();
        all.Count.ShouldBeGreaterThan(500);
        foreach (var sentence in all)
            Same(sentence, "2024-06-01");
    }

    [Fact]
    public void No_text_loses_a_claim()
    {
        var given = Clone.Shared("texts");
        foreach (
            var path in Directory
                .GetFiles(Path.Combine(Clone.Root, "samples"))
                .Concat(Directory.Exists(given) ? Directory.GetFiles(given, "*.txt") : [])
        )
            Same(Installation.Engine.Read(File.ReadAllBytes(path), path, null).Value!);
    }

    [Fact]
    public void A_sentence_has_the_cues_declared_after_it_was_read()
    {
        var document = Installation.Read("Nobody had declared anything about the zyzzyva when this was read.\n");
        var sentence = new SentenceAnalysis(document.Statements[0], Tokenizer.Tokenize(document.Statements[0].Text));
        sentence.Has(Cues.Of("weevil")).ShouldBeFalse();
        sentence.Has(Cues.Of("beetle zyzzyva")).ShouldBeTrue();
    }

    private static void Same(string text, string? published) =>
        Same(Installation.Read(text + "\n", published is null ? null : Period.Parse(published)));

    private static void Same(Document document) =>
        Told(Extractors.Value.Some.Extract(document)).ShouldBe(Told(Extractors.Value.All.Extract(document)), document.Text);

    private static string Told(ExtractionResult result)
    {
        var told = new StringBuilder();
        foreach (var claim in result.Claims)
            told.Append(claim.Kind)
                .Append(' ')
                .Append(claim.Start)
                .Append('–')
                .Append(claim.End)
                .Append(' ')
                .Append(claim.Modality)
                .Append(' ')
                .Append(claim.Assertion ?? claim.Reason)
                .Append(' ')
                .AppendJoin(" | ", claim.Alternatives)
                .Append(' ')
                .AppendJoin(" | ", claim.Inferred)
                .Append('\n');
        foreach (var unchecked_ in result.Unchecked)
            told.Append(unchecked_).Append('\n');
        return told.ToString();
    }
}
