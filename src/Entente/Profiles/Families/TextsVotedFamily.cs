namespace Entente.Profiles.Families;

/// <summary>How the two voted on the resolutions whose votes the record has by name: where alike, where not.</summary>
public sealed class TextsVotedFamily : IProfileFamily
{
    private const int MostEntries = 10;

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        var both = VotesByName
            .Of(request.Record, request.First.Code, request.Second.Code)
            .Where(v =>
                v.First.Date.Start <= request.AsOf && v.First.Date.Start.Year >= request.From && v.First.Date.Start.Year <= request.To
            )
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
                    Cite = VotesByName.CiteOf(both[^1].First),
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
                        Text = VotesByName.Text(v.First, v.Second, request.First, request.Second),
                        Cite = VotesByName.CiteOf(v.First),
                    }),
            ],
            Notes = ["These are the texts that the record lists, not a sample of all votes: a rate over them measures nothing."],
        };
    }
}
