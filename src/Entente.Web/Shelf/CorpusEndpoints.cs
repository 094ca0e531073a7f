using Entente.Reports;
using Entente.Reports.Json;
using Entente.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Shelf;

/// <summary>What the checked texts of the shelf say of the same figures.</summary>
internal static class CorpusEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/corpus", Corpus)
            .WithTags("Documents")
            .WithName("corpus")
            .WithSummary(
                "Agreements, contradictions and differences between the checked texts, as 'entente check' prints them after several."
            )
            .ReturnsJson("entente/corpus/1");
        api.MapGet("/corpus/paths", Paths)
            .WithTags("Documents")
            .WithName("corpus-paths")
            .WithSummary("Which text of the shelf is meant by a path of the corpus: [{ path, id }].")
            .ReturnsJson("{ items }");
    }

    private static IResult Corpus(TextShelf shelf, CancellationToken cancellation)
    {
        var texts = shelf.Checked;
        var between = shelf.Between(cancellation);
        var summary = new CorpusSummary
        {
            Several = true,
            Documents = [.. texts.Select(Summary)],
            Between = between,
        };
        return Answers.Of(Answers.Text(output => new JsonReport().End(output, summary)));
    }

    private static IResult Paths(TextShelf shelf) =>
        Answers.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var text in shelf.Checked)
            {
                json.WriteStartObject();
                json.WriteString("path", text.Path);
                json.WriteString("id", text.Id);
                json.WriteString("title", text.Title);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static DocumentSummary Summary(CheckedText text) =>
        new()
        {
            Path = text.Path,
            Title = text.Title,
            Sha256 = text.Sha256,
            Counts = text.Counts,
            StandsWrong = text.Counts.AnyWrong,
        };
}
