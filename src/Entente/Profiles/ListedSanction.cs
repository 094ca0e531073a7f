using Entente.Quantities;
using NodaTime;

namespace Entente.Profiles;

/// <summary>A case of sanctions as a database of cases has it: who against whom, from when, and whether it had ended where the list closes.</summary>
public sealed record ListedCase
{
    /// <summary>The list's own name of the case.</summary>
    public required string Id { get; init; }

    /// <summary>Whose list: `IST`.</summary>
    public required string List { get; init; }

    /// <summary>Codes of those who impose it, as far as they are known; a case may pass from one to another.</summary>
    public required IReadOnlyList<string> Senders { get; init; }

    public required string Target { get; init; }

    public required Period From { get; init; }

    /// <summary>Null where it was going on when the list closed.</summary>
    public Period? End { get; init; }

    /// <summary>The last day that the list speaks of; what became of a case later is not in it.</summary>
    public required LocalDate Closes { get; init; }

    /// <summary>What is restricted: trade, arms, finance, travel.</summary>
    public required string Measures { get; init; }

    public required Cite Cite { get; init; }

    /// <summary>Whether it was in force on a day, or, on days after the list closes, when it closed.</summary>
    public bool Stands(LocalDate day) => From.Start <= Day(day) && (End is null || End.Start > Day(day));

    /// <summary>The day for which the list can answer: the one asked, or its last.</summary>
    public LocalDate Day(LocalDate asked) => LocalDate.Min(asked, Closes);
}

/// <summary>Dated steps of one against another in a list that gives no ends.</summary>
public sealed record ListedSteps
{
    public required string List { get; init; }

    public required string Sender { get; init; }

    public required string Target { get; init; }

    /// <summary>Without those that are announcements only.</summary>
    public required int Count { get; init; }

    public required Period First { get; init; }

    public required Period Last { get; init; }

    public required Cite Cite { get; init; }
}

/// <summary>What imported lists hold of sanctions against two parties.</summary>
public sealed record ListedSanctions
{
    public IReadOnlyList<ListedCase> Cases { get; init; } = [];

    public IReadOnlyList<ListedSteps> Steps { get; init; } = [];

    /// <summary>The names of the lists that were consulted.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];
}
