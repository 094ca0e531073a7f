namespace Entente.Models.IdealPoints;

/// <summary>A roll call of the General Assembly.</summary>
public sealed record RollCall
{
    public required long Id { get; init; }

    public required int Session { get; init; }

    /// <summary>The year in which it was held; the last votes of a session fall into the next.</summary>
    public required int Year { get; init; }

    /// <summary>The day it was held, as `2014-03-27`; null where only the year is known.</summary>
    public string? Date { get; init; }

    /// <summary>On an amendment, not on the text as a whole.</summary>
    public bool IsAmendment { get; init; }

    /// <summary>On a paragraph.</summary>
    public bool IsParagraph { get; init; }

    public string Title { get; init; } = "";

    public string Description { get; init; } = "";
}

/// <summary>A vote that was cast; who was absent has none.</summary>
/// <param name="RollCall">Its <see cref="IdealPoints.RollCall.Id"/>.</param>
/// <param name="State">A code such as `CHN`.</param>
/// <param name="Choice">0 yes, 1 abstain, 2 no.</param>
public readonly record struct CastVote(long RollCall, string State, byte Choice);
