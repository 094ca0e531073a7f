using System.Text;
using Entente.Application.Outputs;
using Entente.Checking.Overrides;
using Entente.Sources.Files;

namespace Entente.Application.Inputs;

/// <summary>Where the editors' words are kept: the file of `--overrides`, else the user's own. It is written whole or not at all.</summary>
internal sealed class OverrideStore
{
    private const string DefaultName = "overrides.yml";

    private const long MostBytes = 16 << 20;

    private OverrideStore(string path, OverrideFile file) => (Path, File) = (path, file);

    public string Path { get; }

    public OverrideFile File { get; }

    /// <summary>The words for a check. What is broken in the file is said and left out; a file that was named must be there.</summary>
    /// <exception cref="WrongUseException">The file that was named is missing or cannot be read.</exception>
    public static OverrideBook ForReading(string? given, Surroundings surroundings, Messages messages)
    {
        if (PathOf(given, surroundings) is not { } path || (given is null && !System.IO.File.Exists(path)))
            return OverrideBook.Empty;
        var file = OverrideFile.Parse(Text(path, given is not null), path);
        foreach (var error in file.Errors)
            messages.Say($"entente: left out {error}");
        return file.Book;
    }

    /// <summary>The file as it is to be listed or changed: nothing in it may be broken, lest a change lose it.</summary>
    /// <exception cref="WrongUseException">There is no place for it, or something in it is broken.</exception>
    public static OverrideStore Open(string? given, Surroundings surroundings)
    {
        var path =
            PathOf(given, surroundings)
            ?? throw new WrongUseException(
                new InputProblem
                {
                    Where = "entente verdict",
                    Found = "no folder for your own files",
                    Expected = "ENTENTE_HOME, or --overrides FILE",
                }
            );
        var file = OverrideFile.Parse(Text(path, mustBeThere: false), path);
        if (file.Errors is [var error, ..])
            throw new WrongUseException(
                new InputProblem
                {
                    Where = $"{error.File}:{error.Line}:{error.Column}",
                    Found = error.Found,
                    Expected = error.Expected,
                    Hint = file.Errors.Count > 1 ? $"and {file.Errors.Count - 1} more" : null,
                }
            );
        return new(path, file);
    }

    /// <exception cref="WrongUseException">The file cannot be written.</exception>
    public void Save(string text, Surroundings surroundings)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(Path, "a folder that cannot be made", "a place that can be written");
        }
        using var target = OutputTarget.Open(Path, surroundings);
        target.Writer.Write(text);
        target.Complete();
    }

    /// <summary>The file that applies, whether or not it is there; null where there is no place for one.</summary>
    public static string? PathOf(string? given, Surroundings surroundings) =>
        given ?? (DataFolders.UserFolder(surroundings.Environment) is { } folder ? System.IO.Path.Combine(folder, DefaultName) : null);

    private static string Text(string path, bool mustBeThere)
    {
        try
        {
            if (!System.IO.File.Exists(path))
                return mustBeThere ? throw Unusable(path, "nothing there", "a file of the editors' words") : "";
            if (new FileInfo(path).Length > MostBytes)
                throw Unusable(path, "more than 16 MB", "a file of the editors' words");
            return System.IO.File.ReadAllText(path, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, "a file that cannot be read", "a file of the editors' words");
        }
    }

    private static WrongUseException Unusable(string path, string found, string expected) =>
        new(
            new InputProblem
            {
                Where = path,
                Found = found,
                Expected = expected,
            }
        );
}
