using System.Globalization;
using System.Text;
using Entente.Profiles;
using Entente.Reports;

namespace Entente.Web.Assistants.Texts;

/// <summary>A pair's profile in few words: figures with numbered sources, dated entries, notes, and what is missing and why.</summary>
internal static class ProfileReading
{
    private const int MostFigures = 10;
    private const int MostEntries = 5;
    private const int MostGaps = 4;

    public static string Of(PairProfile profile)
    {
        var text = new StringBuilder();
        var sources = new List<Cite>();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{profile.First.Name} ({profile.First.Code}) and {profile.Second.Name} ({profile.Second.Code}), {profile.From} to {profile.To}, by {Citing.Vintage(profile.RecordHash, profile.AsOf)}.\n"
        );
        foreach (var section in profile.Sections)
            Section(text, section, profile, sources);
        text.Append("\nSources:\n");
        for (var i = 0; i < sources.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"[{i + 1}] {Line(sources[i])}\n");
        text.Append(
            "\nThe profile holds no verdict. Series by year, other authorities' figures and the expression behind each figure are in the structured result. "
                + "What is listed as missing is not in this record; that is no evidence that it did not happen.\n"
        );
        return text.ToString();
    }

    private static void Section(StringBuilder text, ProfileSection section, PairProfile profile, List<Cite> sources)
    {
        if (section.IsEmpty && section.Missing.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"\n{section.Title}\n");
        foreach (var figure in section.Figures.Take(MostFigures))
        {
            var whose = figure.Side switch
            {
                ProfileSide.First => $"{profile.First.Code}: ",
                ProfileSide.Second => $"{profile.Second.Code}: ",
                _ => "",
            };
            var value = HumanNumber.Format(figure.Value, figure.Unit);
            var sign = figure.IsChange && figure.Value > 0 ? "+" : "";
            var span =
                figure is { Low: { } low, High: { } high } && high > low
                    ? $" ({HumanNumber.Format(low, figure.Unit)} to {HumanNumber.Format(high, figure.Unit)})"
                    : "";
            var model =
                figure.IsModel && figure.Note?.Contains("assumptions", StringComparison.Ordinal) != true
                    ? ", computed by a model under assumptions, not recorded"
                    : "";
            var note = figure.Note is { } said ? $"; {said}" : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {whose}{figure.Label}, {figure.Period}: {sign}{value}{span}{model}{note} [{Number(figure.Cite, sources)}]\n"
            );
        }
        More(text, section.Figures.Count - MostFigures, "figures");
        foreach (var entry in section.Entries.Take(MostEntries))
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {entry.Date}: {entry.Text}{(entry.Cite is { } cite ? $" [{Number(cite, sources)}]" : "")}\n"
            );
        More(text, section.Entries.Count - MostEntries, "entries");
        foreach (var ladder in section.Ladders)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {ladder.Name} ({ladder.Source}): {string.Join("; ", ladder.Rungs.Select(r => $"{r.Name}: {Rung(r)}"))}\n"
            );
        foreach (var note in section.Notes)
            text.Append(CultureInfo.InvariantCulture, $"  note: {note}\n");
        foreach (var gap in section.Missing.Take(MostGaps))
            text.Append(CultureInfo.InvariantCulture, $"  missing: {gap.What}: {gap.Why}\n");
        More(text, section.Missing.Count - MostGaps, "gaps");
    }

    private static string Rung(ProfileRung rung) =>
        rung.State switch
        {
            RungState.Evidence => string.Create(CultureInfo.InvariantCulture, $"{rung.Instances} on record"),
            RungState.Contested => "contested",
            RungState.Denied => "denied by a source",
            _ => "none recorded",
        };

    private static void More(StringBuilder text, int count, string what)
    {
        if (count > 0)
            text.Append(CultureInfo.InvariantCulture, $"  and {count} more {what} in the structured result\n");
    }

    private static int Number(Cite cite, List<Cite> sources)
    {
        var at = sources.FindIndex(s => s.Source == cite.Source && s.Url == cite.Url && s.Published == cite.Published);
        if (at >= 0)
            return at + 1;
        sources.Add(cite);
        return sources.Count;
    }

    private static string Line(Cite cite) =>
        string.Join(
            ", ",
            new[] { cite.Source, cite.Published is { } day ? $"published {day}" : "publication date unknown", cite.Basis, cite.Url }.Where(
                p => !string.IsNullOrEmpty(p)
            )
        ) + (cite.Row is { } row ? $" [{row}]" : "");
}
