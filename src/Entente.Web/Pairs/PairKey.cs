using System.Globalization;
using Entente.Application.Parties;
using Entente.Application.Profiles;
using Entente.Profiles;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace Entente.Web.Pairs;

/// <summary>A pair of codes.</summary>
internal readonly record struct CodePair(string First, string Second)
{
    public override string ToString() => $"{First},{Second}";
}

/// <summary>All that a profile depends on: whose, which years, as known when, beside whom, of which state of the record.</summary>
internal sealed record PairKey(CodePair Pair, int From, int To, LocalDate AsOf, string Beside, int Generation)
{
    /// <summary>The same pair over every year that there is: what charts are cut from.</summary>
    public PairKey Whole() => this with { From = ProfileWishes.Earliest, To = AsOf.Year, Beside = "" };

    /// <summary>The version of an answer, known before it is made.</summary>
    /// <param name="started">This run of the server.</param>
    /// <param name="part">Which answer of the pair's.</param>
    public string ETag(Started started, string part) =>
        started.ETag(Generation, FormattableString.Invariant($"{Pair}|{From}|{To}|{LocalDatePattern.Iso.Format(AsOf)}|{Beside}|{part}"));
}

/// <summary>Reads what a request says of the pair it is about.</summary>
internal static class PairRequests
{
    /// <summary>Longer than any name; nothing longer is looked up.</summary>
    private const int LongestName = 100;

    /// <exception cref="WrongUseException">Something is none of ours.</exception>
    /// <exception cref="NoSuchPartyException">A party is not known.</exception>
    public static PairKey Read(HttpContext http, Workbench workbench, string first, string second)
    {
        var generation = workbench.Generation;
        var parties = workbench.Engine.Parties();
        var pair = Pair(parties, first, second, "the first party", "the second party");
        var query = http.Request.Query;
        var day = query["as-of"] is [{ Length: > 0 } given] ? CommandDay(given) : workbench.Today;
        var wish = ProfileWishes.Of(pair.First, pair.Second, Year(query, "from"), Year(query, "to"), day, "from and to");
        return new(pair, wish.From, wish.To, day, Beside(query, parties), generation);
    }

    /// <summary>`with=C,D`: another pair to lay the charts beside; null where none is asked for.</summary>
    public static CodePair? With(HttpContext http, Workbench workbench) =>
        http.Request.Query["with"] switch
        {
            [] or [""] => null,
            [{ } given] => Two(workbench.Engine.Parties(), given, "with"),
            _ => throw Wrong("with", "several", "one pair"),
        };

    /// <summary>Two different parties of the catalogue.</summary>
    public static CodePair Pair(PartyBook parties, string first, string second, string firstCalled, string secondCalled)
    {
        var (a, b) = (Party(parties, first, firstCalled), Party(parties, second, secondCalled));
        return a.Code != b.Code ? new(a.Code, b.Code) : throw Wrong(secondCalled, $"{a.Name} twice", "two different parties");
    }

    /// <exception cref="NoSuchPartyException">Nobody is known by it.</exception>
    public static ProfileParty Party(PartyBook parties, string typed, string called) =>
        typed.Length > LongestName ? throw Wrong(called, FormattableString.Invariant($"{typed.Length} characters"), "a name")
        : parties.Find(typed) is { } party ? party
        : throw new NoSuchPartyException(parties.Unknown(called, typed));

    public static int? Year(IQueryCollection query, string name) =>
        query[name] switch
        {
            [] or [""] => null,
            [{ } given] when int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var year) => year,
            var other => throw Wrong(name, $"'{other}'", "a year such as 1990"),
        };

    private static LocalDate CommandDay(string given) => Application.Composition.CommandContext.Day("as-of", given);

    private static string Beside(IQueryCollection query, PartyBook parties)
    {
        var given = query["compare"];
        if (given.Count > ProfileWishes.MostBeside)
            throw Wrong("compare", $"{given.Count} pairs", $"{ProfileWishes.MostBeside} at most");
        return string.Join(';', given.Where(g => !string.IsNullOrEmpty(g)).Select(g => Two(parties, g!, "compare").ToString()));
    }

    private static CodePair Two(PartyBook parties, string given, string where)
    {
        var (first, second) = ProfileWishes.Pair(given, where);
        return Pair(parties, first, second, where, where);
    }

    private static WrongUseException Wrong(string where, string found, string expected) => new(Problems.Problem(where, found, expected));
}

/// <summary>An address names a party that the catalogue does not have.</summary>
internal sealed class NoSuchPartyException(InputProblem problem) : Exception(problem.ToString())
{
    public InputProblem Problem { get; } = problem;
}
