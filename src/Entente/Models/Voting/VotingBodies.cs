using System.Globalization;

namespace Entente.Models.Voting;

/// <summary>The bodies whose rules are known here.</summary>
public static class VotingBodies
{
    /// <summary>Permanent members of the Security Council: UN Charter, Article 23(1), with today's holders of the seats.</summary>
    public static readonly IReadOnlyList<string> PermanentMembers = ["CHN", "FRA", "GBR", "RUS", "USA"];

    /// <summary>
    /// The Security Council on matters of substance: UN Charter, Article 27(3), as amended in 1965 to nine votes of fifteen. A permanent member's
    /// abstention or absence is no veto (practice since 1946; ICJ, Namibia, Advisory Opinion of 21 June 1971, para. 22).
    /// </summary>
    public static readonly VotingBody SecurityCouncil = new()
    {
        Code = "UNSC",
        Name = "UN Security Council",
        Seats =
        [
            .. PermanentMembers.Select(m => new Seat(m, 1, Veto: true)),
            .. Enumerable.Range(1, 10).Select(i => new Seat("elected member " + i.ToString(CultureInfo.InvariantCulture))),
        ],
        Threshold = new Quota(9),
        Rule = "nine affirmative votes of fifteen and no permanent member against",
        Source = "UN Charter, Article 27(3)",
        IsRotating = static name => name.StartsWith("elected member ", StringComparison.Ordinal),
    };

    /// <summary>The General Assembly on important questions (peace and security, membership, budget): UN Charter, Article 18(2).</summary>
    public static readonly VotingBody GeneralAssemblyImportant = Assembly(
        new Majority(2, 3, Strict: false),
        "two thirds of the members present and voting; who abstains is not voting",
        "UN Charter, Article 18(2); GA Rules of Procedure, Rule 86"
    );

    /// <summary>The General Assembly on other questions: UN Charter, Article 18(3).</summary>
    public static readonly VotingBody GeneralAssembly = Assembly(
        new Majority(1, 2, Strict: true),
        "more than half of the members present and voting; who abstains is not voting",
        "UN Charter, Article 18(3); GA Rules of Procedure, Rule 86"
    );

    /// <summary>The Council of the six-member EEC of 1958: 12 of 17 votes (Treaty of Rome, Article 148(2)).</summary>
    public static readonly VotingBody Eec1958 = new()
    {
        Code = "EEC6",
        Name = "Council of the EEC, 1958",
        Seats = [new("DEU", 4), new("FRA", 4), new("ITA", 4), new("BEL", 2), new("NLD", 2), new("LUX", 1)],
        Threshold = new Quota(12),
        Rule = "twelve of seventeen weighted votes",
        Source = "Treaty of Rome (1957), Article 148(2)",
    };

    /// <summary>The body of a code of the claim language; null where its rule is not known here. For the Assembly that of important questions.</summary>
    public static VotingBody? Find(string code) =>
        code switch
        {
            "UNSC" => SecurityCouncil,
            "UNGA" => GeneralAssemblyImportant,
            _ => null,
        };

    /// <summary>Every rule that a code may mean: what follows must follow under each.</summary>
    public static IReadOnlyList<VotingBody> Readings(string code) =>
        code switch
        {
            "UNSC" => [SecurityCouncil],
            "UNGA" => [GeneralAssemblyImportant, GeneralAssembly],
            _ => [],
        };

    /// <summary>The same members deciding by unanimity: a no of any blocks, who abstains does not (TFEU, Article 238(4)).</summary>
    public static VotingBody Unanimity(VotingBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body with
        {
            Name = body.Name + ", by unanimity",
            Seats = [.. body.Seats.Select(s => new Seat(s.Name, 1, Veto: true))],
            Threshold = new Quota(1),
            Counted = "members",
            Also = [],
            FewestToBlock = null,
            Rule = "no member against and one in favour; who abstains does not block",
        };
    }

    /// <summary>The same members deciding by more than half of those who vote yes or no.</summary>
    public static VotingBody Simple(VotingBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body with
        {
            Name = body.Name + ", by simple majority",
            Threshold = new Majority(1, 2, Strict: true),
            Also = [],
            FewestToBlock = null,
            Rule = "more than half of those who vote yes or no",
        };
    }

    private static VotingBody Assembly(Threshold threshold, string rule, string source) =>
        new()
        {
            Code = "UNGA",
            Name = "UN General Assembly",
            Seats = [.. Enumerable.Range(1, 193).Select(i => new Seat("member " + i.ToString(CultureInfo.InvariantCulture)))],
            Threshold = threshold,
            Rule = rule,
            Source = source,
            IsRotating = static _ => true,
        };
}
