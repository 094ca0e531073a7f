namespace Entente.Models.Declared;

/// <summary>Where a number of an argument comes from.</summary>
public enum InputOrigin
{
    /// <summary>Somebody puts it so: a name and a date.</summary>
    Stated,

    /// <summary>Worked out from figures of the record.</summary>
    Record,

    /// <summary>Worked out by the trade model, from a scenario's file.</summary>
    TradeModel,
}

/// <summary>A number that an argument rests on, with its range and whose it is.</summary>
public sealed record DeclaredInput
{
    /// <summary>As payoffs and predicates name it.</summary>
    public required string Name { get; init; }

    public required Spread Range { get; init; }

    public required InputOrigin Origin { get; init; }

    /// <summary>What it is, for a reader; empty where the name says it.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>Who puts it so; for figures of the record their authorities.</summary>
    public required string Author { get; init; }

    /// <summary>When: a day, month or year; empty for what is worked out.</summary>
    public string Date { get; init; } = "";

    /// <summary>Why these numbers: how words were made into figures. Empty for what is worked out.</summary>
    public string Assumed { get; init; } = "";

    /// <summary>The formulas as written, low, mode, high; one where there is one; none where numbers are stated.</summary>
    public IReadOnlyList<string> Formulas { get; init; } = [];

    /// <summary>Ids of the record that it rests on, each with what they say.</summary>
    public IReadOnlyList<InputEvidence> Evidence { get; init; } = [];

    /// <summary>Where the file has it, from 1.</summary>
    public int Line { get; init; }
}

/// <summary>A figure, an event or an expression of the record.</summary>
/// <param name="Id">`trade/china-russia.csv:120`, an event, a resolution, a scenario's file, or an expression.</param>
/// <param name="Said">What it says, for a reader, with its source and date.</param>
public sealed record InputEvidence(string Id, string Said);
