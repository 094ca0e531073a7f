using Entente.Catalogue;
using Entente.Checking.Reasoning;
using Entente.Models.Declared;
using Entente.Sources.Scenarios;

namespace Entente.Sources.Arguments;

/// <summary>A named model in an argument's file: `model: {name: NAME, inputs: {input: EXPRESSION}}`.</summary>
internal static class ArgumentModels
{
    public static IDeclaredModel Of(LocatedNode node, IReadOnlyList<IDeclaredModel> models)
    {
        ScenarioYaml.Only(node, "name", "inputs");
        var name = ScenarioYaml.Text(node, "name");
        return models.FirstOrDefault(m => m.Name == name)
            ?? throw ScenarioYaml.Wrong(
                node["name"],
                node.File,
                $"the model '{name}'",
                $"one of {string.Join(", ", models.Select(m => m.Name))}"
            );
    }

    public static IReadOnlyList<Term> Inputs(
        LocatedNode node,
        IDeclaredModel model,
        PredicateCompiler compiler,
        IReadOnlyList<DeclaredInput> declared
    )
    {
        var given = node["inputs"] ?? node;
        var situation = new Situation(new(), declared.Count);
        for (var i = 0; i < declared.Count; i++)
            situation.Inputs[i] = declared[i].Range.Mode;
        foreach (var (key, value) in node["inputs"]?.Entries ?? [])
            if (model.Inputs.All(i => i.Name != key))
                throw ScenarioYaml.Wrong(
                    value,
                    node.File,
                    $"the input '{key}'",
                    $"one of {string.Join(", ", model.Inputs.Select(i => i.Name))}"
                );
        var terms = new List<Term>();
        foreach (var input in model.Inputs)
        {
            if (node["inputs"]?[input.Name] is not { } value)
            {
                terms.Add(
                    input.Default is { } otherwise
                        ? Term.Exactly(otherwise)
                        : throw ScenarioYaml.Wrong(given, node.File, $"no '{input.Name}'", $"{input.Meaning} ({input.Unit})")
                );
                continue;
            }
            var (term, error) = compiler.Number(ArgumentYaml.Expression(value, input.Meaning), []);
            terms.Add(term ?? throw ArgumentYaml.Wrong(value, error!));
            var mode = term.Of(situation);
            if (!(mode >= input.Least && mode <= input.Most))
                throw ScenarioYaml.Wrong(
                    value,
                    node.File,
                    FormattableString.Invariant($"{mode:G6} for '{input.Name}'"),
                    FormattableString.Invariant($"{input.Least:G6} to {input.Most:G6} ({input.Unit})")
                );
        }
        return terms;
    }
}
