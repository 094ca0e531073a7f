using System.Globalization;
using Entente.Application.Composition;
using Entente.Models.IdealPoints;
using Entente.Models.Voting;
using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Voting;

namespace Entente.Cli.Commands.Voting;

/// <summary>Puts an answer of `vote` together.</summary>
internal static class VoteAnswering
{
    public static VoteAnswer Answer(CommandContext context, VoteRequest request)
    {
        var (body, file) = Body(context, request);
        var names = new MemberNames(context, body);
        var votes = Votes(names, request);
        var warnings = new List<string>();
        var answer = new VoteAnswer
        {
            Body = body,
            Day = request.Day,
            Files = [(request.Body, DataFileInput.HashOf(file))],
            Votes = votes,
            Correlation = request.Correlation,
            Seed = request.Seed,
        };
        Func<Move, double>? cost = null;
        if (request.Probability is { } path)
        {
            var chances = ChancesFile.Read(path, body, names, votes);
            answer = answer with
            {
                Files = [.. answer.Files, (path, DataFileInput.HashOf(path))],
                Chances = chances,
                Passage = Passage.Of(body, chances, request.Correlation, request.Draws, request.Seed, context.Cancellation),
                CostMeaning = "minus the logarithm of the probability that a member votes so",
            };
            cost = Improbability(body, chances);
        }
        else if (request.IdealPoints is not null)
        {
            var positions = Positions.Of(context, request, body);
            warnings.AddRange(positions.Warnings);
            var cases = positions.Cases(body, votes);
            answer = answer with
            {
                From = positions.Source,
                Chances = Mean(cases),
                Passage = Passage.Mixed(body, cases, request.Draws, request.Seed, context.Cancellation),
                CostMeaning = "distance from the mean position of those who vote so",
            };
            cost = positions.Distance(votes);
        }
        if (votes.Count > 0)
            answer = answer with
            {
                Outcome = body.Decide(votes),
                Pivotal = Movers.Pivotal(body, votes),
                Turning = Movers.Find(body, votes, cost, cancellation: context.Cancellation),
            };
        answer = answer with { Ways = Ways(body, votes, warnings), CostMeaning = votes.Count > 0 ? answer.CostMeaning : null };
        if (request.Power)
            answer = answer with { Power = Power(body, request.Body) };
        return answer with { Warnings = warnings };
    }

    private static (VotingBody Body, string File) Body(CommandContext context, VoteRequest request)
    {
        var file = request.Body;
        if (!request.Body.Contains('.', StringComparison.Ordinal))
        {
            var folders = context.Engine.Bodies();
            var name = request.Body.ToLowerInvariant() + ".yml";
            file =
                folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists)
                ?? throw VoteCommand.Wrong(
                    "BODY",
                    $"'{request.Body}'",
                    $"{string.Join(", ", folders.Where(Directory.Exists).SelectMany(f => Directory.GetFiles(f, "*.yml")).Select(f => Path.GetFileNameWithoutExtension(f).ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal))} or a file",
                    "docs/models/voting.md shows how to write one"
                );
        }
        var body = VotingBodyFile.Read(file, request.Day, request.Quotas);
        if (file != request.Body)
            body = body with { Code = request.Body.ToUpperInvariant() };
        return (
            request.Rule switch
            {
                "unanimity" => VotingBodies.Unanimity(body),
                "simple" => VotingBodies.Simple(body),
                _ => body,
            },
            file
        );
    }

    private static Dictionary<string, VoteChoice> Votes(MemberNames names, VoteRequest request)
    {
        var votes = new Dictionary<string, VoteChoice>(StringComparer.Ordinal);
        foreach (var (choice, option, members) in request.Given)
        foreach (var given in (members ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var member = names.Find(given) ?? throw VoteCommand.Wrong(option, $"'{given}'", names.Expected, names.Near(given));
            if (!votes.TryAdd(member, choice))
                throw VoteCommand.Wrong(option, $"{member} a second time", "each member once");
        }
        return votes;
    }

    private static DeductionCount? Ways(VotingBody body, Dictionary<string, VoteChoice> votes, List<string> warnings)
    {
        try
        {
            return VotingDeduction.Count(
                body,
                votes.ToDictionary(v => v.Key, v => (IReadOnlyList<VoteChoice>)[v.Value], StringComparer.Ordinal)
            );
        }
        catch (ArgumentException e)
        {
            warnings.Add($"the ways to vote are not counted: {Said(e)}");
            return null;
        }
    }

    private static IReadOnlyList<SeatPower> Power(VotingBody body, string where)
    {
        try
        {
            return PowerIndex.Of(body);
        }
        catch (ArgumentException e)
        {
            throw VoteCommand.Wrong(
                where,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{body.Seats.Count} members of {body.Criteria.Count} weights that sum to {body.Criteria.Max(c => c.Total)}"
                ),
                Said(e)["expected ".Length..]
            );
        }
    }

    private static string Said(ArgumentException e) => e.Message.Split(" (Parameter", StringSplitOptions.None)[0];

    private static List<Chances> Mean(IReadOnlyList<(double Weight, IReadOnlyList<Chances> Chances)> cases)
    {
        var total = cases.Sum(c => c.Weight);
        return
        [
            .. Enumerable
                .Range(0, cases[0].Chances.Count)
                .Select(i => new Chances(
                    cases.Sum(c => c.Weight * c.Chances[i].Yes) / total,
                    cases.Sum(c => c.Weight * c.Chances[i].No) / total,
                    cases.Sum(c => c.Weight * c.Chances[i].Abstain) / total
                )),
        ];
    }

    private static Func<Move, double> Improbability(VotingBody body, IReadOnlyList<Chances> chances)
    {
        var at = body.Seats.Index().ToDictionary(s => s.Item.Name, s => s.Index, StringComparer.Ordinal);
        return move =>
        {
            var c = chances[at[move.Seat]];
            return -Math.Log(
                Math.Max(
                    1e-9,
                    move.To == VoteChoice.Yes ? c.Yes
                        : move.To == VoteChoice.No ? c.No
                        : c.Abstain
                )
            );
        };
    }
}
