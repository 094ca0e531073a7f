using Entente.Models.Declared;

namespace Entente.Tests.Models.Declared;

/// <summary>What holds of every model that a file can name.</summary>
public sealed class DeclaredModelTests
{
    public static TheoryData<string> Names => [.. DeclaredModels.All.Select(m => m.Name)];

    [Fact]
    public void Each_is_found_by_its_name_and_by_no_other()
    {
        DeclaredModels.All.Select(m => m.Name).ShouldBeUnique();
        DeclaredModels.All.ShouldAllBe(m => DeclaredModels.Named(m.Name) == m);
        DeclaredModels.Named("Wedge").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_inputs_and_outputs_are_named_once_and_have_sense(string name)
    {
        var model = DeclaredModels.Named(name)!;
        model.Name.ShouldAllBe(c => char.IsAsciiLetterLower(c) || c == '-');
        model.Inputs.Select(i => i.Name).Concat(model.Outputs.Select(o => o.Name)).ShouldBeUnique();
        model.Inputs.ShouldAllBe(i => i.Least < i.Most && (i.Default == null || (i.Default >= i.Least && i.Default <= i.Most)));
        model.Summary.ShouldEndWith(".");
    }

    /// <summary>Outputs are numbers or nothing, truths are 0 or 1, and the same inputs give the same bits on any thread.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void What_comes_out_is_what_is_said(string name)
    {
        var model = DeclaredModels.Named(name)!;
        var random = new Random(11);
        var cases = Enumerable
            .Range(0, 500)
            .Select(_ => model.Inputs.Select(i => i.Least + (random.NextDouble() * (Math.Min(i.Most, 50) - i.Least))).ToArray())
            .ToArray();
        var alone = cases.Select(c => Evaluate(model, c)).ToArray();
        var together = new double[cases.Length][];
        Parallel.For(0, cases.Length, i => together[i] = Evaluate(model, cases[i]));
        for (var i = 0; i < cases.Length; i++)
        {
            together[i].Select(BitConverter.DoubleToInt64Bits).ShouldBe(alone[i].Select(BitConverter.DoubleToInt64Bits));
            for (var o = 0; o < model.Outputs.Count; o++)
            {
                double.IsInfinity(alone[i][o]).ShouldBeFalse(model.Outputs[o].Name);
                if (model.Outputs[o].Unit == "truth")
                    alone[i][o].ShouldBeOneOf(0, 1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_page_has_every_name(string name)
    {
        var model = DeclaredModels.Named(name)!;
        var pages = Directory.GetFiles(Path.Combine(Clone.Root, "docs", "models"), "*.md").Select(File.ReadAllText).ToList();
        var page = pages.Single(p => p.Contains($"## `{name}`", StringComparison.Ordinal));
        var section = page[page.IndexOf($"## `{name}`", StringComparison.Ordinal)..];
        foreach (var what in model.Inputs.Select(i => i.Name).Concat(model.Outputs.Select(o => o.Name)))
            section.ShouldContain($"`{what}`");
    }

    private static double[] Evaluate(IDeclaredModel model, double[] inputs)
    {
        var outputs = new double[model.Outputs.Count];
        model.Evaluate(inputs, outputs);
        return outputs;
    }
}
