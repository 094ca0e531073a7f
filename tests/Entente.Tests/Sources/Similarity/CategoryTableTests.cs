using Entente.Numerics.Similarity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Similarity;

namespace Entente.Tests.Sources.Similarity;

/// <summary>Tables that a user brings: long or wide, with a scale of their own.</summary>
public sealed class CategoryTableTests : IDisposable
{
    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    private SimilarityPanel Open(string text, CategoryTableOptions? options = null) => CategoryTable.Open(bench.File(text), options);

    private const string Wide = "state,weight,gmy,rus\nGMY,0.25,3,0\nRUS,0.21,0,3\nUKG,0.2,0,1\nFRN,NA,0,\nITA,0.05,3,1\n";

    private const string Long =
        "case,unit,category,weight\nGMY,gmy,3,0.25\nGMY,rus,0,0.25\nRUS,gmy,0,0.21\nRUS,rus,3,0.21\nUKG,gmy,0,0.2\nUKG,rus,1,0.2\n"
        + "FRN,gmy,0,\nITA,gmy,3,0.05\nITA,rus,1,0.05\n";

    [Fact]
    public void Long_and_wide_say_the_same()
    {
        var options = new CategoryTableOptions { Weight = "weight" };
        var (wide, tall) = (Open(Wide, options), Open(Long, options));
        foreach (var panel in (SimilarityPanel[])[wide, tall])
        {
            panel.Units.Select(u => u.Code).ShouldBe(["gmy", "rus"]);
            panel.Categories.ShouldBe(["0", "1", "2", "3"], "2 is on the scale, though nobody used it");
            var only = panel.Of("gmy", "rus").Single();
            only.Cases.ShouldBe(4);
            only[Coefficient.SAbsolute]!.Value.ShouldBe(1 - (2 * 9.0 / (3 * 4)), 1e-12);
            only.Weighted![Coefficient.SAbsolute]!.Value.ShouldBe(1 - (2 * ((3 * .25) + (3 * .21) + .2 + (2 * .05)) / (3 * .71)), 1e-12);
        }
    }

    [Fact]
    public void A_scale_can_be_named_and_goes_as_far_as_named()
    {
        var panel = Open("case,a,b\n1,low,high\n2,low,low\n3,high,high\n", new() { Categories = ["low", "middle", "high"] });
        panel.Of("a", "b").Single()[Coefficient.SAbsolute]!.Value.ShouldBe(1 - (2.0 / 3), 1e-12);
        Should
            .Throw<DataFileException>(() => Open("case,a,b\n1,low,huge\n", new() { Categories = ["low", "high"] }))
            .Message.ShouldContain("huge");
        Should.Throw<DataFileException>(() => Open("case,a,b\n1,low,huge\n")).Hint.ShouldNotBeNull().ShouldContain("--categories");
    }

    [Fact]
    public void Years_are_periods()
    {
        var panel = Open("case,year,a,b\n1,2001,0,1\n2,2001,1,1\n1,2002,1,0\n", new() { Period = "year" });
        panel.Of("a", "b").Select(y => (y.Year, y.Cases)).ShouldBe([(2001, 2), (2002, 1)]);
    }

    [Theory]
    [InlineData("case,a\n1,0\n")]
    [InlineData("case,a,a\n1,0,1\n")]
    [InlineData("")]
    [InlineData("case,unit,category\n1,a,0\n1,a,1\n")]
    [InlineData("case,a,b\n1,0,1\n1,2\n")]
    [InlineData("case,a,b\n1,0,1000\n")]
    public void What_is_no_such_table_is_said(string text) => Should.Throw<DataFileException>(() => Open(text));

    [Fact]
    public void A_weight_is_the_cases_own()
    {
        var options = new CategoryTableOptions { Weight = "weight" };
        Should
            .Throw<DataFileException>(() => Open("case,unit,category,weight\n1,a,0,1\n1,b,0,2\n", options))
            .Message.ShouldContain("weight");
        Should.Throw<DataFileException>(() => Open("case,a,b,weight\n1,0,1,-2\n", options)).Message.ShouldContain("at least 0");
    }
}
