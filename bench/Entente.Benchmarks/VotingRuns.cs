using System.Diagnostics;
using System.Globalization;
using Entente.Models.Voting;
using Entente.Sources.Voting;
using NodaTime;

namespace Entente.Benchmarks;

/// <summary>`bench/run voting`: powers, counts and passage, warm, the best of five. Processor time is what other work on the machine does not change.</summary>
internal static class VotingRuns
{
    public static int Measure()
    {
        Console.WriteLine("| what | clock | processor | limit |");
        Console.WriteLine("|---|---|---|---|");
        var weighted = new VotingBody
        {
            Code = "TEST",
            Name = "A body",
            Seats = [.. Enumerable.Range(0, 200).Select(i => new Seat($"m{i}", 1 + (i * 37 % 50)))],
            Threshold = new Majority(2, 3, Strict: false),
            Rule = "two thirds",
            Source = "made",
        };
        Time("power of 200 members with weights from 1 to 50", "1 s", () => PowerIndex.Of(weighted));
        var bodies = Path.Combine(ProgramRuns.Root, "catalogue", "bodies");
        var today = new LocalDate(2026, 11, 1);
        var (union, assembly, council) = (Read("eu"), Read("unga"), Read("unsc"));
        Time("power of the 27 members of the EU Council", "", () => PowerIndex.Of(union));
        var inhabitants = union with
        {
            Also =
            [
                new(
                    "population",
                    [.. union.Also[0].Weights.Select(w => w * 40_000)],
                    new Quota(((Quota)union.Also[0].Threshold).Yes * 40_000)
                ),
            ],
        };
        Time("the same with weights in inhabitants", "", () => PowerIndex.Of(inhabitants));
        Time(
            "ways of the General Assembly to vote, 3^193",
            "",
            () => VotingDeduction.Count(assembly, new Dictionary<string, IReadOnlyList<Entente.Record.VoteChoice>>())
        );
        Chances[] chances = [.. Enumerable.Range(0, 15).Select(i => new Chances(0.5 + (0.02 * i), 0.2 - (0.01 * i), 0.3 - (0.01 * i)))];
        Time("passage in the Security Council, correlation 0.3", "", () => Passage.Of(council, chances, 0.3));
        return 0;

        VotingBody Read(string code) => VotingBodyFile.Read(Path.Combine(bodies, code + ".yml"), today, []);
    }

    private static void Time(string what, string limit, Func<object> run)
    {
        var (clock, processor) = (double.PositiveInfinity, double.PositiveInfinity);
        using var process = Process.GetCurrentProcess();
        for (var i = 0; i < 5; i++)
        {
            var (began, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
            run();
            clock = Math.Min(clock, watch.Elapsed.TotalSeconds);
            process.Refresh();
            processor = Math.Min(processor, (process.TotalProcessorTime - began).TotalSeconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {clock:0.0000} s | {processor:0.0000} s | {limit} |"));
    }
}
