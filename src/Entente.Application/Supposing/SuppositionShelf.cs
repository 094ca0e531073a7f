using Entente.Application.Composition;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Files;
using Entente.Sources.Scenarios;

namespace Entente.Application.Supposing;

/// <summary>A scenario or an argument that can be run by its id.</summary>
/// <param name="Id">The file's name without ending; of the user's own with `~` before it.</param>
/// <param name="Heading">What the file says of itself.</param>
/// <param name="Own">Whether it lies in the user's own folder, and can be changed.</param>
/// <param name="Problem">Why it cannot be read; null where it can.</param>
internal sealed record ShelvedSupposition(string Id, SuppositionFile Heading, bool Own, DataFileException? Problem)
{
    public string File => Heading.File;

    /// <summary>`scenario`, `oil` or `argument`.</summary>
    public string Kind =>
        Heading.Kind switch
        {
            SuppositionKind.Argument => "argument",
            SuppositionKind.Oil => "oil",
            _ => "scenario",
        };
}

/// <summary>
/// The files that `whatif` can run: those that ship, and the user's own in `scenarios` and `arguments` of `$ENTENTE_HOME`. Only the user's own are ever
/// written. What is deleted or written over stays beside it once, so that it can be brought back.
/// </summary>
internal sealed class SuppositionShelf(string root, string? home)
{
    public const int MostText = 256 << 10;
    private const int MostName = 80;
    private const char OwnSign = '~';
    private const string Ending = ".yml";
    private const string Before = ".yml.before";

    private static readonly string[] Folders = ["scenarios", "arguments"];

    public static SuppositionShelf Of(Surroundings surroundings) =>
        new(Composer.Folders(surroundings).Root, DataFolders.UserFolder(surroundings.Environment));

    /// <summary>What the files may name: nothing outside of these is read for them.</summary>
    public IReadOnlyList<string> Readable =>
        [.. new[] { Path.Combine(root, "samples"), home }.OfType<string>().Select(RealPath.Of).OfType<string>()];

    /// <summary>The user's own first, then those that ship, by kind and name.</summary>
    public IReadOnlyList<ShelvedSupposition> All()
    {
        var found = new List<ShelvedSupposition>();
        foreach (var folder in home is null ? [] : Folders)
        foreach (var file in Files(Path.Combine(home!, folder)))
            if (Own(file, folder) is { } own)
                found.Add(own);
        foreach (var folder in Folders)
        foreach (var heading in SuppositionFile.In(Path.Combine(root, "samples", folder)))
            if (found.All(f => f.Id != heading.Name))
                found.Add(new(heading.Name, heading, false, null));
        return found;
    }

    public ShelvedSupposition? Find(string id) => All().FirstOrDefault(f => f.Id == id);

    /// <summary>How a file is told to others: by its place in the clone or in the user's folder, never by where that lies.</summary>
    public string Told(string file)
    {
        var (full, own) = (Path.GetFullPath(file), home is null ? null : Path.GetFullPath(home));
        var of =
            own is not null && RealPath.IsWithin(full, own) ? Path.Combine("$ENTENTE_HOME", Path.GetRelativePath(own, full))
            : RealPath.IsWithin(full, Path.GetFullPath(root)) ? Path.GetRelativePath(Path.GetFullPath(root), full)
            : Path.GetFileName(full);
        return of.Replace('\\', '/');
    }

    /// <summary>Where the user's own file of that id lies, or would.</summary>
    /// <exception cref="WrongUseException">The id is none of an own file.</exception>
    public string OwnFile(string id, bool argument)
    {
        if (home is null)
            throw Wrong(id, "no folder of your own", "ENTENTE_HOME or a home folder");
        if (id.Length < 2 || id[0] != OwnSign)
            throw Wrong(id, "one that ships", "an id of your own, such as ~my-scenario", "save it under a name of your own");
        var name = id[1..];
        if (name.Length > MostName || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw Wrong(id, $"'{name}' as a name", $"at most {MostName} letters, digits, - and _");
        return Path.Combine(home, argument ? Folders[1] : Folders[0], name + Ending);
    }

    /// <summary>Writes the user's own file whole or not at all; what was there before is kept beside it.</summary>
    public static void Save(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var fresh = $"{file}.{Guid.NewGuid():N}.new";
        try
        {
            File.WriteAllText(fresh, text, Surroundings.Utf8);
            if (File.Exists(file))
                File.Move(file, Kept(file), overwrite: true);
            File.Move(fresh, file);
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    /// <summary>Takes the user's own file off the shelf.</summary>
    public static void Delete(string file) => File.Move(file, Kept(file), overwrite: true);

    /// <summary>Puts back what was there before the last change; what is there now takes its place. False where nothing was kept.</summary>
    public static bool Restore(string file)
    {
        var kept = Kept(file);
        if (!File.Exists(kept))
            return false;
        var aside = $"{file}.{Guid.NewGuid():N}.new";
        var was = File.Exists(file);
        if (was)
            File.Move(file, aside);
        File.Move(kept, file);
        if (was)
            File.Move(aside, kept);
        return true;
    }

    private static string Kept(string file) => Path.ChangeExtension(file, null) + Before;

    // What cannot be read is shown with the reason, or it would seem lost; what is something else, such as a base, is left out.
    private static ShelvedSupposition? Own(string file, string folder)
    {
        var id = OwnSign + Path.GetFileNameWithoutExtension(file);
        try
        {
            return SuppositionFile.Read(file, null) is { } heading ? new(id, heading, true, null) : null;
        }
        catch (DataFileException e)
        {
            var kind = folder == Folders[1] ? SuppositionKind.Argument : SuppositionKind.Trade;
            return new(id, new SuppositionFile(file, kind, Path.GetFileName(file), "", []), true, e);
        }
    }

    // "*.yml" also finds what begins like it on some systems.
    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .GetFiles(folder, "*" + Ending)
                .Where(f => f.EndsWith(Ending, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
            : [];

    private static WrongUseException Wrong(string where, string found, string expected, string? hint = null) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
                Hint = hint,
            }
        );
}
