using Entente.Record;

namespace Entente.Profiles;

/// <summary>The resolutions on which the record has the votes of two states by name.</summary>
internal static class VotesByName
{
    /// <summary>Both votes on each text, the oldest first. Votes of an imported dataset are counted whole elsewhere.</summary>
    public static IReadOnlyList<(RecordedVote First, RecordedVote Second)> Of(IRecord record, string first, string second)
    {
        var others = new Dictionary<string, RecordedVote>(StringComparer.Ordinal);
        foreach (var vote in record.VotesOf(second))
            if (Shipped(vote))
                others.TryAdd(Key(vote), vote);
        return
        [
            .. record
                .VotesOf(first)
                .Where(v => Shipped(v) && others.ContainsKey(Key(v)))
                .DistinctBy(Key)
                .Select(v => (First: v, Second: others[Key(v)]))
                .OrderBy(v => v.First.Date.Start)
                .ThenBy(v => v.First.Resolution, StringComparer.Ordinal),
        ];
    }

    public static string Text(RecordedVote one, RecordedVote other, ProfileParty first, ProfileParty second) =>
        $"{one.Resolution}, {one.Topic}: {first.Name} {Word(one.Choice)}, {second.Name} {Word(other.Choice)}";

    public static Cite CiteOf(RecordedVote vote) =>
        new()
        {
            Source = vote.Source,
            Url = vote.Url,
            Row = vote.Row.ToString(),
        };

    private static string Key(RecordedVote vote) => $"{vote.Body} {vote.Resolution}";

    private static bool Shipped(RecordedVote vote) => vote.Row.File.EndsWith("votes.csv", StringComparison.Ordinal);

    private static string Word(VoteChoice choice) =>
        choice switch
        {
            VoteChoice.Yes => "yes",
            VoteChoice.No => "no",
            VoteChoice.Abstain => "abstained",
            _ => "absent",
        };
}
