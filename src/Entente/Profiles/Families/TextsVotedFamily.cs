using Entente.Record;

namespace Entente.Profiles.Families;

/// <summary>How the two voted on the resolutions whose votes the record has by name: where alike, where not.</summary>
public sealed class TextsVotedFamily : IProfileFamily
{
    private const int MostEntries = 10;

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        var second = new Dictionary<string, RecordedVote>(StringComparer.Ordinal);
        foreach (var vote in request.Record.VotesOf(request.Second.Code))
            if (Shipped(vote))
                second.TryAdd($"{vote.Body} {vote.Resolution}", vote);
        var both = request
            .Record.VotesOf(request.First.Code)
            .Where(v => Shipped(v) && v.Date.Start <= request.AsOf && v.Date.Start.Year >= request.From && v.Date.Start.Year <= request.To)
            .Where(v => second.ContainsKey($"{v.Body} {v.Resolution}"))
            .DistinctBy(v => $"{v.Body} {v.Resolution}")
            .Select(v => (First: v, Second: second[$"{v.Body} {v.Resolution}"]))
            .OrderBy(v => v.First.Date.Start)
            .ThenBy(v => v.First.Resolution, StringComparer.Ordinal)
            .ToList();
        if (both.Count == 0)
            return null;
        var alike = both.Count(v => v.First.Choice == v.Second.Choice);
        return new()
        {
            Id = "texts",
            Title = "Texts voted on by name",
            Figures =
            [
                new()
                {
                    Label = $"voted alike, of {both.Count} texts in the record",
                    Value = alike,
                    Unit = "count",
                    Period = PairEvents.Years(both[0].First.Date.Start.Year, both[^1].First.Date.Start.Year),
                    Cite = CiteOf(both[^1].First),
                },
            ],
            Entries =
            [
                .. both.AsEnumerable()
                    .Reverse()
                    .Take(MostEntries)
                    .Select(v => new ProfileEntry
                    {
                        Date = v.First.Date.Text,
                        Text =
                            $"{v.First.Resolution}, {v.First.Topic}: {request.First.Name} {Word(v.First.Choice)}, {request.Second.Name} {Word(v.Second.Choice)}",
                        Cite = CiteOf(v.First),
                    }),
            ],
            Notes = ["These are the texts that the record lists, not a sample of all votes: a rate over them measures nothing."],
        };
    }

    /// <summary>Votes of an imported dataset are counted whole elsewhere.</summary>
    private static bool Shipped(RecordedVote vote) => vote.Row.File.EndsWith("votes.csv", StringComparison.Ordinal);

    private static string Word(VoteChoice choice) =>
        choice switch
        {
            VoteChoice.Yes => "yes",
            VoteChoice.No => "no",
            VoteChoice.Abstain => "abstained",
            _ => "absent",
        };

    private static Cite CiteOf(RecordedVote vote) =>
        new()
        {
            Source = vote.Source,
            Url = vote.Url,
            Row = vote.Row.ToString(),
        };
}
