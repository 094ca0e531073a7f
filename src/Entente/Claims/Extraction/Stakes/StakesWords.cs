using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;

namespace Entente.Claims.Extraction.Stakes;

/// <summary>Whose market, what trade: the phrases that claims about what trade is worth have in common.</summary>
internal sealed class StakesWords(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    private const int Modifiers = 3;

    /// <summary>A market or trade that is spoken of: whose, and where the phrase ends.</summary>
    public sealed record Market(IReadOnlyList<string> Of, int First, int End);

    /// <summary>The first market or trade named in a stretch, before the clause breaks off; null where none is.</summary>
    public Market? MarketIn(int from, int to)
    {
        for (var i = from; i < Math.Min(to, analysis.Tokens.Count); i++)
        {
            if (analysis.Is(i, ";", ".", "but", "while"))
                return null;
            if (MarketAt(i) is { } market)
                return market;
        }
        return null;
    }

    private Market? MarketAt(int i)
    {
        // "access to the US market", "trade with China", "exports to the EU", "the markets of Europe"
        if (IsTrade(i) && analysis.Is(i + 1, "with", "to", "in", "of"))
        {
            if (ActorAt(i + 2) is { IsAdjective: false, Possessive: false } partner && Party(partner) is { } whose)
            {
                // "trade with China's rivals" is with others.
                if (!analysis.Is(partner.End, "'s", "’s", "'"))
                    return With(new([whose], i, partner.End));
            }
        }
        if (analysis.ActorStartingAt(i) is not { } actor || Party(actor) is not { } party)
            return null;
        var of = new List<string> { party };
        var end = actor.End;
        // "American and European markets"
        while (analysis.Is(end, "and", ",", "or") && ActorAt(end + 1) is { } next && Party(next) is { } other)
        {
            if (!of.Contains(other))
                of.Add(other);
            end = next.End;
        }
        if (analysis.Is(end, "'s", "’s", "'"))
            end++;
        for (var k = end; k <= end + Modifiers; k++)
        {
            if (analysis.Is(k, "market", "markets", "customers", "buyers", "consumers", "demand") || (IsTrade(k) && k > actor.First))
                return new(of, i, k + 1);
            if (
                analysis.ActorCovering(k) is not null
                || Lexicon.Prepositions.Contains(analysis.Word(k))
                || analysis.Is(k, ",", "and", "'s", "’s")
            )
                return null;
        }
        return null;
    }

    /// <summary>The actor that begins here, or behind an article; the article may be part of the name ("the West").</summary>
    public ActorSpan? ActorAt(int i) => analysis.ActorStartingAt(i) ?? (analysis.Is(i, "the") ? analysis.ActorStartingAt(i + 1) : null);

    // "exports to Japan and Korea": all that are named.
    private Market With(Market market)
    {
        var (of, end) = (market.Of.ToList(), market.End);
        while (
            analysis.Is(end, "and", ",")
            && ActorAt(end + 1) is { IsAdjective: false, Possessive: false } next
            && Party(next) is { } other
            && !Lexicon.Auxiliaries.Contains(analysis.Word(next.End))
        )
        {
            if (!of.Contains(other))
                of.Add(other);
            end = next.End;
        }
        return market with { Of = of, End = end };
    }

    public bool IsTrade(int i) =>
        analysis.Word(i)
            is "trade"
                or "trading"
                or "exports"
                or "imports"
                or "sales"
                or "commerce"
                or "business"
                or "market"
                or "markets"
                or "exporting"
                or "purchases";

    /// <summary>Who is meant: the party, or for a loose group of states the definite one nearest to it, else its own code.</summary>
    public static string? Party(ActorSpan span) =>
        span.Party ?? (span.Actor is { Kind: ActorKind.Group, Vague: true } group ? group.Near ?? group.Code : null);

    /// <summary>All that the sentence names, each once, in order; persons and cities as their states.</summary>
    public IReadOnlyList<string> Parties() => [.. analysis.Actors.Select(Party).OfType<string>().Distinct()];

    /// <summary>Who does what a word says: the subject before it, or whom a pronoun right before stands for.</summary>
    public string? Subject(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 5); i--)
            if (analysis.Is(i, "it", "they"))
                return resolver.TopicOfSentence(i) ?? discourse.Subject;
        return resolver.SubjectBefore(at) is { } actor ? Party(actor) : null;
    }

    /// <summary>True where one of some words stands within a few before a place.</summary>
    public bool Before(int at, int reach, params ReadOnlySpan<string> words)
    {
        for (var i = at - 1; i >= Math.Max(0, at - reach); i--)
            if (analysis.Is(i, words))
                return true;
        return false;
    }

    public bool IsDenied(int at, int reach = 4) =>
        Before(at, reach, "not", "n't", "cannot", "never", "hardly", "scarcely", "barely", "ill", "nor", "no")
        || Enumerable
            .Range(Math.Max(0, at - reach), Math.Min(reach, at))
            .Any(k => analysis.Word(k).EndsWith("n't", StringComparison.Ordinal));

    public int Find(int from, int to, params ReadOnlySpan<string> words)
    {
        for (var i = Math.Max(0, from); i < Math.Min(to, analysis.Tokens.Count); i++)
            if (analysis.Is(i, words))
                return i;
        return -1;
    }

    /// <summary>"decoupling", "a complete break in trade", "an end to trade": that the two trade no more. A tariff or a war over tariffs is less than that.</summary>
    public int Parting()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            if (analysis.Is(i, "decoupling", "decouple", "decoupled", "decouples"))
                return i;
            if (
                analysis.Is(i, "break", "rupture", "severing", "severance", "cutoff", "cessation")
                || (analysis.Is(i, "end", "collapse", "loss", "halt", "ending") && analysis.Is(i + 1, "of", "to", "in"))
                || analysis.Is(i, "stopped", "ended", "ceased", "halted", "stop", "cease")
            )
                for (var k = Math.Max(0, i - 6); k < Math.Min(i + 6, analysis.Tokens.Count); k++)
                    if (IsTrade(k) && !analysis.Is(k + 1, "war"))
                        return i;
        }
        return -1;
    }
}
