using System.Globalization;
using System.Text.Json;
using Entente.Models;

namespace Entente.Application.Outputs;

/// <summary>Numbers that whoever ran a file held at a value: every report of a run says so, or it could not be told from one of the file alone.</summary>
internal static class FixedNumbers
{
    /// <summary>Nothing where nothing was set.</summary>
    public static void Json(Utf8JsonWriter json, IReadOnlyList<FixedNumber> numbers)
    {
        if (numbers.Count == 0)
            return;
        json.WriteStartArray("set");
        foreach (var number in numbers)
        {
            json.WriteStartObject();
            json.WriteString("name", number.Name);
            json.WriteNumber("value", number.Value);
            json.WriteNumber("low", number.Declared.Low);
            json.WriteNumber("mode", number.Declared.Mode);
            json.WriteNumber("high", number.Declared.High);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>A line for each.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<FixedNumber> numbers) =>
        numbers.Select(n =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{n.Name} held at {n.Value:0.######} (declared {n.Declared.Low:0.######} to {n.Declared.High:0.######})"
            )
        );
}
