using System.Globalization;
using Entente.Models.Voting;
using Entente.Record;
using Entente.Sources.Datasets.Reading;

namespace Entente.Cli.Commands.Voting;

/// <summary>The CSV of `--probability`: columns member, yes, no, abstain; every member once, its three probabilities summing to one.</summary>
internal static class ChancesFile
{
    private const double Slack = 1e-6;

    /// <param name="path">The file.</param>
    /// <param name="body">Whose members.</param>
    /// <param name="names">Who is meant.</param>
    /// <param name="votes">Votes known already, which need no row and overrule one.</param>
    /// <returns>One for each seat, in their order.</returns>
    public static IReadOnlyList<Chances> Read(
        string path,
        VotingBody body,
        MemberNames names,
        IReadOnlyDictionary<string, VoteChoice> votes
    )
    {
        using var table = new CsvTable(DataFileInput.Of(path)[0]);
        var (member, yes, no, abstain) = (table.Column("member"), table.Column("yes"), table.Column("no"), table.Column("abstain"));
        var read = new Dictionary<string, (Chances Chances, int Line)>(StringComparer.Ordinal);
        while (table.Next())
        {
            var given = table.Required(member);
            var seat = names.Find(given) ?? throw table.Bad(member, CsvTable.Shown(given), names.Expected, names.Near(given));
            if (read.TryGetValue(seat, out var before))
                throw table.Bad(
                    member,
                    $"{seat} a second time",
                    string.Create(CultureInfo.InvariantCulture, $"each member once; the first is on line {before.Line}")
                );
            var chances = new Chances(Share(table, yes), Share(table, no), Share(table, abstain));
            var sum = chances.Yes + chances.No + chances.Abstain;
            if (Math.Abs(sum - 1) > Slack)
                throw table.Bad(
                    yes,
                    string.Create(CultureInfo.InvariantCulture, $"probabilities of {seat} that sum to {sum:0.######}"),
                    "yes, no and abstain that sum to 1"
                );
            read[seat] = (new(chances.Yes / sum, chances.No / sum, chances.Abstain / sum), table.Line);
        }
        var missing = body.Seats.Where(s => !read.ContainsKey(s.Name) && !votes.ContainsKey(s.Name)).Select(s => s.Name).ToList();
        if (missing.Count > 0)
            throw VoteCommand.Wrong(
                path,
                $"no row for {string.Join(", ", missing.Take(6))}{(missing.Count > 6 ? string.Create(CultureInfo.InvariantCulture, $" and {missing.Count - 6} more") : "")}",
                "a row for each member whose vote is not given"
            );
        return [.. body.Seats.Select(s => votes.TryGetValue(s.Name, out var vote) ? Chances.Certain(vote) : read[s.Name].Chances)];
    }

    private static double Share(CsvTable table, int column) =>
        table.Real(column) is >= 0 and <= 1 and var share
            ? share
            : throw table.Bad(column, CsvTable.Shown(table.Text(column)), "a probability from 0 to 1");
}
