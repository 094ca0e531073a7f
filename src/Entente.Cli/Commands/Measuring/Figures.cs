using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Measures.Trade;
using Entente.Sources.TradeMeasures;

namespace Entente.Cli.Commands.Measuring;

/// <summary>How the figures of these commands are printed: a dash for what has no value, never a nought.</summary>
internal static class Figures
{
    public const int Width = 80;
    private const int First = 13;
    private const string None = "–";

    public static string Billions(double? value) =>
        value is not { } v ? None
        : (v / 1e9) is var b && Math.Abs(b) < 0.1 ? Text(b, "0.0000")
        : Text(b, Math.Abs(b) < 100 ? "0.00" : "0.0");

    public static string Percent(TradeFigure figure) => figure.Value is { } v ? Text(v * 100, Math.Abs(v) < 0.1 ? "0.00" : "0.0") : None;

    public static string Percent(double? value) => value is { } v ? Text(v * 100, Math.Abs(v) < 0.1 ? "0.00" : "0.0") : None;

    public static string Index(TradeFigure figure) => figure.Value is { } v ? Text(v, "0.0000") : None;

    public static string Points(TradeFigure figure) => figure.Value is { } v ? Text(v, "0") : None;

    public static string Ratio(TradeFigure figure) => figure.Value is { } v ? Text(v, "0.00") : None;

    public static string Signed(TradeFigure figure) =>
        figure.Value is { } v ? v.ToString("+0.000;−0.000", CultureInfo.InvariantCulture) : None;

    public static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A line of columns, the first to the left and the others to the right.</summary>
    public static string Row(string first, int width, params ReadOnlySpan<string> cells)
    {
        var line = first.PadRight(First);
        foreach (var cell in cells)
            line += cell.PadLeft(width);
        return line.TrimEnd();
    }

    /// <summary>A note of whole words, indented after its first line.</summary>
    public static void Note(TextWriter output, string text)
    {
        var line = "";
        var indent = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent.Length && line.Length + 1 + word.Length > Width)
            {
                output.WriteLine(line);
                line = indent = "  ";
            }
            line += line.Length == indent.Length ? word : " " + word;
        }
        output.WriteLine(line);
    }

    public static TradeView? View(string? word)
    {
        if (word is null)
            return null;
        foreach (var view in Enum.GetValues<TradeView>())
            if (PairTrade.NameOf(view) == word)
                return view;
        throw MeasureCommand.NoSuch("--view", word, Enum.GetValues<TradeView>().Select(PairTrade.NameOf));
    }

    /// <summary>One JSON value on one line.</summary>
    public static void Json(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            write(json);
        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>A value, or null with the reason beside it.</summary>
    public static void Write(this Utf8JsonWriter json, string name, TradeFigure figure)
    {
        if (figure.Value is { } value)
            json.WriteNumber(name, value);
        else
        {
            json.WriteNull(name);
            json.WriteString(name + "_absent", figure.Code);
        }
    }

    public static void Write(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void Write(this Utf8JsonWriter json, string name, IEnumerable<TradeSource> sources)
    {
        json.WriteStartArray(name);
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("dataset", source.Dataset);
            json.WriteString("vintage", source.Vintage);
            json.WriteNumber("import", source.Import);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
