namespace Entente.Sources.Scenarios;

/// <summary>What a scenario's file says of itself to texts. Solves and checks nothing.</summary>
/// <param name="StandsFor">The words for measures that it stands for, and on whom.</param>
/// <param name="Groups">Loose names and the regions they stand for.</param>
internal sealed record ScenarioHeading(
    IReadOnlyList<(string Word, string On)> StandsFor,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Groups
)
{
    /// <exception cref="Datasets.Reading.DataFileException">The file is no YAML, or its heading is wrong.</exception>
    public static ScenarioHeading Read(string path)
    {
        var root = ScenarioYaml.Open(path);
        var words = new List<(string, string)>();
        foreach (var node in ScenarioYaml.List(root, "stands_for"))
        {
            ScenarioYaml.Only(node, "word", "on");
            words.Add((ScenarioYaml.Text(node, "word"), ScenarioYaml.Text(node, "on")));
        }
        var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, members) in root["groups"]?.Entries ?? [])
            groups[name] = [.. members.Strings()];
        return new(words, groups);
    }
}
