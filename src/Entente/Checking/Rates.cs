using Entente.Checking.Evaluating;
using Entente.Numerics.Intervals;
using Entente.Quantities;

namespace Entente.Checking;

/// <summary>Yearly rates between currencies, only as the record holds them.</summary>
internal static class Rates
{
    /// <summary>A mean rate of a year stands for any day of it within this.</summary>
    private const double Slack = 0.01;

    /// <summary>How far outside the rates of its first and last day a year's mean may lie.</summary>
    private const double EndsSlack = 0.04;

    private const string Dollar = "USA";

    private static readonly (string State, string Currency)[] Issuers =
    [
        ("USA", "USD"),
        ("EU", "EUR"),
        ("CHN", "CNY"),
        ("RUS", "RUB"),
        ("GBR", "GBP"),
        ("JPN", "JPY"),
        ("IND", "INR"),
        ("KOR", "KRW"),
        ("AUS", "AUD"),
        ("CAN", "CAD"),
        ("CHE", "CHF"),
        ("BRA", "BRL"),
        ("ZAF", "ZAR"),
        ("TUR", "TRY"),
        ("SAU", "SAR"),
        ("IRN", "IRR"),
        ("UKR", "UAH"),
        ("ARE", "AED"),
        ("POL", "PLN"),
        ("SWE", "SEK"),
        ("NOR", "NOK"),
        ("DNK", "DKK"),
        ("MEX", "MXN"),
        ("IDN", "IDR"),
        ("SGP", "SGD"),
        ("HKG", "HKD"),
        ("TWN", "TWD"),
        ("ISR", "ILS"),
        ("KAZ", "KZT"),
        ("NZL", "NZD"),
        ("HUN", "HUF"),
        ("CZE", "CZK"),
        ("VNM", "VND"),
        ("THA", "THB"),
        ("MYS", "MYR"),
        ("PAK", "PKR"),
        ("EGY", "EGP"),
        ("BLR", "BYN"),
        ("MAR", "MAD"),
        ("KEN", "KES"),
        ("UGA", "UGX"),
        ("TZA", "TZS"),
        ("NGA", "NGN"),
        ("GHA", "GHS"),
        ("ETH", "ETB"),
        ("BGD", "BDT"),
        ("LKA", "LKR"),
        ("NPL", "NPR"),
        ("PHL", "PHP"),
        ("ARG", "ARS"),
        ("CHL", "CLP"),
        ("COL", "COP"),
        ("PER", "PEN"),
        ("ROU", "RON"),
        ("BGR", "BGN"),
        ("SRB", "RSD"),
        ("ISL", "ISK"),
        ("QAT", "QAR"),
        ("KWT", "KWD"),
        ("OMN", "OMR"),
        ("DZA", "DZD"),
        ("TUN", "TND"),
        ("AZE", "AZN"),
        ("GEO", "GEL"),
        ("UZB", "UZS"),
        ("NAM", "NAD"),
    ];

    public static NumberAnswer? Convert(NumberAnswer number, Unit to, EvaluationContext context, Period? period)
    {
        if (period is null || Issuer(number.Unit.Symbol) is not { } from || Issuer(to.Symbol) is not { } target)
            return null;
        // exchange_rate A B: units of A's currency for one of B's.
        if (Rate(from, target, context, period) is { } price)
            return Scale(number, price.Inverse, to);
        if (Rate(target, from, context, period) is { } inverse)
            return Scale(number, inverse, to);
        // Rates are published against the dollar: two of one period give the third.
        return Rate(from, Dollar, context, period) is { } own && Rate(target, Dollar, context, period) is { } other
            ? Scale(number, other.Over(own), to)
            : null;
    }

    private static NumberAnswer Scale(NumberAnswer number, Span factor, Unit to)
    {
        var (a, b) = (number.Range.Low, number.Range.High);
        return new(
            new Interval(a * (a < 0 ? factor.High : factor.Low), b * (b < 0 ? factor.Low : factor.High)),
            number.Best * factor.Best,
            to
        );
    }

    /// <summary>A rate, and how far the mean that a flow was counted with may lie from it.</summary>
    private readonly record struct Span(double Low, double Best, double High)
    {
        public static Span Around(double rate, double slack) => new(rate * (1 - slack), rate, rate * (1 + slack));

        public Span Inverse => new(1 / High, 1 / Best, 1 / Low);

        public Span Over(Span other) => new(Low / other.High, Best / other.Best, High / other.Low);
    }

    /// <summary>The rate of the shortest period that holds the asked one: a month's mean before its year's; else the days at its two ends.</summary>
    private static Span? Rate(string subject, string partner, EvaluationContext context, Period period)
    {
        (double Rate, int Days)? best = null;
        double? before = null,
            after = null;
        foreach (
            var row in context.Record.Find(
                new()
                {
                    Measure = "exchange_rate",
                    Subject = subject,
                    Object = partner,
                }
            )
        )
        {
            if (row.Period is not { } span || row.Value.Value <= 0 || !RowAnswers.Known(row, context.AsOf, stock: true))
                continue;
            if (span.Start == span.End && span.Start != period.Start)
            {
                if (span.End == period.Start.PlusDays(-1))
                    before ??= row.Value.Value;
                else if (span.End == period.End)
                    after ??= row.Value.Value;
                continue;
            }
            var days = NodaTime.Period.DaysBetween(span.Start, span.End);
            if (span.Contains(period) && (best is null || days < best.Value.Days))
                best = (row.Value.Value, days);
        }
        if (best is { } mean)
            return Span.Around(mean.Rate, Slack);
        // A year's mean lies mostly between its two ends, and seldom far outside them.
        if (before is not { } first || after is not { } last)
            return null;
        return new(Math.Min(first, last) * (1 - EndsSlack), (first + last) / 2, Math.Max(first, last) * (1 + EndsSlack));
    }

    private static string? Issuer(string currency)
    {
        foreach (var (state, code) in Issuers)
            if (code == currency)
                return state;
        return null;
    }
}
