using System.Runtime.CompilerServices;
using Entente.Actors.Identity;
using Entente.Application.Parties;
using Entente.Application.Profiles;
using Entente.Checking;
using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Measures.Alignment;
using Entente.Measures.Comparing;
using Entente.Profiles;
using Entente.Profiles.Families;
using Entente.Sources;
using Entente.Sources.Profiles;
using Entente.Sources.Scenarios;
using Entente.Sources.Similarity;
using Entente.Sources.Store;
using Entente.Sources.TradeMeasures;

namespace Entente.Application.Composition;

/// <summary>Puts a profile's parts together: whose it is, what it is made from, and its sections in their order.</summary>
internal static class Profiling
{
    /// <summary>What was read of the store lives as long as the knowledge that it was read for.</summary>
    private static readonly ConditionalWeakTable<Knowledge, PanelMemory> Panels = [];

    private static readonly ConditionalWeakTable<Knowledge, PairLosses> Lost = [];

    private static readonly ConditionalWeakTable<Knowledge, StateCodes> Codes = [];

    private static readonly ConditionalWeakTable<Knowledge, PairTradeMemory> Trades = [];

    public static Outcome<PairProfile> Build(
        ProfileWish wish,
        Knowledge knowledge,
        PartyBook parties,
        ClaimChecker checker,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        if (parties.Find(wish.First) is not { } first)
            return parties.Unknown("profile: the first party", wish.First);
        if (parties.Find(wish.Second) is not { } second)
            return parties.Unknown("profile: the second party", wish.Second);
        if (first.Code == second.Code)
            return new InputProblem
            {
                Where = "profile",
                Found = $"{first.Name} twice",
                Expected = "two different parties",
            };
        var beside = new List<(ProfileParty, ProfileParty)>();
        foreach (var (one, two) in wish.Beside)
        {
            if (parties.Find(one) is not { } a)
                return parties.Unknown("profile --compare", one);
            if (parties.Find(two) is not { } b)
                return parties.Unknown("profile --compare", two);
            beside.Add((a, b));
        }
        var request = Request(first, second, wish.From, wish.To, knowledge, checker.Now) with { Beside = beside };
        return ProfileBuilder.Build(request, Families(knowledge, surroundings), cancellation);
    }

    /// <summary>What the record holds of two parties with a date.</summary>
    public static IReadOnlyList<TimelineEvent> Timeline(
        ProfileParty first,
        ProfileParty second,
        Knowledge knowledge,
        ClaimChecker checker
    ) => Entente.Profiles.Timeline.Of(knowledge.Record, first, second, checker.Now.AsOf);

    /// <summary>The yearly series behind an index of alignment, for judgements in texts.</summary>
    public static IReadOnlyList<AlignmentSeries> Alignment(
        string first,
        string second,
        Knowledge knowledge,
        PartyBook parties,
        EvaluationContext context,
        Surroundings surroundings
    )
    {
        if (parties.Find(first) is not { } a || parties.Find(second) is not { } b || a.Code == b.Code)
            return [];
        return Data(knowledge, surroundings).Of(Request(a, b, ProfileWishes.Earliest, context.AsOf.Year, knowledge, context), default);
    }

    /// <summary>What each of two needs of the other by every measure, for judgements in texts.</summary>
    public static IReadOnlyList<PairedSeries> Dependence(
        string first,
        string second,
        int to,
        Knowledge knowledge,
        PartyBook parties,
        EvaluationContext context,
        Surroundings surroundings
    )
    {
        if (parties.Find(first) is not { } a || parties.Find(second) is not { } b || a.Code == b.Code)
            return [];
        return new DependenceData(
            Opener(surroundings),
            () => States(knowledge, surroundings),
            Losses(knowledge, surroundings),
            Trades.GetOrCreateValue(knowledge)
        ).Of(Request(a, b, ProfileWishes.Earliest, to, knowledge, context), default);
    }

