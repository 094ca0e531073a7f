using System.Globalization;
using Entente.Application.Composition;

namespace Entente.Application.Profiles;

/// <summary>What may be asked of a profile, the same for a command and for a page.</summary>
internal static class ProfileWishes
{
    /// <summary>Where a profile begins unless told otherwise: the first year after the Cold War that most series reach.</summary>
    public const int UsualFrom = 1990;

    /// <summary>The first year that any dataset has.</summary>
    public const int Earliest = 1816;

    /// <summary>Pairs that can be laid beside one; each costs as much as the first.</summary>
    public const int MostBeside = 8;

    /// <param name="first">A code or a name.</param>
    /// <param name="second">Another.</param>
    /// <param name="from">The first year of series; null for the usual.</param>
    /// <param name="to">The last; null for the year of the day.</param>
    /// <param name="day">The day up to which the record is consulted.</param>
    /// <param name="where">What the years are called where they were given.</param>
    /// <exception cref="WrongUseException">The years are not in order, or no years of ours.</exception>
    public static ProfileWish Of(string first, string second, int? from, int? to, LocalDate day, string where)
    {
        var last = to ?? day.Year;
        var wish = new ProfileWish(first, second, from ?? Math.Min(UsualFrom, last), last, day);
        if (wish.From < Earliest || wish.From > wish.To || wish.To > day.Year)
            throw new WrongUseException(
                new InputProblem
                {
                    Where = where,
                    Found = string.Create(CultureInfo.InvariantCulture, $"{wish.From} to {wish.To}"),
                    Expected = string.Create(
                        CultureInfo.InvariantCulture,
                        $"years from {Earliest} to {day.Year}, the first not after the last"
                    ),
                }
            );
        return wish;
    }

    /// <summary>Two parties with a comma between them.</summary>
    /// <exception cref="WrongUseException">They are not two.</exception>
    public static (string First, string Second) Pair(string given, string where)
    {
        var parts = given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2
            ? (parts[0], parts[1])
            : throw new WrongUseException(
                new InputProblem
                {
                    Where = where,
                    Found = $"'{given}'",
                    Expected = "two parties such as USA,GBR",
                }
            );
    }
}
