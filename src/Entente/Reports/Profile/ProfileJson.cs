using System.Text.Json;
using Entente.Profiles;
using Entente.Reports.Json;

namespace Entente.Reports.Profile;

/// <summary>A profile as `entente/profile/1`.</summary>
public static class ProfileJson
{
    /// <param name="output">Takes one line.</param>
    /// <param name="profile">What to write.</param>
    /// <param name="version">The program's version.</param>
    public static void Write(TextWriter output, PairProfile profile, string version) =>
        JsonText.WriteLine(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", "entente/profile/1");
                json.WriteStartObject("inputs");
                json.WriteString("record", profile.RecordHash);
                json.WriteString("version", version);
                json.WriteString("asOf", Entente.Quantities.Period.OfDay(profile.AsOf).Text);
                json.WriteNumber("from", profile.From);
                json.WriteNumber("to", profile.To);
                json.WriteNull("seed");
                json.WriteEndObject();
                json.WriteStartObject("results");
                Party(json, "first", profile.First);
                Party(json, "second", profile.Second);
                json.WriteStartArray("sections");
                foreach (var section in profile.Sections)
                    Section(json, section);
                json.WriteEndArray();
                json.WriteStartArray("landmarks");
                foreach (var landmark in profile.Landmarks)
                    Entry(json, landmark);
                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteNull("certificate");
                json.Strings("warnings", profile.Sections.SelectMany(s => s.Missing).Select(m => $"{m.What}: {m.Why}"));
                json.WriteEndObject();
            }
        );

    private static void Party(Utf8JsonWriter json, string name, ProfileParty party)
    {
        json.WriteStartObject(name);
        json.WriteString("code", party.Code);
        json.WriteString("name", party.Name);
        json.WriteEndObject();
    }

    private static void Section(Utf8JsonWriter json, ProfileSection section)
    {
        json.WriteStartObject();
        json.WriteString("id", section.Id);
        json.WriteString("title", section.Title);
        json.WriteStartArray("figures");
        foreach (var figure in section.Figures)
            Figure(json, figure);
        json.WriteEndArray();
        json.WriteStartArray("series");
        foreach (var chart in section.Charts)
            Chart(json, chart);
        json.WriteEndArray();
        json.WriteStartArray("entries");
        foreach (var entry in section.Entries)
            Entry(json, entry);
        json.WriteEndArray();
        json.WriteStartArray("ladders");
        foreach (var ladder in section.Ladders)
            Ladder(json, ladder);
        json.WriteEndArray();
        json.Strings("notes", section.Notes);
        json.WriteStartArray("missing");
        foreach (var gap in section.Missing)
        {
            json.WriteStartObject();
            json.WriteString("what", gap.What);
            json.WriteString("why", gap.Why);
            json.WriteString("remedy", gap.Remedy);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, ProfileFigure figure)
    {
        json.WriteStartObject();
        json.WriteString("label", figure.Label);
        json.WriteString("side", Side(figure.Side));
        json.Number("value", figure.Value);
        json.Number("low", figure.Low);
        json.Number("high", figure.High);
        json.WriteString("unit", figure.Unit);
        json.WriteString("text", ProfileWords.Value(figure));
        json.WriteString("span", ProfileWords.Span(figure));
        json.WriteString("period", figure.Period);
        json.WriteString("expression", figure.Expression);
        json.WriteString("note", figure.Note);
        json.WriteBoolean("model", figure.IsModel);
        Source(json, figure.Cite);
        json.WriteStartArray("others");
        foreach (var other in figure.Others)
        {
            json.WriteStartObject();
            json.WriteString("label", other.Label);
            json.Number("value", other.Value);
            json.WriteString("text", ProfileWords.Number(other.Value, figure.Unit));
            Source(json, other.Cite);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Chart(Utf8JsonWriter json, ProfileChart chart)
    {
        json.WriteStartObject();
        json.WriteString("title", chart.Title);
        json.WriteString("unit", chart.Unit);
        json.WriteStartArray("lines");
        foreach (var line in chart.Lines)
        {
            json.WriteStartObject();
            json.WriteString("name", line.Name);
            json.WriteString("side", Side(line.Side));
            Source(json, line.Cite);
            json.WriteStartArray("points");
            foreach (var point in line.Points)
            {
                json.WriteStartObject();
                json.WriteString("period", PeriodOf(point.Year));
                json.Number("value", point.Value);
                if (point.Low is not null || point.High is not null)
                {
                    json.Number("low", point.Low);
                    json.Number("high", point.High);
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Entry(Utf8JsonWriter json, ProfileEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("date", entry.Date);
        json.WriteString("text", entry.Text);
        json.WriteString("id", entry.Id);
        Source(json, entry.Cite);
        json.WriteEndObject();
    }

    private static void Ladder(Utf8JsonWriter json, ProfileLadder ladder)
    {
        json.WriteStartObject();
        json.WriteString("name", ladder.Name);
        json.WriteString("definition", ladder.Source);
        json.WriteStartArray("rungs");
        foreach (var rung in ladder.Rungs)
        {
            json.WriteStartObject();
            json.WriteString("name", rung.Name);
            json.WriteString("stage", rung.Stage);
            json.WriteString("state", ProfileWords.State(rung.State).Replace(' ', '-'));
            json.WriteNumber("instances", rung.Instances);
            json.WriteString("falsifier", rung.Falsifier);
            json.WriteStartArray("evidence");
            foreach (var entry in rung.Evidence)
                Entry(json, entry);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, Cite? cite)
    {
        json.WriteString("source", cite?.Source);
        json.WriteString("published", cite?.Published);
        json.WriteString("url", cite?.Url);
        json.WriteString("row", cite?.Row);
        json.WriteString("basis", cite?.Basis);
    }

    private static string Side(ProfileSide side) =>
        side switch
        {
            ProfileSide.First => "first",
            ProfileSide.Second => "second",
            _ => "pair",
        };

    private static string PeriodOf(int year) => Entente.Quantities.Period.OfYear(year).Text;
}