    private static ProfileRequest Request(
        ProfileParty first,
        ProfileParty second,
        int from,
        int to,
        Knowledge knowledge,
        EvaluationContext context
    )
    {
        var evaluator = new Evaluator(context);
        return new()
        {
            First = first,
            Second = second,
            From = from,
            To = to,
            AsOf = context.AsOf,
            Record = knowledge.Record,
            Ask = text => Ask(text, evaluator, knowledge),
            Name = code => knowledge.Actors.ByCode.TryGetValue(code, out var actor) ? actor.Name : code,
            Before = code => [.. knowledge.Actors.All.Where(a => a.Successor == code).Select(a => a.Code)],
        };
    }

    private static AlignmentData Data(Knowledge knowledge, Surroundings surroundings) =>
        new(
            Opener(surroundings),
            () => States(knowledge, surroundings),
            knowledge.Record as StoreRecord,
            Panels.GetOrCreateValue(knowledge)
        );

    /// <summary>What each of a pair would lose without the other, on the base that ships and on an imported one.</summary>
    public static PairLosses Losses(Knowledge knowledge, Surroundings surroundings) =>
        Lost.GetValue(
            knowledge,
            known =>
                new(
                    Composer.Folders(surroundings).TradeBase,
                    Opener(surroundings),
                    () => States(knowledge, surroundings),
                    (code, groups, year) => groups.FirstOrDefault(g => Belongs(known, g, code, year))
                )
        );

    private static bool Belongs(Knowledge knowledge, string body, string code, int year) =>
        knowledge
            .Record.Memberships(body)
            .Any(m =>
                m.Member == code
                && m.Status == "member"
                && (m.From is null || m.From.Start.Year <= year)
                && (m.To is null || m.To.End.Year >= year)
            );

    /// <summary>Most sections of a profile ask who the parties of imported rows are: the files are read once.</summary>
    private static StateCodes States(Knowledge knowledge, Surroundings surroundings) =>
        Codes.GetValue(knowledge, _ => Composer.States(surroundings));

    private static Func<IRecordStore?> Opener(Surroundings surroundings) => () => StorePlace.Of(surroundings.Environment)?.OpenExisting();

    /// <summary>The sections of the page, in order.</summary>
    private static IReadOnlyList<IProfileFamily> Families(Knowledge knowledge, Surroundings surroundings) =>
        [
            new StandingFamily(),
            new TradeFamily(),
            new DependenceFamily(new LossFamily(Losses(knowledge, surroundings))),
            new InterdependenceFamily(Opener(surroundings), () => States(knowledge, surroundings), Trades.GetOrCreateValue(knowledge)),
            new ItemsFamily(),
            new AlignmentFamily(Data(knowledge, surroundings).Of),
            new VotesFamily(
                Opener(surroundings),
                () => States(knowledge, surroundings),
                knowledge.Record as StoreRecord,
                Panels.GetOrCreateValue(knowledge)
            ),
            new TextsVotedFamily(),
            new PledgesFamily(knowledge.Record as StoreRecord),
            new ArmsFamily(knowledge.Record as StoreRecord),
            new CouncilFamily(),
            new BodiesFamily(),
            new ContactsFamily(),
            new LadderFamily(() => knowledge.Ladders, r => PledgesFamily.Held(knowledge.Record as StoreRecord, r)),
            new SanctionsFamily(new SanctionLists(Opener(surroundings), () => States(knowledge, surroundings)).Of),
        ];

    private static Evaluation Ask(string text, Evaluator evaluator, Knowledge knowledge)
    {
        if (ClaimParser.Parse(text).Expression is not { } expression)
            return Evaluation.Abstain("not-a-value", $"{text} is not an expression");
        return TypeChecker.Check(expression, knowledge.Names).Expression is { } elaborated
            ? evaluator.Evaluate(elaborated)
            : Evaluation.Abstain("no-measure", $"{text} has no meaning for this pair");
    }
}
