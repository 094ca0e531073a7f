using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Parties;
using Entente.Measures.Trade;
using Entente.Sources.TradeMeasures;

namespace Entente.Cli.Commands.Measuring;

/// <summary>`measure price BUYER SELLER`: how much of a change of imports is price and how much quantity.</summary>
internal static class MeasurePrice
{
    private const string Where = "measure price";

    public static Command Create(CommandContext context)
    {
        var buyer = MeasureCommand.State("BUYER", "The importing state: ISO letters or a name.");
        var seller = MeasureCommand.State("SELLER", "The exporting state.");
        var items = new Option<string>("--item")
        {
            Description = "Fuels (crude_oil, lng, pipeline_gas, coking_coal …) or headings of goods, with commas.",
            DefaultValueFactory = _ => "crude_oil",
            HelpName = "ITEM,…",
        };
        var from = new Option<int>("--from")
        {
            Description = "The year before.",
            HelpName = "YEAR",
            Required = true,
        };
        var to = new Option<int>("--to")
        {
            Description = "The year after.",
            HelpName = "YEAR",
            Required = true,
        };
        var format = CommonOptions.Format("text", "json");
        var output = CommonOptions.Out();
        var command = new Command("price", "What of a change of imports is price and what quantity: indices and exact decompositions.")
        {
            buyer,
            seller,
            items,
            from,
            to,
            format,
            output,
        };
        command.SetAction(parsed =>
        {
            var (first, last) = (parsed.GetValue(from), parsed.GetValue(to));
            if (first == last)
                throw new WrongUseException(
                    new InputProblem
                    {
                        Where = "--to",
                        Found = "the year of --from",
                        Expected = "another year",
                    }
                );
            var states = context.Engine.States();
            var (one, other) = (
                StateParties.Of(states, Where, parsed.GetValue(buyer)!),
                StateParties.Of(states, Where, parsed.GetValue(seller)!)
            );
            StateParties.Different(Where, one, other);
            using var store = MeasureCommand.Store(context, Where, "china-fuel-imports");
            var names = parsed.GetValue(items)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var reading =
                TradePrices.Of(store, one, other, first, last, names, context.Cancellation)
                ?? throw new WrongUseException(
                    new InputProblem
                    {
                        Where = Where,
                        Found = string.Create(
                            CultureInfo.InvariantCulture,
                            $"no value and weight of {string.Join(", ", names)} from {other.Code} to {one.Code} in {first} and {last}"
                        ),
                        Expected = "china-fuel-imports, or baci or comtrade with headings and weights",
                    }
                );
            using var target = OutputTarget.Open(parsed.GetValue(output), context.Surroundings);
            if (parsed.GetValue(format) == "json")
                Figures.Json(target.Writer, j => Json(j, reading));
            else
                Text(target.Writer, reading, (one.Name, other.Name));
            target.Complete();
            return ExitStatus.Done;
        });
        return command;
    }

