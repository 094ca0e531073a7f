using Entente.Claims.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Claims.Language;

public sealed class PrinterProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Fact]
    public void What_is_printed_parses_back_to_the_same_expression() =>
        Check.One(
            Many,
            Prop.ForAll(
                Expressions.All,
                expression =>
                {
                    var text = ClaimPrinter.Print(expression);
                    var outcome = ClaimParser.Parse(text);
                    return (outcome.Expression?.Equals(expression) ?? false).Label(text + "\n" + outcome.Error?.Render(text));
                }
            )
        );

    [Fact]
    public void Every_parenthesis_that_is_printed_is_needed() =>
        Check.One(
            Many,
            Prop.ForAll(
                Expressions.All,
                expression =>
                {
                    var text = ClaimPrinter.Print(expression);
                    var needless = OpenParentheses(text)
                        .FirstOrDefault(i => ClaimParser.Parse(Without(text, i)).Expression?.Equals(expression) ?? false, -1);
                    return (needless < 0).Label($"{text} at {needless}");
                }
            )
        );

    [Fact]
    public void No_text_makes_the_parser_throw()
    {
        var pieces = Gen.Elements(
            "(",
            ")",
            "f(",
            ",",
            "of:",
            "->",
            "{",
            "}",
            "[",
            "]",
            "=",
            "<=",
            "~",
            "within",
            "includes",
            "invariant",
            "to",
            "if",
            "then",
            "given",
            "and",
            "or",
            "not",
            "CHN",
            "\"x\"",
            "\"",
            "\\",
            "2022",
            "2022-03",
            "..",
            "36%",
            "190e9 USD",
            "1e999",
            " ",
            "-",
            " - ",
            "\n",
            "\0",
            "\ud800",
            "é",
            "/"
        );
        var texts = pieces.ArrayOf().Select(string.Concat).ToArbitrary();
        Check.One(
            Many,
            Prop.ForAll(
                texts,
                text =>
                {
                    var outcome = ClaimParser.Parse(text);
                    if (outcome.Succeeded)
                        return ClaimParser.Parse(ClaimPrinter.Print(outcome.Expression)).Expression!.Equals(outcome.Expression);
                    return outcome.Error.Position + outcome.Error.Length <= text.Length && outcome.Error.Render(text).Length > 0;
                }
            )
        );
    }

    // Parentheses that group: those after a name belong to a call, and those in quotes to nobody (texts of the generator hold none).
    private static IEnumerable<int> OpenParentheses(string text) =>
        Enumerable.Range(0, text.Length).Where(i => text[i] == '(' && (i == 0 || text[i - 1] is ' ' or '(' or '-' or '['));

    private static string Without(string text, int open)
    {
        var depth = 0;
        var close = open;
        do
        {
            depth +=
                text[close] == '(' ? 1
                : text[close] == ')' ? -1
                : 0;
            close++;
        } while (depth > 0);
        return text.Remove(close - 1, 1).Remove(open, 1);
    }
}
