using Entente.Claims.Language;
using Entente.Sources.Datasets;
using Entente.Web.Assistants.Resources;
using ModelContextProtocol.Protocol;

namespace Entente.Web.Assistants.Prompts;

/// <summary>What may complete an argument of a prompt or of a resource's address.</summary>
internal static class Completions
{
    /// <summary>As many as the protocol allows in one answer.</summary>
    private const int Most = 100;

    private const int MostParties = 100_000;

    public static async Task<CompleteResult> AnswerAsync(
        AssistantSession session,
        CompleteRequestParams? asked,
        CancellationToken cancellation
    )
    {
        var begun = asked?.Argument?.Value ?? "";
        var values = await Task.Run(() => Values(session, asked, cancellation).Take(MostParties).ToList(), cancellation)
            .ConfigureAwait(false);
        var matching = values.Where(v => v.StartsWith(begun, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal).ToList();
        return new()
        {
            Completion = new()
            {
                Values = [.. matching.Take(Most)],
                Total = matching.Count,
                HasMore = matching.Count > Most,
            },
        };
    }

    private static IEnumerable<string> Values(AssistantSession session, CompleteRequestParams? asked, CancellationToken cancellation) =>
        (asked?.Ref, asked?.Argument?.Name) switch
        {
            (PromptReference { Name: AssistantPrompts.Brief }, "first" or "second") => Parties(session, cancellation),
            (ResourceTemplateReference { Uri: { } uri }, "name") when uri.StartsWith("entente://dataset/", StringComparison.Ordinal) =>
                DatasetCatalogue.All.Select(d => d.Name).Prepend(DatasetPages.Shipped),
            (ResourceTemplateReference { Uri: { } uri }, "name") when uri.StartsWith("entente://sample/", StringComparison.Ordinal) =>
                ShippedFiles.Samples(session).Select(s => s.Name),
            (ResourceTemplateReference, "page") => ShippedFiles.Pages(session).Select(p => p.Name),
            (ResourceTemplateReference, "id") => session.Opened.All(cancellation).Select(t => t.Id),
            _ => [],
        };

    /// <summary>Who the record speaks of, by code.</summary>
    private static IEnumerable<string> Parties(AssistantSession session, CancellationToken cancellation) =>
        session
            .Context(cancellation)
            .Engine.Record()
            .Observations.SelectMany(o => new[] { o.Subject, o.Object })
            .OfType<string>()
            .Where(c => c.Length is >= 2 and <= 6 && c.All(char.IsAsciiLetterUpper))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
