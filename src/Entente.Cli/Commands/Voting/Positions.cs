using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Stores;
using Entente.Cli.Commands.Record;
using Entente.Models.IdealPoints;
using Entente.Models.Voting;
using Entente.Numerics.IdealPoints;
using Entente.Record;
using Entente.Sources.Estimates;

namespace Entente.Cli.Commands.Voting;

/// <summary>Positions of a body's members from the store: a published release, or estimated from the imported votes.</summary>
internal sealed class Positions
{
    /// <summary>Years of votes that positions are estimated from, up to the one asked for.</summary>
    private const int Years = 10;
    private const int FewestCalls = 20;
    private readonly Dictionary<string, (double Position, double Error)> found;

    private Positions(Dictionary<string, (double, double)> found, string source, IReadOnlyList<string> warnings) =>
        (this.found, Source, Warnings) = (found, source, warnings);

    public string Source { get; }

    public IReadOnlyList<string> Warnings { get; }

    public static Positions Of(CommandContext context, VoteRequest request, VotingBody body)
    {
        using var store =
            Stores.OpenExisting(context)
            ?? throw VoteCommand.Wrong(
                "--ideal-points",
                "no store",
                "imported votes or ideal points",
                "entente record import unga-ideal-points FILE"
            );
        var states = context.Engine.States();
        Dictionary<string, (double, double)> found;
        string source;
        if (request.IdealPoints == "imported")
        {
            var release =
                UngaRollCalls.Release(store, states, null, "all", context.Cancellation)
                ?? throw VoteCommand.Wrong(
                    "--ideal-points",
                    "no imported release",
                    "unga-ideal-points imported before",
                    "entente record import unga-ideal-points FILE"
                );
            var year = Year(request.Year, release.Points.Min(p => p.Year), release.Points.Max(p => p.Year));
            found = release
                .Points.Where(p => p.Year == year)
                .ToDictionary(p => p.State, p => (p.Value, p.Deviation ?? 0), StringComparer.Ordinal);
            source = string.Create(
                CultureInfo.InvariantCulture,
                $"ideal points of {year}, {release.Import.Dataset} {release.Import.Vintage}"
            );
        }
        else
        {
            var read = UngaRollCalls.Read(store, states, context.Cancellation);
            // The last session runs into January: a year of a few roll calls is none to ask for unasked.
            var last = read.Calls.GroupBy(c => c.Year).Where(g => g.Count() >= FewestCalls).Max(g => g.Key);
            var year = Year(request.Year, read.Calls.Min(c => c.Year), last);
            var selected = SelectedVotes.Of(
                read.Calls,
                read.Votes,
                new VoteSelection
                {
                    ByYear = true,
                    From = year - Years + 1,
                    To = year,
                }
            );
            var fit = FastFit.Run(
                selected.Votes,
                new IdealPointOptions { PositiveState = Math.Max(0, selected.StateAt("USA")) },
                cancellation: context.Cancellation
            );
            if (!fit.Converged)
                throw VoteCommand.Wrong(
                    "--ideal-points estimated",
                    "a fit that did not converge",
                    "another --year, or --ideal-points imported"
                );
            found = new IdealPointEstimate(selected, fit, null)
                .Points.GroupBy(p => p.State, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => (g.Last().Position, g.Last().Error), StringComparer.Ordinal);
            source = string.Create(
                CultureInfo.InvariantCulture,
                $"ideal points of {year}, estimated from {read.Import.Dataset} {read.Import.Vintage} of {year - Years + 1}-{year}"
            );
        }
        var without = body.Seats.Where(s => !found.ContainsKey(s.Name)).Select(s => s.Name).ToList();
        if (without.Count == body.Seats.Count)
            throw VoteCommand.Wrong(
                "--ideal-points",
                $"no position of any member of {body.Code}",
                "a body of states that vote in the General Assembly"
            );
        return new(found, source, without.Count == 0 ? [] : [$"no position, taken as between all others: {string.Join(", ", without)}"]);
    }

    /// <summary>Texts that the known votes may be on, each with its weight and the probabilities of every member under it.</summary>
    public IReadOnlyList<(double Weight, IReadOnlyList<Chances> Chances)> Cases(
        VotingBody body,
        IReadOnlyDictionary<string, VoteChoice> votes
    )
    {
        var known = votes
            .Where(v => found.ContainsKey(v.Key) && v.Value != VoteChoice.Absent)
            .Select(v =>
                (
                    found[v.Key].Position,
                    v.Value == VoteChoice.Yes ? 0
                    : v.Value == VoteChoice.Abstain ? 1
                    : 2
                )
            )
            .ToList();
        return
        [
            .. TextGrid
                .Of(known)
                .Select(t =>
                    (
                        t.Weight,
                        (IReadOnlyList<Chances>)
                            [
                                .. body.Seats.Select(s =>
                                {
                                    if (votes.TryGetValue(s.Name, out var vote))
                                        return Chances.Certain(vote);
                                    // Positions of all states and years have mean 0 and variance 1: who has none may stand anywhere.
                                    var (position, error) = found.GetValueOrDefault(s.Name, (0, 1));
                                    var (yes, abstain, no) = t.Text.Chances(position, error);
                                    return new Chances(yes, no, abstain);
                                }),
                            ]
                    )
                ),
        ];
    }

    /// <summary>How far a member stands from those who vote as it is to vote; where nobody does, from the farthest of the others.</summary>
    public Func<Move, double> Distance(IReadOnlyDictionary<string, VoteChoice> votes)
    {
        var means = votes
            .Where(v => found.ContainsKey(v.Key))
            .GroupBy(v => v.Value)
            .ToDictionary(g => g.Key, g => g.Average(v => found[v.Key].Position));
        var all = found.Values.Average(f => f.Position);
        return move => Math.Abs(found.GetValueOrDefault(move.Seat, (all, 0)).Position - means.GetValueOrDefault(move.To, all));
    }

    private static int Year(int? asked, int first, int last) =>
        asked is not { } year ? last
        : year >= first && year <= last ? year
        : throw VoteCommand.Wrong(
            "--year",
            year.ToString(CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"a year from {first} to {last}")
        );
}
