using Entente.Claims.Language;
using Entente.Measures;

namespace Entente.Tests.Claims.Language;

/// <summary>The shipped measures, and a few names of each kind.</summary>
internal sealed class TestNames : ITypeEnvironment
{
    private const string Measures_ = "catalogue/measures.yml";

    private readonly Dictionary<NameKind, string[]> _names = new()
    {
        [NameKind.Actor] = ["CHN", "RUS", "USA", "IND", "PAK", "UKR", "Gazprom"],
        [NameKind.Body] = ["UNSC", "UNGA", "SCO", "EU", "BRICS"],
        [NameKind.Item] = ["energy", "laptops", "cars", "brent"],
        [NameKind.Event] = ["joint_statement_2022", "ukraine_invasion_2022", "crimea_annexation_2014"],
    };

    private TestNames() { }

    public static TestNames Instance { get; } = new();

    public IReadOnlyDictionary<string, MeasureDefinition> Measures { get; } =
        MeasureCatalogue.Parse(File.ReadAllText(Path.Combine(Clone.Root, Measures_)), Measures_).ById;

    public bool Knows(NameKind kind, string name) => _names[kind].Contains(name);

    public IEnumerable<string> Names(NameKind kind) => _names[kind];
}
