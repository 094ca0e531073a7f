using System.Text.Json;

namespace Entente.Tests.Docs.Findings;

/// <summary>docs/measures/russia-china-alliances.md and russia-china-votes.md: what they print is what their commands give.</summary>
public sealed class SimilarityFindingTests(FindingDesk desk) : IClassFixture<FindingDesk>
{
    private static string P(double value, int digits = 2) => FindingPage.Point(value, digits);

    [SkippableFact]
    public void Alliances()
    {
        var page = new FindingPage("russia-china-alliances");
        desk.Import(page.Imports);
        var years = ByYear(desk.Json(page.Commands.ShouldHaveSingleItem()), "year");
        double Of(int year, string name) => Value(years[year], name);
        double Weighted(int year) => years[year].GetProperty("weighted").GetProperty("s_abs").GetProperty("value").GetDouble();
        foreach (var row in page.Tables.ShouldHaveSingleItem().Rows)
        {
            var year = row.Int("year");
            page.Cell(row, "states", years[year].GetProperty("n").GetDouble());
            page.Cell(row, "S, absolute", Of(year, "s_abs"));
            page.Cell(row, "S, squared", Of(year, "s_sq"));
            page.Cell(row, "S by CINC", Weighted(year));
            page.Cell(row, "linear κ", Of(year, "kappa_linear"));
            page.Cell(row, "quadratic κ", Of(year, "kappa_quadratic"));
            page.Cell(row, "A", Of(year, "a_abs"));
            page.Cell(row, "rank", Rank(years[year]));
        }
        page.Complete();

        page.Says(
            $"absolute from {P(Of(1955, "s_abs"))} to {P(Of(2000, "s_abs"))}, squared from {P(Of(1955, "s_sq"))} to {P(Of(2000, "s_sq"))}"
        );
        page.Says($"less alike in 2000 ({P(Weighted(2000))}) than by their number ({P(Of(2000, "s_abs"))})");
        page.Says($"From 1981 to 1991");
        Enumerable.Range(1981, 11).Where(y => Of(y, "s_abs") <= 0.6 || Of(y, "kappa_linear") >= 0).ShouldBeEmpty();
        Of(1980, "kappa_linear").ShouldBeGreaterThan(0);
        page.Says($"1962 to 1964 linear κ is .62 to {P(Of(1963, "kappa_linear"))}");
        Enumerable.Range(1962, 3).Min(y => Of(y, "kappa_linear")).ShouldBe(0.62, 0.005);
        Of(1962, "kappa_linear").ShouldBeGreaterThan(1.9 * Of(1961, "kappa_linear"));
        Of(1964, "kappa_linear").ShouldBeGreaterThan(1.9 * Of(1965, "kappa_linear"));
        page.Says($"κ is {P(Of(1969, "kappa_linear"))} and S, at {P(Of(1969, "s_abs"))}, the highest of all years from 1950 to 2018");
        years.Where(y => y.Key is >= 1950 and <= 2018).MaxBy(y => Value(y.Value, "s_abs")).Key.ShouldBe(1969);
        page.Says($"to a linear κ of {P(Of(2015, "kappa_linear"))} in 2015");
        double Pair(string pair) =>
            Value(ByYear(desk.Json($"similarity {pair} --on atop --from 2015 --to 2015"), "year")[2015], "kappa_linear");
        page.Says($"Russia and Belarus have {P(Pair("RUS BLR"))}, the United States and Britain {P(Pair("USA GBR"))}");

        desk.Import(["cow-alliances"]);
        var cow = ByYear(desk.Json("similarity RUS CHN --on cow"), "year");
        page.Says(
            $"at {P(Value(cow[2000], "kappa_linear"), 3)} in 2000 and {P(Value(cow[2012], "kappa_linear"), 3)} in 2012 by linear κ, with S between {P(cow.Where(y => y.Key >= 1960).Min(y => Value(y.Value, "s_abs")))} and {P(cow.Where(y => y.Key >= 1960).Max(y => Value(y.Value, "s_abs")))} since 1960"
        );
    }

