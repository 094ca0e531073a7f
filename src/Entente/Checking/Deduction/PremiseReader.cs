using Entente.Claims.Language;
using Entente.Models.Voting;
using Entente.Record;
using Possibilities = System.Collections.Generic.IReadOnlyDictionary<
    string,
    System.Collections.Generic.IReadOnlyList<Entente.Record.VoteChoice>
>;

namespace Entente.Checking.Deduction;

/// <summary>Reads a premise about votes: and, or, not over `vote(STATE) = yes|no|abstain|absent`, as cases of which one must be so.</summary>
internal sealed class PremiseReader(IRecord? record)
{
    // A premise of more cases is no sentence that anyone wrote.
    private const int MaxCases = 64;

    private static readonly VoteChoice[] Every = [VoteChoice.Yes, VoteChoice.No, VoteChoice.Abstain, VoteChoice.Absent];

    private readonly List<Derivation> sources = [];

    /// <summary>Where the members of groups were found.</summary>
    public IReadOnlyList<Derivation> Sources => sources;

    /// <summary>The cases; a state with an empty list cannot vote so. Null where it is not about votes.</summary>
    public IReadOnlyList<Possibilities>? Read(Expression premise) => Cases(premise, true);

    private List<Possibilities>? Cases(Expression expression, bool affirmed)
    {
        switch (expression)
        {
            case Not not:
                return Cases(not.Operand, !affirmed);
            case And and:
                return affirmed ? Both(and.Left, and.Right, affirmed) : Either(and.Left, and.Right, affirmed);
            case Or or:
                return affirmed ? Either(or.Left, or.Right, affirmed) : Both(or.Left, or.Right, affirmed);
            case Comparison
            {
                Relation: Relation.Equal or Relation.NotEqual,
                Left: Call { Function: "vote", Arguments: [{ Value: var who }] },
                Right: NameReference choice
            } when Choice(choice.Name) is { } vote && Names(who) is { } names:
                IReadOnlyList<VoteChoice> allowed =
                    (((Comparison)expression).Relation == Relation.Equal) == affirmed ? [vote] : [.. Every.Where(c => c != vote)];
                // That not all of a group vote so is that one of them does not: one case each.
                if (names.Count > 1 && allowed.Count > 1)
                    return
                    [
                        .. names.Select(n => new Dictionary<string, IReadOnlyList<VoteChoice>>(StringComparer.Ordinal) { [n] = allowed }),
                    ];
                return [names.ToDictionary(n => n, _ => allowed, StringComparer.Ordinal)];
            default:
                return null;
        }
    }

    private List<Possibilities>? Both(Expression left, Expression right, bool affirmed)
    {
        if (Cases(left, affirmed) is not { } a || Cases(right, affirmed) is not { } b || a.Count * b.Count > MaxCases)
            return null;
        return [.. a.SelectMany(x => b.Select(y => Meet(x, y)))];
    }

    private List<Possibilities>? Either(Expression left, Expression right, bool affirmed) =>
        Cases(left, affirmed) is { } a && Cases(right, affirmed) is { } b && a.Count + b.Count <= MaxCases ? [.. a, .. b] : null;

    private static Dictionary<string, IReadOnlyList<VoteChoice>> Meet(Possibilities a, Possibilities b)
    {
        var both = a.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, allowed) in b)
            both[name] = both.TryGetValue(name, out var already) ? [.. already.Intersect(allowed)] : allowed;
        return both;
    }

    /// <summary>A state, or the members of a group that is said to vote alike.</summary>
    private IReadOnlyList<string>? Names(Expression who)
    {
        var name = who switch
        {
            NameReference r => r.Name,
            StringLiteral s => s.Value,
            _ => null,
        };
        if (name is not "P5")
            return name is null ? null : [name];
        var rows = record?.Memberships(name) ?? [];
        foreach (var row in rows)
            sources.Add(
                new()
                {
                    Op = $"members({name})",
                    Text = row.Member,
                    Source = new()
                    {
                        Source = row.Source,
                        Url = row.Url,
                        Tier = row.Tier,
                        Row = row.Row.ToString(),
                    },
                }
            );
        return rows.Count > 0 ? [.. rows.Select(r => r.Member).Distinct(StringComparer.Ordinal)] : VotingBodies.PermanentMembers;
    }

    private static VoteChoice? Choice(string name) =>
        name switch
        {
            "yes" => VoteChoice.Yes,
            "no" => VoteChoice.No,
            "abstain" => VoteChoice.Abstain,
            "absent" => VoteChoice.Absent,
            _ => null,
        };

    /// <summary>The premise as a sentence says it: "RUS votes no and CHN votes no".</summary>
    public static string Words(Expression premise) =>
        premise switch
        {
            And and => $"{Words(and.Left)} and {Words(and.Right)}",
            Or or => $"{Words(or.Left)} or {Words(or.Right)}",
            Not not => $"not ({Words(not.Operand)})",
            Comparison { Left: Call { Arguments: [{ Value: var who }] }, Right: NameReference choice } comparison => (
                who switch
                {
                    NameReference r => r.Name,
                    StringLiteral s => s.Value,
                    _ => "?",
                }
            )
                + (comparison.Relation == Relation.Equal ? "" : " not")
                + Verb(choice.Name),
            _ => "?",
        };

    private static string Verb(string choice) =>
        choice switch
        {
            "abstain" => " abstains",
            "absent" => " is absent",
            _ => $" votes {choice}",
        };
}
