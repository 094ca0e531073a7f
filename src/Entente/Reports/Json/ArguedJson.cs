using System.Text.Json;
using Entente.Checking.Reasoning;

namespace Entente.Reports.Json;

/// <summary>What running an argument says of a claim: `model` of a claim in `entente/check/1`; null where none was run.</summary>
internal static class ArguedJson
{
    public static void Write(Utf8JsonWriter json, ArguedClaim? argued)
    {
        if (argued is null)
        {
            json.WriteNull("model");
            return;
        }
        json.WriteStartObject("model");
        json.WriteString("scenario", argued.Scenario);
        json.Number("p", argued.P);
        json.Strings("drivers", argued.Drivers.Select(d => d.Name));
        json.WriteString("breaksWhen", argued.BreaksWhen);
        json.WriteString("argument", argued.Title);
        json.WriteString("predicate", argued.Predicate);
        json.Strings("driversOf", argued.Drivers.Select(d => d.Author));
        json.WriteEndObject();
    }
}
