using Entente.Record;

namespace Entente.Profiles.Families;

/// <summary>Organisations that both belong to, and those that only one does.</summary>
public sealed class BodiesFamily : IProfileFamily
{
    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        var asked = new Asked(request);
        var (both, onlyFirst, onlySecond) = (new List<Membership>(), new List<string>(), new List<string>());
        foreach (var body in request.Record.Bodies)
        {
            var (first, second) = (Of(body, request.First.Code, request), Of(body, request.Second.Code, request));
            if (first is not null && second is not null)
                both.Add(Later(first, second));
            else if (first is not null)
                onlyFirst.Add(body);
            else if (second is not null)
                onlySecond.Add(body);
        }
        var count = asked.Latest("organisations both are full members of", "shared_memberships({A}, {B}, {Y})");
        var charts = asked.Lines("shared_memberships({A}, {B}, {Y})", 1, name: "shared") is { Count: > 0 } lines
            ? new ProfileChart[]
            {
                new()
                {
                    Title = "Organisations both are full members of",
                    Unit = "count",
                    Lines = lines,
                },
            }
            : [];
        var notes = new List<string>();
        if (onlyFirst.Count > 0)
            notes.Add($"Of the bodies of the record only {request.First.Name} belongs to {string.Join(", ", onlyFirst)}.");
        if (onlySecond.Count > 0)
            notes.Add($"Only {request.Second.Name} belongs to {string.Join(", ", onlySecond)}.");
        return new()
        {
            Id = "organisations",
            Title = "Organisations",
            Figures = count is null ? [] : [count],
            Charts = charts,
            Entries = [.. both.OrderBy(m => m.Body, StringComparer.Ordinal).Select(Entry)],
            Notes = notes,
            Missing = count is null
                ? [new("how many organisations they share", "no count for this pair in the record", "entente record import cow-igo FILE")]
                : [],
        };
    }

    /// <summary>The later of the two memberships of a body that both belong to; null where one does not.</summary>
    internal static Membership? Both(string body, ProfileRequest request) =>
        Of(body, request.First.Code, request) is { } first && Of(body, request.Second.Code, request) is { } second
            ? Later(first, second)
            : null;

    /// <summary>Whether a party is a full member of a body on the day.</summary>
    internal static bool Belongs(string body, string code, ProfileRequest request) => Of(body, code, request) is not null;

    internal static ProfileEntry Entry(Membership membership) =>
        new()
        {
            Date = membership.From is { } from ? from.Text : "undated",
            Text = $"both in {membership.Body}",
            Cite = new()
            {
                Source = membership.Source,
                Url = membership.Url,
                Row = membership.Row.ToString(),
            },
        };

    private static Membership? Of(string body, string code, ProfileRequest request)
    {
        foreach (var membership in request.Record.Memberships(body))
            if (membership.Member == code && membership.Status == "member" && Holds(membership, request))
                return membership;
        return null;
    }

    private static bool Holds(Membership m, ProfileRequest request) =>
        (m.From is null || m.From.Start <= request.AsOf) && (m.To is null || m.To.End >= request.AsOf);

    /// <summary>Both belong from when the later of the two entered.</summary>
    private static Membership Later(Membership first, Membership second) =>
        first.From is null || second.From is null ? (first.From is null ? first : second)
        : first.From.Start >= second.From.Start ? first
        : second;
}
