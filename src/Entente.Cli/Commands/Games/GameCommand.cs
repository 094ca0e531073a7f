using System.CommandLine;
using System.Security.Cryptography;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Application.Stores;
using Entente.Models.Declared;
using Entente.Models.Games;
using Entente.Sources.Arguments;

namespace Entente.Cli.Commands.Games;

/// <summary>`game`: games from Gambit's files.</summary>
internal static class GameCommand
{
    private const string Name = "game";
    private const string Description =
        "Solves games in Gambit's files and arguments': Nash, quantal response, backward induction, level-k.";
    private const int HighestLevel = 100;

    private static readonly (string Word, GameSolver Solver)[] Solvers =
    [
        ("nash", GameSolver.Nash),
        ("qre", GameSolver.Quantal),
        ("backward", GameSolver.Backward),
        ("level-k", GameSolver.LevelK),
    ];

    /// <summary>The name alone, for the list of commands.</summary>
    public static Command Named() => new(Name, Description);

    public static Command Create(CommandContext context)
    {
        var path = new Argument<string>("FILE")
        {
            Description = "A game: .nfg or .efg, an argument's .yml (at the modes of its numbers), or - for standard input.",
        };
        var solver = new Option<string>("--solver")
        {
            Description = "nash: all equilibria; qre: logit quantal response; backward: from the end of a tree; level-k.",
            HelpName = string.Join('|', Solvers.Select(s => s.Word)),
            DefaultValueFactory = _ => Solvers[0].Word,
        };
        solver.AcceptOnlyFromAmong([.. Solvers.Select(s => s.Word)]);
        var lambda = new Option<double>("--lambda")
        {
            Description = "How much payoffs count in qre, per unit of payoff: 0 is chance alone (default: 1, of an argument its own).",
            HelpName = "L",
            DefaultValueFactory = _ => 1,
        };
        var levels = new Option<int>("--levels")
        {
            Description = "The highest level of level-k (default: 3).",
            HelpName = "K",
            DefaultValueFactory = _ => 3,
        };
        var format = CommonOptions.Format("text", "json");
        var output = CommonOptions.Out();
        var solve = new Command("solve", "Solves a game.") { path, solver, lambda, levels, format, output };
        solve.SetAction(parsed =>
        {
            var request = new Request(
                parsed.GetValue(path)!,
                Solvers.First(s => s.Word == parsed.GetValue(solver)),
                parsed.GetValue(lambda),
                parsed.GetValue(levels),
                LambdaGiven: parsed.GetResult(lambda) is { Implicit: false }
            );
            if (!double.IsFinite(request.Lambda) || request.Lambda < 0)
                throw Wrong("--lambda", FormattableString.Invariant($"{request.Lambda}"), "a number from 0");
            if (request.Levels is < 0 or > HighestLevel)
                throw Wrong("--levels", FormattableString.Invariant($"{request.Levels}"), $"a whole number from 0 to {HighestLevel}");
            return Run(context, request, parsed.GetValue(format)!, parsed.GetValue(output));
        });
        return new(Name, Description) { solve, PositionsCommand.Create(context) };
    }

    private static int Run(CommandContext context, Request request, string format, string? file)
    {
        var read = BoundedBytes.Read(new InputItem { Path = request.Path, Named = true }, context.Surroundings.OpenInput);
        var bytes = read.Value ?? throw new WrongUseException(read.Problem!);
        var solution = request.Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            ? Argued(context, request)
            : Solve(request, bytes, context.Cancellation);
        using var target = OutputTarget.Open(file, context.Surroundings);
        if (format == "json")
            GameJson.Write(target.Writer, solution, request.Solver.Word, request.Path, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        else
            GameText.Write(target.Writer, solution);
        target.Complete();
        return ExitStatus.Done;
    }

    /// <summary>An argument's game, with its numbers at their modes.</summary>
    private static GameSolution Argued(CommandContext context, Request request)
    {
        var argument = ArgumentFile.Read(request.Path, context.Engine.Arguing(context.AsOf(null), context.Cancellation));
        var modes = argument.Inputs.Select(i => i.Range.Mode).ToArray();
        if (DeclaredGameFile.Of(argument.Title, argument.Scenario, modes) is not { } game)
            throw Wrong(request.Path, "an argument that rests on a named model", "one with moves and ends");
        var own = argument.Inputs.FirstOrDefault(i => i.Name == "lambda")?.Range.Mode;
        var lambda = request.LambdaGiven ? request.Lambda : own ?? request.Lambda;
        try
        {
            return GameSolving.Solve(game, request.Solver.Solver, lambda, request.Levels, context.Cancellation);
        }
        catch (UnsolvableGameException e)
        {
            throw Wrong(request.Path, e.Found, e.Expected);
        }
    }

    private static GameSolution Solve(Request request, byte[] bytes, CancellationToken cancellation) =>
        GameInput.Use(
            request.Path,
            bytes,
            text => GameSolving.Solve(GambitReader.Read(text), request.Solver.Solver, request.Lambda, request.Levels, cancellation)
        );

    /// <summary>What is wrong with an input or an option.</summary>
    internal static WrongUseException Wrong(string where, string found, string expected) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
            }
        );

    private sealed record Request(string Path, (string Word, GameSolver Solver) Solver, double Lambda, int Levels, bool LambdaGiven);
}
