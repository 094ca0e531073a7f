using System.Text.Json;
using Entente.Measures.Trade;
using Entente.Models.Equilibrium;
using Entente.Sources.Scenarios;
using Entente.Sources.TradeMeasures;

namespace Entente.Cli.Commands.Measuring;

/// <summary>A pair's trade in a year as JSON: US$, shares from 0 to 1; what has no value is null, with its reason beside it.</summary>
internal static class TradeJson
{
    public static void Write(
        Utf8JsonWriter json,
        TradeYear year,
        (IReadOnlyList<LossReading> Readings, IReadOnlyList<LossGap> Gaps)? losses = null
    )
    {
        json.WriteStartObject();
        json.WriteString("first", year.First);
        json.WriteString("second", year.Second);
        json.WriteNumber("year", year.Year);
        json.WriteString("unit", "USD at current prices");
        json.WriteStartArray("readings");
        foreach (var reading in year.Readings)
            Reading(json, reading);
        json.WriteEndArray();
        Range(json, "first_trade_share", year.FirstShare);
        Range(json, "second_trade_share", year.SecondShare);
        json.WriteStartArray("mirror");
        foreach (var flow in year.Mirror)
        {
            json.WriteStartObject();
            json.WriteString("seller", flow.Seller);
            json.WriteString("buyer", flow.Buyer);
            json.Write("export_fob", flow.Export);
            json.Write("import_cif", flow.Import);
            json.Write("log_gap", flow.Gap);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("gdp");
        foreach (var gdp in year.Gdp)
        {
            json.WriteStartObject();
            json.WriteString("state", gdp.State);
            json.Write("value", gdp.Value);
            json.Write("sources", gdp.Source is { } source ? [source] : []);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (year.Items is { } items)
            Items(json, items);
        if (losses is var (readings, gaps))
            Losses(json, readings, gaps);
        json.WriteEndObject();
    }

    private static void Losses(Utf8JsonWriter json, IReadOnlyList<LossReading> readings, IReadOnlyList<LossGap> gaps)
    {
        json.WriteStartObject("without_the_other");
        json.WriteString("meaning", "a model's change of real income, as a fraction, if trade between the two ended; no record");
        json.WriteStartArray("bases");
        foreach (var reading in readings)
        {
            var answer = reading.Loss.Answer!;
            json.WriteStartObject();
            json.WriteString("base", reading.World.Name);
            json.WriteNumber("year", reading.Year);
            json.WriteString("place", reading.Place);
            Change(json, "first", reading.Loss.First, reading.Loss.FirstRange);
            Change(json, "second", reading.Loss.Second, reading.Loss.SecondRange);
            json.WriteNumber("draws", answer.Draws);
            json.WriteNumber("draws_failed", answer.Failed);
            json.WriteNumber("seed", answer.Seed);
            json.WriteBoolean("converged", answer.Certificate.Converged);
            json.WriteNumber("residual", answer.Certificate.Residual);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (var gap in gaps)
            json.WriteStringValue(gap.Why);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter json, string name, double? value, DrawnInterval? range)
    {
        json.WriteStartObject(name);
        json.Write("real_income", value);
        json.Write("low", range?.Low);
        json.Write("high", range?.High);
        json.WriteEndObject();
    }

    private static void Reading(Utf8JsonWriter json, TradeReading reading)
    {
        json.WriteStartObject();
        json.WriteString("view", PairTrade.NameOf(reading.View));
        json.WriteString("name", reading.Name);
        json.WriteString("meaning", TradeText.Meaning(reading.View));
        json.Write("sources", reading.Sources);
        Side(json, "first", reading.First);
        Side(json, "second", reading.Second);
        json.Write("trade", reading.Trade);
        json.Write("salience", reading.Barbieri.Salience);
        json.Write("symmetry", reading.Barbieri.Symmetry);
        json.Write("interdependence", reading.Barbieri.Interdependence);
        json.Write("asymmetry", reading.Barbieri.Asymmetry);
        json.Write("first_trade_by_gdp", reading.OnealRussett.First);
        json.Write("second_trade_by_gdp", reading.OnealRussett.Second);
        json.Write("lower_dependence", reading.OnealRussett.Lower);
        json.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter json, string name, TradeSide side)
    {
        json.WriteStartObject(name);
        json.WriteString("state", side.State);
        json.Write("exports", side.Exports);
        json.Write("imports", side.Imports);
        json.Write("total_exports", side.TotalExports);
        json.Write("total_imports", side.TotalImports);
        json.Write("total_exports_reports", side.ExportReports);
        json.Write("total_imports_reports", side.ImportReports);
        json.Write("export_share", side.ExportShare);
        json.Write("import_share", side.ImportShare);
        json.Write("trade_share", side.TradeShare);
        json.Write("balance", side.Balance);
        json.Write("intensity", side.Intensity);
        Partners(json, "export_partners", side.ExportPartners);
        Partners(json, "import_partners", side.ImportPartners);
        json.WriteEndObject();
    }

    private static void Partners(Utf8JsonWriter json, string name, PartnerConcentration? partners)
    {
        if (partners is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.Write("hhi", partners.Index.Unit);
        json.Write("hhi_points", partners.Index.Points);
        json.Write("equivalent_partners", partners.Index.Equivalent);
        json.WriteNumber("partners", partners.Index.Count);
        json.Write("coverage", partners.Coverage);
        json.WriteEndObject();
    }

    private static void Items(Utf8JsonWriter json, ItemReading items)
    {
        json.WriteStartObject("items");
        json.Write("sources", [items.Source]);
        json.WriteNumber("digits", items.Digits);
        json.WriteNumber("headings", items.Items);
        json.WriteBoolean("by_sellers", items.BySellers);
        Flow(json, "first_to_second", items.FirstToSecond, items.FirstFits);
        Flow(json, "second_to_first", items.SecondToFirst, items.SecondFits);
        string[] names = ["first_export_items", "first_import_items", "second_export_items", "second_import_items"];
        for (var i = 0; i < names.Length; i++)
            json.Write(names[i] + "_hhi", items.Concentration[i].Unit);
        Advantages(json, "first_advantages", items.FirstAdvantages);
        Advantages(json, "second_advantages", items.SecondAdvantages);
        Dependencies(json, "first_depends_on_second", items.FirstDependsOnSecond);
        Dependencies(json, "second_depends_on_first", items.SecondDependsOnFirst);
        json.WriteEndObject();
    }

    private static void Flow(Utf8JsonWriter json, string name, IntensityMeasures measures, TradeFigure fit)
    {
        json.WriteStartObject(name);
        json.Write("intensity", measures.Intensity);
        json.Write("complementarity", measures.Complementarity);
        json.Write("bias", measures.Bias);
        json.Write("michaely", fit);
        json.WriteEndObject();
    }

    private static void Advantages(Utf8JsonWriter json, string name, IReadOnlyList<ItemAdvantage> advantages)
    {
        json.WriteStartArray(name);
        foreach (var item in advantages)
        {
            json.WriteStartObject();
            json.WriteString("item", item.Item);
            json.WriteNumber("share", item.Share);
            json.WriteNumber("rca", item.Advantage);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Dependencies(Utf8JsonWriter json, string name, IReadOnlyList<ItemDependency> dependencies)
    {
        json.WriteStartArray(name);
        foreach (var item in dependencies)
        {
            json.WriteStartObject();
            json.WriteString("item", item.Item);
            json.WriteNumber("imports", item.Imports);
            json.Write("concentration", item.Test.Concentration);
            json.Write("outside_share", item.Test.OutsideShare);
            json.Write("imports_by_exports", item.Test.Replacement);
            json.Write("first_supplier_share", item.Test.FirstShare);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Range(Utf8JsonWriter json, string name, FigureRange range)
    {
        json.WriteStartObject(name);
        json.Write("low", range.Low);
        json.Write("high", range.High);
        json.WriteNumber("views", range.Views);
        json.WriteEndObject();
    }
}
