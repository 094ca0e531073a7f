using System.Globalization;
using Entente.Application.Outputs;
using Entente.Models.Games;

namespace Entente.Cli.Commands.Games;

/// <summary>A solved game for reading, in 80 columns.</summary>
internal static class GameText
{
    private const int WidestName = 30;

    public static void Write(TextWriter output, GameSolution solution)
    {
        WrappedText.Write(output, "", Clean(solution.Game.Title.Length > 0 ? solution.Game.Title : "A game without a title"));
        WrappedText.Write(output, "", Heading(solution));
        var number = 0;
        foreach (var profile in solution.Profiles)
        {
            number++;
            output.Write('\n');
            if (profile.Level is { } level)
                output.Write(string.Create(CultureInfo.InvariantCulture, $"Level {level}\n"));
            else if (solution.Profiles.Count > 1)
                output.Write(string.Create(CultureInfo.InvariantCulture, $"{number}.{InComponent(solution, profile)}\n"));
            Profile(output, solution.Game, profile);
        }
        output.Write('\n');
        WrappedText.Write(output, "", Vouched(solution.Certificate));
        foreach (var warning in solution.Warnings)
            WrappedText.Write(output, "  ", $"Note: {warning}.");
    }

    private static string Heading(GameSolution solution)
    {
        var count = solution.Profiles.Count;
        return solution.Solver switch
        {
            GameSolver.Nash => string.Create(
                CultureInfo.InvariantCulture,
                $"Nash: {count} {(solution.Certificate.Degenerate == true ? "extreme " : "")}{(count == 1 ? "equilibrium" : "equilibria")}"
            ),
            GameSolver.Quantal when !solution.Certificate.Converged => string.Create(
                CultureInfo.InvariantCulture,
                $"Logit quantal response at λ = {solution.Lambda}: did not converge, no figures"
            ),
            GameSolver.Quantal => string.Create(
                CultureInfo.InvariantCulture,
                $"Logit quantal response at λ = {solution.Lambda} (how much payoffs count; not an equilibrium of Nash)"
            ),
            GameSolver.Backward => "Backward induction: what each does from the end of the tree on",
            _ => "Level-k: each level replies best to the one below; level 0 chooses at random",
        };
    }

    private static string InComponent(GameSolution solution, GameProfile profile) =>
        solution.Certificate.Degenerate == true && profile.Component is { } component
            ? string.Create(CultureInfo.InvariantCulture, $" component {component}")
            : "";

    private static void Profile(TextWriter output, GameFile game, GameProfile profile)
    {
        var payoffs = game.Players.Select((player, p) => $"{Name(player)} {Figure(profile.Payoffs[p])}");
        foreach (var choice in profile.Choices)
        {
            var where = choice.Where.Length == 0 ? Name(choice.Player) : $"{Name(choice.Player)} at {Name(choice.Where)}";
            var actions =
                choice.Likelihoods.Count == 0
                    ? "play does not come here"
                    : string.Join(
                        ", ",
                        choice.Actions.Select((a, i) => (a, i)).Where(a => Shown(choice, a.i)).Select(a => Action(choice, a.i))
                    );
            WrappedText.Write(output, "  ", $"{where}: {actions}");
        }
        WrappedText.Write(output, "  ", $"payoffs: {string.Join(", ", payoffs)}");
    }

    // What is never done is left out where something is done for certain or in exact shares.
    private static bool Shown(GameChoice choice, int action) => choice.Likelihoods[action] is not { Exact.IsZero: true };

    private static string Action(GameChoice choice, int action)
    {
        var asGood = choice.AsGood.Count > 0 ? $" (as good: {string.Join(", ", choice.AsGood.Select(Name))})" : "";
        return choice.Likelihoods[action] is { Exact: { } exact } && exact == 1
            ? Name(choice.Actions[action]) + asGood
            : $"{Name(choice.Actions[action])} {Figure(choice.Likelihoods[action])}";
    }

    private static string Figure(Likelihood figure)
    {
        var number = figure.Value.ToString("0.####", CultureInfo.InvariantCulture);
        return figure.Exact is { } exact && !exact.Denominator.IsOne && exact.ToString() is { Length: <= 24 } fraction
            ? $"{fraction} ({number})"
            : number;
    }

    private static string Vouched(GameCertificate certificate)
    {
        var residual =
            certificate.Exact ? "exact arithmetic"
            : certificate.Residual is { } off ? string.Create(CultureInfo.InvariantCulture, $"residual {off:0.#e+0}")
            : "no residual";
        var path = certificate.Path is { } p
            ? string.Create(CultureInfo.InvariantCulture, $", {p.Steps} steps from λ = 0, {p.Turns} turns back")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"Certificate: {residual}{path}; {certificate.Stopped}.");
    }

    private static string Name(string name)
    {
        var clean = Clean(name.Length > 0 ? name : "(no name)");
        return clean.Length <= WidestName ? clean : clean[..WidestName] + "…";
    }

    private static string Clean(string text) => InputProblem.OneLine(text);
}
