using System.Globalization;
using Entente.Checking;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Tests.Checking;

/// <summary>
/// The gravest mistake would be to call a text wrong that repeats a figure somebody printed: every figure of the record, put as a claim
/// with its own digits, is at worst disputed.
/// </summary>
public class RepeatedFiguresTests
{
    private static readonly ClaimChecker Checker = new(Shipped.Context());

    public static TheoryData<string> Measures =>
        ["trade", "exports", "imports", "balance", "gdp", "military_expenditure", "arms_import_share", "growth", "partner_share", "rank"];

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_printed_figure_is_never_called_wrong(string measure)
    {
        var wrong = new List<string>();
        var (seen, borne) = (0, 0);
        foreach (var row in Shipped.Record.Find(new() { Measure = measure }))
        {
            // A rate in yuan is another number than one in dollars: a text that leaves the currency out is rightly told so.
            if (
                row.Period is null
                || row.Bound != Bound.Exact
                || row.Basis.StartsWith("forecast", StringComparison.Ordinal)
                || row.Basis.EndsWith(" terms", StringComparison.Ordinal)
                || row.Basis.Contains("not stated", StringComparison.Ordinal)
                || !IsName(row.Subject)
                || !IsName(row.Object ?? "WLD")
                || Assertion(row) is not { } assertion
            )
                continue;
            seen++;
            var outcome = Checker.Test(Shipped.Parse(assertion));
            borne += outcome.Verdict is Verdict.Supported or Verdict.Close or Verdict.Disputed ? 1 : 0;
            if (outcome.Verdict == Verdict.Contradicted)
                wrong.Add($"{row.Row}: {assertion}: {outcome.Explanation}");
        }
        wrong.ShouldBeEmpty();
        seen.ShouldBeGreaterThan(20);
        ((double)borne / seen).ShouldBeGreaterThan(0.95);
    }

    // "CHN;HKG" together has no name in the claim language.
    private static bool IsName(string code) => code.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string? Assertion(Observation row)
    {
        var period = row.Period!.Text;
        return row.Measure switch
        {
            "growth" when row.Of is "trade" or "exports" or "imports" => $"growth({Flow(row.Of, row)}), {period}) = {Value(row)}",
            "partner_share" when row.Of is "trade" =>
                $"share(trade({row.Object}, {row.Subject}{Item(row)}), of: trade({row.Object}{Item(row)}), {period}) = {Value(row)}",
            "partner_share" when row.Of is "exports" =>
                $"share(exports({row.Object} -> {row.Subject}{Item(row)}), of: exports({row.Object}{Item(row)}), {period}) = {Value(row)}",
            "partner_share" when row.Of is "imports" =>
                $"share(imports({row.Subject} -> {row.Object}{Item(row)}), of: imports({row.Object}{Item(row)}), {period}) = {Value(row)}",
            "rank" =>
                $"rank({row.Subject}, among: {(row.Of == "imports" ? "suppliers" : row.Of == "exports" ? "buyers" : "partners")}({row.Object}{Item(row)}), by: {row.Of}, {period}) = {Value(row)}",
            "growth" or "partner_share" => null,
            _ => $"{Flow(row.Measure, row)}, {period}) = {Value(row)}",
        };
    }

    private static string Flow(string measure, Observation row)
    {
        var world = row.Object is null or "" or "WLD";
        return measure switch
        {
            "exports" => world ? $"exports({row.Subject}{Item(row)}" : $"exports({row.Subject} -> {row.Object}{Item(row)}",
            "imports" => world ? $"imports({row.Subject}{Item(row)}" : $"imports({row.Object} -> {row.Subject}{Item(row)}",
            "arms_import_share" => $"arms_import_share({row.Subject} -> {row.Object}",
            _ => world ? $"{measure}({row.Subject}{Item(row)}" : $"{measure}({row.Subject}, {row.Object}{Item(row)}",
        };
    }

    private static string Item(Observation row) => row.Item is "" or "total" || row.Measure == "gdp" ? "" : $", {row.Item}";

    /// <summary>The value with the digits of the row, as a text would repeat it.</summary>
    private static string Value(Observation row)
    {
        var (value, last) = (row.Value.Value, row.Value.LastDigit);
        return row.Unit.Dimension switch
        {
            Dimension.Share => Math.Round(value * 100, 3).ToString("0.###", CultureInfo.InvariantCulture) + "%",
            Dimension.Money when last > 1 =>
                $"{(value / last).ToString("0", CultureInfo.InvariantCulture)}e{Math.Round(Math.Log10(last)).ToString(CultureInfo.InvariantCulture)} {row.Unit.Symbol}",
            Dimension.Money => $"{value.ToString("0.######", CultureInfo.InvariantCulture)} {row.Unit.Symbol}",
            _ => value.ToString("0.######", CultureInfo.InvariantCulture),
        };
    }
}
