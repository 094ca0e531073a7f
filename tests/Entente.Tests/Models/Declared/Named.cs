using Entente.Models.Declared;

namespace Entente.Tests.Models.Declared;

/// <summary>Runs a model by the names of its inputs and outputs.</summary>
internal static class Named
{
    /// <summary>What comes out; inputs not given take their defaults.</summary>
    public static IReadOnlyDictionary<string, double> Run(IDeclaredModel model, params (string Name, double Value)[] given)
    {
        given.ShouldAllBe(g => model.Inputs.Any(i => i.Name == g.Name));
        double[] inputs =
        [
            .. model.Inputs.Select(i =>
                given.Any(g => g.Name == i.Name)
                    ? given.Single(g => g.Name == i.Name).Value
                    : i.Default ?? throw new ArgumentException($"expected {i.Name}")
            ),
        ];
        var outputs = new double[model.Outputs.Count];
        model.Evaluate(inputs, outputs);
        return model.Outputs.Select((o, k) => (o.Name, outputs[k])).ToDictionary(o => o.Name, o => o.Item2, StringComparer.Ordinal);
    }
}
