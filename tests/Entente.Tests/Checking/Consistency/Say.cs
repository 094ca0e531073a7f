using System.Globalization;
using Entente.Claims;
using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Tests.Checking.Consistency;

/// <summary>Claims and expressions as the tests of consistency write them.</summary>
internal static class Say
{
    public static Expression Trade(string a, string b, string period) =>
        Measure("trade", period, new NameReference(a), new NameReference(b));

    public static Expression Exports(string from, string to, string period, string? item = null) => Flow("exports", from, to, period, item);

    public static Expression Imports(string from, string to, string period, string? item = null) => Flow("imports", from, to, period, item);

    public static Expression World(string measure, string state, string period) => Measure(measure, period, new NameReference(state));

    public static Expression Of(string function, string? period, params Expression[] arguments) => Measure(function, period, arguments);

    /// <summary>Inner calls without period; the outer one names it.</summary>
    public static Expression Share(Expression part, Expression whole, string period) =>
        new Call("share", [new(null, Bare(part)), new("of", Bare(whole)), new(null, Time(period))]);

    public static Expression Growth(Expression of, string period) => new Call("growth", [new(null, Bare(of)), new(null, Time(period))]);

    public static Expression Rank(string who, Expression among, string by, string period) =>
        new Call(
            "rank",
            [new(null, new NameReference(who)), new("among", among), new("by", new NameReference(by)), new(null, Time(period))]
        );

    public static Expression Partners(string of) => new Call("partners", [new(null, new NameReference(of))]);

    public static Expression Event(string id) => new Call("event", [new(null, new NameReference(id))]);

    public static Expression Date(string id) => new Call("date", [new(null, Event(id))]);

    public static Expression Days(Expression a, Expression b, string unit = "days") => new Call(unit, [new(null, a), new(null, b)]);

    public static Expression Time(string period) => new PeriodLiteral(Period.Parse(period));

    public static Expression Usd(string digits) => Quantity(digits, "USD");

    public static Expression Percent(string digits)
    {
        WrittenNumber.TryParse(digits, out var number).ShouldBeTrue();
        return new QuantityLiteral(digits, number.Times(0.01), Units.Share);
    }

    public static Expression Number(string digits) => Quantity(digits, "1");

    public static Expression Quantity(string digits, string unit)
    {
        WrittenNumber.TryParse(digits, out var number).ShouldBeTrue();
        return new QuantityLiteral(digits, number, Units.Find(unit));
    }

    public static Expression Is(this Expression left, Expression right) => new Comparison(Relation.Equal, left, right);

    public static Expression About(this Expression left, Expression right) => new Comparison(Relation.About, left, right);

    public static Expression Over(this Expression left, Expression right) => new Comparison(Relation.Greater, left, right);

    public static Expression Under(this Expression left, Expression right) => new Comparison(Relation.Less, left, right);

    /// <summary>Claims c1, c2 … of the author, each in its own sentence.</summary>
    public static (Claim Claim, Expression Expression, string SpeakerKey)[] Author(params Expression[] expressions) =>
        [.. expressions.Select((e, i) => By("author", i + 1, e))];

    public static (Claim Claim, Expression Expression, string SpeakerKey) By(
        string speaker,
        int number,
        Expression expression,
        Modality modality = Modality.Asserted
    )
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        var claim = new Claim
        {
            Id = "c" + id,
            Statement = "s" + id,
            Quote = "claim " + id,
            Start = 0,
            End = 1,
            Kind = ClaimKind.Level,
            Modality = modality,
        };
        return (claim, expression, speaker);
    }

    private static Expression Bare(Expression expression) =>
        expression is Call call ? call with { Arguments = [.. call.Arguments.Where(a => a.Value is not PeriodLiteral)] } : expression;

    private static Call Flow(string measure, string from, string to, string period, string? item)
    {
        var flow = new FlowLiteral(new NameReference(from), new NameReference(to));
        return item is null ? Measure(measure, period, flow) : Measure(measure, period, flow, new NameReference(item));
    }

    private static Call Measure(string name, string? period, params Expression[] arguments) =>
        new(
            name,
            [
                .. arguments.Select(a => new Argument(null, a)),
                .. period is null ? Array.Empty<Argument>() : [new Argument(null, Time(period))],
            ]
        );
}
