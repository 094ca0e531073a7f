using Entente.Reports;

namespace Entente.Application.Outputs;

/// <summary>
/// Where results go: standard output, or a file that appears whole or not at all (written beside its place, then moved onto it).
/// </summary>
internal sealed class OutputTarget : IDisposable
{
    private readonly string? path;
    private readonly string? temporary;
    private bool completed;
    private PictureFolder? pictures;

    private OutputTarget(StreamWriter writer, string? path, string? temporary) =>
        (Writer, this.path, this.temporary) = (writer, path, temporary);

    public StreamWriter Writer { get; }

    /// <summary>Takes pictures that belong beside the file; null on standard output, which has no beside.</summary>
    public PictureFolder? Pictures => path is null ? null : pictures ??= PictureFolder.Beside(path);

    /// <param name="path">The file of `--out`; null for standard output.</param>
    /// <param name="surroundings">Gives standard output.</param>
    /// <exception cref="WrongUseException">The file cannot be written.</exception>
    public static OutputTarget Open(string? path, Surroundings surroundings)
    {
        if (path is null)
            return new(new StreamWriter(surroundings.OpenOutput(), Surroundings.Utf8, bufferSize: 16 << 10) { NewLine = "\n" }, null, null);
        if (Directory.Exists(path))
            throw Failure(path, "a folder", "a file name");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw Failure(path, $"no folder '{folder}'", "a file in a folder that is there");
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.part");
        try
        {
            return new(
                new StreamWriter(new FileStream(temporary, FileMode.Create, FileAccess.Write), Surroundings.Utf8) { NewLine = "\n" },
                path,
                temporary
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(path, "a place that cannot be written", "a writable folder");
        }
    }

    /// <summary>Writes a part that is UTF-8 already, after what the writer has taken.</summary>
    public void Write(Utf8Text part)
    {
        Writer.Flush();
        part.CopyTo(Writer.BaseStream);
    }

    /// <summary>Everything was written: flushes, and puts a file in its place.</summary>
    public void Complete()
    {
        Writer.Flush();
        pictures?.Complete();
        if (temporary is not null)
        {
            Writer.Dispose();
            try
            {
                File.Move(temporary, path!, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Failure(path!, "a file that cannot be replaced", "a writable file");
            }
        }
        completed = true;
    }

    public void Dispose()
    {
        pictures?.Dispose();
        if (completed)
            return;
        try
        {
            Writer.Dispose();
        }
        catch (IOException)
        {
            // The reader of the pipe has gone; there is nobody left to tell.
        }
        if (temporary is not null)
            File.Delete(temporary);
    }

    private static WrongUseException Failure(string path, string found, string expected) =>
        new(
            new InputProblem
            {
                Where = $"--out {path}",
                Found = found,
                Expected = expected,
            }
        );
}
