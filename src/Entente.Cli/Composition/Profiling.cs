using Entente.Actors;
using Entente.Checking;
using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Profiles;
using Entente.Profiles.Families;
using Entente.Sources;
using Entente.Sources.Profiles;
using Entente.Sources.Store;

namespace Entente.Cli.Composition;

/// <summary>Puts a profile's parts together: whose it is, what it is made from, and its sections in their order.</summary>
internal static class Profiling
{
    public static Outcome<PairProfile> Build(ProfileWish wish, Knowledge knowledge, ClaimChecker checker, CancellationToken cancellation)
    {
        if (Party(wish.First, knowledge) is not { } first)
            return Unknown("profile: the first party", wish.First);
        if (Party(wish.Second, knowledge) is not { } second)
            return Unknown("profile: the second party", wish.Second);
        if (first.Code == second.Code)
            return new InputProblem
            {
                Where = "profile",
                Found = $"{first.Name} twice",
                Expected = "two different parties",
            };
        var evaluator = new Evaluator(checker.Now);
        var request = new ProfileRequest
        {
            First = first,
            Second = second,
            From = wish.From,
            To = wish.To,
            AsOf = wish.AsOf,
            Record = knowledge.Record,
            Ask = text => Ask(text, evaluator, knowledge),
            Name = code => knowledge.Actors.ByCode.TryGetValue(code, out var actor) ? actor.Name : code,
            Before = code => [.. knowledge.Actors.All.Where(a => a.Successor == code).Select(a => a.Code)],
        };
        return ProfileBuilder.Build(request, Families(knowledge), cancellation);
    }

    /// <summary>The sections of the page, in order.</summary>
    private static IReadOnlyList<IProfileFamily> Families(Knowledge knowledge) =>
        [
            new StandingFamily(),
            new TradeFamily(),
            new DependenceFamily(),
            new PledgesFamily(knowledge.Record as StoreRecord),
            new ArmsFamily(knowledge.Record as StoreRecord),
            new CouncilFamily(),
            new BodiesFamily(),
            new ContactsFamily(),
            new LadderFamily(() => knowledge.Ladders, r => PledgesFamily.Held(knowledge.Record as StoreRecord, r)),
            new SanctionsFamily(),
        ];

    private static Evaluation Ask(string text, Evaluator evaluator, Knowledge knowledge)
    {
        if (ClaimParser.Parse(text).Expression is not { } expression)
            return Evaluation.Abstain("not-a-value", $"{text} is not an expression");
        return TypeChecker.Check(expression, knowledge.Names).Expression is { } elaborated
            ? evaluator.Evaluate(elaborated)
            : Evaluation.Abstain("no-measure", $"{text} has no meaning for this pair");
    }

    private static ProfileParty? Party(string typed, Knowledge knowledge)
    {
        var actor =
            knowledge.Actors.ByCode.TryGetValue(typed, out var exact) ? exact
            : knowledge.Actors.ByCode.TryGetValue(typed.ToUpperInvariant(), out var upper) ? upper
            : knowledge.Actors.Resolve(typed);
        return actor is { Kind: ActorKind.State or ActorKind.Organisation } ? new(actor.Code, actor.Name) : null;
    }

    private static InputProblem Unknown(string where, string typed) =>
        new()
        {
            Where = where,
            Found = $"'{typed}'",
            Expected = "the code or the name of a state or organisation of the catalogue, such as CHN or China",
        };
}
