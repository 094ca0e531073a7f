using Entente.Models.Gravity;

namespace Entente.Tests.Models.Gravity;

/// <summary>fixest's notation: what is understood, and where it is said to go wrong.</summary>
public sealed class FormulaTests
{
    [Theory]
    [InlineData("Euros ~ log(dist_km) | Destination + Origin + Product + Year", "log(dist_km)", "Destination+Origin+Product+Year", false)]
    [InlineData("y ~ a + b:c", "a+b:c", "", true)]
    [InlineData("y~a*b", "a+b+a:b", "", true)]
    [InlineData("y ~ a - 1", "a", "", false)]
    [InlineData("y ~ 0 + a", "a", "", false)]
    [InlineData("y ~ -1 + a", "a", "", false)]
    [InlineData("y ~ 1", "", "", true)]
    [InlineData("y ~ 1 | f", "", "f", false)]
    [InlineData("y ~ x^2 + I(x^3) + I(x / 1000)", "I(x^2)+I(x^3)+I(x/1000)", "", true)]
    [InlineData("y ~ x | f^t + g ^ t", "x", "f^t+g^t", false)]
    [InlineData("y ~ x | 0", "x", "", true)]
    [InlineData("log(y / 1e6) ~ log1p( x ):d | f", "log1p(x):d", "f", false)]
    [InlineData("y ~ a + a + b | f + f", "a+b", "f", false)]
    [InlineData("y ~ `gdp per head` + .x", "`gdpperhead`+.x", "", true)]
    public void Terms_and_effects(string text, string terms, string effects, bool intercept)
    {
        var outcome = FormulaParser.Parse(text);
        outcome.Problem.ShouldBeNull();
        string.Join('+', outcome.Formula!.Terms.OfType<FormulaTerm.Product>().Select(t => t.Name)).ShouldBe(terms);
        string.Join('+', outcome.Formula.EffectNames).ShouldBe(effects);
        outcome.Formula.Intercept.ShouldBe(intercept);
    }

    [Fact]
    public void Levels_of_a_column()
    {
        var terms = FormulaParser
            .Parse("y ~ i(year, log(d), ref = 2007) + i(bloc) + i(bloc, ref = 'not one') | f")
            .Formula!.Terms.Cast<FormulaTerm.Levels>()
            .ToArray();
        (terms[0].Factor, terms[0].TimesName, terms[0].Reference, terms[0].At).ShouldBe(("year", "log(d)", "2007", 5));
        (terms[1].Factor, terms[1].Times, terms[1].Reference).ShouldBe(("bloc", null, null));
        terms[2].Reference.ShouldBe("not one");
    }

    [Theory]
    [InlineData("y ~ log(x | f", 11, "'|'", "')'")]
    [InlineData("y", 2, "the end", "'~' after the dependent variable")]
    [InlineData("y ~", 4, "the end", "a column, a number or a function")]
    [InlineData("y ~ x |", 8, "the end", "a column")]
    [InlineData("y ~ x | f + ", 13, "the end", "a column")]
    [InlineData("y ~ x - z", 9, "'z'", "1 after '-': only the constant is taken off")]
    [InlineData("y ~ lag(x)", 5, "'lag('", "one of log, log1p, exp, sqrt, abs, asinh, I or (as a term of its own) i")]
    [InlineData("y ~ x | f[z]", 10, "'['", "'+', '^' or the end")]
    [InlineData("y ~ x | f | z ~ w", 11, "a second '|'", "the end")]
    [InlineData("y ~ x ? z", 7, "'?'", "a column, a number or one of ~ + - * / ^ : | ( )")]
    [InlineData("y ~ 'x", 5, "' that does not close", "a second '")]
    [InlineData("y ~ 1.2.3 + x", 5, "'1.2.3'", "a number")]
    [InlineData("y ~ x | f^f", 9, "'f^f'", "different columns")]
    [InlineData("y ~ x z", 7, "'z'", "'+', '|' or the end")]
    [InlineData("", 1, "the end", "a column, a number or a function")]
    public void Errors_say_where(string text, int column, string found, string expected)
    {
        var problem = FormulaParser.Parse(text).Problem.ShouldNotBeNull();
        (problem.Where, problem.Found, problem.Expected).ShouldBe(($"--formula, column {column}", found, expected));
    }

    [Fact]
    public void Brackets_without_end_are_refused_and_no_stack_overflows() =>
        FormulaParser.Parse("y ~ " + new string('(', 100_000)).Problem!.Found.ShouldBe("brackets within brackets");

    [Fact]
    public void Whatever_is_given_is_a_formula_or_a_located_problem()
    {
        var draw = new Random(7);
        const string Signs = "ab y~+-*/^:|(),=[]`'\"10.eE i(log";
        for (var n = 0; n < 20_000; n++)
        {
            var text = string.Concat(Enumerable.Range(0, draw.Next(24)).Select(_ => Signs[draw.Next(Signs.Length)]));
            var outcome = FormulaParser.Parse(text);
            (outcome.Formula is null).ShouldBe(outcome.Problem is not null, text);
        }
    }
}
