using System.Globalization;
using System.Text;
using Entente.Quantities;

namespace Entente.Claims.Language;

/// <content>Quantities with their units, and text in quotes.</content>
public static partial class ClaimParser
{
    private ref partial struct Run
    {
        private StringLiteral Text()
        {
            var token = _current;
            Advance();
            var written = Written(token)[1..^1];
            return new StringLiteral(written.Contains('\\') ? Unescape(written) : written.ToString())
            {
                Span = new Span(token.Start, token.Length),
            };
        }

        private static string Unescape(ReadOnlySpan<char> written)
        {
            var plain = new StringBuilder(written.Length);
            for (var i = 0; i < written.Length; )
            {
                var length = written[i] == '\\' ? Lexer.EscapeLength(written[i..]) : 1;
                plain.Append(
                    length switch
                    {
                        1 => written[i],
                        2 => written[i + 1],
                        _ => (char)ushort.Parse(written.Slice(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                    }
                );
                i += length;
            }
            return plain.ToString();
        }

        // quantity = NUMBER [ "%" | "pp" | UNIT ] ;   UNIT = letters [ "/" letters ] after a number and a space
        private QuantityLiteral? Quantity()
        {
            var token = _current;
            var digits = Take(token).ToString();
            if (!NumberSyntax.TryRead(digits, out var number))
                return FailAt<QuantityLiteral>(token.Start, token.Length, "a number whose value and last digit are finite", null);
            var unit = Units.Number;
            if (_current.Kind == TokenKind.Percent)
            {
                Advance();
                unit = Units.Share;
            }
            else if (_current.Kind == TokenKind.Name && UnitAfter(token) is var found)
            {
                if (found is null)
                    return null;
                unit = found;
            }
            return NumberSyntax.Literal(digits, number, unit) with { Span = From(token.Start) };
        }

        private Unit? UnitAfter(Token number)
        {
            var start = _current.Start;
            var end = _current.End;
            // The slash of a unit stands without spaces; the slash of a division has them on both sides.
            var per = end + 1 < _text.Length && _text[end] == '/' && Lexer.IsNameStart(_text[end + 1]);
            Advance();
            if (per)
            {
                Advance();
                end = _current.End;
                Advance();
            }
            var symbol = _text.AsSpan(start, end - start).ToString();
            if (symbol == Units.PercentagePoints.Symbol)
                return Units.PercentagePoints;
            if (start == number.End)
                return FailAt<Unit>(start, end - start, "a space between a number and its unit", MagnitudeHint(symbol));
            if (!Units.TryFind(symbol, out var unit))
                return FailAt<Unit>(
                    start,
                    end - start,
                    "a unit (USD, days, km, USD/bbl …)",
                    MagnitudeHint(symbol) ?? Suggestion.Hint(symbol, Units.Symbols)
                );
            return NumberSyntax.IsWritten(unit)
                ? unit
                : FailAt<Unit>(
                    start,
                    end - start,
                    "a unit",
                    unit.Dimension == Dimension.Share ? "write a share as 36%" : "write the bare number"
                );
        }

        private static string? MagnitudeHint(string symbol) =>
            symbol.ToUpperInvariant() switch
            {
                "K" or "THOUSAND" => "write the exponent: 190e3",
                "M" or "MN" or "MLN" or "MILLION" => "write the exponent: 190e6 USD",
                "BN" or "B" or "BLN" or "BILLION" => "write the exponent: 190e9 USD",
                "TN" or "TRN" or "TRILLION" => "write the exponent: 1.2e12 USD",
                "PERCENT" or "PERCENTS" or "PCT" => "write the sign: 36%",
                _ => null,
            };
    }
}
