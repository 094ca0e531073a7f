using Entente.Actors;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Votes;

/// <content>Voters named after the verb, and the voters gathered.</content>
internal sealed partial class VoteFrame
{
    /// <summary>Voters after a verb: the object of "by", what "included" lists, or an aside that opens with ":" or "including".</summary>
    private void After(int at, Voters voters, bool onlyAside)
    {
        if (onlyAside)
        {
            var i = at;
            while (i < at + 7 && VoteWords.OnTheText.Contains(analysis.Word(i)))
                i++;
            for (var k = at; k < Math.Min(at + 16, analysis.Tokens.Count) && voters.Actors.Count > 0; k++)
                if (analysis.Is(k, "as", "so") && analysis.Is(k + 1, "did", "had") && analysis.ActorStartingAt(k + 2) is not null)
                {
                    Listed(k + 2, voters, true);
                    return;
                }
            // "Israel opposed it alongside the United States"
            for (var k = at; k < Math.Min(at + 16, analysis.Tokens.Count) && voters.Actors.Count > 0 && voters.Count is null; k++)
            {
                if (analysis.Is(k, ";", "while", "whereas", "but"))
                    break;
                var with =
                    analysis.Is(k, "alongside") ? k + 1
                    : analysis.Is(k, "along", "together") && analysis.Is(k + 1, "with") ? k + 2
                    : -1;
                if (with < 0)
                    continue;
                Listed(analysis.Is(with, "the") ? with + 1 : with, voters, true);
                return;
            }
            var opens = analysis.Is(i, ":", "—", "–", "(") && voters.Actors.Count == 0;
            var including = analysis.Is(i, ",", "—", "–", "(") && analysis.Is(i + 1, "including", "notably", "among");
            if (!opens && !including && !analysis.Is(i, "including"))
                return;
            at = i + 1;
        }
        else if (CountStarting(at) is { } count && !OfSome(count) && !analysis.Is(at - 1, "included", "include"))
        {
            voters.Count = count;
            at = count.EndToken;
            while ((analysis.Word(at) is "states" or "countries" or "nations" or "members" or "governments" or "others" or ","))
                at++;
            if (!(analysis.Word(at) is "including" or ":" or "—" or "–" or "("))
                return;
            at++;
        }
        Listed(at, voters, onlyAside);
    }

    private void Listed(int at, Voters voters, bool onlyAside)
    {
        for (var i = at; i < analysis.Tokens.Count; )
        {
            if (analysis.ActorStartingAt(i) is { } actor)
            {
                if (!actor.IsAdjective && !actor.Possessive && IsVoter(actor))
                    voters.Actors.Add(actor);
                else if (actor.Actor.Kind != ActorKind.Group && !actor.IsAdjective)
                    return;
                i = actor.End;
            }
            else if (CountStarting(i) is { } part && voters.Actors.Count == 0 && !onlyAside)
                i = part.EndToken;
            else if (VoteWords.Filler.Contains(analysis.Word(i)) || analysis.Is(i, "in", "addition", "to", "them"))
                i++;
            else
                return;
        }
    }

    private QuantityMention? CountStarting(int at)
    {
        foreach (var quantity in analysis.Quantities)
            if (
                quantity.FirstToken == at
                && quantity.Kind is QuantityKind.Count
                && quantity.Upper is null
                && quantity.Number.Value >= 1
                && !InSymbol(at)
            )
                return quantity;
        return null;
    }

    /// <summary>"Along with Russia, the vote was opposed by Belarus and Syria".</summary>
    private void Companions(VoteHead head, Voters voters)
    {
        for (var i = 0; i + 1 < head.At; i++)
        {
            var at =
                analysis.Is(i, "along", "together", "apart", "aside") && analysis.Is(i + 1, "with", "from") ? i + 2
                : analysis.Is(i, "besides", "alongside") ? i + 1
                : -1;
            if (at > 0 && analysis.ActorStartingAt(at) is { } actor && IsVoter(actor) && voters.Actors.Count > 0)
                voters.Actors.Insert(0, actor);
        }
    }

    private sealed class Voters
    {
        public List<ActorSpan> Actors { get; } = [];

        public QuantityMention? Count { get; set; }

        /// <summary>How many are to be added to the count: those that were joined, those named beside "others".</summary>
        public int Extra { get; set; }
    }
}
