using System.Text;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Results;
using Entente.Record;
using Entente.Sources.Files;

namespace Entente.Application.Inputs;

/// <summary>The file of the user's own facts while a command changes it: nobody else does meanwhile, and it is written whole or not at all.</summary>
internal sealed class OwnFactsFile : IDisposable
{
    private readonly IDisposable turn;
    private readonly Surroundings surroundings;

    private OwnFactsFile(string path, IReadOnlyList<Observation> rows, IDisposable turn, Surroundings surroundings) =>
        (Path, Rows, this.turn, this.surroundings) = (path, rows, turn, surroundings);

    public string Path { get; }

    /// <summary>The facts as they were when the file was opened.</summary>
    public IReadOnlyList<Observation> Rows { get; }

    /// <exception cref="WrongUseException">There is no place for it, it cannot be written, or something in it is broken.</exception>
    public static OwnFactsFile Open(CommandContext context)
    {
        var surroundings = context.Surroundings;
        var path = DataFolders.UserFolder(surroundings.Environment) is { } home
            ? System.IO.Path.Combine(home, "record", OwnTables.Facts)
            : throw Wrong("ENTENTE_HOME", "no folder for your own files", "ENTENTE_HOME set to a folder that can be written");
        IDisposable? turn = null;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            turn = TurnLock.Take(path);
            IReadOnlyList<Observation> rows = [];
            if (File.Exists(path))
            {
                var table = RecordTableReader.Read(File.ReadAllText(path, Encoding.UTF8), OwnTables.Facts);
                if (table.Errors is [var error, ..])
                    throw Wrong($"{path}:{error.Line}:{error.Column}", error.Found, error.Expected);
                rows = table.Rows;
            }
            var file = new OwnFactsFile(path, rows, turn, surroundings);
            turn = null;
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, "a place that cannot be written", "a folder that can be written");
        }
        finally
        {
            turn?.Dispose();
        }
    }

    /// <summary>The table of some facts.</summary>
    public static string Text(IEnumerable<Observation> rows) =>
        string.Concat(rows.Select(RecordTableWriter.Line).Prepend(RecordTableReader.Header).Select(l => l + "\n"));

    public void Save(IEnumerable<Observation> rows)
    {
        using var target = OutputTarget.Open(Path, surroundings);
        target.Writer.Write(Text(rows));
        target.Complete();
    }

    public void Dispose() => turn.Dispose();

    private static WrongUseException Wrong(string where, string found, string expected) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
            }
        );
}