    [SkippableFact]
    public void Votes()
    {
        var page = new FindingPage("russia-china-votes");
        desk.Import(page.Imports);
        var sessions = ByYear(desk.Json(page.Commands.ShouldHaveSingleItem()), "session");
        double Of(int session, string name) => Value(sessions[session], name);
        double[] With(int session, string name) =>
            [
                Of(session, name),
                .. sessions[session]
                    .GetProperty("coefficients")
                    .GetProperty(name)
                    .GetProperty("bca_interval")
                    .EnumerateArray()
                    .Select(v => v.GetDouble()),
            ];
        foreach (var row in page.Tables.ShouldHaveSingleItem().Rows)
        {
            var session = row.Int("session");
            page.Cell(row, "year", sessions[session].GetProperty("year").GetDouble());
            page.Cell(row, "votes", sessions[session].GetProperty("n").GetDouble());
            page.Cell(row, "agreement", With(session, "agreement"));
            page.Cell(row, "linear κ", With(session, "kappa_linear"));
            page.Cell(row, "linear π", Of(session, "pi_linear"));
            page.Cell(row, "A", Of(session, "a_abs"));
            page.Cell(row, "rank", Rank(sessions[session]));
        }
        page.Complete();

        page.Says($"Agreement falls to {P(Of(48, "agreement"))} in 1993");
        sessions.MinBy(s => Value(s.Value, "agreement")).Key.ShouldBe(48);
        Rank(sessions[48]).ShouldBe(0.03, 0.005);
        page.Says(
            $"by agreement ({P(Of(74, "agreement"))}) and beyond chance (κ {P(Of(74, "kappa_linear"))}, nine pairs in ten less alike)"
        );
        Rank(sessions[74]).ShouldBe(0.9, 0.05);
        page.Says($"has the highest agreement of all ({P(Of(45, "agreement"))} to {P(Of(43, "agreement"))})");
        page.Says($"reads {P(Of(46, "agreement"))} by agreement, “mostly alike”, and {P(Of(46, "kappa_linear"), 3)} by κ");
        var table = sessions[46]
            .GetProperty("table")
            .EnumerateArray()
            .Select(r => r.EnumerateArray().Select(v => v.GetInt32()).ToArray())
            .ToArray();
        page.Says(
            $"voted yes {table[0][0]} times, and of the {table.Sum(r => r.Sum()) - table[0][0]} votes in which either did not, both abstained on one"
        );
        page.Says($"(`table` in JSON: {string.Join(" / ", table.Select(r => string.Join(' ', r)))})");
        table[1][1].ShouldBe(1);
        page.Says(
            $"agreement recovers from 1994, κ rises above nought in 1996, and its interval lies above nought from 1999 on but for 2003"
        );
        Of(49, "agreement").ShouldBeGreaterThan(Of(48, "agreement"));
        sessions.Where(s => s.Key is >= 45 and < 51).ShouldAllBe(s => Value(s.Value, "kappa_linear") < 0);
        sessions.Where(s => s.Key >= 51).ShouldAllBe(s => Value(s.Value, "kappa_linear") > 0);
        sessions.Keys.Where(s => s >= 51 && With(s, "kappa_linear")[1] <= 0).ShouldBe([51, 52, 53, 58]);

        var all = ByYear(desk.Json("similarity RUS CHN"), "session");
        all.Keys.Min().ShouldBe(26);
        page.Says(
            $"The 72nd session (2017) is the closest since 1971 by every coefficient corrected for chance; by agreement ten others are as close or closer"
        );
        foreach (
            var name in new[]
            {
                "kappa_nominal",
                "kappa_linear",
                "kappa_quadratic",
                "pi_nominal",
                "pi_linear",
                "pi_quadratic",
                "a_abs",
                "a_sq",
            }
        )
            all.MaxBy(s => Value(s.Value, name)).Key.ShouldBe(72, name);
        all.Count(s => s.Key != 72 && Value(s.Value, "agreement") >= Value(all[72], "agreement")).ShouldBe(10);

        var rights = ByYear(desk.Json("similarity RUS CHN --issue HR"), "session");
        page.Says($"κ {P(Value(rights[48], "kappa_linear"))} in 1993, {P(Value(rights[74], "kappa_linear"))} in 2019");
    }

    private static Dictionary<int, JsonElement> ByYear(JsonElement json, string key) =>
        json.GetProperty("periods").EnumerateArray().ToDictionary(p => p.GetProperty(key).GetInt32());

    private static double Value(JsonElement period, string name) =>
        period.GetProperty("coefficients").GetProperty(name).GetProperty("value") is { ValueKind: JsonValueKind.Number } value
            ? value.GetDouble()
            : double.NaN;

    private static double Rank(JsonElement period) =>
        period.GetProperty("coefficients").GetProperty("kappa_linear").GetProperty("percentile").GetDouble();
}
