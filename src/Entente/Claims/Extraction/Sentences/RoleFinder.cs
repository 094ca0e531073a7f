using System.Collections.Frozen;
using Entente.Actors;

namespace Entente.Claims.Extraction.Sentences;

/// <summary>
/// Names by role: "the kingdom", "the bloc", "the alliance", "the island", "its southern neighbour", "our exports". A role stands for an
/// actor only where the text names one alone that can bear it; what it was taken for is said on every claim that rests on it.
/// </summary>
internal static class RoleFinder
{
    private static readonly FrozenDictionary<string, string[]> Bearers = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["kingdom"] = ["SAU", "JOR", "MAR", "BHR", "THA", "BTN", "KHM", "NLD", "BEL", "ESP", "DNK", "SWE", "NOR", "LSO", "SWZ", "TON"],
        ["emirate"] = ["QAT", "KWT", "ARE"],
        ["sultanate"] = ["OMN", "BRN"],
        ["island"] = ["TWN", "CUB", "LKA", "CYP", "MLT", "ISL", "BHR", "HTI", "JAM"],
        ["archipelago"] = ["IDN", "PHL", "JPN", "MDV", "BHS"],
        ["bloc"] =
        [
            "EU",
            "ASEAN",
            "EAEU",
            "MERCOSUR",
            "BRICS",
            "GCC",
            "CPTPP",
            "RCEP",
            "SCO",
            "USMCA",
            "ECOWAS",
            "CIS",
            "G7",
            "AU",
            "EFTA",
        ],
        ["alliance"] = ["NATO", "CSTO", "AUKUS", "ANZUS", "SEATO", "WARSAW_PACT", "AES"],
        ["union"] = ["EU", "EAEU", "AU"],
        ["cartel"] = ["OPEC", "OPEC+"],
        ["grouping"] = ["BRICS", "SCO", "QUAD", "G7", "G20", "ASEAN", "CPTPP", "AUKUS", "GCC"],
        ["organisation"] = ["SCO", "OPEC", "CSTO", "NATO"],
        ["organization"] = ["SCO", "OPEC", "CSTO", "NATO"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Neighbours = new[] { "neighbour", "neighbor" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Adds the actors that a sentence names by role, in the order of the text.</summary>
    public static void Add(SentenceAnalysis analysis, ExtractionCatalogue catalogue, Discourse discourse)
    {
        var added = false;
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            var found = analysis.Word(i) switch
            {
                "the" => Borne(analysis, i, catalogue, discourse),
                "its" or "his" => Neighbour(analysis, i, catalogue, discourse),
                "our" or "we" => Own(analysis, i, catalogue, discourse),
                _ => null,
            };
            if (found is null)
                continue;
            analysis.Actors.Add(found);
            added = true;
            i = found.End - 1;
        }
        if (added)
            analysis.Actors.Sort(static (a, b) => a.First.CompareTo(b.First));
    }

    private static ActorSpan? Borne(SentenceAnalysis analysis, int i, ExtractionCatalogue catalogue, Discourse discourse)
    {
        var noun = i + 1;
        while (
            noun < i + 4
            && (
                analysis.Word(noun)
                is "military"
                    or "western"
                    or "trading"
                    or "defence"
                    or "defense"
                    or "defensive"
                    or "economic"
                    or "security"
            )
        )
            noun++;
        if (
            !Bearers.TryGetValue(analysis.Word(noun), out var bearers)
            || analysis.ActorCovering(noun) is not null
            || (analysis.Word(noun + 1) is "of" or "between" or "with" or "against" or "for" or "-" or "president" or "leaders")
        )
            return null;
        string? bearer = null;
        foreach (var code in bearers)
            if (discourse.Mentions(code))
            {
                if (bearer is not null)
                    return null;
                bearer = code;
            }
        return bearer is not null && catalogue.Actors.TryGetValue(bearer, out var actor)
            ? Span(analysis, i, noun + 1, actor, AliasKind.Name, Inference.RoleOf)
            : null;
    }

    // "Its southern neighbour" is the other of the two that the text is about, seen from the subject of the sentence.
    private static ActorSpan? Neighbour(SentenceAnalysis analysis, int i, ExtractionCatalogue catalogue, Discourse discourse)
    {
        var noun = i + 1;
        while (
            noun < i + 4
            && (
                analysis.Word(noun)
                is "southern"
                    or "northern"
                    or "eastern"
                    or "western"
                    or "giant"
                    or "big"
                    or "bigger"
                    or "larger"
                    or "smaller"
                    or "vast"
                    or "huge"
                    or "immediate"
                    or "southeastern"
                    or "southwestern"
                    or "northeastern"
                    or "northwestern"
                    or "powerful"
            )
        )
            noun++;
        if (!Neighbours.Contains(analysis.Word(noun)) || analysis.ActorStartingAt(noun + 1) is not null)
            return null;
        string? owner = null;
        foreach (var actor in analysis.Actors)
            if (actor.End <= i && actor.Party is not null && (actor.Actor.Kind is ActorKind.State || actor.Kind == AliasKind.Metonym))
                owner = actor.Party;
        owner ??= discourse.Subject;
        return owner is not null && Other(discourse, owner) is { } other && catalogue.Actors.TryGetValue(other, out var neighbour)
            ? Span(analysis, i, noun + 1, neighbour, AliasKind.Name, Inference.OtherOfTheTwo)
            : null;
    }

    private static string? Other(Discourse discourse, string owner) =>
        discourse.Pair is not { } pair ? null
        : owner == pair.A ? pair.B
        : owner == pair.B ? pair.A
        : discourse.OtherOf(owner);

    /// <summary>"Our imports", "we bought": the state that the speaker speaks for.</summary>
    private static ActorSpan? Own(SentenceAnalysis analysis, int i, ExtractionCatalogue catalogue, Discourse discourse) =>
        analysis.Statement.Speaker.Name is { } name
        && discourse.StateOf(name, catalogue) is { } state
        && catalogue.Actors.TryGetValue(state, out var actor)
            ? new ActorSpan(i, i + 1, actor, analysis.Is(i, "our") ? AliasKind.Adjective : AliasKind.Name, state)
            {
                Role = Inference.SpeakersState,
            }
            : null;

    private static ActorSpan Span(SentenceAnalysis analysis, int first, int end, Actor actor, AliasKind kind, string role) =>
        new(first, end, actor, kind, ExtractionCatalogue.PartyOf(actor)) { Possessive = analysis.Is(end, "'s"), Role = role };
}
