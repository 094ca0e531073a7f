using System.Security.Cryptography;
using System.Text;
using Entente.Checking.Quotations;
using Entente.Claims;
using Entente.Claims.Language;
using Entente.Reading;

namespace Entente.Checking.Forecasts;

/// <summary>Makes ledger entries of what a text says will come.</summary>
public static class ForecastFinder
{
    /// <param name="document">The text.</param>
    /// <param name="extraction">Its claims.</param>
    /// <param name="scale">What words of probability stand for.</param>
    /// <returns>In the order of the text; vague ones are among them, unresolvable and with why.</returns>
    /// <param name="only">The id of one claim; null for all.</param>
    public static IReadOnlyList<Forecast> Find(Document document, ExtractionResult extraction, VerbalScale scale, string? only = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(extraction);
        var ahead = extraction.Claims.Where(IsForecast).ToList();
        var forecasts = new List<Forecast>(ahead.Count);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var statements = new Dictionary<string, Statement>(StringComparer.Ordinal);
        foreach (var statement in document.Statements)
            statements.TryAdd(statement.Id, statement);
        foreach (var claim in ahead)
        {
            if (only is not null && claim.Id != only)
                continue;
            var statement = statements.GetValueOrDefault(claim.Statement);
            var alone = ahead.Count(c => c.Statement == claim.Statement) == 1;
            var forecast = Of(document, claim, statement, alone ? scale : null);
            if (ids.Add(forecast.Id))
                forecasts.Add(forecast);
        }
        return forecasts;
    }

    /// <summary>The claims that foretell something, each with the id that it has in every ledger.</summary>
    public static IReadOnlyDictionary<string, string> Ids(Document document, IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(claims);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var claim in claims.Where(IsForecast))
            ids[claim.Id] = Of(document, claim, document.Statements.FirstOrDefault(s => s.Id == claim.Statement), null).Id;
        return ids;
    }

    private static bool IsForecast(Claim claim) =>
        claim.Modality is Modality.Forecast or Modality.Target || claim.Kind is ClaimKind.Forecast or ClaimKind.Target;

    private static Forecast Of(Document document, Claim claim, Statement? statement, VerbalScale? scale)
    {
        var (expression, deadline, why) = Criterion.Of(claim);
        var criterion = expression is null ? null : ClaimPrinter.Print(expression);
        var speaker =
            statement?.Speaker.Name is { Length: > 0 } name ? name
            : document.Authors.Count > 0 ? string.Join(" and ", document.Authors)
            : "unattributed";
        var sentence = OneLine(statement?.Text ?? claim.Quote);
        // Two forecasts in one sentence: to which of them its "likely" belongs is not said.
        var stated = scale is null ? null : StatedProbability.Of(sentence, scale);
        return new()
        {
            Id = IdOf(speaker, criterion, claim.Quote),
            Quote = OneLine(claim.Quote),
            Sentence = sentence,
            Speaker = OneLine(speaker),
            IsTarget = claim.Modality == Modality.Target || claim.Kind == ClaimKind.Target,
            Said = document.Published,
            Document = document.Path,
            Criterion = criterion,
            Deadline = deadline,
            Probability = stated?.Probability,
            ProbabilityWords = stated?.Words,
            Status = criterion is null ? ForecastStatus.Unresolvable : ForecastStatus.Open,
            Why = why,
        };
    }

    /// <summary>The id of a forecast: the same for the same speaker, criterion and words.</summary>
    public static string IdOf(string speaker, string? criterion, string quote)
    {
        var key = $"{ContentWords.Plain(speaker)}\n{criterion}\n{ContentWords.Plain(quote)}";
        return $"f-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..8]}";
    }

    /// <summary>The ledger is read by lines: whatever ends one becomes a space.</summary>
    private static string OneLine(string text) =>
        string.Join(
            ' ',
            text.Split([' ', '\t', '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries)
        );
}
