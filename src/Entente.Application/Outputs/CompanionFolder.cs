using Entente.Reports;
using Entente.Reports.Obsidian;

namespace Entente.Application.Outputs;

/// <summary>A folder that takes one companion note for each text. Nothing else in it is touched; an older companion of the same text is replaced.</summary>
internal sealed class CompanionFolder(string folder, Surroundings surroundings)
{
    private readonly HashSet<string> written = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="WrongUseException">The note cannot be written.</exception>
    public void Write(string path, Utf8Text text)
    {
        var name = ObsidianNames.Companion(path);
        // Two folders may each have a note of this name.
        for (var n = 2; !written.Add(name); n++)
            name = $"{ObsidianNames.NoteName(path)}-{n}{ObsidianNames.CompanionEnding}";
        using var target = OutputTarget.Open(Path.Combine(folder, name), surroundings);
        target.Write(text);
        target.Complete();
    }
}
