using Entente.Sources.Files;

namespace Entente.Cli.Composition;

/// <summary>Puts the parts together: the one place that knows which type does what.</summary>
internal static class Composer
{
    /// <exception cref="WrongUseException">The data folders are missing.</exception>
    public static Engine Compose(Surroundings surroundings)
    {
        var (folders, problem) = DataFolders.Find(surroundings.Environment, surroundings.ProgramFolder);
        if (folders is null)
            throw new WrongUseException(
                new InputProblem
                {
                    Where = problem!.Where,
                    Found = problem.Found,
                    Expected = problem.Expected,
                }
            );
        return new Engine
        {
            Read = (_, path, _) => Missing(path, "the reader"),
            Extract = (_, _) => throw new NotSupportedException("the claim extractor is not in this build"),
            Check = (_, _, _, _) => throw new NotSupportedException("the checker is not in this build"),
            Ask = (_, _) => Missing("ask", "the evaluator"),
            Quantities = _ => throw new NotSupportedException("the quantity reader is not in this build"),
            Record = () => throw new NotSupportedException("the record's tables are not in this build"),
            VerifyRecord = () => throw new NotSupportedException("the record's check is not in this build"),
        };
    }

    private static InputProblem Missing(string where, string part) =>
        new()
        {
            Where = where,
            Found = $"a build without {part}",
            Expected = $"a build with {part}",
        };
}
