using Entente.Reports.Charts;
using Entente.Reports.Pages;

namespace Entente.Application.Outputs;

/// <summary>
/// The pictures of a report in Markdown, in a folder beside it (`report.assets` for `report.md`). They are gathered aside and put in place together with
/// the report, or not at all. A file of that name that is no picture of ours stays as it is, and the report is refused.
/// </summary>
internal sealed class PictureFolder : IPictures, IDisposable
{
    private readonly Lock door = new();
    private readonly string folder;
    private readonly string aside;
    private readonly bool shared;
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="folder">Where they go.</param>
    /// <param name="shared">True where several reports keep their pictures in it, so that those of others stay.</param>
    private PictureFolder(string folder, bool shared)
    {
        this.folder = folder;
        this.shared = shared;
        aside = Path.Combine(Path.GetDirectoryName(folder)!, $".{Path.GetFileName(folder)}.{Environment.ProcessId}.part");
    }

    /// <summary>Beside one report, which alone has them.</summary>
    public static PictureFolder Beside(string report) => new(Path.ChangeExtension(Path.GetFullPath(report), ".assets"), shared: false);

    /// <summary>In a folder of companion notes, for all of them.</summary>
    public static PictureFolder Within(string companions) =>
        new(Path.Combine(Path.GetFullPath(companions), "entente.assets"), shared: true);

    /// <exception cref="WrongUseException">The place is taken by something that is not ours, or cannot be written.</exception>
    public string Add(string name, string svg)
    {
        var file = Safe(name) + ".svg";
        lock (door)
        {
            if (names.Count == 0)
                Prepare();
            if (names.Add(file))
            {
                var place = Path.Combine(folder, file);
                if ((File.Exists(place) || Directory.Exists(place)) && !IsOurs(place))
                    throw Failure(
                        place,
                        "a file that is no picture of Entente's",
                        "a name that is free; move the file, or choose another --out"
                    );
                Written(() => File.WriteAllText(Path.Combine(aside, file), svg, Surroundings.Utf8));
            }
        }
        return $"{Path.GetFileName(folder)}/{file}";
    }

    /// <summary>Everything was written: puts the pictures in their place and takes away those of an earlier report that this one has no more.</summary>
    public void Complete()
    {
        if (names.Count == 0)
            return;
        Written(() =>
        {
            Directory.CreateDirectory(folder);
            foreach (var file in names)
                File.Move(Path.Combine(aside, file), Path.Combine(folder, file), overwrite: true);
            if (!shared)
                foreach (var old in Directory.GetFiles(folder, "*.svg"))
                    if (!names.Contains(Path.GetFileName(old)) && IsOurs(old))
                        File.Delete(old);
            Directory.Delete(aside, recursive: true);
        });
    }

    public void Dispose()
    {
        if (Directory.Exists(aside))
            Directory.Delete(aside, recursive: true);
    }

    private void Prepare()
    {
        if (File.Exists(folder) || new DirectoryInfo(folder).LinkTarget is not null)
            throw Failure(folder, "a file or a link", "a folder for the report's pictures, or nothing");
        Written(() => Directory.CreateDirectory(aside));
    }

    private static bool IsOurs(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).LinkTarget is not null)
            return false;
        using var reader = new StreamReader(path, Surroundings.Utf8);
        var begin = new char[ChartDrawing.FileBegin.Length];
        return reader.ReadBlock(begin) == begin.Length && begin.AsSpan().SequenceEqual(ChartDrawing.FileBegin);
    }

    private static string Safe(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));

    private void Written(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(folder, "a place that cannot be written", "a writable folder");
        }
    }

    private static WrongUseException Failure(string where, string found, string expected) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
            }
        );
}
