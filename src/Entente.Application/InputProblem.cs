namespace Entente.Application;

/// <summary>What is wrong with what was given: where, what was found, what was expected, and what to do.</summary>
internal sealed record InputProblem
{
    public static InputProblem Of(Reading.ReadError error) =>
        new()
        {
            Where = error.Where.Length == 0 ? error.Path : $"{error.Path}, {error.Where}",
            Found = error.Found,
            Expected = error.Expected,
            Hint = error.Advice,
        };

    /// <summary>A path, with `:line:column` where there is one, or the option or argument (`--as-of`).</summary>
    public required string Where { get; init; }

    public required string Found { get; init; }

    public required string Expected { get; init; }

    public string? Hint { get; init; }

    /// <summary>One line whatever was found: a hostile file name may hold line ends and escape sequences.</summary>
    public override string ToString() => OneLine($"{Where}: found {Found}, expected {Expected}{(Hint is null ? "" : $" ({Hint})")}");

    public static string OneLine(string text) =>
        string.Create(
            text.Length,
            text,
            (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = char.IsControl(source[i]) ? '\uFFFD' : source[i];
            }
        );
}

/// <summary>Ends a command with status 2 and the problem as its one line. Thrown only by the command line's own code, at the border.</summary>
internal sealed class WrongUseException(InputProblem problem) : Exception(problem.ToString())
{
    public InputProblem Problem { get; } = problem;
}
