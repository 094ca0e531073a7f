using Entente.Checking.Evaluating;
using Entente.Record;
using NodaTime;

namespace Entente.Profiles;

/// <summary>Whose profile is wanted, over which years, and what it is made from.</summary>
public sealed record ProfileRequest
{
    public required ProfileParty First { get; init; }

    public required ProfileParty Second { get; init; }

    public required int From { get; init; }

    public required int To { get; init; }

    public required LocalDate AsOf { get; init; }

    public required IRecord Record { get; init; }

    /// <summary>Evaluates an expression of the claim language against <see cref="Record"/>, as known on <see cref="AsOf"/>.</summary>
    public required Func<string, Evaluation> Ask { get; init; }

    /// <summary>What people call an actor's code.</summary>
    public required Func<string, string> Name { get; init; }

    /// <summary>The states that a state continues (a seat in the Council passes with them); none for most.</summary>
    public Func<string, IReadOnlyList<string>> Before { get; init; } = static _ => [];

    /// <summary>Other pairs that the user wants beside this one.</summary>
    public IReadOnlyList<(ProfileParty First, ProfileParty Second)> Beside { get; init; } = [];

    /// <summary>The same with the two exchanged.</summary>
    public ProfileRequest Turned() => this with { First = Second, Second = First };
}

/// <summary>A subject of a profile: makes its section from what there is, and says what is missing.</summary>
public interface IProfileFamily
{
    /// <summary>The section; null where the subject cannot concern the pair.</summary>
    ProfileSection? Build(ProfileRequest request, CancellationToken cancellation);
}

/// <summary>Puts the sections together.</summary>
public static class ProfileBuilder
{
    /// <param name="request">The pair and the record.</param>
    /// <param name="families">In the order of the page.</param>
    /// <param name="cancellation">Honoured between sections and within long ones.</param>
    public static PairProfile Build(ProfileRequest request, IReadOnlyList<IProfileFamily> families, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(families);
        var sections = new List<ProfileSection>();
        foreach (var family in families)
        {
            cancellation.ThrowIfCancellationRequested();
            if (family.Build(request, cancellation) is { } section)
                // A single year is a figure, not a course.
                sections.Add(
                    section with
                    {
                        Charts = [.. section.Charts.Where(c => c.Lines.Max(l => l.Points[^1].Year) > c.Lines.Min(l => l.Points[0].Year))],
                    }
                );
        }
        return new()
        {
            First = request.First,
            Second = request.Second,
            From = request.From,
            To = request.To,
            AsOf = request.AsOf,
            Sections = sections,
            Landmarks = Landmarks.Of(request),
            RecordHash = request.Record.Hash,
        };
    }
}
