using System.Diagnostics;
using System.Globalization;
using Entente.Checking.Reasoning;
using Entente.Claims.Language;
using Entente.Models;
using Entente.Models.Declared;

namespace Entente.Benchmarks;

/// <summary>
/// `bench/run arguments`: draws of a three-actor tree (chance and three movers, 24 ends) by quantal response, with predicates that suppose moves, warm, on one
/// thread and on two; then everything that a report asks for.
/// </summary>
internal static class ArgumentDrawRuns
{
    private const int Draws = 10_000;
    private const int Rounds = 15;

    public static int Measure()
    {
        var argument = Triangle();
        Console.WriteLine("| what | clock, median | processor, median |");
        Console.WriteLine("|---|---|---|");
        var runs = new ArgumentDraws(argument);
        Time("10,000 draws, predicates under 9 suppositions, one thread", () => runs.Run(Draws, 1, 1));
        Time("the same, two threads", () => runs.Run(Draws, 1, 2));
        Time("the whole report: draws, Sobol, Morris, boxes, flips", () => ArgumentRun.Answer(argument, Draws, 1, 2));
        return 0;
    }

    private static void Time(string what, Action run)
    {
        var (clock, processor) = (new List<double>(), new List<double>());
        run();
        using var process = Process.GetCurrentProcess();
        for (var i = 0; i < Rounds; i++)
        {
            process.Refresh();
            var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
            run();
            clock.Add(watch.Elapsed.TotalMilliseconds);
            process.Refresh();
            processor.Add((process.TotalProcessorTime - before).TotalMilliseconds);
        }
        clock.Sort();
        processor.Sort();
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"| {what} | {clock[Rounds / 2]:0.0} ms | {processor[Rounds / 2]:0.0} ms |")
        );
    }

    private static DeclaredArgument Triangle()
    {
        DeclaredMove Move(string name, int actor, string next, params string[] options) =>
            new()
            {
                Name = name,
                Actor = actor,
                Options = options,
                Next = [.. options.Select(_ => next)],
            };
        var game = new DeclaredGame(
            ["USA", "CHN", "RUS"],
            [
                Move("war.outcome", -1, "hostility", "win", "draw", "lose"),
                Move("hostility", 0, "side", "high", "low"),
                Move("side", 1, "answer", "align", "hedge"),
                Move("answer", 2, "over", "bind", "balance"),
            ],
            [new("over", 1)]
        );
        string[] names = ["gain", "loss", "market", "threat", "trust", "cost", "lambda"];
        var compiler = new PredicateCompiler(game, names, null);
        string[] payoffs =
        [
            "threat * (hostility = high) - cost * (side = align) - 0.2 * (answer = bind)",
            "(side = align) * (gain + 0.3 * (war.outcome = win) - market * (hostility = low)) - loss * (answer = balance and side = align)",
            "trust * (answer = bind and side = align) + cost * (answer = balance) - 0.1 * (war.outcome = lose)",
        ];
        var terms = new Term?[game.Tree.Nodes.Count * 3];
        for (var node = 0; node < game.Tree.Nodes.Count; node++)
        for (var p = 0; p < 3 && game.EndAt(node) >= 0; p++)
            terms[(node * 3) + p] = compiler.Number(ClaimParser.Parse(payoffs[p]).Expression!, game.Path(node)).Term;
        string[] claims =
        [
            "choice(CHN) invariant to war.outcome given hostility = high",
            "choice(CHN) = hedge given hostility = low",
            "p(choice(CHN) = align and choice(RUS) = bind) > 30%",
            "utility(CHN, at: side, of: align) > utility(CHN, at: side, of: hedge)",
            "choice(RUS) invariant to side",
        ];
        var compiled = claims
            .Select(c => ClaimParser.Parse(c).Expression!)
            .Select(e => new ArgumentClaim(e, "", compiler.Predicate(e).Term!, 1))
            .ToList();
        return new()
        {
            Name = "triangle",
            Title = "Triangle",
            Source = new() { Author = "bench", Date = "2024" },
            Unit = "points",
            Actors = [("USA", ""), ("CHN", ""), ("RUS", "")],
            Inputs =
            [
                .. names.Select(n => new DeclaredInput
                {
                    Name = n,
                    Range = n == "lambda" ? new(1, 3, 8) : new(0, 0.5, 1),
                    Origin = InputOrigin.Stated,
                    Author = "bench",
                }),
            ],
            Scenario = new()
            {
                Game = game,
                Payoffs = terms,
                Chances =
                [
                    [Term.Exactly(0.3), Term.Exactly(0.3), Term.Exactly(0.4)],
                    [],
                    [],
                    [],
                ],
                Lambda = Term.Input(6),
                Suppositions = compiler.Suppositions,
            },
            Solution = "logit quantal response",
            Claims = compiled,
            GameText = "",
            File = "",
            Files = [],
        };
    }
}
