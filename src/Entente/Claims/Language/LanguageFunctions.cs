using System.Collections.Frozen;
using Entente.Quantities;
using static Entente.Claims.Language.ParameterKind;

namespace Entente.Claims.Language;

/// <summary>The functions of the language beside the measures of the catalogue. One table: the checker, the help and the documentation read it.</summary>
public static class LanguageFunctions
{
    private static readonly Parameter AtPeriod = new("period", ParameterKind.Period, Optional: true);
    private static readonly Parameter Since = new("since", ParameterKind.Period, Optional: true, Named: true);

    /// <summary>In the order that the documentation explains them.</summary>
    public static IReadOnlyList<LanguageFunction> All { get; } =
    [
        Make(
            "growth",
            "growth(X [, period] [, since: period])",
            "share",
            "change of X relative to the same period a year earlier, or to `since`",
            _ => ExpressionType.Share,
            [new("X", Quantity), AtPeriod, Since]
        ),
        Make(
            "change",
            "change(X [, period] [, since: period])",
            "X's type; percentage points for shares",
            "X less what it was a year earlier, or at `since`",
            types => Difference(types[0]!),
            [new("X", Quantity), AtPeriod, Since]
        ),
        Make(
            "share",
            "share(X, of: Y [, period])",
            "share",
            "X as a part of Y",
            _ => ExpressionType.Share,
            [new("X", Quantity), new("of", Quantity, Named: true), AtPeriod]
        ),
        Make(
            "ratio",
            "ratio(X, Y [, period])",
            "number",
            "X divided by Y, as X / Y",
            _ => ExpressionType.Number,
            [new("X", Quantity), new("Y", Quantity), AtPeriod]
        ),
        Make(
            "rank",
            "rank(A, among: SET, by: MEASURE [, item: ITEM] [, order: lowest] [, period])",
            "rank",
            "place of A in the set by the measure; 1 is the highest unless the order says lowest",
            _ => ExpressionType.Rank,
            [
                new("A", Actor),
                AtPeriod,
                new("among", ParameterKind.Actors, Named: true),
                new("by", Measure, Named: true),
                new("item", Item, Optional: true, Named: true),
                new("order", Order, Optional: true, Named: true),
            ]
        ),
        Make(
            "partners",
            "partners(A [, period])",
            "set of actors",
            "those that A trades with",
            _ => ExpressionType.ActorSet,
            [new("A", Actor), AtPeriod]
        ),
        Make(
            "suppliers",
            "suppliers(A [, ITEM] [, period])",
            "set of actors",
            "those that A buys from",
            _ => ExpressionType.ActorSet,
            [new("A", Actor), new("item", Item, Optional: true), AtPeriod]
        ),
        Make(
            "buyers",
            "buyers(A [, ITEM] [, period])",
            "set of actors",
            "those that A sells to",
            _ => ExpressionType.ActorSet,
            [new("A", Actor), new("item", Item, Optional: true), AtPeriod]
        ),
        Make(
            "members",
            "members(BODY [, period])",
            "set of actors",
            "the members of an organisation",
            _ => ExpressionType.ActorSet,
            [new("body", Body), AtPeriod]
        ),
        Make(
            "member",
            "member(A, BODY [, period])",
            "truth",
            "A is a member of the organisation",
            _ => ExpressionType.Truth,
            [new("A", Actor), new("body", Body), AtPeriod]
        ),
        Make(
            "count",
            "count(SET or EVENTS [, in: GROUP] [, period])",
            "count",
            "how many they are, or how many of them are in the group",
            _ => ExpressionType.Count,
            [new("set", ActorsOrEvents), new("in", Group, Optional: true, Named: true), AtPeriod]
        ),
        Make(
            "meetings",
            "meetings(P1, P2 [, period])",
            "set of events",
            "meetings in person of two actors or persons (persons in quotes)",
            _ => ExpressionType.EventSet,
            [new("P1", Person), new("P2", Person), AtPeriod]
        ),
        Make(
            "vetoes",
            "vetoes(STATE [, period])",
            "set of events",
            "vetoes cast in the Security Council",
            _ => ExpressionType.EventSet,
            [new("state", Actor), AtPeriod]
        ),
        Make(
            "events",
            "events(KIND, A [, B] [, period])",
            "set of events",
            "recorded events of a kind that A, or A and B, took part in",
            _ => ExpressionType.EventSet,
            [new("kind", Word), new("A", Actor), new("B", Actor, Optional: true), AtPeriod]
        ),
        Make(
            "transfers",
            "transfers(A -> B [, ITEM] [, period])",
            "set of events",
            "recorded deliveries of arms from A to B",
            _ => ExpressionType.EventSet,
            [new("flow", Flow), new("item", Item, Optional: true), AtPeriod]
        ),
        Make(
            "votes",
            "votes(\"RESOLUTION\", CHOICE)",
            "set of actors",
            "those that voted so on the resolution",
            _ => ExpressionType.ActorSet,
            [new("resolution", Resolution), new("choice", ParameterKind.Choice)]
        ),
        Make(
            "vote",
            "vote(A [, \"RESOLUTION\"])",
            "vote",
            "how A voted, or in a premise votes: yes, no, abstain, absent",
            _ => ExpressionType.Choice,
            [new("A", Actor), new("resolution", Resolution, Optional: true)]
        ),
        Make(
            "passes",
            "passes(BODY or \"RESOLUTION\")",
            "truth",
            "a resolution passes under the body's rules, or this one did",
            _ => ExpressionType.Truth,
            [new("body", ResolutionOrBody)]
        ),
        Make("event", "event(ID)", "event", "an event of the record", _ => ExpressionType.Event, [new("id", EventId)]),
        Make(
            "office",
            "office(\"PERSON\")",
            "event",
            "the first taking of a leading office by a person",
            _ => ExpressionType.Event,
            [new("person", Person)]
        ),
        Make(
            "entry",
            "entry(A, BODY)",
            "event",
            "A's entry into the organisation",
            _ => ExpressionType.Event,
            [new("A", Actor), new("body", Body)]
        ),
        Make(
            "exit",
            "exit(A, BODY)",
            "event",
            "A's leaving of the organisation",
            _ => ExpressionType.Event,
            [new("A", Actor), new("body", Body)]
        ),
        Make(
            "date",
            "date(EVENT)",
            "date",
            "when it was; compared at the precision written (2022, 2022-02, 2022-02-24)",
            _ => ExpressionType.Date,
            [new("event", ParameterKind.Event)]
        ),
        Elapsed("days"),
        Elapsed("weeks"),
        Elapsed("months"),
        Elapsed("years"),
        Make(
            "target",
            "target(X [, period]) or target(X, AMOUNT)",
            "X's type, or date",
            "the announced goal for X in a period, or the year by which X is to reach the amount",
            types => types[2] is null ? types[0]! : ExpressionType.Date,
            [new("X", Quantity), AtPeriod, new("amount", Quantity, Optional: true)]
        ),
        Make(
            "highest",
            "highest(X, at: period, since: period)",
            "truth",
            "X was higher in the one period than in any since the other",
            _ => ExpressionType.Truth,
            [new("X", Quantity), new("at", ParameterKind.Period, Named: true), Since with { Optional = false }]
        ),
        Make(
            "lowest",
            "lowest(X, at: period, since: period)",
            "truth",
            "X was lower in the one period than in any since the other",
            _ => ExpressionType.Truth,
            [new("X", Quantity), new("at", ParameterKind.Period, Named: true), Since with { Optional = false }]
        ),
        Make(
            "dependence",
            "dependence(A, on: B [, period])",
            "share",
            "B's part of all that A trades (Barbieri 1996)",
            _ => ExpressionType.Share,
            [new("A", Actor), new("on", Actor, Named: true), AtPeriod]
        ),
        Make(
            "agreement",
            "agreement(A, B, in: BODY [, period])",
            "share",
            "votes of the body in which A and B voted alike",
            _ => ExpressionType.Share,
            [new("A", Actor), new("B", Actor), new("in", Body, Named: true), AtPeriod]
        ),
        Make(
            "alignment",
            "alignment(A, B [, period])",
            "number",
            "closeness of the two states' positions",
            _ => ExpressionType.Number,
            [new("A", Actor), new("B", Actor), AtPeriod]
        ),
        Make(
            "choice",
            "choice(A, in: SCENARIO)",
            "option",
            "what A does in the scenario",
            _ => ExpressionType.Option,
            [new("A", Actor), new("in", Word, Named: true)]
        ),
        Make(
            "judgement",
            "judgement(NAME, A [, B] [, period])",
            "truth",
            "a judgement that measures bear on: junior_partner, dependent, ally, closest …",
            _ => ExpressionType.Truth,
            [new("name", Word), new("A", Actor), new("B", Actor, Optional: true), AtPeriod]
        ),
        Make(
            "loss",
            "loss(A [, without: B or SET] [, under: SCENARIO [, on: C]])",
            "share",
            "what A would lose of its real income if it traded no more with the others, or under the scenario's measures (on C, else on A); from the trade model",
            _ => ExpressionType.Share,
            [
                new("A", Actor),
                new("without", ActorOrSet, Optional: true, Named: true),
                new("under", Scenario, Optional: true, Named: true),
                new("on", Actor, Optional: true, Named: true),
            ]
        ),
        Make(
            "replaced",
            "replaced(A, lost: B or SET, by: C [, period] [, since: period])",
            "share",
            "how much of the trade that A lost with B it gained with C; with the trade model's own answer beside the record's",
            _ => ExpressionType.Share,
            [new("A", Actor), new("lost", ActorOrSet, Named: true), new("by", Actor, Named: true), AtPeriod, Since]
        ),
        Make(
            "indispensable",
            "indispensable(B, for: A [, under: SCENARIO])",
            "truth",
            "of all that A can trade with (under a scenario: but for those who take its measures) the loss of B would cost A most; from the trade model",
            _ => ExpressionType.Truth,
            [new("B", Actor), new("for", Actor, Named: true), new("under", Scenario, Optional: true, Named: true)]
        ),
    ];

    private static readonly FrozenDictionary<string, LanguageFunction> ByName = All.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>The function of a name; null where it is a measure's or nobody's.</summary>
    public static LanguageFunction? Find(string name) => ByName.GetValueOrDefault(name);

    private static ExpressionType Difference(ExpressionType type) =>
        type.Kind switch
        {
            TypeKind.Share => ExpressionType.PercentagePoints,
            TypeKind.Rank => ExpressionType.Number,
            _ => type,
        };

    private static LanguageFunction Elapsed(string unit)
    {
        var type = ExpressionType.Of(Units.Find(unit));
        return Make(
            unit,
            $"{unit}(A, B)",
            $"duration in {unit}",
            $"{unit} from one event, date or period to another; compares with a bare number",
            _ => type,
            [new("A", Moment), new("B", Moment)]
        );
    }

    private static LanguageFunction Make(
        string name,
        string usage,
        string result,
        string meaning,
        Func<ExpressionType?[], ExpressionType> typeOf,
        Parameter[] parameters
    ) =>
        new()
        {
            Name = name,
            Usage = usage,
            Result = result,
            Meaning = meaning,
            TypeOf = typeOf,
            Parameters = parameters,
            TakesPeriod = parameters.Contains(AtPeriod),
        };
}
