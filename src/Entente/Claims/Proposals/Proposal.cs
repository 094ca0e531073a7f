using System.Text.Json;

namespace Entente.Claims.Proposals;

/// <summary>A claim as a language model proposes it, before anything of it is believed.</summary>
/// <param name="Quote">Words that it says stand in the text.</param>
/// <param name="Assertion">What it says they assert, in the claim language.</param>
/// <param name="Speaker">Who it says says so; null where it leaves that to the reader.</param>
public sealed record Proposal(string Quote, string Assertion, string? Speaker);

/// <summary>A proposal that was not taken, and why: nothing that a model answers is passed over in silence.</summary>
public sealed record RefusedProposal(string? Quote, string? Assertion, string Reason);

/// <summary>What came of asking a model about one document.</summary>
public sealed record ProposalOutcome
{
    /// <summary>Claims that stood every test, in the order of the text, without numbers; marked <see cref="Claim.Proposed"/>.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    public required IReadOnlyList<RefusedProposal> Refused { get; init; }

    /// <summary>Statements that were not shown to the model, because the text is longer than the settings allow.</summary>
    public int NotShown { get; init; }
}

/// <summary>How much a model is asked and believed to answer; every size is bounded.</summary>
public sealed record ProposalSettings
{
    /// <summary>UTF-16 code units of the text in one request, beside the fixed instructions.</summary>
    public int LongestPassage { get; init; } = 8_000;

    /// <summary>Requests for one document.</summary>
    public int MostRequests { get; init; } = 20;

    /// <summary>Code units of an answer that are read; a longer one is refused whole.</summary>
    public int LongestAnswer { get; init; } = 64_000;

    /// <summary>Proposals of one answer that are looked at.</summary>
    public int MostProposals { get; init; } = 100;

    /// <summary>Tokens that the model may answer with, where it heeds the option.</summary>
    public int MostOutputTokens { get; init; } = 4_000;
}

/// <summary>Reads a model's answer. What is no proposal is refused by name, and no answer, however odd, throws.</summary>
internal static class ProposalAnswer
{
    public static List<Proposal> Read(string answer, ProposalSettings settings, List<RefusedProposal> refused)
    {
        var proposals = new List<Proposal>();
        if (answer.Length > settings.LongestAnswer)
        {
            refused.Add(new(null, null, $"an answer of more than {settings.LongestAnswer} characters"));
            return proposals;
        }
        // Models like to put their JSON between fences and good wishes.
        var (open, close) = (answer.IndexOf('['), answer.LastIndexOf(']'));
        if (open < 0 || close < open)
        {
            refused.Add(new(null, null, "an answer without a list"));
            return proposals;
        }
        try
        {
            using var json = JsonDocument.Parse(answer.AsMemory(open, close - open + 1), new JsonDocumentOptions { MaxDepth = 8 });
            foreach (var item in json.RootElement.EnumerateArray())
            {
                if (proposals.Count + refused.Count >= settings.MostProposals)
                {
                    refused.Add(new(null, null, $"more than {settings.MostProposals} proposals in one answer"));
                    break;
                }
                if (
                    item.ValueKind != JsonValueKind.Object
                    || Text(item, "quote") is not { } quote
                    || Text(item, "assertion") is not { } assertion
                )
                    refused.Add(new(null, null, "a proposal without quote and assertion"));
                else
                    proposals.Add(new(quote, assertion, Text(item, "speaker")));
            }
        }
        catch (JsonException)
        {
            refused.Add(new(null, null, "an answer that is no JSON"));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a string.
            refused.Add(new(null, null, "an answer that is no text"));
        }
        return proposals;
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
