namespace Entente.Sources.Scenarios;

/// <summary>What a user says beside a scenario's, an oil question's or an argument's file.</summary>
public sealed record ScenarioSettings
{
    /// <summary>Values of the file's parameters, by name: codes, several joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Numbers in place of declared ranges, by <see cref="DeclaredRange.Name"/>; one outside of its range is refused.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; init; } = new Dictionary<string, double>();

    /// <summary>A base in place of the file's: `wiod:2011`, or a file; null for the file's own.</summary>
    public string? Base { get; init; }

    /// <summary>How the user gave the parameters, for errors.</summary>
    public string Where { get; init; } = "--set";

    /// <summary>A text in place of the file's, while it is edited; what it names is looked for beside the file. Null for the file's own.</summary>
    public string? Text { get; init; }

    /// <summary>Where a file that another names is looked for when it is not beside it.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    public static ScenarioSettings None { get; } = new();

    /// <summary>The file that another one names: beside it, else in one of <see cref="Folders"/>.</summary>
    /// <param name="folder">Of the file that names it.</param>
    /// <param name="name">As it is named, such as `../scenarios/gone.yml`.</param>
    internal string Beside(string folder, string name)
    {
        var own = Path.Combine(folder, name);
        return Path.Exists(own) ? own : Folders.Select(f => Path.Combine(f, name)).FirstOrDefault(Path.Exists) ?? own;
    }
}
