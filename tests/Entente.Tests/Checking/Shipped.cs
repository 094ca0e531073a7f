using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Measures;
using Entente.Record;

namespace Entente.Tests.Checking;

/// <summary>The record and the measures that ship, read once for all tests.</summary>
internal static class Shipped
{
    public static readonly LocalDate Now = new(2026, 6, 1);

    public static MeasureCatalogue Measures { get; } =
        MeasureCatalogue.Parse(File.ReadAllText(Path.Combine(Clone.Root, "catalogue", "measures.yml")), "measures.yml");

    public static MemoryRecord Record { get; } = Load();

    public static EvaluationContext Context(LocalDate? asOf = null) =>
        new()
        {
            Record = Record,
            Measures = Measures,
            AsOf = asOf ?? Now,
        };

    public static Expression Parse(string text)
    {
        var outcome = ClaimParser.Parse(text);
        return outcome.Expression ?? throw new InvalidOperationException($"{text}: {outcome.Error}");
    }

    public static Evaluation Evaluate(string text, LocalDate? asOf = null) => new Evaluator(Context(asOf)).Evaluate(Parse(text));

    private static MemoryRecord Load()
    {
        var root = Path.Combine(Clone.Root, "record");
        var files = Directory
            .EnumerateFiles(root, "*.csv", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText(f)));
        return MemoryRecord.Of(RecordTables.Read(files));
    }
}