    private static void Text(TextWriter output, PriceReading reading, (string Buyer, string Seller) names)
    {
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Imports of {names.Buyer} from {names.Seller}, {reading.From} and {reading.To}")
        );
        output.WriteLine();
        output.WriteLine($"{"item", -20}{"US$ bn", 18}{"million tonnes", 20}{"US$ a tonne", 20}");
        foreach (var item in reading.Items)
            output.WriteLine(
                $"{item.Item, -20}{Two(Figures.Billions(item.Value0), Figures.Billions(item.Value1)), 18}{Two(Millions(item.Tonnes0), Millions(item.Tonnes1)), 20}{Two(Figures.Ratio(item.Price0), Figures.Ratio(item.Price1)), 20}"
            );
        output.WriteLine();
        if (reading.Change.Measures is { } change)
            Change(output, change);
        else
            Figures.Note(output, $"no decomposition: {reading.Change.Item} has no value or no weight in one of the years");
        if (reading.Items.Any(i => i.Months < 12))
            Figures.Note(
                output,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"only the months that both years have: {string.Join(", ", reading.Items.Select(i => $"{i.Item} {i.Months}"))}"
                )
            );
        Figures.Note(output, "A price is a value over a weight: a shift to dearer kinds within an item counts as price.");
        Figures.Note(output, "LMDI: Ang (2005), Energy Policy 33: 867; Bennet (1920), J. of the Royal Statistical Society 83: 455.");
        Figures.Note(output, $"from: {reading.Source}");
    }

    private static void Change(TextWriter output, ValueChangeMeasures change)
    {
        output.WriteLine(
            $"value {Signed(change.Growth)} %: US$ {Figures.Billions(change.Value0)} bn to {Figures.Billions(change.Value1)} bn"
        );
        output.WriteLine(Figures.Row("", 14, "price, US$ bn", "quantity", "both", "price, %"));
        Parts(output, "LMDI", change.Lmdi);
        Parts(output, "Bennet", change.Bennet);
        Parts(output, "plain", change.Plain);
        output.WriteLine(Figures.Row("", 14, "price index", "quantity"));
        Pair(output, "Laspeyres", change.Laspeyres.Price, change.Paasche.Quantity);
        Pair(output, "Paasche", change.Paasche.Price, change.Laspeyres.Quantity);
        Pair(output, "Fisher", change.Fisher.Price, change.Fisher.Quantity);
        if (change.Entry != 0)
            Figures.Note(output, $"new less gone: US$ {Figures.Billions(change.Entry)} bn, of which no price can be compared");
    }

    private static void Parts(TextWriter output, string name, ChangeParts parts) =>
        output.WriteLine(
            Figures.Row(
                name,
                14,
                Figures.Billions(parts.Price),
                Figures.Billions(parts.Quantity),
                parts.Interaction == 0 ? "" : Figures.Billions(parts.Interaction),
                Figures.Percent(parts.PriceShare)
            )
        );

    private static void Pair(TextWriter output, string name, TradeFigure price, TradeFigure quantity) =>
        output.WriteLine(Figures.Row(name, 14, Figures.Index(price), Figures.Index(quantity)));

    private static string Two(string before, string after) => $"{before} → {after}";

    private static string Millions(double? tonnes) => tonnes is { } t ? Figures.Text(t / 1e6, "0.00") : "–";

    private static string Signed(TradeFigure growth) =>
        growth.Value is { } v ? (v * 100).ToString("+0.0;−0.0", CultureInfo.InvariantCulture) : "–";

    private static void Json(Utf8JsonWriter json, PriceReading reading)
    {
        json.WriteStartObject();
        json.WriteString("buyer", reading.Buyer);
        json.WriteString("seller", reading.Seller);
        json.WriteNumber("from", reading.From);
        json.WriteNumber("to", reading.To);
        json.Write("sources", [reading.Source]);
        json.WriteStartArray("items");
        foreach (var item in reading.Items)
        {
            json.WriteStartObject();
            json.WriteString("item", item.Item);
            json.WriteNumber("months", item.Months);
            json.Write("value_before", item.Value0);
            json.Write("tonnes_before", item.Tonnes0);
            json.Write("value_after", item.Value1);
            json.Write("tonnes_after", item.Tonnes1);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (reading.Change.Measures is { } change)
        {
            json.Write("growth", change.Growth);
            json.WriteNumber("entry", change.Entry);
            foreach (var (name, parts) in new[] { ("lmdi", change.Lmdi), ("bennet", change.Bennet), ("plain", change.Plain) })
            {
                json.WriteStartObject(name);
                json.WriteNumber("price", parts.Price);
                json.WriteNumber("quantity", parts.Quantity);
                json.WriteNumber("interaction", parts.Interaction);
                json.Write("price_share", parts.PriceShare);
                json.WriteEndObject();
            }
            // Each index by its own name; a price index and the quantity index of its name need not multiply to the change (Fisher's do).
            foreach (
                var (name, price, quantity) in new[]
                {
                    ("laspeyres", change.Laspeyres.Price, change.Paasche.Quantity),
                    ("paasche", change.Paasche.Price, change.Laspeyres.Quantity),
                    ("fisher", change.Fisher.Price, change.Fisher.Quantity),
                }
            )
            {
                json.WriteStartObject(name);
                json.Write("price_index", price);
                json.Write("quantity_index", quantity);
                json.WriteEndObject();
            }
        }
        else
        {
            json.WriteString("absent", TradeFigure.Without(reading.Change.Reason).Code);
            json.WriteString("absent_item", reading.Change.Item);
        }
        json.WriteEndObject();
    }
}
