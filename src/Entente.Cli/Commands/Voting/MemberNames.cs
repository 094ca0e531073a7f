using Entente.Application.Composition;
using Entente.Models.Voting;

namespace Entente.Cli.Commands.Voting;

/// <summary>Which member somebody means: by the name of the seat, or by any name that the catalogue knows of a state.</summary>
internal sealed class MemberNames(CommandContext context, VotingBody body)
{
    private const int Shown = 8;
    private readonly Dictionary<string, string> seats = body.Seats.ToDictionary(s => s.Name, s => s.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The seat's name; null where nobody of that name has a seat.</summary>
    public string? Find(string given) =>
        seats.TryGetValue(given, out var seat) ? seat
        : context.Engine.Party(given) is { } code && seats.TryGetValue(code, out var named) ? named
        : null;

    public string Expected =>
        $"a member of {body.Code}: {string.Join(", ", body.Seats.Take(Shown).Select(s => s.Name))}{(body.Seats.Count > Shown ? " …" : "")}";

    /// <summary>What may be meant, for the end of an error.</summary>
    public string? Near(string given) =>
        context.Engine.Party(given) is { } code ? $"{code} has no seat in it on that day"
        : body.Seats.Select(s => s.Name).FirstOrDefault(n => n.StartsWith(given[..1], StringComparison.OrdinalIgnoreCase)) is { } near
            ? $"is {near} meant?"
        : null;
}
