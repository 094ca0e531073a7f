using System.Text.Json;
using Entente.Application.Composition;
using Entente.Application.Forecasting;
using Entente.Application.Inputs;
using Entente.Checking.Forecasts;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Entente.Web.Shelf;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Forecasts;

/// <summary>Puts forecasts into the ledger: those of a text, one claim of it, or one that somebody writes.</summary>
internal sealed class ForecastAdding(Workbench workbench, TextShelf shelf)
{
    private const int Longest = 2_000;

    public async Task<IResult> Add(HttpContext http, LedgerDesk desk)
    {
        using var body = await Bodies.Json(http);
        var root = body.RootElement;
        var added = new LedgerAdded([], 0);
        var today = Period.OfDay(workbench.Today).Text;
        return desk.Change(
            http,
            "added",
            (file, context) =>
            {
                var found = Bodies.String(root, "document") is { Length: > 0 } document
                    ? OfText(document, Bodies.String(root, "claim"), file.Ledger.Scale, context)
                    : [Written(root, context, file.Ledger.Scale)];
                added = LedgerAdding.Add(file.Ledger, found, context.Engine.Resolver(workbench.Today), today);
            },
            (file, undo) =>
                LedgerJson.Changed(file, LedgerJson.Report(file, "add") with { Forecasts = added.Added, Known = added.Known }, undo)
        );
    }

    private IReadOnlyList<Forecast> OfText(string id, string? claim, VerbalScale scale, CommandContext context)
    {
        if (shelf.Find(id, null, context.Cancellation) is not { } found)
            throw Wrong("document", $"'{id}'", "the id of a text on the shelf");
        var document = found.Report.Document;
        var forecasts = ForecastFinder.Find(document, context.Engine.Extract(document, context.Cancellation), scale, claim);
        return forecasts.Count > 0
            ? forecasts
            : throw Wrong(
                claim is null ? "document" : "claim",
                claim is null ? "a text that foretells nothing" : $"'{claim}', which foretells nothing",
                "a claim about what will come, or a target"
            );
    }

    /// <summary>What somebody writes: the criterion is looked at as `ask` would, so that a slip is located.</summary>
    private static Forecast Written(JsonElement root, CommandContext context, VerbalScale scale)
    {
        var expression =
            Short(root, "criterion") ?? throw Wrong("criterion", "nothing", "what must hold, such as trade(CHN, RUS, 2030) > 300e9 USD");
        var asked = context.Engine.Ask(expression, context.Surroundings.Today.Today);
        if (asked.Problem is { } problem)
            throw new WrongUseException(problem with { Where = $"criterion: {problem.Where}" });
        if (WrittenCriterion.Read(expression) is not var (criterion, deadline))
            throw Wrong("criterion", $"'{expression}'", "an expression of the claim language");
        var speaker = Short(root, "speaker") ?? throw Wrong("speaker", "nothing", "who said it");
        var quote = Short(root, "quote") ?? criterion;
        if (Short(root, "deadline") is { } given)
            deadline = CommandContext.Day("deadline", given);
        if (deadline is null)
            throw Wrong("deadline", "nothing, and no period in the criterion", "a day such as 2030-12-31");
        var stated = StatedProbability.Of(quote, scale);
        return new()
        {
            Id = ForecastFinder.IdOf(speaker, criterion, quote),
            Quote = quote,
            Sentence = quote,
            Speaker = speaker,
            IsTarget = Short(root, "kind") switch
            {
                null or "forecast" => false,
                "target" => true,
                var other => throw Wrong("kind", $"'{other}'", "forecast or target"),
            },
            Said = CommandContext.Published(Short(root, "said")),
            Document = Short(root, "source"),
            Criterion = criterion,
            Topic = Short(root, "topic"),
            Deadline = deadline,
            Probability = Probability(root) ?? stated?.Probability,
            ProbabilityWords = Probability(root) is null ? stated?.Words : null,
            Status = ForecastStatus.Open,
        };
    }

    private static double? Probability(JsonElement root) =>
        !root.TryGetProperty("probability", out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number is >= 0 and <= 1 ? number
        : throw Wrong("probability", value.GetRawText(), "a number from 0 to 1");

    private static string? Short(JsonElement root, string name)
    {
        var text = Bodies.String(root, name)?.Trim();
        if (text is { Length: > Longest })
            throw Wrong(name, $"{text.Length} characters", $"at most {Longest}");
        // The ledger is read by lines: whatever ends one becomes a space.
        return string.IsNullOrEmpty(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static WrongUseException Wrong(string where, string found, string expected) => new(Problems.Problem(where, found, expected));
}
