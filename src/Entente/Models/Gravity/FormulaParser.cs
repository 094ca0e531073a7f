using System.Globalization;

namespace Entente.Models.Gravity;

/// <summary>Reads fixest's notation: `y ~ terms | effects`.</summary>
public sealed class FormulaParser
{
    private const int Deepest = 64;

    private readonly string text;
    private readonly List<FormulaToken> tokens;
    private int at;
    private int depth;

    private FormulaParser(string text) => (this.text, tokens) = (text, FormulaScanner.Scan(text));

    private FormulaToken Now => tokens[at];

    /// <summary>The formula, or where it goes wrong.</summary>
    public static FormulaOutcome Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return new(new FormulaParser(text).Formula(), null);
        }
        catch (FormulaException e)
        {
            return new(null, Problem("--formula", e));
        }
    }

    /// <summary>One expression, as for weights and offsets.</summary>
    public static (Expression? Expression, GravityProblem? Problem) ParseExpression(string option, string text)
    {
        try
        {
            var parser = new FormulaParser(text);
            var found = parser.Sum();
            parser.End("an operator or the end");
            return (found, null);
        }
        catch (FormulaException e)
        {
            return (null, Problem(option, e));
        }
    }

    /// <summary>`a,b^c` or `a + b^c`: sets of crossed columns, as for clusters.</summary>
    public static (IReadOnlyList<IReadOnlyList<string>>? Sets, GravityProblem? Problem) ParseSets(string option, string text)
    {
        try
        {
            var parser = new FormulaParser(text);
            var found = parser.Sets(",");
            parser.End("',' or the end");
            return (found, null);
        }
        catch (FormulaException e)
        {
            return (null, Problem(option, e));
        }
    }

    private static GravityProblem Problem(string option, FormulaException e) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{option}, column {e.At}"), e.Found, e.Expected, e.Hint);

    private GravityFormula Formula()
    {
        var start = Now.At;
        var response = Sum();
        var name = Written(start);
        Sign("~", "'~' after the dependent variable");
        var (terms, intercept) = Terms();
        IReadOnlyList<IReadOnlyList<string>> effects = [];
        if (Is("|"))
        {
            at++;
            effects = Is("0") || Is("1") ? Skipped() : Sets("+");
        }
        if (Is("|"))
            throw new FormulaException(Now.At, "a second '|'", "the end", "instrumental variables are not fitted");
        End("'+', '|' or the end");
        return new()
        {
            Text = text,
            Response = response,
            ResponseName = name,
            Terms = terms,
            Intercept = intercept && effects.Count == 0,
            Effects = effects,
        };
    }

    private IReadOnlyList<IReadOnlyList<string>> Skipped()
    {
        at++;
        return [];
    }

    private (List<FormulaTerm> Terms, bool Intercept) Terms()
    {
        var terms = new List<FormulaTerm>();
        var intercept = true;
        var minus = Is("-");
        if (minus)
            at++;
        while (true)
        {
            if (Now is { IsNumber: true, Text: "0" or "1" } && (tokens[at + 1].Text is "+" or "-" or "|" or ""))
            {
                // + 1 keeps the constant, + 0 and - 1 take it off.
                intercept = (Now.Text == "1") ^ minus;
                at++;
            }
            else if (minus)
                throw new FormulaException(Now.At, Shown(Now), "1 after '-': only the constant is taken off");
            else
                Term(terms);
            if (!Is("+") && !Is("-"))
                return (terms, intercept);
            minus = Is("-");
            at++;
        }
    }

    private bool Next()
    {
        at++;
        return true;
    }

    /// <summary>`a`, `a:b`, `a*b` (which is a + b + a:b) or `i(…)`.</summary>
    private void Term(List<FormulaTerm> terms)
    {
        if (Now is { IsName: true, Text: "i" } && tokens[at + 1].Text == "(")
        {
            terms.Add(Levels());
            return;
        }
        var parts = new List<(Expression Part, string Name)> { Part() };
        var crossed = false;
        while (Is(":") || Is("*"))
        {
            crossed |= Is("*");
            at++;
            parts.Add(Part());
        }
        if (crossed)
            foreach (var (part, name) in parts)
                Add(terms, new(name, [part]));
        Add(terms, new(string.Join(':', parts.Select(p => p.Name)), [.. parts.Select(p => p.Part)]));
    }

    private static void Add(List<FormulaTerm> terms, FormulaTerm.Product product)
    {
        if (!terms.OfType<FormulaTerm.Product>().Any(t => t.Name == product.Name))
            terms.Add(product);
    }

    private (Expression, string) Part()
    {
        var start = Now.At;
        var part = Power();
        var name = Written(start);
        return (part, part is Expression.Binary && !name.StartsWith("I(", StringComparison.Ordinal) ? $"I({name})" : name);
    }

    private FormulaTerm.Levels Levels()
    {
        var start = Now.At;
        at += 2;
        var factor = Name("the column of levels");
        (Expression?, string?) times = (null, null);
        string? reference = null;
        while (Is(","))
        {
            at++;
            if (Now is { IsName: true, Text: "ref" } && tokens[at + 1].Text == "=")
            {
                at += 2;
                reference = Is("-") && Next() ? "-" + Now.Text : Now.Text;
                if (!Now.IsName && !Now.IsNumber)
                    throw new FormulaException(Now.At, Shown(Now), "a level after 'ref ='");
                at++;
            }
            else
            {
                var from = Now.At;
                times = (Sum(), Written(from));
            }
        }
        Sign(")", "')' or ','");
        return new(factor, times.Item1, times.Item2, reference, start);
    }

    private List<IReadOnlyList<string>> Sets(string between)
    {
        var sets = new List<IReadOnlyList<string>>();
        while (true)
        {
            var start = Now.At;
            var set = new List<string> { Name("a column") };
            while (Is("^"))
            {
                at++;
                set.Add(Name("a column"));
            }
            if (Is("["))
                throw new FormulaException(Now.At, "'['", $"'{between}', '^' or the end", "slopes that vary by level are not fitted");
            if (set.Distinct(StringComparer.Ordinal).Count() < set.Count)
                throw new FormulaException(start, $"'{string.Join('^', set)}'", "different columns");
            if (!sets.Exists(s => s.Order(StringComparer.Ordinal).SequenceEqual(set.Order(StringComparer.Ordinal))))
                sets.Add(set);
            if (!Is(between) && !Is("+"))
                return sets;
            at++;
        }
    }

    private Expression Sum()
    {
        if (++depth > Deepest)
            throw new FormulaException(Now.At, "brackets within brackets", $"at most {Deepest}");
        var left = Multiple();
        while (Is("+") || Is("-"))
        {
            var sign = tokens[at++].Text[0];
            left = new Expression.Binary(sign, left, Multiple());
        }
        depth--;
        return left;
    }

    private Expression Multiple()
    {
        var left = Power();
        while (Is("*") || Is("/"))
        {
            var sign = tokens[at++].Text[0];
            left = new Expression.Binary(sign, left, Power());
        }
        return left;
    }

    private Expression Power()
    {
        var left = Single();
        if (!Is("^"))
            return left;
        at++;
        return new Expression.Binary('^', left, Single());
    }

    private Expression Single()
    {
        var token = Now;
        if (token.IsNumber)
        {
            if (!double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                throw new FormulaException(token.At, $"'{token.Text}'", "a number");
            at++;
            return new Expression.Constant(number);
        }
        if (Is("-"))
        {
            at++;
            return new Expression.Unary("-", Power());
        }
        if (Is("("))
        {
            at++;
            var inner = Sum();
            Sign(")", "')'");
            return inner;
        }
        var name = Name("a column, a number or a function");
        if (!Is("("))
            return new Expression.Column(name);
        if (name != "I" && !Expression.Functions.Contains(name))
            throw new FormulaException(
                token.At,
                $"'{name}('",
                $"one of {string.Join(", ", Expression.Functions)}, I or (as a term of its own) i"
            );
        at++;
        var argument = Sum();
        Sign(")", "')'");
        return name == "I" ? argument : new Expression.Unary(name, argument);
    }

    private string Name(string expected)
    {
        if (!Now.IsName)
            throw new FormulaException(Now.At, Shown(Now), expected);
        return tokens[at++].Text;
    }

    private void Sign(string sign, string expected)
    {
        if (!Is(sign))
            throw new FormulaException(Now.At, Shown(Now), expected);
        at++;
    }

    private void End(string expected)
    {
        if (Now.Text.Length > 0 || at < tokens.Count - 1)
            throw new FormulaException(Now.At, Shown(Now), expected);
    }

    private bool Is(string sign) => Now is { IsName: false } && Now.Text == sign;

    /// <summary>What was written from a place to here, without spaces.</summary>
    private string Written(int from) => string.Concat(text[(from - 1)..(Now.At - 1)].Where(c => !char.IsWhiteSpace(c)));

    private static string Shown(FormulaToken token) => token.Text.Length == 0 ? "the end" : $"'{token.Text}'";
}
