using System.Globalization;
using Entente.Profiles;
using Entente.Reports.Charts;
using Entente.Reports.Pages;

namespace Entente.Reports.Profile;

/// <summary>A profile as Markdown: the same figures, pictures and sources as on its page.</summary>
public static class MarkdownProfile
{
    /// <param name="output">Takes the text.</param>
    /// <param name="profile">What is known of the pair.</param>
    /// <param name="version">Of the program.</param>
    /// <param name="pictures">Takes the drawings of charts; null leaves them out.</param>
    public static void Write(TextWriter output, PairProfile profile, string version, IPictures? pictures)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var cites = new CiteNumbers(profile);
        var blocks = new List<Block>();
        foreach (var section in profile.Sections.Where(s => !s.IsEmpty))
            Section(blocks, profile, section, cites);
        var missing = profile.Sections.SelectMany(s => s.Missing).ToList();
        if (missing.Count > 0)
        {
            blocks.Add(new HeadingBlock(2, "Not shown"));
            blocks.Add(
                new ListBlock([
                    .. missing.Select(g => new Words([
                        new Span($"{g.What}: {g.Why}"),
                        .. g.Remedy is { } remedy ? [new Span(remedy, SpanStyle.Code)] : (Span[])[],
                    ])),
                ])
            );
        }
        blocks.Add(new HeadingBlock(2, "Sources"));
        blocks.Add(new ListBlock([.. cites.All.Select(c => Source(c, cites[c]))]));
        MarkdownPage.Write(
            output,
            new()
            {
                Title = ProfileWords.Title(profile),
                Meta = ProfileWords.Subtitle(profile),
                Blocks = blocks,
                Foot = $"Record {profile.RecordHash}, Entente {version}.",
            },
            pictures
        );
    }

    private static void Section(List<Block> blocks, PairProfile profile, ProfileSection section, CiteNumbers cites)
    {
        blocks.Add(new HeadingBlock(2, section.Title));
        var pair = section.Figures.Where(f => f.Side == ProfileSide.Pair).ToList();
        if (pair.Count > 0)
            blocks.Add(
                new TableBlock(
                    $"{section.Title}: figures",
                    [new("Figure"), new("Value", true), new("Period"), new("Others")],
                    [
                        .. pair.Select(f =>
                            (IReadOnlyList<Words>)
                                [
                                    new Words(new Span(f.Label), new Span(ProfileWords.Note(f), SpanStyle.Small)),
                                    $"{ProfileWords.Value(f)} {Mark(cites[f.Cite])}",
                                    f.Period,
                                    string.Join("; ", f.Others.Select(o => $"{o.Label} {ProfileWords.Number(o.Value, f.Unit)}")),
                                ]
                        ),
                    ]
                )
            );
        var sides = section.Figures.Where(f => f.Side != ProfileSide.Pair).GroupBy(f => f.Label, StringComparer.Ordinal).ToList();
        if (sides.Count > 0)
            blocks.Add(
                new TableBlock(
                    $"{section.Title}, side by side",
                    [new("Figure"), new(profile.First.Name, true), new(profile.Second.Name, true)],
                    [
                        .. sides.Select(row =>
                            (IReadOnlyList<Words>)
                                [
                                    row.Key,
                                    Cell(row.FirstOrDefault(f => f.Side == ProfileSide.First), cites),
                                    Cell(row.FirstOrDefault(f => f.Side == ProfileSide.Second), cites),
                                ]
                        ),
                    ]
                )
            );
        blocks.AddRange(ProfileCharts.Of(profile, section).Select(c => new ChartBlock(c)));
        foreach (var ladder in section.Ladders)
        {
            blocks.Add(new HeadingBlock(3, ladder.Name));
            blocks.Add(new TextBlock(ladder.Source, Soft: true));
            blocks.Add(new ListBlock([.. ladder.Rungs.Select(Rung)]));
        }
        if (section.Entries.Count > 0)
            blocks.Add(
                new ListBlock([
                    .. section.Entries.Select(e => Words.FromString($"{e.Date} {e.Text}{(e.Cite is { } c ? $" {Mark(cites[c])}" : "")}")),
                ])
            );
        blocks.AddRange(section.Notes.Select(n => new TextBlock(n, Soft: true)));
    }

    private static Words Rung(ProfileRung rung) =>
        new(
            new Span($"{ProfileWords.Sign(rung.State)} {rung.Stage}, {rung.Name}:"),
            new Span(ProfileWords.State(rung.State), SpanStyle.Strong),
            new Span(string.Join("; ", rung.Evidence.Select(e => $"{e.Date} {e.Text}"))),
            new Span($"not reached if: {rung.Falsifier}", SpanStyle.Small)
        );

    private static Words Cell(ProfileFigure? figure, CiteNumbers cites) =>
        figure is null
            ? "–"
            : $"{ProfileWords.Short(figure)} {Mark(cites[figure.Cite])}, {figure.Period}{(ProfileWords.Span(figure) is { } span ? $", {span}" : "")}";

    private static Words Source(Cite cite, int number)
    {
        var words = new List<Span> { new($"{Mark(number)} {cite.Source}{(cite.Published is null ? "" : $", {cite.Published}")}") };
        if (Links.Safe(cite.Url) is { } url)
            words.Add(new(Links.Host(url)!, Url: url));
        if (cite.Row is { } row)
            words.Add(new(row, SpanStyle.Code));
        return new(words);
    }

    private static string Mark(int number) => string.Create(CultureInfo.InvariantCulture, $"[{number}]");
}
