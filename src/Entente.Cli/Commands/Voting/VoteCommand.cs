using System.CommandLine;
using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Stores;
using Entente.Models.Voting;
using Entente.Record;

namespace Entente.Cli.Commands.Voting;

/// <summary>`vote`: what a body's rule makes of votes.</summary>
internal static class VoteCommand
{
    private const string Name = "vote";
    private const string Description = "What a voting body's rule makes of votes: passage, pivotal members, power, probability.";
    private const int MostDraws = 10_000_000;

    /// <summary>The name alone, for the list of commands.</summary>
    public static Command Named() => new(Name, Description);

    public static Command Create(CommandContext context)
    {
        var body = new Argument<string>("BODY")
        {
            Description = "UNSC, UNGA, EU, or a body of your own: FILE.yml, or FILE.csv with --quota.",
        };
        var yes = Members("--yes", "Who votes yes: codes or names, with commas between.");
        var no = Members("--no", "Who votes no.");
        var abstain = Members("--abstain", "Who abstains.");
        var power = new Option<bool>("--power") { Description = "A-priori power: Shapley-Shubik and Banzhaf, exact." };
        var probability = new Option<string?>("--probability")
        {
            Description = "The probability of passage from a CSV with the columns member, yes, no, abstain.",
            HelpName = "FILE",
        };
        var correlation = new Option<double>("--correlation")
        {
            Description = "How much votes share one shock, 0 to 1 (default: 0, independent).",
            HelpName = "R",
        };
        var ideal = new Option<string?>("--ideal-points")
        {
            Description = "Probabilities from ideal points and the votes given: imported (a release) or estimated (from imported votes).",
            HelpName = "imported|estimated",
        };
        ideal.AcceptOnlyFromAmong("imported", "estimated");
        var year = new Option<int?>("--year") { Description = "The year of the ideal points (default: the last).", HelpName = "YEAR" };
        var rule = new Option<string?>("--rule") { Description = "In place of the body's rule.", HelpName = "simple|unanimity" };
        rule.AcceptOnlyFromAmong("simple", "unanimity");
        var quota = new Option<string[]>("--quota")
        {
            Description = "For a CSV: 12, 65% or COLUMN=65%; several are all to be met.",
            HelpName = "N",
        };
        var date = new Option<string?>("--date") { Description = "Members are those of this day (default: today).", HelpName = "DATE" };
        var draws = new Option<int>("--draws")
        {
            Description = "Draws where a probability cannot be added up (default: 100000).",
            DefaultValueFactory = _ => 100_000,
            HelpName = "N",
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "The same seed gives the same draws (default: 1).",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        var (format, output) = (CommonOptions.Format("text", "json"), CommonOptions.Out());
        var command = new Command(Name, Description)
        {
            body,
            yes,
            no,
            abstain,
            power,
            probability,
            correlation,
            ideal,
            year,
            rule,
            quota,
            date,
            draws,
            seed,
            format,
            output,
        };
        command.SetAction(parsed =>
        {
            var request = new VoteRequest
            {
                Body = parsed.GetValue(body)!,
                Given =
                [
                    (VoteChoice.Yes, "--yes", parsed.GetValue(yes)),
                    (VoteChoice.No, "--no", parsed.GetValue(no)),
                    (VoteChoice.Abstain, "--abstain", parsed.GetValue(abstain)),
                ],
                Power = parsed.GetValue(power),
                Probability = parsed.GetValue(probability),
                Correlation = parsed.GetValue(correlation),
                IdealPoints = parsed.GetValue(ideal),
                Year = parsed.GetValue(year),
                Rule = parsed.GetValue(rule),
                Quotas = parsed.GetValue(quota) ?? [],
                Day = parsed.GetValue(date) is { } day ? CommandContext.Day("--date", day) : context.Surroundings.Today.Today,
                Draws = parsed.GetValue(draws),
                Seed = parsed.GetValue(seed),
            };
            if (!(request.Correlation is >= 0 and <= 1))
                throw Wrong("--correlation", Number(request.Correlation), "a number from 0 to 1");
            if (request.Draws is < 1000 or > MostDraws)
                throw Wrong("--draws", Number(request.Draws), $"a whole number from 1000 to {Number(MostDraws)}");
            if (request is { Probability: not null, IdealPoints: not null })
                throw Wrong("--ideal-points", "--probability beside it", "one of them");
            var answer = VoteAnswering.Answer(context, request);
            using var target = OutputTarget.Open(parsed.GetValue(output), context.Surroundings);
            if (parsed.GetValue(format) == "json")
                VoteJson.Write(target.Writer, answer);
            else
                VoteText.Write(target.Writer, answer);
            target.Complete();
            return ExitStatus.Done;
        });
        return command;
    }

    public static WrongUseException Wrong(string where, string found, string expected, string? hint = null) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
                Hint = hint,
            }
        );

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static Option<string?> Members(string name, string description) => new(name) { Description = description, HelpName = "A,B" };
}

/// <summary>What was asked for.</summary>
internal sealed record VoteRequest
{
    public required string Body { get; init; }

    public required IReadOnlyList<(VoteChoice Choice, string Option, string? Members)> Given { get; init; }

    public bool Power { get; init; }

    public string? Probability { get; init; }

    public double Correlation { get; init; }

    public string? IdealPoints { get; init; }

    public int? Year { get; init; }

    public string? Rule { get; init; }

    public IReadOnlyList<string> Quotas { get; init; } = [];

    public required NodaTime.LocalDate Day { get; init; }

    public int Draws { get; init; }

    public ulong Seed { get; init; }
}
